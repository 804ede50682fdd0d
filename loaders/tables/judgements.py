"""A row of the table of judgements: who was judged to be, or not to be, one with whom (RULES 26)."""

from __future__ import annotations

import re
from datetime import datetime

from graph.errors import Text
from graph.identity.judged import mark_of
from graph.judgements import with_id
from graph.model import VERDICTS, Judgement
from loaders.tables.cells import Row

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?")


def make_judgement(row: Row) -> Judgement:
    """Read a row as the judgement it is; raise CellError where a cell is not understood."""
    verdict = row.word("verdict", VERDICTS)
    if verdict is None:
        row.needed("verdict")
    assert verdict is not None
    judgement = Judgement(
        id="",
        person_a=row.name("person_a"),
        person_b=row.name("person_b"),
        verdict=verdict,
        by=row.needed("by"),
        at=_read_moment(row),
        why=row.needed("why"),
    )
    if mark_of(judgement.person_a) == mark_of(judgement.person_b):
        why = Text("trùng với person_a; hãy chỉ rõ bằng mã", "the same as person_a; tell the two apart by their ids")
        raise row.fail("person_b", why)
    return with_id(judgement)


def _read_moment(row: Row) -> str:
    """Read the day or moment of judging; a day is kept as a day."""
    value = row.needed("at")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or _DAY.fullmatch(value) is None:
        why = Text(
            "cần một ngày, ví dụ 2023-07-20, hay một thời điểm ISO 8601",
            "a day is needed, such as 2023-07-20, or a moment in ISO 8601",
        )
        raise row.fail("at", why)
    return value.replace(" ", "T")
