"""Claims wait on disk in the order of their bodies: what tells of bodies first, an equal row once (RULES 22)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.ledger import Arrival
from graph.model import Claim
from loaders.spool import Spool
from tests.graph.claims_for import change, gain, make_source, tie

SOURCE = make_source("Danh bạ")
CHUNG = gain("2023", SOURCE, person="Vi Chung", organization="Sở Y tế")
AN = gain("2023", SOURCE, person="Vi An", organization="Ban Tổ chức")
BODY = tie("Sở Y tế", place="Lạng Sơn", source=SOURCE)
MERGED = change("merge", "2025", "Ban Dân vận", "Ban Tuyên giáo và Dân vận", SOURCE)


def _arrival(claim: Claim, row: int | None = None) -> Arrival:
    return Arrival(claim, SOURCE, row)


def _spooled(*claims: Arrival) -> Spool:
    spool = Spool()
    for claim in claims:
        spool.add(claim)
    return spool


def test_what_tells_of_bodies_comes_first_then_body_by_body() -> None:
    with _spooled(*map(_arrival, (CHUNG, AN, BODY, MERGED))) as spool:
        (part,) = spool.parts(10)
        assert [arrival.claim for arrival in part] == [MERGED, BODY, AN, CHUNG]


def test_an_equal_row_is_kept_once_with_its_first_row() -> None:
    with _spooled(_arrival(AN, 2), _arrival(replace(AN, raw='{"x": "1"}'), 3)) as spool:
        assert spool.size == 1
        assert [[arrival.row for arrival in part] for part in spool.parts(10)] == [[2]]


@pytest.mark.parametrize(("most", "sizes"), [(1, [1, 1, 1, 1]), (3, [3, 1]), (4, [4])])
def test_parts_hold_at_most_so_many_and_can_be_read_again(most: int, sizes: list[int]) -> None:
    with _spooled(*map(_arrival, (CHUNG, AN, BODY, MERGED))) as spool:
        assert [len(part) for part in spool.parts(most)] == sizes
        assert [len(part) for part in spool.parts(most)] == sizes
        assert spool.sources == {SOURCE.id}


def test_an_empty_spool_has_no_part() -> None:
    with Spool() as spool:
        assert (spool.size, list(spool.parts(5))) == (0, [])


def test_the_file_goes_with_the_spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with _spooled(_arrival(AN)):
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []
