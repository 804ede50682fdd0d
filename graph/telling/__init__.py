"""Chains of evidence in plain sentences of either language, without any form of a screen or a terminal. Pure."""

from __future__ import annotations

from graph.telling.conclusion import tell_conclusion, tell_headline, tell_ledger
from graph.telling.numbers import Numbered
from graph.telling.profile import tell_profile
from graph.telling.record import make_record
from graph.telling.statement import say_inferred, tell_details, tell_statement

__all__ = [
    "Numbered",
    "make_record",
    "say_inferred",
    "tell_conclusion",
    "tell_details",
    "tell_headline",
    "tell_ledger",
    "tell_profile",
    "tell_statement",
]
