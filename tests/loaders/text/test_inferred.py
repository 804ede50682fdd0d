"""What the reader of texts completes or supplies: seen on the gold, each kind of it has words for a chain of evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.telling import say_inferred
from graph.words import LANGS, read_words
from loaders.documents import read_documents
from loaders.text import make_claims, read_text

GOLD = Path(__file__).parent / "gold"
CLAIMS = [
    claim
    for name in ("news.jsonl", "pages.jsonl")
    for document in read_documents(GOLD / name)
    for claim in make_claims(document, read_text(document), "source-0")
]


def test_all_that_is_inferred_on_the_gold_has_words_in_both_languages() -> None:
    inferred = {(field, claim.rule) for claim in CLAIMS for field in claim.inferred}
    assert {field for field, _ in inferred} >= {"person", "role", "organization", "issuer", "date"}
    for lang in LANGS:
        assert [pair for pair in inferred if not say_inferred(*pair, read_words(lang))] == []


def test_a_claim_without_a_day_infers_no_year() -> None:
    dated = [claim for claim in CLAIMS if "date" in claim.inferred]
    assert dated
    assert [claim for claim in dated if claim.date is None or claim.date.first < date(1900, 1, 1)] == []
