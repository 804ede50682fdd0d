"""Step 4: what was read of the clean text, with offsets into the text as given."""

from __future__ import annotations

from dataclasses import replace

from loaders.documents import Document
from loaders.text.clean import CleanText
from loaders.text.facts import Fact, Vote
from loaders.text.persons import Alias


def is_spelt(fact: Fact, unknown: frozenset[str]) -> bool:
    """Tell whether a body's name is known with its diacritics; half of one would be another body."""
    return not unknown or unknown.isdisjoint(fact.organization.split())


def quote_fact(document: Document, cleaned: CleanText, fact: Fact) -> Fact:
    """Give a fact its passage and spans in the text as given."""
    start, end = cleaned.original(fact.quote_start, fact.quote_end)
    spans = tuple((name, *cleaned.original(left, right)) for name, left, right in fact.spans)
    return fact._replace(quote_start=start, quote_end=end, quote=document.text[start:end], spans=spans)


def quote_vote(document: Document, cleaned: CleanText, vote: Vote) -> Vote:
    """Give a vote its passage in the text as given."""
    start, end = cleaned.original(vote.quote_start, vote.quote_end)
    return replace(vote, quote_start=start, quote_end=end, quote=document.text[start:end])


def quote_alias(document: Document, cleaned: CleanText, pair: Alias) -> Alias:
    """Give a pair of names its passage in the text as given."""
    start, end = cleaned.original(pair.quote_start, pair.quote_end)
    return replace(pair, quote_start=start, quote_end=end, quote=document.text[start:end])
