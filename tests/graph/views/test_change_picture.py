"""What a load would change as a picture: each name once, what is new told apart, an edge for each tenure."""

from __future__ import annotations

from typing import Any

from graph.changed import ChangeKind, TenureChange
from graph.difference import Difference
from graph.incoming import Line, Preview
from graph.views.change_picture import Legend, draw_changes
from graph.views.palette import DARK, LIGHT

ENDS = ("an", "post-1", "org-1")
KINDS: tuple[ChangeKind, ...] = ("added", "removed", "ended", "changed", "contradicted")
LEGEND = Legend(LIGHT, lambda change: f"{change.kind}!", lambda page, id: f"/{page}?{page}={id}")


def change(
    kind: ChangeKind, person: str, post: str = "post-1", *, claims: tuple[str, ...] = (), fresh: tuple[str, ...] = ()
) -> TenureChange:
    return TenureChange(
        kind=kind,
        tenure=f"tenure-{person}-{post}",
        person_id=person,
        person=f"Ông «{person}»",
        post_id=post,
        post="Giám đốc Sở Mẫu",
        role="Giám đốc",
        organization_id="org-1",
        organization='Sở "Mẫu"',
        started="2020-01-01",
        ended=None,
        before=None,
        after=None,
        claims=claims,
        fresh=fresh,
    )


def line(meant: str | None) -> Line:
    nothing: dict[str, Any] = dict.fromkeys(
        ("event", "person", "role", "organization", "date", "until", "action", "quote")
    )
    return Line(claim="read", meant=meant, standing="new", **nothing, start=None, end=None)


def test_each_name_is_drawn_once_and_quoted() -> None:
    dot = draw_changes([change("added", "an"), change("ended", "bình")], LEGEND)
    assert dot.count('\n"post-1" [') == dot.count('\n"org-1" [') == 1
    assert dot.count('"post-1" -> "org-1"') == 1
    assert 'label="Sở \\"Mẫu\\""' in dot
    assert 'label="+ added!"' in dot
    assert 'label="■ ended!"' in dot


def test_what_the_graph_does_not_hold_yet_stands_out_and_leads_nowhere() -> None:
    dot = draw_changes([change("added", "an", fresh=("an", "org-1"))], LEGEND)
    person, post, body = (next(row for row in dot.splitlines() if row.startswith(f'"{id}" [')) for id in ENDS)
    assert 'label="+ Ông «an»"' in person
    assert "penwidth=3" in person
    assert "URL" not in person + body
    assert 'label="Giám đốc"' in post
    assert "penwidth=1" in post
    assert 'URL="/post?post=post-1"' in post


def test_the_kinds_of_change_differ_in_more_than_their_colour() -> None:
    dots = [draw_changes([change(kind, "an")], Legend(DARK, LEGEND.say, LEGEND.address)) for kind in KINDS]
    edges = [next(row for row in dot.splitlines() if row.startswith('"an" ->')) for dot in dots]
    signs = [edge.partition('label="')[2][0] for edge in edges]
    assert signs == ["+", "−", "■", "↻", "≠"]
    assert "style=dashed" in edges[1]
    assert "style=dotted" in edges[4]


def test_a_row_brings_the_changes_that_rest_on_it_and_what_follows_in_the_same_post() -> None:
    new, old = change("added", "an", claims=("c2", "c1")), change("ended", "bình", claims=("c0",))
    other = change("added", "an", "post-2", claims=("c3",))
    told = change("changed", "chi", claims=("c0", "c4"))  # in the same post, told by a row of its own
    rows = (line("c1"), line("c3"), line("c4"), line(None))
    preview = Preview(rows, Difference(), (new, old, other, told), {}, ())
    assert preview.changes_by(line("c1")) == (new, old)
    assert preview.changes_by(line("c3")) == (other,)
    assert preview.changes_by(line("known")) == ()
    assert preview.changes_by(line(None)) == ()
