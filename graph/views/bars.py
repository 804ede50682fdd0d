"""The bars of a career and the line of the date: what is certain stands full, what is only possible pale.

Pure: rows in, a chart out. A year or a month is an interval, so a bar has a sure part and unsure ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from graph.dates import ONE_DAY, end_bound, parse_partial, start_bound
from graph.views.palette import Palette
from graph.views.words import Words

Row = Mapping[str, Any]
_ROW_HEIGHT = 40
_AROUND = 75  # the legend above and the years below


@dataclass(frozen=True, slots=True)
class Stretch:
    """One piece of a bar: from a day to a day, sure or not."""

    start: date
    end: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The days a chart shows."""

    first: date
    last: date


def find_span(rows: Sequence[Row], at: date, today: date) -> Span:
    """Find the days from the first known start, sight or end, to today or the chosen day."""
    names = ("started", "last_attested", "ended")
    days = [parse_partial(row[name]).first for row in rows for name in names if row[name]]
    return Span(min([*days, at, today]), max(at, today) + ONE_DAY)


def find_stretches(row: Row, span: Span) -> list[Stretch]:
    """Part a tenure into what is certain and what is possible; an open side runs to the edge of the chart."""
    least, most = _read_start(row, span)
    end = end_bound(parse_partial(row["ended"])) if row["ended"] else None
    surely_until = span.last if end is None or end.least is None else end.least
    latest = span.last if end is None or end.most is None else end.most
    if row["started"] is None:
        # Seen in the post on one day: nobody says since when, nor for how much longer.
        surely_until = min(most + ONE_DAY, surely_until) if row["last_attested"] else least
    if most >= surely_until:
        return [Stretch(least, max(latest, least + ONE_DAY), certain=False)]
    parts = [
        Stretch(least, most, certain=False),
        Stretch(most, surely_until, certain=True),
        Stretch(surely_until, latest, certain=False),
    ]
    return [part for part in parts if part.start < part.end]


def _read_start(row: Row, span: Span) -> tuple[date, date]:
    known = row["started"] or row["last_attested"]
    if known is None:
        return span.first, span.last
    bound = start_bound(parse_partial(known))
    assert bound.least is not None and bound.most is not None, "a start that is known lies between two days"
    return bound.least, bound.most


def draw_bars(
    rows: Sequence[Row], held: Collection[str], *, at: date, today: date, words: Words, palette: Palette
) -> alt.LayerChart:
    """Draw a career with the line of the date; posts held that day stand out."""
    span = find_span(rows, at, today)
    data = _data(list(_pieces(rows, held, span, words)))
    names = [words("bars.held"), words("bars.other")]
    colors = alt.Scale(domain=names, range=[palette.post.line, palette.past])
    legend = alt.Legend(orient="top", symbolType="square", title=None)
    x = alt.Scale(domain=[span.first.isoformat(), span.last.isoformat()])
    bars = _over_time(data, x).mark_bar(height=9, yOffset=9, cornerRadius=2)
    bars = bars.encode(color=alt.Color("state:N", scale=colors, legend=legend), tooltip=_tips(words))
    # The title stands over its bar: Vietnamese titles are too long for an axis.
    text: dict[str, Any] = {"align": "left", "baseline": "middle", "dy": -6, "fontSize": 12, "limit": 460}
    titles = alt.Chart(data).transform_filter("datum.labelled").mark_text(color=palette.text, **text)
    titles = titles.encode(x=alt.value(2), y=_row(), text="post:N")
    line = alt.Chart(_data([{"day": at.isoformat()}])).mark_rule(color=palette.date_line, strokeWidth=2)
    line = line.encode(x="day:T", tooltip=alt.value(words("bars.date", day=words.day(at))))
    return alt.LayerChart(layer=[bars, titles, line], height=len(rows) * _ROW_HEIGHT + _AROUND)


def _data(values: list[dict[str, Any]]) -> alt.Data:
    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _over_time(data: alt.Data, x: alt.Scale) -> alt.Chart:
    years = alt.Axis(format="%Y", tickCount=6, grid=True)
    return alt.Chart(data).encode(
        x=alt.X("start:T", title=None, scale=x, axis=years),
        x2="end:T",
        y=_row(),
        opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
    )


def _row() -> alt.Y:
    return alt.Y("row:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def _tips(words: Words) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("post:N", title=words("column.post")),
        alt.Tooltip("period:N", title=words("bars.period")),
        alt.Tooltip("surety:N", title=words("column.certainty")),
    ]


def _pieces(rows: Sequence[Row], held: Collection[str], span: Span, words: Words) -> Iterator[dict[str, object]]:
    for number, row in enumerate(rows):
        for index, part in enumerate(find_stretches(row, span)):
            yield {
                "row": number,
                "labelled": index == 0,
                "start": part.start.isoformat(),
                "end": part.end.isoformat(),
                "opacity": 1.0 if part.certain else 0.35,
                "post": words("post", role=row["role"], organization=row["organization"]),
                "period": make_period(row, words),
                "surety": words(f"certainty.{'certain' if part.certain else 'possible'}"),
                "state": words("bars.held" if row["tenure_id"] in held else "bars.other"),
            }


def make_period(row: Row, words: Words) -> str:
    """Write a period as known: `from … to …`, an end that is not known left open."""
    started, ended = row["started"], row["ended"]
    if started is not None:
        return words("period.since" if ended is None else "period.both", start=words.day(started), end=words.day(ended))
    if ended is not None:
        return words("period.until", end=words.day(ended))
    seen = row.get("last_attested")  # not every question tells it
    return words("period.unknown_start") if seen is None else words("period.seen", day=words.day(seen))
