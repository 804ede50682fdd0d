"""Judgements as rows, as nodes and as ids: evidence like claims, kept also while they mean nobody yet (RULES 26)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from graph.ids import make_id
from graph.model import Judgement
from graph.plan import State
from graph.wire import Ask

JUDGEMENT_COLUMNS = ("person_a", "person_b", "verdict", "by", "at", "why")

BY_HAND = "by hand"  # stands among the loads of a judgement, so that no undo takes it away

_ALL = "MATCH (j:Judgement) RETURN properties(j) AS node ORDER BY node.id"


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement with the loads that brought it, BY_HAND among them where it was given on the command line."""

    judgement: Judgement
    loads: tuple[str, ...]


def with_id(judgement: Judgement) -> Judgement:
    """Give a judgement the id that its row makes."""
    return replace(judgement, id=make_id("judgement", *judgement_row(judgement).values()))


def judgement_row(judgement: Judgement) -> dict[str, str]:
    """Write a judgement as a row of its table."""
    values: Mapping[str, str] = asdict(judgement)
    return {name: values[name] for name in JUDGEMENT_COLUMNS}


def judgement_from(node: Mapping[str, Any]) -> Judgement:
    """Read a judgement back from its node."""
    return Judgement(id=node["id"], **{name: node[name] for name in JUDGEMENT_COLUMNS})


def read_judgements(ask: Ask) -> dict[str, StoredJudgement]:
    """Read all judgements: they are made by people, so there are never too many."""
    nodes = (row["node"] for row in ask(_ALL))
    return {node["id"]: StoredJudgement(judgement_from(node), tuple(node.get("loads", ()))) for node in nodes}


def put_judgements(state: State, judgements: Iterable[StoredJudgement]) -> None:
    """Put judgements as nodes."""
    for each in judgements:
        row = judgement_row(each.judgement)
        state.node("Judgement", each.judgement.id, **row, loads=sorted(each.loads))
