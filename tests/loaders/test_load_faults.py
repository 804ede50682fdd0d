"""Bad input is told in one sentence and the rest goes on; a killed load, and two at once, give what one whole run gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.commands_status import describe_status
from graph.settings import Settings
from loaders.load import load_paths
from loaders.loads import list_loads
from tests.benchmarks.generate import write_table
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

ROOT = Path(__file__).resolve().parents[2]
HEADER = "person,role,organization,started,ended"
AN = "Vi Văn An,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2020-03-01,2023-07-20"
GOOD = f"{HEADER}\n{AN}\n"
OLD = f"{HEADER}\nVi Văn An,Giám đốc,Sở,2020,\n".encode().replace("ă".encode(), b"\xe3")  # as cp1258 has it

# A file's name and bytes; what is said of it, with {path} for where it lies.
BAD = {
    "cot.csv": (
        b"person,role,organization,started,ended,mood\nVi An,X,Y,2020,,\n",
        "cot.csv: the table tenures has no column 'mood'; rename it, or say in a --mapping file what it is "
        "(columns, or ignore to leave it out)",
        "cot.csv: bảng tenures không có cột «mood»; hãy đổi tên, hoặc ghi trong tệp --mapping "
        "(columns, hay ignore để bỏ qua)",
    ),
    "ngay.csv": (
        f"{HEADER}\nVi An,Giám đốc,Sở Thử,31/02/2020,\n".encode(),
        "ngay.csv, row 2, column started: '31/02/2020' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
        "ngay.csv, dòng 2, cột started: «31/02/2020» không phải là ngày; "
        "hãy viết YYYY, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY",
    ),
    "ten.csv": (
        f"{HEADER}\n,Giám đốc,Sở Thử,2020,\n".encode(),
        "ten.csv, row 2, column person: the cell is blank; fill it in",
        "ten.csv, dòng 2, cột person: ô trống; hãy điền",
    ),
    "ma.csv": (
        OLD,
        "ma.csv: byte 43 (line 2) is not UTF-8, perhaps cp1258 or another old encoding; "
        "save the file as UTF-8 (Excel: 'CSV UTF-8')",
        "ma.csv: byte 43 (dòng 2) không phải UTF-8, có lẽ là cp1258 hay bảng mã cũ khác; "
        "hãy lưu lại bằng UTF-8 (Excel: «CSV UTF-8»)",
    ),
    "trong.csv": (
        b"",
        "trong.csv: the file is empty; its first row must name the columns",
        "trong.csv: tệp trống; dòng đầu phải là tên các cột",
    ),
    "so.xlsx": (
        b"person,role\n",
        "so.xlsx: not a readable .xlsx workbook (damaged, under a password, or .xlsx by name only); "
        "save it again from the spreadsheet program",
        "so.xlsx: không phải bảng tính .xlsx đọc được (hỏng, có mật khẩu, hoặc chỉ mang tên .xlsx); "
        "hãy lưu lại từ chương trình bảng tính",
    ),
    "troi.txt": (
        "Hôm nay trời mưa to ở miền Bắc.\n".encode(),
        "{path}: no fact about a post was read; if it has one, look with "
        "python -m loaders extract {path} --why-not 'title'",
        "{path}: không đọc được sự việc nào về chức vụ; nếu bài có, hãy xem bằng "
        "python -m loaders extract {path} --why-not «chức danh»",
    ),
    "anh.bin": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "{path} is a PNG file, which is not read; save it as .docx, as .pdf with text in it, or as .txt (UTF-8)",
        "{path} là tệp PNG, dạng này không đọc được; hãy lưu thành .docx, .pdf có lớp chữ hoặc .txt (UTF-8)",
    ),
    "vang.txt": (
        None,
        "cannot read {path}: No such file or directory; check the path and the right to read it",
        "không đọc được {path}: No such file or directory; hãy kiểm tra đường dẫn và quyền đọc",
    ),
}


@pytest.mark.parametrize(("lang", "error", "which"), [("en", "  error: ", 1), ("vi", "  lỗi: ", 2)])
def test_each_bad_input_is_one_sentence_and_the_rest_loads(
    graph: Graph, tmp_path: Path, lang: str, error: str, which: int
) -> None:
    for name, (content, *_) in BAD.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    (tmp_path / "tot.csv").write_text(GOOD, encoding="utf-8")
    paths = [tmp_path / name for name in [*BAD, "tot.csv"]]
    status, lines, errors = graph.run("load", *paths, "--lang", lang)
    assert (status, errors) == (1, "")
    assert len(lines) == 2 * len(BAD) + 1
    for (name, told), sums, said in zip(BAD.items(), lines[::2], lines[1::2], strict=False):
        expected = str(told[which]).replace("{path}", str(tmp_path / name))
        assert sums.startswith(f"{tmp_path / name}: ")
        assert said == error + expected
    assert lines[-1].startswith(f"{tmp_path / 'tot.csv'}: {'added' if lang == 'en' else 'thêm'} 1, ")
    assert graph.counts()["Claim"] == 1


def test_a_name_of_two_bodies_is_an_error_of_its_row(graph: Graph, tmp_path: Path) -> None:
    bodies = tmp_path / "to-chuc.csv"
    bodies.write_text("organization,place\nSở Thử nghiệm,Lạng Sơn\nSở Thử nghiệm,Cao Bằng\n", encoding="utf-8")
    table = tmp_path / "nguoi.csv"
    rows = ["Vi Văn An,Giám đốc,Sở Thử nghiệm,2020,", "Vi Văn Bình,Giám đốc,Sở Thử nghiệm @ Cao Bằng,2020,"]
    table.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    status, lines, _ = graph.run("load", bodies, table, "--lang", "en", "--published", "2024-01-01")
    assert status == 1
    assert lines == [
        f"{bodies}: added 0, changed 0, closed 0, skipped 0, doubted 0",
        f"{table}: added 1, changed 0, closed 0, skipped 0, doubted 0",
        "  error: nguoi.csv, row 2: 'Sở Thử nghiệm' names 2 bodies; say which by its place: Sở Thử nghiệm @ …",
    ]
    held = graph.store.ask(
        "MATCH (p:Person)-[:HELD]->()-[:IN_POST]->()-[:IN_BODY]->(o) RETURN p.name AS p, o.place AS o"
    )
    assert held == [{"p": "Vi Văn Bình", "o": "Cao Bằng"}]


# --- killed, and two at once -----------------------------------------------------------------------------------

PART = 40
LOADER = """
import os, sys
from pathlib import Path
from graph.settings import Settings
from graph.store import open_store
from loaders.load import load_paths
with open_store(Settings.from_env(os.environ)) as store:
    (report,) = load_paths(store, [Path(sys.argv[1])], part=int(sys.argv[2]))
    assert not report.errors, report.errors
"""


def _start(graph: Graph, table: Path, part: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", LOADER, str(table), str(part)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **graph.environ})


def _wait_for(graph: Graph, claims: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if graph.store.counts().get("Claim", 0) >= claims:
            return
        assert process.poll() is None, "the load ended before it could be killed"
        time.sleep(0.05)
    raise AssertionError("the load did not come so far within a minute")


@pytest.mark.slow
def test_a_load_killed_in_the_middle_goes_on_where_it_stopped(graph: Graph, tmp_path: Path) -> None:
    table = tmp_path / "bang.csv"
    write_table(10 * PART, table)
    process = _start(graph, table, PART)
    try:
        _wait_for(graph, 2 * PART, process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
    left, held = graph.store.counts()["Claim"], graph.store.counts()["Tenure"]
    assert 2 * PART <= left < 10 * PART and left % PART == 0
    (load,) = list_loads(graph.store)
    assert load["unfinished"]
    _, lines, _ = graph.run("loads", "--lang", "en")
    assert lines[0].endswith("  (unfinished)")
    words = describe_status(Settings.from_env(graph.environ), lambda: graph.store)
    assert f"Unfinished load: {load['input']}; run the same load again to go on." in words.en
    assert f"Lần nạp dở dang: {load['input']}; chạy lại cùng lệnh nạp để tiếp tục." in words.vi

    (rest,) = load_paths(graph.store, [table], part=PART)
    resumed, counts = graph.export(tmp_path / "resumed"), graph.counts()
    assert (held + rest.added, rest.skipped, counts["Claim"]) == (counts["Tenure"], left, 10 * PART)
    assert [(row["load"], row["unfinished"]) for row in list_loads(graph.store)] == [(load["load"], False)]

    graph.wipe()
    load_paths(graph.store, [table])
    assert graph.export(tmp_path / "whole") == resumed
    assert graph.counts() == counts


@pytest.mark.slow
def test_two_loads_at_once_give_what_one_after_the_other_gives(graph: Graph, tmp_path: Path) -> None:
    """Two halves of one table: the same sources, and many of the same bodies and persons."""
    write_table(4 * PART, tmp_path / "bang.csv")
    header, *rows = (tmp_path / "bang.csv").read_text("utf-8").splitlines()
    halves = [tmp_path / "le.csv", tmp_path / "chan.csv"]
    for start, half in enumerate(halves):
        half.write_text("\n".join([header, *rows[start::2]]) + "\n", encoding="utf-8")
    processes = [_start(graph, half, PART // 4) for half in halves]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    at_once = graph.export(tmp_path / "at-once")
    assert [(row["unfinished"], row["undone"]) for row in list_loads(graph.store)] == [(False, None)] * 2

    graph.wipe()
    for half in halves:
        (report,) = load_paths(graph.store, [half])
        assert report.added > 0
    assert graph.export(tmp_path / "in-turn") == at_once
    assert at_once["tenures.csv"].count(b"\n") == 4 * PART + 1
