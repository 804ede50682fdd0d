"""`python -m loaders.offices`: the boxes of Vietnamese Wikipedia → our tables; what was not read, to --report."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

from graph.dates import parse_day
from graph.errors import CadresError, InputError, Text
from loaders.offices.records import read_records
from loaders.offices.rows import COLUMNS, ENDLESS, Outcome, Trouble, make_rows

COPIED = date(2025, 12, 10)  # the day of the copy that the data set tells of
EXAMPLE = "python -m loaders.offices infobox_raw.json infobox_normalized.json vietnam --report lines.csv"
REASONS = {
    "empty": Text("dòng trống", "nothing printed"),
    "no_post": Text("không phải chức vụ", "no post"),
    "no_title": Text("không mở đầu bằng chức danh đã biết", "begins with no title that is known"),
    "unread": Text("còn chữ không đọc được", "words left over"),
    "no_body": Text("không rõ cơ quan", "the body is not certain"),
    "date": Text("ngày không có thật", "a day that is none"),
    "spells": Text("số mốc đầu và cuối không khớp", "starts and ends do not pair"),
    "reversed": Text("bắt đầu sau khi kết thúc (giữ như trang in)", "starts after its end (kept as printed)"),
}


def main(argv: Sequence[str]) -> int:
    """Run the command line; return its exit status."""
    said = _make_parser().parse_args(argv)
    try:
        outcomes = [
            make_rows(record, said.published) for record in read_records(said.raw, said.cleaned, said.published)
        ]
        write_table(said.folder / "tenures.csv", COLUMNS, (row.values() for one in outcomes for row in one.rows))
        write_table(said.folder / "decisions.csv", ENDLESS, (row.values() for one in outcomes for row in one.endless))
        troubles = [trouble for one in outcomes for trouble in one.troubles]
        if said.report is not None:
            write_table(said.report, [field.name for field in fields(Trouble)], map(astuple, troubles))
    except CadresError as error:
        sys.stderr.write(f"{error.say(said.lang)}\n")
        return error.exit_status
    for text in summarize(outcomes):
        sys.stderr.write(f"{text.say(said.lang)}\n")
    return 0


def write_table(path: Path, header: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a CSV file; raise InputError where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(header)
            table.writerows(rows)
    except OSError as problem:
        raise InputError(
            vi=f"không ghi được {path}: {problem.strerror}; hãy chọn thư mục khác",
            en=f"cannot write {path}: {problem.strerror}; choose another folder",
        ) from problem


def summarize(outcomes: Sequence[Outcome]) -> list[Text]:
    """Count what was read, and by reason what was not."""
    people = sum(1 for one in outcomes if one.rows or one.endless)
    lines, split = sum(one.lines for one in outcomes), sum(one.split for one in outcomes)
    rows = sum(len(one.rows) + len(one.endless) for one in outcomes)
    events = Counter(row["event"] for one in outcomes for row in one.endless)
    reasons = Counter(trouble.reason for one in outcomes for trouble in one.troubles)
    return [
        Text(
            f"{people} người, {lines} dòng chức vụ, {rows} nhiệm kỳ; {split} dòng nêu nhiều chức vụ; "
            f"{events['held']} trong số đó đã hết mà không in ngày kết thúc, {events['gain']} chỉ in ngày bắt đầu",
            f"{people} people, {lines} office lines, {rows} tenures; {split} lines name several posts; "
            f"{events['held']} of them are over with no end in print, of {events['gain']} only the start is",
        ),
        *(
            Text(f"  {count}: {REASONS[reason].vi}", f"  {count}: {REASONS[reason].en}")
            for reason, count in sorted(reasons.items())
        ),
    ]


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m loaders.offices",
        description="Đọc các dòng chức vụ của Wikipedia tiếng Việt. Read the office lines of Vietnamese Wikipedia.",
        epilog=f"Ví dụ / Example: {EXAMPLE}",
    )
    parser.add_argument("raw", type=Path, help="infobox_raw.json")
    parser.add_argument("cleaned", type=Path, help="infobox_normalized.json")
    parser.add_argument("folder", type=Path, help="nơi ghi các bảng / where the tables go")
    parser.add_argument("--published", type=_parse_published, default=COPIED, help="ngày chép trang / day of the copy")
    parser.add_argument("--report", type=Path, help="tệp ghi các dòng không đọc được / file for what was not read")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    return parser


def _parse_published(value: str) -> date:
    try:
        return parse_day(value)
    except InputError as error:
        raise argparse.ArgumentTypeError(f"{error.text.vi} / {error.text.en}") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
