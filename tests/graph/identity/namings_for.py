"""Namings for the tests of identity: a name, and what a test says besides."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.identity.namings import Naming, Service
from graph.judgements import with_id
from graph.model import Judgement, Verdict


def naming(claim: str, person: str = "Lê An", **more: Any) -> Naming:
    given: dict[str, Any] = {
        "names": (),
        "ref": None,
        "born": None,
        "post": claim,
        "source": claim,
        "decision": None,
        "roster": None,
    }
    return Naming(claim=claim, person=person, **{**given, **more})


def served(body: str, first: str, last: str, *, place: str | None = None, level: str | None = None) -> Service:
    return Service(body, place, level, date.fromisoformat(first), date.fromisoformat(last))


def seen(first: str, last: str, left: str | None = None, *, begun: bool = True) -> Service:
    """A claim in the post `p`, of which these tests say nothing more."""
    end = date.fromisoformat(left) if left is not None else None
    return Service("p", None, None, date.fromisoformat(first), date.fromisoformat(last), begun, end)


def judged(a: str, b: str, verdict: Verdict, at: str = "2024-01-01") -> Judgement:
    return with_id(Judgement("", a, b, verdict, "Hoa", at, "vì thế"))
