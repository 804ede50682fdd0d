"""The input tables and the columns they need (DESIGN 8); the header of a sheet tells which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from graph.claims import COLUMNS, READING_COLUMNS, SOURCE_COLUMNS
from graph.errors import InputError
from graph.judgements import JUDGEMENT_COLUMNS
from graph.model import Table


@dataclass(frozen=True, slots=True)
class Form:
    """One input table: the columns it must have; which further ones it may have, `graph.claims` says."""

    table: Table | None  # None: judgements, which make no claims
    required: tuple[str, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """Its own columns, without those that name a source."""
        return tuple(COLUMNS[self.table]) if self.table is not None else self.required

    @property
    def name(self) -> str:
        """What the table is called."""
        return self.table or "judgements"

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns it may have; a judgement has no source but the one who judges."""
        return (*self.own, *SOURCE_COLUMNS, *READING_COLUMNS) if self.table is not None else self.own


FORMS = (
    Form("tenures", ("person", "role", "organization", "started", "ended")),
    Form("decisions", ("event", "person", "role", "organization", "date")),
    Form("organizations", ("organization",)),
    Form("changes", ("date", "kind", "from", "to")),
    Form("votes", ("date", "body")),
    Form(None, JUDGEMENT_COLUMNS),
)
ALL_COLUMNS = tuple(dict.fromkeys(column for form in FORMS for column in form.columns))


def form_named(table: str) -> Form | None:
    """Find a table by its name."""
    return next((form for form in FORMS if form.name == table), None)


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Find the known word that the written one was most likely meant for."""
    found = get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None


def find_form(header: Sequence[str], place: str) -> Form:
    """Tell which table a header belongs to; raise InputError where it fits none."""
    named = [column for column in header if column]
    best = max(FORMS, key=lambda form: _fit(form, named))
    if not set(named) & set(best.own):
        tables = "; ".join(f"{form.name} ({', '.join(form.required)})" for form in FORMS)
        raise InputError(
            vi=f"{place}: các cột {', '.join(named) or '(trống)'} không khớp bảng nào; các bảng và cột cần "
            "có: "
            f"{tables}; hoặc dùng --mapping để đặt tên cột",
            en=f"{place}: the columns {', '.join(named) or '(none)'} fit no table; tables and the columns "
            "they "
            f"need: {tables}; or name the columns with --mapping",
        )
    check_header(header, best, place)
    return best


def _fit(form: Form, header: Sequence[str]) -> int:
    known = len(set(header) & set(form.own))
    return known - len(set(form.required) - set(header))


def check_header(header: Sequence[str], form: Form, place: str) -> None:
    """Raise InputError for a column nameless, doubled, unknown or missing."""
    check_names(header, place)
    for column in header:
        if column not in form.columns:
            raise _unknown_column(column, form, place)
    missing = [column for column in form.required if column not in header]
    if missing:
        raise InputError(
            vi=f"{place}: bảng {form.name} thiếu cột {', '.join(missing)}; hãy thêm cột, hoặc chỉ ra bằng --mapping",
            en=f"{place}: the table {form.name} lacks the column {', '.join(missing)}; add it, or point to "
            "it "
            "with --mapping",
        )


def check_names(header: Sequence[str], place: str) -> None:
    """Raise InputError for a column without a name, or two of one name."""
    for position, column in enumerate(header, start=1):
        if not column:
            raise InputError(
                vi=f"{place}: cột thứ {position} không có tên; hãy đặt tên hoặc xóa cột đó",
                en=f"{place}: column {position} has no name; name it or delete the column",
            )
        if column in header[: position - 1]:
            raise InputError(
                vi=f"{place}: cột «{column}» xuất hiện hai lần; hãy bỏ một cột",
                en=f"{place}: the column '{column}' stands twice; remove one of them",
            )


def _unknown_column(column: str, form: Form, place: str) -> InputError:
    near = nearest(column, form.columns)
    vi_near = f"; gần nhất là «{near}»" if near is not None else ""
    en_near = f"; the nearest known one is '{near}'" if near is not None else ""
    return InputError(
        vi=f"{place}: bảng {form.name} không có cột «{column}»{vi_near}; hãy đổi tên, hoặc ghi trong tệp "
        "--mapping (columns, hay ignore để bỏ qua)",
        en=f"{place}: the table {form.name} has no column '{column}'{en_near}; rename it, or say in a "
        "--mapping "
        "file what it is (columns, or ignore to leave it out)",
    )


def missing_column(place: str, header: Sequence[str], column: str, who: str) -> InputError:
    """Make the error for a column that a mapping names and a file does not have."""
    near = nearest(column, header)
    vi_near, en_near = (f"; gần nhất là «{near}»", f"; the nearest is '{near}'") if near is not None else ("", "")
    return InputError(
        vi=f"{place}: không có cột «{column}» mà {who} cần{vi_near}; hãy sửa tệp mapping",
        en=f"{place}: there is no column '{column}', which {who} asks for{en_near}; mend the mapping",
    )
