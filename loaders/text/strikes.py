"""Step 4: a past post struck off by discipline (RULES 18): who decided it, under which number, on which day.

The fact stays `held`, as the reading guidelines have it; the decision goes with it to the claim alone.
"""

from __future__ import annotations

from copy import copy

from graph.model import Inferred
from loaders.text.acts import Reader, find_day_around, find_number
from loaders.text.facts import Strike
from loaders.text.frames import Frame, find_dates
from loaders.text.issuers import decide_issuer
from loaders.text.predicates import Predicate

STRUCK_OFF = "xóa tư cách"


def find_strike(reader: Reader, frame: Frame, predicate: Predicate) -> Strike | None:
    """Find the decision that strikes a past post off; what it tells is left to no further clause."""
    if not predicate.struck:
        return None
    seen = copy(frame)
    effective, made, _ = find_dates(reader.page, seen, predicate)
    number, its_day = find_number(seen, predicate, made)
    dated = effective or made or its_day or find_day_around(reader, seen, predicate)
    issuer, inherited = decide_issuer(reader.context, seen, predicate)
    supplied: list[Inferred] = ["issuer"] if issuer is not None and inherited else []
    if dated is not None and dated.inferred:
        supplied.append("date")
    return Strike(
        STRUCK_OFF,
        None if issuer is None else issuer[0],
        number,
        None if dated is None else dated.date,
        None if dated is None else dated.basis,
        tuple(supplied),
    )
