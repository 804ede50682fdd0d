"""Which files a FILE argument means: those of a folder by name, what is left out, and what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.files import find_files


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_the_files_of_a_folder_come_by_name_without_hidden_and_concluded_ones(tmp_path: Path) -> None:
    _fill(tmp_path, "b.csv", "a/z.txt", ".git/x.csv", "a/.hidden", "concluded/people.csv", "c/concluded/kept.csv")
    found = find_files(tmp_path)
    assert [file.relative_to(tmp_path).as_posix() for file in found.files] == [
        "a/z.txt",
        "b.csv",
        "c/concluded/kept.csv",
    ]
    assert found.skipped() is None


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    _fill(tmp_path, "a.txt", "b.HTML", "c.pdf", "d.docx", "e.jsonl", "f.xlsx", "g.doc", "h.JPG", "i.jpg", "Makefile")
    found = find_files(tmp_path, tables=False)
    assert [file.name for file in found.files] == ["a.txt", "b.HTML", "c.pdf", "d.docx", "e.jsonl"]
    skipped = found.skipped()
    assert skipped is not None
    assert skipped.en == (f"{tmp_path}: skipped 5 files of kinds that are not read here (.jpg 2, ? 1, .xlsx 1, .doc 1)")
    assert skipped.vi.startswith(f"{tmp_path}: bỏ qua 5 tệp")
    assert "f.xlsx" in [file.name for file in find_files(tmp_path).files]


def test_a_folder_without_a_file_to_read_is_a_sentence(tmp_path: Path) -> None:
    _fill(tmp_path, "anh.jpg")
    with pytest.raises(InputError) as caught:
        find_files(tmp_path)
    assert caught.value.text.en == (
        f"the folder {tmp_path} has no file in it that is read; give one with articles or tables"
    )
    assert caught.value.text.vi.startswith(f"thư mục {tmp_path} không có tệp nào")


def test_a_file_is_itself_whatever_its_name(tmp_path: Path) -> None:
    assert find_files(tmp_path / "gone.xyz").files == (tmp_path / "gone.xyz",)
