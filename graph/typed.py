"""What a user typed for the console, looked at before it goes to the server: its length, its nesting, its values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from graph import refusals

MAX_TEXT = 50_000
MAX_NESTING = 100  # the server parses some hundred brackets in one another for minutes
# What brackets in the text don't count in: strings, quoted names, remarks.
_QUOTED = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `[^`]*` | //[^\n]* | /\*.*?\*/""", re.DOTALL | re.VERBOSE
)


def check_typed(text: str, params: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the parameters as they may be sent; raise ConsoleError for what the server should not be given."""
    if len(text) > MAX_TEXT:
        raise refusals.refused(refusals.too_long(MAX_TEXT))
    if _nesting(text) > MAX_NESTING:
        raise refusals.refused(refusals.too_nested(MAX_NESTING))
    given = dict(params or {})
    try:
        json.dumps([text, given], ensure_ascii=False, allow_nan=False, default=_write_day).encode()
        _refuse_large_numbers(given)
    except (TypeError, ValueError, RecursionError) as error:
        raise refusals.refused(refusals.parameters(str(error))) from error
    return given


def _write_day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r:.40}")


def _nesting(text: str) -> int:
    depth = most = 0
    for char in _QUOTED.sub("", text):
        depth += (char in "([{") - (char in ")]}")
        most = max(most, depth)
    return most


def _refuse_large_numbers(value: Any) -> None:
    match value:
        case int() if not -(2**63) <= value < 2**63:
            raise ValueError(f"{value}"[:40])
        case list() | tuple():
            for item in value:
                _refuse_large_numbers(item)
        case dict():
            for item in value.values():
                _refuse_large_numbers(item)
