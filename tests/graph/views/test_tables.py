"""Answers as tables: ids give way to links, words and days take the language; files stay whole."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from graph.catalog import Answer, Column, read_catalog
from graph.views.downloads import write_csv, write_json
from graph.views.frame import Frame
from graph.views.tables import make_table, show_value
from graph.views.words import read_words

AT = date(2024, 6, 30)


def answer(columns: dict[str, str], rows: list[dict[str, Any]]) -> Answer:
    query = read_catalog().queries["search"]
    return Answer(query, {}, tuple(Column(name, kind) for name, kind in columns.items()), rows)


def test_ids_give_way_to_links_that_carry_the_name() -> None:
    frame = Frame(read_words("vi"), AT, "questions", {})
    columns = {"person_id": "text", "person": "text", "tenure_id": "text", "started": "text"}
    rows = [{"person_id": "person-1", "person": "Trần Ý", "tenure_id": "t", "started": "2021-07"}]
    table = make_table(answer(columns, rows), frame, AT)
    assert table.rows == [
        {
            "person": "/person?person=person-1&at=2024-06-30&lang=vi#Tr%E1%BA%A7n%20%C3%9D",
            "started": "07/2021",
        }
    ]
    assert list(table.columns) == ["person", "started"]


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("certainty", "possible", "có thể"),
        ("capacity", "acting", "quyền"),
        ("ended_basis", "replaced", "có người thay"),
        ("kind", "removed", "mất đi"),
        ("field", "term", "Nhiệm kỳ"),
        ("since", "2023-07-20", "20/07/2023"),
        ("implied", True, "có"),
        ("path", ["A", "Bộ", "B"], "A → Bộ → B"),
        ("posts", [{"role": "Bí thư", "organization": "Tỉnh ủy"}], "Bí thư, Tỉnh ủy"),
        ("n", 3, 3),
        ("after", "? – 2024-03; last_attested: 2023-07-20", "không rõ – 03/2024; Thấy lần cuối: 20/07/2023"),
        ("before", "2020-01-02 –; capacity: acting", "02/01/2020 –; Tư cách: quyền"),
        ("change", "một từ lạ", "một từ lạ"),
    ],
)
def test_values_show_in_the_language(name: str, value: Any, shown: Any) -> None:
    assert show_value(name, value, read_words("vi")) == shown


def test_files_hold_everything_as_it_is() -> None:
    columns, rows = ["id", "path"], [["p-1", ["Trần", "Bộ"]], [None, []]]
    read = list(csv.reader(io.StringIO(write_csv(columns, rows).decode("utf-8-sig"))))
    assert read == [["id", "path"], ["p-1", '["Trần", "Bộ"]'], ["", "[]"]]
    assert json.loads(write_json(columns, rows)) == [
        {"id": "p-1", "path": ["Trần", "Bộ"]},
        {"id": None, "path": []},
    ]
