"""What conclusions rest on: the sentences behind a row of an answer, and the whole chain behind a tenure or person."""

from __future__ import annotations

from graph.evidence.chain import PARTS, Chain, LedgerEntry, Part, Statement
from graph.evidence.profile import MaybeSame, Profile, Verdict, read_profile
from graph.evidence.quotes import (
    Evidence,
    find_publishers,
    read_change_evidence,
    read_evidence,
    read_publishers,
    read_vote_evidence,
)
from graph.evidence.read import read_chains, read_tenure_ids
from graph.evidence.told import find_parts, find_telling

__all__ = [
    "PARTS",
    "Chain",
    "Evidence",
    "LedgerEntry",
    "MaybeSame",
    "Part",
    "Profile",
    "Statement",
    "Verdict",
    "find_parts",
    "find_publishers",
    "find_telling",
    "read_chains",
    "read_change_evidence",
    "read_evidence",
    "read_profile",
    "read_publishers",
    "read_tenure_ids",
    "read_vote_evidence",
]
