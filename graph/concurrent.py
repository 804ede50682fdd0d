"""People with several posts at once, as a page shows them: since when together, and which posts lie in one branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph.dates import parse_partial
from graph.kinds import branch_of
from graph.store import Store

Row = Mapping[str, Any]
_KINDS = "MATCH (o:Organization) WHERE o.id IN $ids RETURN o.id AS id, o.kind AS kind"


def read_branches(store: Store, rows: Iterable[Row]) -> dict[str, str]:
    """Read the branch of each body in rows of `concurrent_posts`, by its id, where its kind tells one."""
    ids = sorted({post["organization_id"] for row in rows for post in row["posts"]})
    found = {row["id"]: branch_of(row["kind"]) for row in store.ask(_KINDS, {"ids": ids})}
    return {id: branch for id, branch in found.items() if branch is not None}


def keep_one_branch(rows: Iterable[Row], branches: Mapping[str, str], least: int) -> list[Row]:
    """Keep the posts of a branch in which a person holds so many, and who has any; numbers are of what is kept."""
    kept = [_of_one_branch(row, branches, least) for row in rows]
    return [row for row in kept if row["posts"]]


def _of_one_branch(row: Row, branches: Mapping[str, str], least: int) -> Row:
    held = Counter(branches.get(post["organization_id"]) for post in row["posts"])
    full = {branch for branch, n in held.items() if branch is not None and n >= least}
    posts = [post for post in row["posts"] if branches.get(post["organization_id"]) in full]
    sure = sum(post["certainty"] == "certain" for post in posts)
    return {**row, "posts": posts, "n": sure, "n_possible": len(posts) - sure}


def put_together(rows: Iterable[Row], at: date) -> list[Row]:
    """Put to each row since when its certain posts were all held together, and for how many days by `at` at the least.

    Both are None for fewer than two such posts, or where the start of one is not known at all.
    """
    return [{**row, **_hold_together(row["posts"], at)} for row in rows]


def _hold_together(posts: Sequence[Row], at: date) -> Row:
    starts = [post["started"] for post in posts if post["certainty"] == "certain"]
    if len(starts) < 2 or None in starts:
        return {"since": None, "days": None}
    last = max(map(parse_partial, starts), key=lambda start: (start.last, start.precision == "day"))
    return {"since": str(last), "days": max((at - last.last).days, 0)}


def put_certain_first(rows: Iterable[Row]) -> list[Row]:
    """Order people by what is certain; the question itself counts the possible posts with them (RULES 33)."""
    return sorted(rows, key=lambda row: (-row["n"], -row["n_possible"]))
