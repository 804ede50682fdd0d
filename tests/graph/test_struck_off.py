"""A text that strikes a past post off: the answers tell the discipline, and seat nobody by it (RULES 2, 18)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.catalog import read_catalog
from graph.commands_why import explain
from loaders.load import load_paths
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server
TODAY = date(2026, 1, 2)
TEXT = """Ngày 5/8/2024, Thủ tướng Chính phủ ban hành Quyết định số 798/QĐ-TTg xóa tư cách Chủ tịch UBND tỉnh Lạng Sơn
nhiệm kỳ 2016-2021 đối với ông Đỗ Văn An."""


def test_a_past_post_struck_off(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(" ".join(TEXT.splitlines()), encoding="utf-8")
    load_paths(graph.store, [tmp_path / "tin.txt"], published=date(2024, 8, 6))
    catalog = read_catalog()

    def rows(question: str, **asked: str) -> list[dict[str, object]]:
        return catalog.ask(graph.store, question, asked, today=TODAY).rows

    (found,) = rows("disciplined", **{"from": "2024-08-05", "to": "2024-08-05"})
    assert [found[name] for name in ("person", "action", "issuer", "date")] == [
        "Đỗ Văn An",
        "xóa tư cách",
        "Thủ tướng Chính phủ",
        "2024-08-05",
    ]
    assert rows("disciplined", **{"from": "2024-08-06", "to": "2024-08-06"}) == []
    (career,) = rows("person_career", person="Đỗ Văn An")
    assert (career["started"], career["ended"], career["ended_basis"]) == (None, None, "stated")
    assert rows("person_posts", person="Đỗ Văn An", at="2020-01-01") == []
    told = explain(graph.store, "Đỗ Văn An", form="table", lang="en")
    assert "verb: xóa tư cách; on 2024-08-05 (day of signing); decision 798/QĐ-TTg" in told
