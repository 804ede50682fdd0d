"""A claim as somebody corrects it before it comes in: what is typed takes the place of what was read, and says so.

The sentence and the printed words stay; what hangs on a corrected field is read again from the word lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.by_hand import FIELDS, Field, mark_by_hand
from graph.claims import TABLE_RULE, with_id
from graph.dates import PartialDate, parse_partial
from graph.errors import InputError
from graph.model import EVENTS, Claim, Event
from graph.names import nfc
from loaders.gazetteers import Gazetteers
from loaders.text.claims import read_role, with_known

_NAMES = {
    "person": ("tên người", "the name of the person"),
    "role": ("chức vụ", "the post"),
    "organization": ("cơ quan", "the body"),
}


def is_correctable(claim: Claim) -> bool:
    """Tell whether a person may correct it: a post read in a text. A table is corrected in its own file."""
    return claim.kind == "post" and claim.rule != TABLE_RULE


def printed_role(claim: Claim) -> str | None:
    """Write the role with the word of its capacity, as a reader would print and correct it."""
    role = claim.role
    match claim.capacity:
        case "acting":
            return f"Quyền {role}"
        case "alternate":
            return f"{role} dự khuyết"
        case "in_charge":
            return f"{role} phụ trách" if role is not None and role.startswith("Phó ") else "Phụ trách"
    return role


def until_of(claim: Claim) -> PartialDate | None:
    """The last day that a claim tells of, reached or planned."""
    return claim.end or claim.planned_end


def correct_claim(claim: Claim, typed: Mapping[Field, str], known: Gazetteers, published: date) -> Claim:
    """Put what is typed in the place of what was read; raise InputError for a value that cannot be meant.

    What says the same as was read corrects nothing.
    """
    if not is_correctable(claim):
        raise InputError(
            vi="dòng này không nói ai giữ chức vụ gì: chỉ có thể để nguyên hoặc bỏ ra",
            en="this row does not tell who holds which post: it can stay as it is or be left out",
        )
    read = _read(typed, _as_read(claim))
    fields = [field for field in FIELDS if getattr(read, field) != getattr(_as_read(claim), field)]
    return (
        with_id(mark_by_hand(_put(claim, read, set(fields), known, published=published), fields)) if fields else claim
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """The fields that can be corrected, each as it is meant."""

    event: Event | None
    person: str | None
    role: str | None
    organization: str | None
    date: PartialDate | None
    end: PartialDate | None


def _as_read(claim: Claim) -> _Said:
    return _Said(claim.event, claim.person, printed_role(claim), claim.organization, claim.date, until_of(claim))


def _read(typed: Mapping[Field, str], before: _Said) -> _Said:
    event = next((each for each in EVENTS if each == typed.get("event", before.event)), before.event)
    until = _day(typed["end"]) if "end" in typed else before.end
    if until is not None and "end" in typed and event in ("lose", "hold"):
        raise InputError(
            vi=f"«{typed['end']}»: ngày cuối chỉ có ở dòng «nhận chức» (nhiệm kỳ dự kiến) hoặc «từng giữ»",
            en=f"'{typed['end']}': only who gains a post (until a planned day) or held one has a last day",
        )
    return _Said(
        event,
        _name("person", typed, before.person),
        _name("role", typed, before.role),
        _name("organization", typed, before.organization),
        _day(typed["date"]) if "date" in typed else before.date,
        until,
    )


def _name(field: Field, typed: Mapping[Field, str], before: str | None) -> str | None:
    if field not in typed:
        return before
    name = nfc(typed[field])
    if not any(letter.isalpha() for letter in name):
        vi, en = _NAMES[field]
        raise InputError(
            vi=f"«{name}» không phải là {vi}; hãy ghi {vi}, hoặc bỏ dòng này ra",
            en=f"'{name}' is not {en}; write {en}, or leave this row out",
        )
    return name


def _day(text: str) -> PartialDate | None:
    return parse_partial(text) if text.strip() else None


def _put(claim: Claim, read: _Said, fields: set[str], known: Gazetteers, *, published: date) -> Claim:
    """The claim with what was read anew, and with nothing that hung on what was read before."""
    assert read.role is not None
    assert read.organization is not None
    role, capacity = claim.role, claim.capacity
    if "role" in fields:
        role, capacity, _ = read_role(read.role, read.organization, known)
    new = replace(
        claim,
        event=read.event,
        action=None if "event" in fields else claim.action,  # the verb printed is that of another kind
        person=read.person,
        names=() if "person" in fields else claim.names,  # they are names of the one who was read
        role=role,
        capacity=capacity,
        organization=read.organization,
        date=read.date,
        date_basis=claim.date_basis if read.date is not None else None,
        end=read.end if read.event == "held" else None,
        planned_end=read.end if read.event == "gain" else None,
    )
    return with_known(new, known, published) if fields & {"role", "organization", "date"} else new
