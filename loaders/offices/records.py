"""The two files of boxes → records: a page, its person, its offices with every key that may carry their dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.names import exact_key, nfc, tone_key
from loaders.offices.wikitext import show

_OFFICE = re.compile(r"(?:office|order)(\d*)")
_STARTS = ("term_start{0}", "termstart{0}", "date1{0}", "term{0}")
_ENDS = ("term_end{0}", "termend{0}", "date2{0}")
_DEATHS = ("death_date", "mất")
_NOTE = re.compile(r"\s*\([^()]*\)$")
_COMMENT = re.compile(r"<!--.*?-->|<ref[^<>]*/>|<ref[^<>]*>.*?</ref>", re.DOTALL)
_BIRTH = re.compile(r"\{\{[^{}|]*(?:sinh|birth)[^{}|]*\|(?:\s*df\s*=\s*\w+\s*\|)?\s*(\d{4})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_OLDEST, _YOUNGEST = 1850, 18  # the first year a politician of these pages can be born; how old the youngest is


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a box, as shown; `cleaned` is what the cleaned file has under the same keys."""

    key: str
    line: str
    start: str
    end: str
    place: str
    cleaned: tuple[str, str, str]  # line, start, end


@dataclass(frozen=True, slots=True)
class Record:
    """One page: its id and title, the person's name and year of birth if sane, the offices in the box's order.

    `dead`: the box tells of a death; the day is not kept.
    """

    page: str
    title: str
    person: str
    other_names: tuple[str, ...]
    born: int | None
    offices: tuple[Office, ...]
    dead: bool = False


def read_records(raw: Path, cleaned: Path, copied: date) -> Iterator[Record]:
    """Read both files; raise InputError where one is not such a file."""
    tidy = {page["id"]: page["infobox"] for page in _read_pages(cleaned)}
    for page in _read_pages(raw):
        yield _make_record(page, tidy.get(page["id"], {}), copied)


def _read_pages(path: Path) -> list[dict[str, Any]]:
    try:
        pages = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise InputError(
            vi=f"không đọc được {path} dưới dạng JSON; hãy đưa tệp hộp thông tin của bộ dữ liệu",
            en=f"cannot read {path} as JSON; give the data set's file of boxes",
        ) from problem
    if not isinstance(pages, list) or not all(_is_page(page) for page in pages):
        raise InputError(
            vi=f"{path} không phải danh sách các trang có id, title và infobox; hãy đưa tệp hộp thông tin",
            en=f"{path} is no list of pages with id, title and infobox; give the file of boxes",
        )
    return pages


def _is_page(page: Any) -> bool:
    return isinstance(page, dict) and isinstance(page.get("infobox"), dict) and {"id", "title"} <= set(page)


def _make_record(page: Mapping[str, Any], tidy: Mapping[str, Any], copied: date) -> Record:
    box = {key: value for key, value in page["infobox"].items() if isinstance(value, str)}
    title = nfc(page["title"])
    person = _NOTE.sub("", title)
    named = dict.fromkeys(nfc(line) for line in show(box.get("name", "")).split("\n"))
    other = tuple(name for name in named if _is_name(name) and exact_key(name) != exact_key(person))
    born = _find_birth(box.get("birth_date", ""), copied.year)
    dead = any(show(box.get(key, "")) for key in _DEATHS)
    return Record(str(page["id"]), title, person, other, born, tuple(_offices(box, tidy)), dead)


def _is_name(text: str) -> bool:
    words = text.split(" ")
    return 2 <= len(words) <= 5 and all(word[:1].isupper() and word.isalpha() for word in words)


def _find_birth(wikitext: str, latest: int) -> int | None:
    """Find a sane year of birth; the day on which a note was read is none."""
    text = _COMMENT.sub("", wikitext)
    found = _BIRTH.search(text) or _YEAR.search(show(text))
    year = None if found is None else int(found.group(1))
    return year if year is not None and _OLDEST <= year <= latest - _YOUNGEST else None


def _offices(box: Mapping[str, str], tidy: Mapping[str, Any]) -> Iterator[Office]:
    for key, value in box.items():
        match = _OFFICE.fullmatch(key)
        if match is None or key.startswith("order") and f"office{match[1]}" in box:
            continue
        number = match[1]
        bounds = [_first(box, keys, number) for keys in (_STARTS, _ENDS)]
        other = [_first(tidy, keys, number) for keys in ((key,), _STARTS, _ENDS)]
        place = show(box.get(f"constituency{number}", ""))
        yield Office(key, show(value), bounds[0], bounds[1], place, (other[0], other[1], other[2]))


def _first(box: Mapping[str, Any], keys: tuple[str, ...], number: str) -> str:
    """Show the first of some keys that says anything."""
    for key in keys:
        value = box.get(key.format(number), "")
        text = ", ".join(value) if isinstance(value, list) else value
        if isinstance(text, str) and (shown := show(text)):
            return shown
    return ""


def same_line(line: str, other: str) -> bool:
    """Tell whether two lines say the same words, whatever stands between them."""
    return tone_key(line) == tone_key(other)
