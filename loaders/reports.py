"""What a reading or a load has to say: a claim or judgement of a row, a row not understood, the sums of one file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.errors import CadresError, Lang, Text
from graph.model import Claim, Doubt, Judgement, Source


@dataclass(frozen=True, slots=True)
class TableClaim:
    """One claim with the source that states it and the row it was read from (the header is row 1)."""

    source: Source
    claim: Claim
    row: int


@dataclass(frozen=True, slots=True)
class TableJudgement:
    """One judgement with the row it was read from."""

    judgement: Judgement
    row: int


@dataclass(frozen=True, slots=True)
class RowError:
    """A row, or a whole file (`row` None), that was not understood; `text` says all of it in one sentence."""

    file: str
    row: int | None
    value: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one FILE argument of `load`, or one `undo`, did to the graph, or would do."""

    path: Path
    added: int = 0
    changed: int = 0
    closed: int = 0
    skipped: int = 0
    doubted: int = 0
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[Text, ...] = ()
    errors: tuple[RowError, ...] = ()
    load_id: str | None = None


def file_error(file: str, error: CadresError) -> RowError:
    """Make the report of a file that could not be read at all."""
    return RowError(file, None, None, error.text)


def say_report(report: FileReport, lang: Lang) -> list[str]:
    """Tell a report in lines: the sums, then a line a note, doubt or error."""
    sums = Text(
        vi=f"{report.path}: thêm {report.added}, đổi {report.changed}, kết thúc {report.closed}, "
        f"bỏ qua {report.skipped}, nghi ngờ {report.doubted}",
        en=f"{report.path}: added {report.added}, changed {report.changed}, closed {report.closed}, "
        f"skipped {report.skipped}, doubted {report.doubted}",
    )
    doubt = Text(vi="  nghi ngờ: ", en="  doubt: ").say(lang)
    fault = Text(vi="  lỗi: ", en="  error: ").say(lang)
    lines = [sums.say(lang)]
    lines += [f"  {each.say(lang)}" for each in report.notes]
    lines += [doubt + Text(vi=each.vi, en=each.en).say(lang) for each in report.doubts]
    lines += [fault + each.text.say(lang) for each in report.errors]
    return lines
