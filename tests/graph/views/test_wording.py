"""Streamlit's own words, paired with those of the reader's language, and back."""

from __future__ import annotations

from graph.views.wording import make_pairs
from graph.views.words import read_words


def test_each_word_has_its_pair_in_both_directions() -> None:
    there, back = (make_pairs(read_words(lang)) for lang in ("vi", "en"))
    assert ("Upload", "Tải tệp lên") in there
    assert ("Tải tệp lên", "Upload") in back
    assert [(to, of) for of, to in there] == back


def test_no_word_has_two_pairs_and_what_differs_stands_in_both() -> None:
    """The mark for what differs, as a size does, must be on both sides as often."""
    for lang in ("vi", "en"):
        pairs = make_pairs(read_words(lang))
        assert len(dict(pairs)) == len(pairs)
        assert all(of.count("*") == to.count("*") for of, to in pairs)
