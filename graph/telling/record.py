"""Chains of evidence as values that JSON can carry: `{"person": …, "tenures": [chain, …]}`, null for what is not known.

- person: id, name, names, printed (list of {name, n}), born, own_ids, former_ids, joined_by,
  maybe_same (list of {id, name, score, reasons}), verdicts (list of {id, name, verdict, by, at, why})
- chain: id, post_id, organization_id, started, started_min, started_max, started_basis, ended, ended_min, ended_max,
  ended_basis, capacity, term, last_attested, planned_end, role, organization, conclusion (sentences in the language
  asked for), sources (how many, copies of a story counted once), decisions, claims
- decision: direction (opened, closed), action, decision (its id), number, issuer, date, date_basis
- claim: n (its number in the sentences), id, own (false: it is another's, and ended the tenure), tells (what it tells:
  start, end, capacity, term, planned_end, last_attested), statement (a sentence), kind, event, action, person, role,
  organization, capacity, term, issuer, number, date, date_basis, end, planned_end, quote, printed (columns of the row
  or slots of the text, as printed), rule, inferred (list of {field, words}), source, copy_of (the id of the source
  that told the story first), loads
- source: id, title, publisher, published, published_basis (stated, inferred, loaded), url
- load: id, at, input, undo
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from graph.dates import Bound
from graph.evidence import PARTS, Chain, Profile, Statement, find_parts
from graph.model import Source, Tenure
from graph.sources import LoadInfo
from graph.telling.conclusion import tell_conclusion
from graph.telling.numbers import Numbered
from graph.telling.statement import say_inferred, tell_statement, undo_command
from graph.words import Words

_AS_READ = ("kind", "event", "action", "person", "role", "organization", "capacity", "term", "issuer", "number")


def make_record(profile: Profile, chains: list[Chain], words: Words) -> dict[str, Any]:
    """Make the record of a person and the chains of some tenures."""
    return {"person": _of_profile(profile), "tenures": [_of_chain(chain, words) for chain in chains]}


def _of_profile(profile: Profile) -> dict[str, Any]:
    printed = [{"name": name, "n": n} for name, n in profile.printed]
    verdicts = [{**asdict(each), "at": _text(each.at)} for each in profile.verdicts]
    return {**asdict(profile), "printed": printed, "verdicts": verdicts}


def _of_chain(chain: Chain, words: Words) -> dict[str, Any]:
    numbered = Numbered(chain)
    return {
        **_of_tenure(chain.tenure),
        "role": chain.role,
        "organization": chain.body,
        "conclusion": tell_conclusion(numbered, words),
        "sources": len({each.story for each in chain.statements}),
        "decisions": [asdict(entry) for entry in chain.ledger],
        "claims": [_of_statement(statement, numbered, words) for statement in numbered.statements],
    }


def _of_tenure(tenure: Tenure) -> dict[str, Any]:
    return {
        "id": tenure.id,
        "post_id": tenure.post,
        "organization_id": tenure.organization,
        "started": _text(tenure.started),
        **_of_bound("started", tenure.start),
        "started_basis": tenure.started_basis,
        "ended": _text(tenure.ended),
        **_of_bound("ended", tenure.end),
        "ended_basis": tenure.ended_basis,
        "capacity": tenure.capacity,
        "term": tenure.term,
        "last_attested": _text(tenure.last_attested),
        "planned_end": _text(tenure.planned_end),
    }


def _of_bound(name: str, bound: Bound) -> dict[str, str | None]:
    return {f"{name}_min": _text(bound.least), f"{name}_max": _text(bound.most)}


def _of_statement(statement: Statement, numbered: Numbered, words: Words) -> dict[str, Any]:
    claim, chain = statement.claim, numbered.chain
    own = statement in chain.statements
    tells = find_parts(statement, chain.tenure) if own else frozenset({"end"})
    return {
        "n": numbered.number(statement),
        "id": claim.id,
        "own": own,
        "tells": [part for part in PARTS if part in tells],
        "statement": tell_statement(statement, numbered, words),
        **{name: getattr(claim, name) for name in _AS_READ},
        "date": _text(claim.date),
        "date_basis": claim.date_basis,
        "end": _text(claim.end),
        "planned_end": _text(claim.planned_end),
        "quote": claim.quote,
        "printed": statement.printed,
        "rule": claim.rule,
        "inferred": [{"field": each, "words": say_inferred(each, claim.rule, words)} for each in claim.inferred],
        "source": _of_source(statement.source),
        "copy_of": statement.copy_of,
        "loads": [_of_load(load) for load in statement.loads],
    }


def _of_source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": _text(source.published),
        "published_basis": source.published_basis,
        "url": source.url,
    }


def _of_load(load: LoadInfo) -> dict[str, Any]:
    return {"id": load.id, "at": load.at.isoformat(), "input": load.input, "undo": undo_command(load)}


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
