"""Swim-lanes over time, one name a lane, with the line of the day; a click on a bar shows its sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import altair as alt
import streamlit as st

from graph.cards import read_places
from graph.lanes import choose_lanes
from graph.store import Store
from graph.views.bars import Span, find_span, find_stretches, make_period
from graph.views.frame import Frame, person_params, post_params
from graph.views.palette import Palette, read_palette
from graph.views.rows import show_tenure_sources
from graph.views.words import Words

Row = Mapping[str, Any]
_LANE_HEIGHT = 24
_AROUND = 80  # the legend above and the years below
_PICK = "bar"


def show_lanes(store: Store, frame: Frame, rows: Sequence[Row], held: Collection[str], *, at: date, key: str) -> None:
    """Draw the lanes; the bar that is clicked leads to its person and its post."""
    words = frame.words
    drawn = choose_lanes(rows, held, at)
    if not drawn:
        return
    chart = draw_lanes(drawn, held, at=at, today=frame.today, words=words, palette=read_palette())
    alt_text = words("lanes.alt", n=len(drawn), day=words.day(at))
    picked = st.altair_chart(
        chart, width="stretch", key=key, on_select="rerun", selection_mode=_PICK, alt=alt_text, theme=None
    )
    st.caption(f"{words('bars.how')} {words('lanes.click')}")
    if len(drawn) < len(rows):
        st.caption(words("lanes.capped", n=words.number(len(drawn)), all=words.number(len(rows))))
    points = picked["selection"].get(_PICK) or []  # an empty map before the first click
    for point in list(points)[:1]:
        _show_picked(store, frame, str(point["tenure_id"]), at)


def _show_picked(store: Store, frame: Frame, tenure_id: str, at: date) -> None:
    place = read_places(store, [tenure_id]).get(tenure_id)
    if place is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link(place.person, "person", person_params(place.person_id, at))
        frame.link(place.post, "post", post_params(place.post_id, at))
    show_tenure_sources(store, frame, tenure_id)


def draw_lanes(
    rows: Sequence[Row], held: Collection[str], *, at: date, today: date, words: Words, palette: Palette
) -> alt.LayerChart:
    """Draw rows that have a `lane`, a `person` and a `role`; posts held on the day stand out."""
    span = find_span(rows, at, today)
    data = _data(list(_pieces(rows, held, span, words)))
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    pick = alt.selection_point(name=_PICK, fields=["tenure_id"], on="click", clear="dblclick")
    x = alt.Scale(domain=[span.first.isoformat(), span.last.isoformat()])
    bars = alt.Chart(data).mark_bar(height=13, cornerRadius=2, cursor="pointer")
    bars = bars.encode(
        x=alt.X("start:T", title=None, scale=x, axis=_years(palette)),
        x2="end:T",
        y=alt.Y("lane:N", sort=lanes, title=None, axis=_names(palette)),
        color=_colors(words, palette),
        opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
        detail="tenure_id:N",
        tooltip=_tips(words),
    ).add_params(pick)
    line = alt.Chart(_data([{"day": at.isoformat()}])).mark_rule(color=palette.date_line, strokeWidth=2)
    line = line.encode(x="day:T", tooltip=alt.value(words("bars.date", day=words.day(at))))
    layered = alt.LayerChart(layer=[bars, line], height=len(lanes) * _LANE_HEIGHT + _AROUND, background="transparent")
    drawn: alt.LayerChart = layered.configure_view(stroke=None)
    return drawn


def _data(values: list[dict[str, Any]]) -> alt.Data:
    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _years(palette: Palette) -> alt.Axis:
    return alt.Axis(format="%Y", tickCount=6, grid=True, gridColor=palette.past, gridOpacity=0.4, **_text(palette))


def _names(palette: Palette) -> alt.Axis:
    return alt.Axis(labelLimit=190, labelPadding=8, ticks=False, domain=False, **_text(palette))


def _text(palette: Palette) -> dict[str, Any]:
    return {"labelColor": palette.text, "labelFontSize": 12}


def _colors(words: Words, palette: Palette) -> alt.Color:
    scale = alt.Scale(domain=[words("bars.held"), words("bars.other")], range=[palette.post.line, palette.past])
    legend = alt.Legend(orient="top", symbolType="square", title=None, labelColor=palette.text, labelFontSize=12)
    return alt.Color("state:N", scale=scale, legend=legend)


def _tips(words: Words) -> list[alt.Tooltip]:
    named = (("person", "column.person"), ("role", "column.role"), ("period", "bars.period"))
    return [
        *(alt.Tooltip(f"{field}:N", title=words(key)) for field, key in named),
        alt.Tooltip("surety:N", title=words("column.certainty")),
    ]


def _pieces(rows: Sequence[Row], held: Collection[str], span: Span, words: Words) -> Iterator[dict[str, object]]:
    for row in rows:
        for part in find_stretches(row, span):
            yield {
                "lane": row["lane"],
                "tenure_id": row["tenure_id"],
                "person": row["person"],
                "role": row["role"],
                "start": part.start.isoformat(),
                "end": part.end.isoformat(),
                "opacity": 1.0 if part.certain else 0.35,
                "period": make_period(row, words),
                "surety": words(f"certainty.{'certain' if part.certain else 'possible'}"),
                "state": words("bars.held" if row["tenure_id"] in held else "bars.other"),
            }
