"""Every entry of every gazetteer carries an example, and the reader reads it as the entry says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.documents import Document
from loaders.gazetteers import COLUMNS, read_entries
from loaders.text import Reading, read_text
from loaders.text.clean import fold_for_scan
from loaders.text.grids import kind_of_column
from loaders.text.restore import restore_diacritics

SPEAKS = "Ông Đỗ Văn An, {}, phát biểu."
HEADS = "Ông Đỗ Văn An, Thủ trưởng {}, phát biểu."


def read(text: str) -> Reading:
    return read_text(Document("t", "", text, None, None, None, Path("t.txt"), "0"))


def posts(printed: str) -> list[str]:
    return [f"{fact.role} @ {fact.organization}" for fact in read(SPEAKS.format(printed)).facts]


def bodies(printed: str) -> list[str]:
    return [fact.organization for fact in read(HEADS.format(printed)).facts]


def bodies_of_posts(printed: str) -> list[str]:
    return [fact.organization for fact in read(SPEAKS.format(printed)).facts]


def people(printed: str) -> list[str]:
    sentence = printed if "ủy " in printed else printed.replace(" phát biểu", ", Bí thư Tỉnh ủy Sơn La, phát biểu")
    return [fact.person for fact in read(f"{sentence}.").facts]


def issuers(printed: str) -> list[str]:
    return [fact.issuer or "" for fact in read(f"{printed}.").facts]


def signs(printed: str) -> list[str]:
    """All that a cue or verb can change in a reading, in one list."""
    reading = read(f"{printed}.")
    found = [value or "" for fact in reading.facts for value in (fact.event, fact.action, fact.role)]
    decided = any(fact.event in ("gain", "lose") for fact in reading.facts)
    return [*found, *(other for _, other in reading.aliases), *([] if decided else ["no fact"])]


def whole(printed: str) -> list[str]:
    """A line without diacritics after a word that makes it one; the words it adds are cut off again."""
    lead = "Chu tich UBND tinh "
    text = restore_diacritics(f"{lead}{printed}").text
    return [text[len(lead) :]]


def columns(printed: str) -> list[str]:
    return [kind_of_column(fold_for_scan(printed))]


READERS: dict[str, Callable[[str], list[str]]] = {
    "roles.tsv": posts,
    "titles.tsv": posts,
    "heads.tsv": bodies,
    "bodies.tsv": bodies,
    "fields.tsv": bodies,
    "abbreviations.tsv": bodies,
    "tail_words.tsv": bodies,
    "closers.tsv": bodies,
    "places.tsv": bodies_of_posts,
    "districts.tsv": bodies_of_posts,
    "columns.tsv": columns,
    "verbs.tsv": signs,
    "cues.tsv": signs,
    "honorifics.tsv": people,
    "surnames.tsv": people,
    "issuers.tsv": issuers,
    "bare.tsv": whole,
}


@pytest.mark.parametrize("file", sorted(READERS))
def test_every_example_is_read_as_its_entry_says(file: str) -> None:
    rows = read_entries(file)
    assert rows
    wrong = []
    for row in rows:
        printed, _, wanted = row["example"].partition(" => ")
        found = READERS[file](printed)
        if wanted in ("", "-"):
            assert found, f"{file}, line {row.line}: nothing read"
        elif (wanted or printed) not in found and file != "heads.tsv":
            wrong.append(f"line {row.line}: {printed} => {found}, not {wanted}")
        if file == "heads.tsv" and printed not in found:
            wrong.append(f"line {row.line}: {printed} => {found}")
    assert not wrong, "\n".join(wrong)


def test_every_tail_mark_ends_an_article() -> None:
    rows = read_entries("furniture.tsv")
    assert rows
    for row in rows:
        mark, _, how = row["example"].partition(" => ")
        item = "- " if how == "list" else ""
        text = f"Ông Đỗ Văn An, Bí thư Tỉnh ủy Sơn La, phát biểu.\n{mark}\n{item}Ông Lê Nam, Bí thư Tỉnh ủy Sơn La."
        assert [fact.person for fact in read(text).facts] == ["Đỗ Văn An"], mark


def test_no_file_is_left_out() -> None:
    assert {*READERS, "furniture.tsv"} == set(COLUMNS)
