"""One sentence for a person at a date, so that nobody must decode the picture. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.dates import ONE_DAY, end_bound, parse_partial, start_bound
from graph.views.words import Words, plain

Row = Mapping[str, Any]


def make_sentence(name: str, posts: Sequence[Row], at: date, words: Words, *, according: str) -> str:
    """Say which posts a person held on a day and according to whom, the possible ones apart, as Markdown."""
    sure = [row for row in posts if row["certainty"] == "certain"]
    held = {name_post(row, words) for row in sure}  # what is surely held is not "possibly" held besides
    unsure = [row for row in posts if row["certainty"] != "certain" and name_post(row, words) not in held]
    values = {"day": words.day(at), "name": plain(name), "according": according}
    if not posts:
        return words("sentence.nothing", **values)
    if not sure:
        return words("sentence.maybe_only", posts=_list(unsure, words), **values)
    told = words("sentence.held", posts=_list(sure, words), n=words.count("posts", len(sure)), **values)
    return told if not unsure else f"{told} {words('sentence.maybe', posts=_list(unsure, words))}"


def name_post(row: Row, words: Words) -> str:
    """Name a post as one would say it."""
    return words("post", role=row["role"], organization=row["organization"])


def _list(rows: Sequence[Row], words: Words) -> str:
    return "; ".join(f"**{plain(name_post(row, words))}**" for row in rows)


def find_nearest_day(career: Sequence[Row], at: date) -> date | None:
    """Find the day nearest to a given one on which a post was surely held; None where none is known."""
    days: list[date] = []
    for row in career:
        if row["started"] and (start := start_bound(parse_partial(row["started"]))).most:
            days.append(start.most)
        if row["last_attested"]:
            days.append(parse_partial(row["last_attested"]).first)
        if row["ended"] and (end := end_bound(parse_partial(row["ended"]))).least:
            days.append(end.least - ONE_DAY)
    return min(days, key=lambda day: abs(day - at), default=None)


def find_first_day(career: Sequence[Row], at: date) -> date:
    """Find the first day the career speaks of; the given one where it speaks of none."""
    days = [parse_partial(row[name]).first for row in career for name in ("started", "ended") if row[name]]
    return min([*days, at])
