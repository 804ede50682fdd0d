"""The chart of a body: a box for each unit, many units of one body in a block of columns, every text escaped."""

from __future__ import annotations

import re
from typing import Any

from graph.views.chart import Look, draw_chart
from graph.views.palette import LIGHT

LOOK = Look(LIGHT, lambda body: f"/organization?organization={body}&at=2020-01-01", "ai?")


def unit(id: str, parent: str | None = None, head: str | None = None, name: str | None = None) -> dict[str, Any]:
    depth = 0 if parent is None else id.count(".") + 1
    return {
        "organization_id": id,
        "organization": name or f"Đơn vị {id}",
        "parent_id": parent,
        "head": head,
        "depth": depth,
    }


def edges(dot: str) -> list[tuple[str, str]]:
    return re.findall(r'^"(.*?)" -> "(.*?)";$', dot, re.MULTILINE)


def nodes(dot: str) -> dict[str, str]:
    return dict(re.findall(r'^"([^"]*)" \[label=<(.*)>\];$', dot, re.MULTILINE))


def test_each_unit_is_a_box_under_the_body_above_it() -> None:
    dot = draw_chart([unit("a"), unit("b", "a", "Lê Thị Ví Dụ"), unit("b.c", "b")], LOOK)
    assert edges(dot) == [("a", "b"), ("b", "b.c")]
    drawn = nodes(dot)
    assert list(drawn) == ["a", "b", "b.c"]
    assert "<B>Đơn vị b</B><BR/>Lê Thị Ví Dụ" in drawn["b"]
    assert "ai?" in drawn["b.c"]
    assert 'BORDER="3"' in drawn["a"]
    assert 'HREF="/organization?organization=b&amp;at=2020-01-01"' in drawn["b"]


def test_many_units_of_one_body_share_a_block_but_those_with_units_of_their_own_stand_apart() -> None:
    many = [unit(f"u{n}", "a") for n in range(20)]
    dot = draw_chart([unit("a"), *many, unit("u3.x", "u3")], LOOK)
    assert edges(dot) == [("a", "u3"), ("u3", "u3.x"), ("a", "a/")]
    block = nodes(dot)["a/"]
    rows = [re.findall(r"Đơn vị (u\d+)</B>", row) for row in block.split("<TR>")[1:]]
    assert [len(row) for row in rows] == [3] * 6 + [1]
    assert rows[0] == ["u0", "u1", "u2"]
    assert sum(rows, []) == [f"u{n}" for n in range(20) if n != 3]


def test_eight_units_still_stand_one_below_the_other() -> None:
    dot = draw_chart([unit("a"), *(unit(f"u{n}", "a") for n in range(8))], LOOK)
    assert len(edges(dot)) == 8


def test_names_are_escaped_and_broken_into_lines() -> None:
    dot = draw_chart([unit("a", None, "<b>&", 'Ban "Một" & hai < ba và rất nhiều chữ nữa')], LOOK)
    assert "<B>Ban &quot;Một&quot; &amp; hai &lt; ba và<BR/>rất nhiều chữ nữa</B><BR/>&lt;b&gt;&amp;</FONT>" in dot
