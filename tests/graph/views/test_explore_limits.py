"""The page to explore at its limits, on a small load: the cap of nodes, a day without a path, no path in any year."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Store
from loaders.load import load_paths
from tests.graph.views.pages import on_one_version, open_page, texts

pytestmark = [pytest.mark.server, on_one_version]
AT = "2019-01-01"
LARGE = "Sở Công Thương tỉnh Mẫu"
SMALL = "Sở Tư pháp tỉnh Mẫu"
# An and Bình serve together from 2003 to 2005 alone; Chi serves with An in no body of sixty people or fewer.
FEW = (
    ("Lê Thị An", SMALL, "2000-01-01", "2005-01-01"),
    ("Trần Văn Bình", SMALL, "2003-01-01", "2010-01-01"),
    ("Lê Thị An", LARGE, "2018-01-01", ""),
    ("Đỗ Thị Chi", LARGE, "2018-01-01", ""),
)


@pytest.fixture
def loaded(store: Store, tmp_path: Path) -> Store:
    """A body of 160 people and one of two."""
    many = [(f"Nguyễn Văn Thứ {number}", LARGE, "2018-01-01", "") for number in range(158)]
    rows = [f"{person},Chuyên viên,{body},{start},{end}" for person, body, start, end in [*FEW, *many]]
    file = tmp_path / "đông người.csv"
    file.write_text("\n".join(["person,role,organization,started,ended", *rows]), "utf-8")
    load_paths(store, [file])
    return store


def find(store: Store, name: str) -> str:
    (row,) = store.ask("MATCH (n:Person|Organization {name: $name}) RETURN n.id AS id", {"name": name})
    return str(row["id"])


@pytest.mark.parametrize(
    ("lang", "count", "full"),
    [("vi", "150 nút (tối đa 150)", "Hình đã đủ 150 nút"), ("en", "150 of at most 150 nodes", "holds 150 nodes")],
)
def test_the_cap_of_nodes_is_kept_and_told(loaded: Store, lang: str, count: str, full: str) -> None:
    body = find(loaded, LARGE)
    five = "~".join([f"e.{body}.people"] * 5)
    test = open_page("explore", loaded, lang=lang, focus=body, at=AT, do=five)
    assert full not in texts(test)
    assert test.button(key="expand.people").label.endswith("(35)")  # 160 less five times 25
    test.button(key="expand.people").click().run()
    assert test.query_params["do"] == f"{five}~e.{body}.people"
    assert (count in texts(test), full in texts(test)) == (True, True)
    assert len(test.dataframe[0].value) == 149
    test.button(key="expand.people").click().run()
    assert (count in texts(test), full in texts(test)) == (True, True)
    assert not test.exception


@pytest.mark.parametrize(
    ("lang", "not_then", "never"),
    [
        ("vi", "ngày 01/01/2019 không có đường nào nối hai người", "không năm nào có đường nối hai người"),
        (
            "en",
            "on 2019-01-01 no path joins the two through bodies of at most 60",
            "in no year does a path join the two",
        ),
    ],
)
def test_no_path_is_told_with_its_limits(loaded: Store, lang: str, not_then: str, never: str) -> None:
    an, binh, chi = (find(loaded, name) for name in ("Lê Thị An", "Trần Văn Bình", "Đỗ Thị Chi"))
    test = open_page("explore", loaded, lang=lang, focus=an, at=AT, do=f"w.{an}.{binh}")
    assert not_then in texts(test)
    test.button(key="path_any_day").click().run()
    assert test.query_params["past"] == "1"
    assert f"Lê Thị An → {SMALL} → Trần Văn Bình" in texts(test)
    assert len(test.dataframe[0].value) == 2
    alone = open_page("explore", loaded, lang=lang, focus=an, at=AT, past="1", do=f"w.{an}.{chi}")
    assert never in texts(alone)
    assert not alone.dataframe


def test_a_path_that_an_old_address_asks_for_is_no_error(loaded: Store) -> None:
    an = find(loaded, "Lê Thị An")
    test = open_page("explore", loaded, lang="en", focus=an, at=AT, do=f"w.{an}.person-{'0' * 16}")
    assert not test.exception
    assert "no path joins the two" in texts(test)
