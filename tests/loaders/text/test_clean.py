"""Cleaning keeps the way back; cutting keeps offsets and knows abbreviations."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.gazetteers import read_gazetteers
from loaders.text.clean import clean, fold_for_scan
from loaders.text.segment import segment


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Bí thư", "Bí thư"),
        (unicodedata.normalize("NFD", "Thủy"), "Thủy"),
        ("Tỉnh\u00a0ủy", "Tỉnh ủy"),
        ("Tỉnh  \u200bủy", "Tỉnh ủy"),
        ("a\r\nb", "a\nb"),
        ("a \nb", "a\nb"),
        ("P.Hạc Thành, Q.1, TP.Thủ Đức", "P. Hạc Thành, Q. 1, TP. Thủ Đức"),
        ("TP.HCM, A.P.Hà, P.V, TP. Vinh", "TP.HCM, A.P.Hà, P.V, TP. Vinh"),
    ],
)
def test_what_cleaning_changes(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned


@given(st.text(alphabet="aáạ \n\r\u0301\u0323\u00a0\u200bUỷP.1", max_size=40))
def test_every_stretch_leads_back_to_the_given_text(text: str) -> None:
    done = clean(text)
    for at, char in enumerate(done.text):
        start, end = done.original(at, at + 1)
        assert 0 <= start <= end <= len(text)
        assert start < end or char == " "  # one that parts `P.1` stands for nothing in the text
        if not char.isspace():
            assert unicodedata.normalize("NFC", text[start:end]).find(char) >= 0


@given(st.text(max_size=60))
def test_folding_for_the_scan_keeps_the_length(text: str) -> None:
    assert len(fold_for_scan(text)) == len(text)


def test_both_tone_placements_scan_alike() -> None:
    assert fold_for_scan("Tỉnh uỷ Hoà") == fold_for_scan("Tỉnh ủy Hòa")


def test_sentences_are_cut_at_stops_but_not_at_abbreviations() -> None:
    text = "Ông A ở TP. Hải Phòng. PGS. TS. B dự!\n\n1. Đồng chí C\nBình luận\nÔng D."
    found = segment(text, read_gazetteers())
    assert [text[s.start : s.end] for s in found] == ["Ông A ở TP. Hải Phòng.", "PGS. TS. B dự!", "Đồng chí C"]
    assert [s.kind for s in found] == ["body", "body", "item"]
