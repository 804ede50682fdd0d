"""The words: both languages hold the same keys with the same gaps; days and numbers print in the language."""

from __future__ import annotations

import string

import pytest

from graph.words import LANGS, read_words, say_both


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_with_the_same_gaps() -> None:
    vi, en = (read_words(lang).table for lang in LANGS)
    assert vi.keys() == en.keys()
    assert {key for key in vi if gaps(vi[key]) != gaps(en[key])} == set()


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        ("2023-07-20", "20/07/2023", "2023-07-20"),
        ("2021-07", "07/2021", "2021-07"),
        ("2021", "2021", "2021"),
        (None, "–", "–"),
        ("khóa XIII", "khóa XIII", "khóa XIII"),
    ],
)
def test_days_print_in_the_language_and_as_known(when: str | None, vi: str, en: str) -> None:
    assert (read_words("vi").day(when), read_words("en").day(when)) == (vi, en)


def test_numbers_take_the_sign_and_the_noun_of_the_language() -> None:
    assert read_words("vi").count("posts", 1200) == "1.200 chức vụ"
    assert [read_words("en").count("posts", n) for n in (1, 1200)] == ["1 post", "1,200 posts"]


def test_a_word_is_said_in_both_languages_at_once() -> None:
    assert (say_both("verdict.same").vi, say_both("verdict.same").en) == ("là một", "same")
