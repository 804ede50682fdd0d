"""What a Cypher text says of itself: its parameters and columns. Strings and comments are not read."""

from __future__ import annotations

import re

_SKIPPED = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_PARAMETER = re.compile(r"\$(\w+)")
_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_AFTER_COLUMNS = re.compile(r"\b(?:ORDER\s+BY|SKIP|OFFSET|LIMIT)\b", re.IGNORECASE)
_ALIAS = re.compile(r"(?:.*\bAS\s+)?`?(\w+)`?\s*", re.IGNORECASE | re.DOTALL)
_OPENING, _CLOSING = "([{", ")]}"


def find_parameters(cypher: str) -> frozenset[str]:
    """Name the `$parameters` that a query uses."""
    return frozenset(_PARAMETER.findall(_code(cypher)))


def find_columns(cypher: str) -> tuple[str, ...]:
    """Name the columns of the last RETURN that stands in no subquery; none if there is no such RETURN."""
    code = _code(cypher)
    depths = _depths(code)
    starts = [found.end() for found in _RETURN.finditer(code) if depths[found.start()] == 0]
    if not starts:
        return ()
    ends = [found.start() for found in _AFTER_COLUMNS.finditer(code, starts[-1]) if depths[found.start()] == 0]
    items = _split(code[starts[-1] : min(ends, default=len(code))].rstrip("; \n"))
    return tuple(found.group(1) if (found := _ALIAS.fullmatch(item)) else item.strip() for item in items)


def _code(cypher: str) -> str:
    return _SKIPPED.sub(lambda found: "''" if found.group()[0] in "'\"" else "", cypher)


def _depths(code: str) -> list[int]:
    depths, depth = [], 0
    for char in code:
        depth += (char in _OPENING) - (char in _CLOSING)
        depths.append(depth)
    return depths


def _split(columns: str) -> list[str]:
    depths = _depths(columns)
    cuts = [place for place, char in enumerate(columns) if char == "," and depths[place] == 0]
    return [columns[start + 1 : end] for start, end in zip([-1, *cuts], [*cuts, len(columns)], strict=True)]
