"""Step 4: what was read of the clean text, with offsets into the text as given."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from loaders.documents import Document
from loaders.text.clean import CleanText
from loaders.text.facts import Fact, Vote
from loaders.text.persons import Alias

Said = TypeVar("Said", Vote, Alias)


def is_spelt(fact: Fact, unknown: frozenset[str]) -> bool:
    """Tell whether a body's name is known with its diacritics; half of one would be another body."""
    return not unknown or unknown.isdisjoint(fact.organization.split())


def quote_fact(document: Document, cleaned: CleanText, fact: Fact) -> Fact:
    """Give a fact its passage and spans in the text as given."""
    if cleaned.starts is None:
        return fact._replace(quote=document.text[fact.quote_start : fact.quote_end])
    start, end = cleaned.original(fact.quote_start, fact.quote_end)
    spans = tuple((name, *cleaned.original(left, right)) for name, left, right in fact.spans)
    return fact._replace(quote_start=start, quote_end=end, quote=document.text[start:end], spans=spans)


def quote_said(document: Document, cleaned: CleanText, said: Said) -> Said:
    """Give a vote or a pair of names its passage in the text as given."""
    start, end = cleaned.original(said.quote_start, said.quote_end)
    return replace(said, quote_start=start, quote_end=end, quote=document.text[start:end])
