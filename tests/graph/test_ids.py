"""Ids are made of content alone, and are the same on every machine."""

from __future__ import annotations

from graph.ids import hash_bytes, make_id


def test_an_id_is_its_content_on_every_machine() -> None:
    assert make_id("person", "a", None) == "person-aebb0474c57695b8"  # sha256 of ["a",null]
    assert make_id("person", "a", "b") == make_id("person", "a", "b")
    assert len({make_id("x", "a", "b"), make_id("x", "ab"), make_id("x", "a", None), make_id("y", "a", "b")}) == 4


def test_bytes_are_hashed_by_sha256() -> None:
    assert hash_bytes(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
