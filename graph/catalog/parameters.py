"""The parameters of a question, read by RULES 27: texts become days, numbers, ids, or a QuestionError."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from graph.catalog.bodies import resolve_body, resolve_role
from graph.catalog.header import Param
from graph.catalog.people import resolve_person
from graph.catalog.reading import Asks
from graph.dates import parse_day
from graph.errors import InputError, QuestionError
from graph.names import nfc

Given = str | int | bool | date | None
_LARGEST = 1_000_000_000


def parse_given(question: str, params: Sequence[Param], given: Mapping[str, Given], *, today: date) -> dict[str, Any]:
    """Read what was given without looking at the graph: days, numbers, truths; names stay as they are."""
    _refuse_unknown_names(question, params, given)
    values = {param.name: _parse(param, _text(question, param, given.get(param.name)), today) for param in params}
    _refuse_backward(values)
    return values


def resolve_parameters(params: Sequence[Param], parsed: Mapping[str, Any], store: Asks) -> dict[str, Any]:
    """Turn the names among parsed parameters into ids; a role is one of those of the body asked about."""
    found = {param.name: _resolve(store, param, parsed[param.name]) for param in params}
    body = next((found[param.name] for param in params if param.type == "organization"), None)
    for param in params:
        text = parsed[param.name]
        if param.type == "role" and text is not None:
            lineage = parsed.get("lineage") is True
            found[param.name] = resolve_role(store, param.name, text, body=body, lineage=lineage)
    return found


def _refuse_unknown_names(question: str, params: Sequence[Param], given: Mapping[str, Given]) -> None:
    known = [param.name for param in params]
    for name in given:
        if name not in known:
            raise QuestionError(
                vi=f"câu hỏi {question} không có tham số «{name}»; có: {', '.join(known) or '–'}",
                en=f"the question {question} has no parameter '{name}'; it takes: {', '.join(known) or '–'}",
            )


def _text(question: str, param: Param, value: Given) -> str | None:
    if value is None or (value == "null" and param.default == "null"):
        value = param.default
    if value is None or (isinstance(value, str) and not nfc(value) and param.type != "text"):
        raise QuestionError(
            vi=f"câu hỏi {question} cần tham số {param.name} (kiểu {param.type})",
            en=f"the question {question} needs the parameter {param.name} (a {param.type})",
        )
    if value == "null" and param.default == "null":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return nfc(str(value))


def _parse(param: Param, text: str | None, today: date) -> Any:
    if text is None:
        return None
    if param.type == "day" and text == "today":
        return today
    parse = _PLAIN.get(param.type)
    return text if parse is None else parse(param.name, text)


def _resolve(store: Asks, param: Param, value: Any) -> Any:
    if value is not None and param.type == "person":
        return resolve_person(store, param.name, value)
    if value is not None and param.type == "organization":
        return resolve_body(store, param.name, value)
    return value


def _parse_bool(param: str, text: str) -> bool:
    if text not in ("true", "false"):
        raise QuestionError(
            vi=f"{param}: «{text}» phải là true hoặc false", en=f"{param}: '{text}' must be true or false"
        )
    return text == "true"


def _parse_int(param: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:12]) <= _LARGEST and len(text) < 12):
        raise QuestionError(
            vi=f"{param}: «{text}» phải là số nguyên từ 0 đến {_LARGEST}",
            en=f"{param}: '{text}' must be a whole number from 0 to {_LARGEST}",
        )
    return int(text)


def _parse_day(param: str, text: str) -> date:
    try:
        return parse_day(text)
    except InputError:
        raise QuestionError(
            vi=f"{param}: «{text}» không phải là một ngày; hãy viết YYYY-MM-DD hoặc DD/MM/YYYY",
            en=f"{param}: '{text}' is not a day; write YYYY-MM-DD or DD/MM/YYYY",
        ) from None


_PLAIN: Mapping[str, Callable[[str, str], Any]] = {
    "bool": _parse_bool,
    "int": _parse_int,
    "day": _parse_day,
}


def _refuse_backward(values: Mapping[str, Any]) -> None:
    start, end = values.get("from"), values.get("to")
    if isinstance(start, date) and isinstance(end, date) and start > end:
        raise QuestionError(
            vi=f"from ({start}) đứng sau to ({end}); hãy đổi chỗ hai ngày",
            en=f"from ({start}) is after to ({end}); swap the two days",
        )
