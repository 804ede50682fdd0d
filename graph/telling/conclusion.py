"""What is concluded of a tenure, sentence by sentence: each says on what it rests, and what was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.dates import Bound, PartialDate, end_bound, start_bound
from graph.decisions import decision_id
from graph.evidence import Chain, LedgerEntry, Part, Statement, find_telling
from graph.model import Inferred, Tenure
from graph.telling.numbers import Numbered
from graph.words import Words

_BOUNDS: tuple[Part, ...] = ("start", "end")
_OF_ALL: tuple[Inferred, ...] = ("person", "role", "organization")


def tell_headline(chain: Chain, words: Words) -> str:
    """Say who held which post."""
    capacity = chain.tenure.capacity
    aside = "" if capacity == "full" else f" ({words('capacity.' + capacity)})"
    return f"{chain.name}: {words('post', role=chain.role, organization=chain.body)}{aside}"


def tell_conclusion(numbered: Numbered, words: Words) -> list[str]:
    """Say start, end, certainty, capacity and term of a tenure, each with the statements that tell it."""
    chain = numbered.chain
    return [
        _start(numbered, words),
        _end(numbered, words),
        *_certainty(chain.tenure, words),
        *_facts(numbered, words),
        *_supplied(numbered, words),
        _counted(chain.statements, words),
    ]


def tell_ledger(numbered: Numbered, words: Words) -> list[str]:
    """Say which decisions opened and closed a tenure."""
    chain = numbered.chain
    if not chain.ledger:
        return [words("why.decisions.none")]
    return [_entry(entry, numbered, words) for entry in chain.ledger]


def _entry(entry: LedgerEntry, numbered: Numbered, words: Words) -> str:
    named = "number" if entry.number else "unnumbered"
    name = words(f"why.decision.{named}", number=entry.number)
    if entry.issuer:
        name = f"{name} {words('why.decision.issuer', issuer=entry.issuer)}"
    parts = [words(f"why.{entry.direction}", decision=name)]
    if entry.date:
        basis = words.named("basis", entry.date_basis or "")
        parts.append(words("why.decision.day", day=words.day(entry.date), basis=basis))
    if entry.action:
        parts.append(words("why.decision.action", action=entry.action))
    told = [each for each in numbered.chain.statements if decision_id(each.claim) == entry.decision]
    return f"{', '.join(parts)}{numbered.refs(told)}. ({entry.decision})"


def _start(numbered: Numbered, words: Words) -> str:
    tenure = numbered.chain.tenure
    day = words.day(str(tenure.started) if tenure.started is not None else tenure.start.least)
    said = words(f"why.start.{_start_key(tenure)}", day=day, refs=numbered.telling("start"))
    meant = start_bound(tenure.started) if tenure.started is not None else None
    return f"{said}{_meaning(tenure.started, tenure.start, meant, words)}"


def _start_key(tenure: Tenure) -> str:
    if tenure.started_basis in ("attested", "closing_only"):
        return tenure.started_basis
    if tenure.start.most is None:
        return "former"
    return tenure.started_basis if tenure.started is not None else "undated"


def _end(numbered: Numbered, words: Words) -> str:
    chain = numbered.chain
    tenure = chain.tenure
    if tenure.ended_basis is None:
        return words("why.end.open")
    key: str = tenure.ended_basis
    if key == "replaced" and any(cause.person == tenure.person for cause in chain.causes):
        key = "promoted"
    refs = numbered.telling("end") or numbered.refs(chain.causes)
    said = words(f"why.end.{key}", day=_end_day(tenure, words), refs=refs)
    meant = end_bound(tenure.ended) if tenure.ended is not None else None
    return f"{said}{_meaning(tenure.ended, tenure.end, meant, words)}"


def _end_day(tenure: Tenure, words: Words) -> str:
    if tenure.ended is not None:
        return words.day(str(tenure.ended))
    most = words.day(tenure.end.most)
    if tenure.end.least is None:
        return words("why.day.by", most=most)
    return words("why.day.between", least=words.day(tenure.end.least), most=most)


def _meaning(printed: PartialDate | None, bound: Bound, meant: Bound | None, words: Words) -> str:
    """Say what days a year or month can mean, and where further sources narrow or contradict it."""
    if printed is None or meant is None:
        return ""
    days = {"least": words.day(bound.least), "most": words.day(bound.most)}
    if bound != meant:
        return " " + words("why.narrowed" if meant.holds(bound) else "why.contradicts", **days)
    if printed.precision == "day":
        return ""
    return " " + words("why.means", printed=words.day(str(printed)), **days)


def _certainty(tenure: Tenure, words: Words) -> Iterator[str]:
    start, end = tenure.start, tenure.end
    if start.least is None or start.most is None:
        yield words("why.unlisted")
        return
    if end.least is None or start.most < end.least:
        key = "why.certain.open" if end.least is None else "why.certain.until"
        yield words(key, start=words.day(start.most), end=words.day(end.least))
    else:
        yield words("why.certain.never")
    wider = (start.least, end.most) != (start.most, end.least)
    if wider and (end.most is None or start.least < end.most):
        key = "why.possible.open" if end.most is None else "why.possible.until"
        yield words(key, start=words.day(start.least), end=words.day(end.most))


def _facts(numbered: Numbered, words: Words) -> Iterator[str]:
    """Say capacity, term, last sight and planned end."""
    tenure = numbered.chain.tenure
    if tenure.capacity == "full":
        yield words("why.capacity.full")
    else:
        capacity = words(f"capacity.{tenure.capacity}")
        yield words("why.capacity.other", capacity=capacity, refs=numbered.telling("capacity"))
    if tenure.term is None:
        yield words("why.term.none")
    else:
        yield words("why.term", term=tenure.term, refs=numbered.telling("term"))
    days: tuple[tuple[Part, object], ...] = (
        ("last_attested", tenure.last_attested),
        ("planned_end", tenure.planned_end),
    )
    for part, day in days:
        if day is not None:
            yield words(f"why.{part}", day=words.day(str(day)), refs=numbered.telling(part))


def _supplied(numbered: Numbered, words: Words) -> Iterator[str]:
    """Say which parts rest only on what a loader completed or supplied."""
    chain = numbered.chain
    bounds: list[Statement] = []
    for part in _BOUNDS:
        dated = [each for each in find_telling(chain, part) if each.claim.date is not None]
        bounds += dated if _all_inferred(dated, "date") else []
    if bounds:
        yield words("why.uses.date", refs=numbered.refs(bounds))
    own = [each for each in chain.statements if each.post == chain.tenure.post]
    for field in _OF_ALL:
        if _all_inferred(own, field):
            yield words(f"why.uses.{field}", refs=numbered.refs(own))
    seen = {each.claim.id: each for part in _seen_parts(chain.tenure) for each in find_telling(chain, part)}
    if seen and all(each.source.published_basis != "stated" for each in seen.values()):
        yield words("why.uses.published", refs=numbered.refs(seen.values()))


def _seen_parts(tenure: Tenure) -> tuple[Part, ...]:
    """The parts whose day is that of a publication."""
    undated = tenure.started is None and tenure.start.least is not None
    return ("start", "last_attested") if undated else ("last_attested",)


def _all_inferred(statements: Sequence[Statement], field: Inferred) -> bool:
    return bool(statements) and all(field in each.claim.inferred for each in statements)


def _counted(statements: Iterable[Statement], words: Words) -> str:
    told = list(statements)
    stories = {each.story for each in told}
    return f"{words.count('why.rests', len(told))} {words.count('why.rests.sources', len(stories))}"
