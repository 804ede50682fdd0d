"""Whom a newcomer sees first, and the questions asked before anybody is there to ask them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.catalog import read_catalog
from graph.first_look import ask_first_page, ask_what_follows, read_first_person
from graph.store import Store
from loaders.load import load_paths

pytestmark = pytest.mark.server

DAY = date(2020, 6, 30)
ROWS = """\
person,role,organization,started,ended,source_title,publisher,published,quote
Lê Thị Hai Chức,Giám đốc,Sở Y tế tỉnh Mẫu,2015-01-01,2022-01-01,Bài một,Báo A,2022-02-01,Câu một.
Lê Thị Hai Chức,Bí thư,Đảng ủy Sở Y tế tỉnh Mẫu,2015-01-01,2022-01-01,Bài một,Báo A,2022-02-01,Câu hai.
Trần Văn Có Thể,Giám đốc,Sở Nội vụ tỉnh Mẫu,2020,2022,Bài một,Báo A,2022-02-01,Câu ba.
Trần Văn Có Thể,Bí thư,Đảng ủy Sở Nội vụ tỉnh Mẫu,2020,2022,Bài một,Báo A,2022-02-01,Câu bốn.
Trần Văn Có Thể,Trưởng Ban,Ban Tổ chức Tỉnh ủy Mẫu,2020,2022,Bài một,Báo A,2022-02-01,Câu năm.
"""


def test_whoever_is_certain_to_hold_most_is_seen_first(store: Store, tmp_path: Path) -> None:
    """Two posts from day to day come before three of which the year alone is known."""
    file = tmp_path / "rows.csv"
    file.write_text(ROWS, "utf-8")
    load_paths(store, [file])
    before = store.counts()
    first = ask_first_page(store, read_catalog(), DAY)
    assert first is not None
    assert first.name == "Lê Thị Hai Chức"
    assert first == read_first_person(store, read_catalog(), DAY, DAY)
    ask_what_follows(store, read_catalog(), first, DAY)
    assert store.counts() == before


def test_an_empty_graph_has_nobody_to_ask_of(store: Store) -> None:
    assert read_first_person(store, read_catalog(), DAY, DAY) is None
    assert ask_first_page(store, read_catalog(), DAY) is None
