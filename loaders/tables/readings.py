"""How a claim was first read, kept by an export beside its row: the rule, what was completed, the words printed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

from graph.claims import TABLE_RULE, raw_row
from graph.errors import Text
from graph.model import Claim, Inferred
from loaders.tables.cells import CellError, Row
from loaders.tables.columns import nearest

INFERRED: tuple[Inferred, ...] = get_args(Inferred)


def read_rule(row: Row) -> str:
    """Tell by which rule a row's claim was read; a row that says none is its own."""
    return row.text("rule") or TABLE_RULE


def read_raw(row: Row) -> str:
    """Give what was printed: as an earlier reading kept it, else the row's own cells."""
    kept = row.verbatim("printed")
    if kept is None:
        return raw_row(row.printed)
    try:
        slots = json.loads(kept)
    except json.JSONDecodeError:
        slots = None
    if not isinstance(slots, dict) or not all(isinstance(text, str) for text in slots.values()):
        raise row.fail(
            "printed",
            Text(
                'cột này giữ nguyên văn dạng {"cột": "chữ in"} do export ghi; hãy để trống',
                'the column keeps what was printed as {"column": "words"}, as an export writes it; leave it blank',
            ),
        )
    return kept


def with_reading(claim: Claim, row: Row) -> Claim:
    """Add what an earlier reading completed or supplied to what this one did."""
    known: dict[str, Inferred] = {word: word for word in INFERRED}
    fields = []
    for word in row.list("inferred"):
        if word not in known:
            raise _unknown(row, word)
        fields.append(known[word])
    return replace(claim, inferred=tuple(dict.fromkeys((*fields, *claim.inferred))))


def _unknown(row: Row, word: str) -> CellError:
    near, words = nearest(word, INFERRED), ", ".join(INFERRED)
    why = Text(f"cột này nhận {words}", f"the column takes {words}")
    if near is not None:
        why = Text(f"{why.vi}; gần nhất là «{near}»", f"{why.en}; the nearest is '{near}'")
    return row.fail("inferred", why)
