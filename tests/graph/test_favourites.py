"""Favourites: kept for good in a file, changed by several windows at once, a broken file told in a sentence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.favourites import Favourites


def test_they_outlive_the_window_newest_first_each_once(tmp_path: Path) -> None:
    home = tmp_path / "not there yet"
    kept = Favourites(home)
    assert kept.read() == []
    for text in ("RETURN 1", "RETURN 'Lê'\n", "RETURN 1"):
        kept.put(text)
    assert Favourites(home).read() == ["RETURN 1", "RETURN 'Lê'\n"]
    kept.drop("RETURN 1")
    kept.drop("never kept")
    assert Favourites(home).read() == ["RETURN 'Lê'\n"]


def test_windows_that_keep_at_once_lose_nothing(tmp_path: Path) -> None:
    texts = [f"RETURN {n}" for n in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: Favourites(tmp_path).put(text), texts))
    assert sorted(Favourites(tmp_path).read()) == sorted(texts)


@pytest.mark.parametrize("content", [b"{", b'{"a": 1}', b"[1]", b"\xff\xfe"])
def test_a_file_that_is_not_ours_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "favourites.json"
    file.write_bytes(content)
    for act in (Favourites(tmp_path).read, lambda: Favourites(tmp_path).put("RETURN 1")):
        with pytest.raises(InputError) as caught:
            act()
        assert str(file) in caught.value.say("vi")
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="Not a directory") as caught:
        Favourites(tmp_path / "file" / "home").put("RETURN 1")
    assert "không ghi được" in caught.value.say("vi")
