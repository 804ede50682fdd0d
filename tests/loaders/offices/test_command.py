"""`python -m loaders.offices`, and the sample it made: it is what the command makes now, and our tables take every row."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from loaders.offices.__main__ import main
from loaders.reports import RowError
from loaders.tables import read_table

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "loaders" / "sample" / "vietnam"
TABLES = ("tenures.csv", "decisions.csv")
DATA = ROOT.parent / "shared" / "data" / "vn-politicians-wiki"
PRIVATE = re.compile(r"phu nhân|vợ|chồng|tôn giáo:|dân tộc:|qua đời|bệnh án", re.IGNORECASE)


def files(folder: Path) -> list[str]:
    box = {
        "office": "Bí thư Tỉnh ủy Sơn La",
        "office2": "Thợ cả Xưởng mộc Sông Hồng",
        "office3": "Chủ tịch UBND tỉnh Sơn La",
        "office4": "Bí thư Huyện ủy Mai Sơn",
        "term_start": "2010",
        "term_end": "nay",
        "term_start4": "2005",
    }
    for name in ("raw", "cleaned"):
        (folder / name).write_text(json.dumps([{"id": "7", "title": "Đỗ Văn An", "infobox": box}]), "utf-8")
    return [str(folder / "raw"), str(folder / "cleaned"), str(folder / "out")]


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_it_writes_the_table_tells_the_counts_and_lists_what_was_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.csv"
    assert main([*files(tmp_path), "--report", str(report), "--lang", "en"]) == 0
    [row] = read_csv(tmp_path / "out" / "tenures.csv")
    assert (row["role"], row["started"], row["published"]) == ("Bí thư", "2010", "2025-12-10")
    told = [
        (row["event"], row["role"], row["date"], row["date_basis"])
        for row in read_csv(tmp_path / "out" / "decisions.csv")
    ]
    assert told == [("held", "Chủ tịch", "", ""), ("gain", "Bí thư", "2005", "effective")]
    assert capsys.readouterr().err.splitlines() == [
        "1 people, 4 office lines, 3 tenures; 0 lines name several posts; 1 of them are over with no end in print, of 1 only the start is",
        "  1: begins with no title that is known",
    ]
    [trouble] = read_csv(report)
    assert (trouble["page"], trouble["key"], trouble["reason"]) == ("7", "office2", "no_title")


def test_a_missing_file_is_one_sentence_and_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none"), *files(tmp_path)[1:]]) == 1
    [said] = capsys.readouterr().err.splitlines()
    assert said.startswith("không đọc được ") and said.endswith("hãy đưa tệp hộp thông tin của bộ dữ liệu")


def test_our_tables_take_every_row_of_the_sample() -> None:
    read = [row for name in TABLES for row in read_table(SAMPLE / name, published=None, first_load=date(2026, 1, 1))]
    assert [each.text.en for each in read if isinstance(each, RowError)] == []
    claims = [each.claim for each in read if not isinstance(each, RowError)]
    assert len(claims) > 5000
    assert len({claim.person_id for claim in claims}) > 1250
    assert {claim.id_source for claim in claims} == {"vi.wikipedia.org"}
    assert {claim.capacity for claim in claims} == {"full", "alternate", "acting", "in_charge"}
    assert all(claim.quote for claim in claims)


def test_the_sample_is_small_counted_and_holds_nothing_private() -> None:
    text = "".join((SAMPLE / name).read_text("utf-8") for name in TABLES)
    assert len(text.encode()) < 3_000_000
    assert PRIVATE.search(text) is None
    tenures, endless = (read_csv(SAMPLE / name) for name in TABLES)
    rows = [*tenures, *endless]
    source = (SAMPLE / "SOURCE.md").read_text("utf-8")
    assert f"{len({row['person_id'] for row in rows}):,} people" in source
    assert f"{len(rows):,} tenures" in source
    assert f"{len(endless):,} posts" in source


def test_the_sample_is_what_the_command_makes_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not DATA.exists():
        pytest.skip("the boxes lie in ../shared/data, which this checkout has no copy of beside it")
    raw, cleaned = DATA / "infobox_raw.json", DATA / "infobox_normalized.json"
    assert main([str(raw), str(cleaned), str(tmp_path), "--lang", "en"]) == 0
    assert [(tmp_path / name).read_bytes() for name in TABLES] == [(SAMPLE / name).read_bytes() for name in TABLES]
    said = capsys.readouterr().err
    people, lines, tenures = map(int, re.findall(r"(\d+) (?:people|office lines|tenures)", said))
    unread = sum(int(count) for count, why in re.findall(r"  (\d+): (.+)", said) if why not in ("no post",))
    assert (people > 1250, tenures > 5000) == (True, True)
    assert lines == 5265
    assert unread < lines * 0.03
