"""Loads on a real server: a second time changes nothing, a dry run writes nothing, an undo gives back what was."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from graph.difference import Difference
from graph.errors import QuestionError
from loaders.load import load_paths
from loaders.loads import foresee_undo, list_loads, undo_load
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

SAMPLE = Path(__file__).parents[2] / "loaders" / "sample"
ANNOUNCEMENT = SAMPLE / "announcement.txt"
HEADER = "person,role,organization,started,ended"
SOURCED = f"{HEADER},source_title,published"
AN = "Vi Văn An,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2020-03-01,2023-07-20"
BINH = "Lò Thị Bình,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2023-07-20,"
PUBLISHED = date(2024, 1, 1)


def _write(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _sums(report: object) -> tuple[int, ...]:
    return tuple(getattr(report, name) for name in ("added", "changed", "closed", "skipped", "doubted"))


def test_loading_twice_changes_nothing_and_says_so(graph: Graph, tmp_path: Path) -> None:
    path = _write(tmp_path, "so.csv", HEADER, AN, BINH)
    (dry,) = load_paths(graph.store, [path], published=PUBLISHED, dry_run=True)
    assert (_sums(dry), dry.load_id, graph.counts(), list_loads(graph.store)) == ((2, 0, 0, 0, 0), None, {}, [])

    (first,) = load_paths(graph.store, [path], published=PUBLISHED)
    counts, exported = graph.counts(), graph.export(tmp_path / "once")
    assert (_sums(first), first.errors) == ((2, 0, 0, 0, 0), ())
    assert (counts["Tenure"], counts["Person"], counts["Post"], counts["Claim"], counts["Source"]) == (2, 2, 1, 2, 1)
    (again,) = load_paths(graph.store, [path], published=PUBLISHED)
    assert (_sums(again), again.load_id, again.errors) == ((0, 0, 0, 2, 0), None, ())
    assert graph.counts() == counts
    assert graph.export(tmp_path / "twice") == exported
    (row,) = list_loads(graph.store)
    assert (row["load"], row["unfinished"], row["undone"], row["sources"]) == (first.load_id, False, None, 1)
    assert row["input"].startswith("so.csv (")


def test_what_a_load_does_to_stored_tenures_is_counted(graph: Graph, tmp_path: Path) -> None:
    opened = _write(tmp_path, "a.csv", HEADER, AN.replace("2023-07-20", ""))
    closed = _write(tmp_path, "b.csv", "event,person,role,organization,date", "lose," + AN.replace("2020-03-01,", ""))
    load_paths(graph.store, [opened], published=date(2021, 1, 1))
    (report,) = load_paths(graph.store, [closed], published=PUBLISHED)
    assert _sums(report) == (0, 0, 1, 0, 0)
    assert report.load_id is not None
    foreseen = foresee_undo(graph.store, report.load_id)
    assert foreseen is not None and foreseen.difference == Difference(reopened=1)
    assert graph.store.ask("MATCH (t:Tenure) RETURN t.ended AS ended") == [{"ended": "2023-07-20"}]
    assert undo_load(graph.store, report.load_id) == foreseen
    assert graph.store.ask("MATCH (t:Tenure) RETURN t.ended AS ended") == [{"ended": None}]


def test_a_folder_is_one_load(graph: Graph, tmp_path: Path) -> None:
    _write(tmp_path / "nguon", "1.csv", HEADER, AN)
    _write(tmp_path / "nguon", "2.csv", HEADER, BINH)
    (report,) = load_paths(graph.store, [tmp_path / "nguon"], published=PUBLISHED)
    assert _sums(report) == (2, 0, 0, 0, 0)
    (row,) = list_loads(graph.store)
    assert (row["load"], row["sources"]) == (report.load_id, 2)


def test_strict_loads_all_or_nothing_and_else_the_rest_goes_on(graph: Graph, tmp_path: Path) -> None:
    bad = _write(tmp_path, "xau.csv", HEADER, AN, "Vi Văn Cường,Giám đốc,Sở Y tế tỉnh Lạng Sơn,hôm qua,", BINH)
    good = _write(tmp_path, "tot.csv", HEADER, "Hà Thị Đào,Chủ tịch,Hội Thử,2020,")
    reports = load_paths(graph.store, [bad, good], published=PUBLISHED, strict=True)
    assert [(report.added, len(report.errors)) for report in reports] == [(0, 1), (1, 0)]
    assert graph.counts()["Claim"] == 1
    reports = load_paths(graph.store, [bad, good], published=PUBLISHED)
    assert [(report.added, report.skipped, len(report.errors)) for report in reports] == [(2, 0, 1), (0, 1, 0)]
    assert reports[0].errors[0].row == 3
    assert graph.counts()["Claim"] == 3


def test_an_undo_gives_the_graph_that_never_saw_the_load(graph: Graph, tmp_path: Path) -> None:
    """The sample's tables speak of the people and bodies of the announcement too."""
    tables = sorted(SAMPLE.glob("*.csv"))
    reports = load_paths(graph.store, tables)
    assert [report.errors for report in reports] == [()] * 5
    before, counts = graph.export(tmp_path / "before"), graph.counts()
    (report,) = load_paths(graph.store, [ANNOUNCEMENT])
    assert report.load_id is not None
    assert graph.export(tmp_path / "with") != before
    foreseen = foresee_undo(graph.store, report.load_id)
    assert undo_load(graph.store, report.load_id) == foreseen
    assert graph.export(tmp_path / "after") == before
    assert graph.counts() == counts
    assert [row["load"] for row in list_loads(graph.store) if row["undone"]] == [report.load_id]

    for load in (report.load_id, "load-khong-co"):
        with pytest.raises(QuestionError) as caught:
            undo_load(graph.store, load)
        assert caught.value.text.en == (
            f"no load with the id '{load}' is in the graph (maybe it was taken back already); "
            "see the page Loads or python -m loaders loads"
        )
        assert caught.value.text.vi == (
            f"không có lần nạp nào mang mã «{load}» trong đồ thị (có thể đã được gỡ rồi); "
            "xem trang Các lần nạp hoặc python -m loaders loads"
        )


def test_another_day_of_publication_is_an_error_that_names_the_undo(graph: Graph, tmp_path: Path) -> None:
    path = _write(tmp_path, "so.csv", HEADER, AN)
    (first,) = load_paths(graph.store, [path], published=PUBLISHED)
    (other,) = load_paths(graph.store, [path], published=date(2024, 1, 2))
    (error,) = other.errors
    assert (other.added, other.load_id) == (0, None)
    assert error.text.en == (
        "The source 'so.csv' was loaded as published on 2024-01-01, now it says 2024-01-02; "
        f"to change the day, first take the old load back: python -m loaders undo {first.load_id}"
    )
    assert f"python -m loaders undo {first.load_id}" in error.text.vi
    (without,) = load_paths(graph.store, [path])
    assert (without.errors, without.skipped) == ((), 1)


def test_an_edited_file_is_a_doubt_that_names_the_undo(graph: Graph, tmp_path: Path) -> None:
    (first,) = load_paths(graph.store, [_write(tmp_path, "so.csv", HEADER, AN)], published=PUBLISHED)
    (edited,) = load_paths(graph.store, [_write(tmp_path, "so.csv", HEADER, AN, BINH)], published=PUBLISHED)
    told = [doubt for doubt in edited.doubts if doubt.kind == "edited"]
    assert [doubt.en for doubt in told] == [
        "a file 'so.csv' was loaded before with other content; if this one replaces it, "
        f"take the old one back: python -m loaders undo {first.load_id}"
    ]
    assert told[0].vi.endswith(f"python -m loaders undo {first.load_id}")
    assert first.load_id is not None
    undo_load(graph.store, first.load_id)
    after = graph.export(tmp_path / "after")
    (again,) = load_paths(graph.store, [tmp_path / "so.csv"], published=PUBLISHED)
    assert [doubt.kind for doubt in again.doubts] == []
    graph.wipe()
    load_paths(graph.store, [tmp_path / "so.csv"], published=PUBLISHED)
    assert graph.export(tmp_path / "alone") == after


def test_a_load_in_parts_remembers_what_another_brought_before_it(graph: Graph, tmp_path: Path) -> None:
    """The second table has all of the first and more: once the first is taken back, the second stands as if alone."""
    rows = [f"Vi Văn {name},Giám đốc,Sở {name},2020,,Danh bạ,2024-01-01" for name in ("An", "Bình", "Cường", "Đào")]
    old = _write(tmp_path, "cu.csv", SOURCED, *rows[:3])
    new = _write(tmp_path, "moi.csv", SOURCED, *rows)
    (first,) = load_paths(graph.store, [old], part=2)
    (second,) = load_paths(graph.store, [new], part=2)
    assert [(row["unfinished"], row["undone"]) for row in list_loads(graph.store)] == [(False, None)] * 2
    assert (first.added, second.added, second.skipped) == (3, 1, 3)
    assert first.load_id is not None
    undo_load(graph.store, first.load_id, part=2)
    kept = graph.export(tmp_path / "kept")
    graph.wipe()
    load_paths(graph.store, [new])
    assert graph.export(tmp_path / "alone") == kept


def test_decomposed_letters_give_the_same_graph(graph: Graph, tmp_path: Path) -> None:
    lines = [SOURCED, f"{AN},Danh bạ,2024-01-01", f"{BINH},Danh bạ,2024-01-01"]
    load_paths(graph.store, [_write(tmp_path, "nfc.csv", *lines), ANNOUNCEMENT])
    composed, told = graph.export(tmp_path / "nfc"), _tenures(graph)
    graph.wipe()
    table = _write(tmp_path, "nfd.csv", *(unicodedata.normalize("NFD", line) for line in lines))
    text = _write(tmp_path, "bai.txt", unicodedata.normalize("NFD", ANNOUNCEMENT.read_text("utf-8")))
    load_paths(graph.store, [table, text])
    # The bytes of the text are others, and so its source and ids; the table names its source.
    assert graph.export(tmp_path / "nfd")["tenures.csv"] == composed["tenures.csv"]
    assert _tenures(graph) == told
    assert len(told) == 22


def _tenures(graph: Graph) -> list[tuple[object, ...]]:
    rows = graph.store.ask(
        "MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(post)-[:IN_BODY]->(o) "
        "RETURN p.name AS p, p.names AS names, post.title AS post, o.name AS o, t.started AS s, t.ended AS e "
        "ORDER BY p, post"
    )
    return [tuple(str(value) for value in row.values()) for row in rows]
