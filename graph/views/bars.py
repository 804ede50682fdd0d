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
    """Find the days from the first known start, or end, to today or the chosen day."""
    days = [parse_partial(row[name]).first for row in rows for name in ("started", "ended") if row[name]]
    return Span(min([*days, at, today]), max(at, today) + ONE_DAY)


def find_stretches(row: Row, span: Span) -> list[Stretch]:
    """Part a tenure into what is certain and what is possible; an open side runs to the edge of the chart."""
    start = start_bound(parse_partial(row["started"])) if row["started"] else None
    end = end_bound(parse_partial(row["ended"])) if row["ended"] else None
    earliest = span.first if start is None or start.least is None else start.least
    surely_from = _attested(row, span) if start is None or start.most is None else start.most
    surely_until = span.last if end is None or end.least is None else end.least
    latest = span.last if end is None or end.most is None else end.most
    if surely_from >= surely_until:
        return [Stretch(earliest, max(latest, earliest + ONE_DAY), certain=False)]
    parts = [
        Stretch(earliest, surely_from, certain=False),
        Stretch(surely_from, surely_until, certain=True),
        Stretch(surely_until, latest, certain=False),
    ]
    return [part for part in parts if part.start < part.end]


def _attested(row: Row, span: Span) -> date:
    """Without a start the post is sure from the last day a source saw it held, if any did."""
    return parse_partial(row["last_attested"]).first if row["last_attested"] else span.last


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


def _pieces(
    rows: Sequence[Row], held: Collection[str], span: Span, words: Words
) -> Iterator[dict[str, object]]:
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
    if started is None:
        return words("period.unknown_start" if ended is None else "period.until", end=words.day(ended))
    return words(
        "period.since" if ended is None else "period.both", start=words.day(started), end=words.day(ended)
    )
