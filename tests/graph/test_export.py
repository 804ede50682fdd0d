"""What `export csv` writes, loaded into an empty graph, is the same graph byte for byte (DESIGN 2.3, 8)."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from graph.claims import make_source_id, source_cells
from graph.errors import InputError
from graph.export import export_csv
from graph.model import Source
from loaders.load import load_paths
from tests.graph_on_trial import Graph, read_folder

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

SAMPLE = Path(__file__).parents[2] / "loaders" / "sample"
TENURES = "person,role,organization,started,ended"
DAY = date(2023, 7, 20)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def _there_and_back(graph: Graph, folder: Path) -> dict[str, bytes]:
    """Export, load that into an empty graph, export again; both must be equal."""
    first = graph.export(folder / "first")
    graph.wipe()
    (report,) = load_paths(graph.store, [folder / "first"])
    assert report.errors == ()
    assert graph.export(folder / "again") == first
    return first


def test_the_sample_comes_back_byte_for_byte(graph: Graph, tmp_path: Path) -> None:
    for report in load_paths(graph.store, [*sorted(SAMPLE.glob("*.csv")), SAMPLE / "announcement.txt"]):
        assert report.errors == ()
    written = _there_and_back(graph, tmp_path)
    assert sorted(written) == [
        "changes.csv",
        "concluded/decisions.csv",
        "concluded/people.csv",
        "concluded/posts.csv",
        "concluded/tenures.csv",
        "decisions.csv",
        "organizations.csv",
        "tenures.csv",
        "votes.csv",
    ]
    # The header of each sample table is its first line: 280 rows of tenures, 71 of organizations, 24 of changes.
    assert [len(_rows(written[f"{name}.csv"])) for name in ("tenures", "organizations", "changes")] == [280, 71, 24]
    # 39 rows of decisions and the announcement's twenty facts; 9 votes and the one of the announcement.
    assert [len(_rows(written[f"{name}.csv"])) for name in ("decisions", "votes")] == [59, 10]


def test_what_an_export_looks_like(graph: Graph, tmp_path: Path) -> None:
    table = tmp_path / "so.csv"
    row = 'Vi Văn An,Giám đốc,Sở Y tế tỉnh Lạng Sơn,03/2020,2023,,,,"Ông ""An"", giám đốc"'
    table.write_text(f"{TENURES},born,capacity,term,quote\n{row}\n", encoding="utf-8")
    load_paths(graph.store, [table], published=DAY)
    written = graph.export(tmp_path / "out")
    (claim,) = _rows(written["tenures.csv"])
    assert {name: value for name, value in claim.items() if value} == {
        "person": "Vi Văn An",
        "role": "Giám đốc",
        "organization": "Sở Y tế tỉnh Lạng Sơn",
        "started": "2020-03",
        "ended": "2023",
        "source_title": "so.csv",
        "source_url": claim["source_url"],
        "published": "2023-07-20",
        "quote": 'Ông "An", giám đốc',
        "printed": '{"person": "Vi Văn An", "role": "Giám đốc", "organization": "Sở Y tế tỉnh Lạng Sơn", '
        '"started": "03/2020", "ended": "2023", "quote": "Ông \\"An\\", giám đốc"}',
    }
    assert claim["source_url"].startswith("sha256:") and len(claim["source_url"]) == 71
    (tenure,) = _rows(written["concluded/tenures.csv"])
    bounds = [tenure[name] for name in ("started_min", "started_max", "ended_min", "ended_max")]
    assert bounds == ["2020-03-01", "2020-03-31", "2023-01-01", "2024-01-01"]
    assert (tenure["person"], tenure["started_basis"], tenure["ended_basis"], tenure["claims"]) == (
        "Vi Văn An",
        "stated",
        "stated",
        "1",
    )


@pytest.mark.parametrize(
    ("sourced", "given", "printed"),
    [
        ("Danh bạ,https://a.example,2023-07-20", None, "2023-07-20"),
        ("Danh bạ,https://a.example,", DAY, "(2023-07-20)"),
        (",,", DAY, "2023-07-20"),
    ],
    ids=["day stated", "day supplied", "known by its hash"],
)
def test_the_day_of_a_source_comes_back_and_is_part_of_its_id_only_where_stated(
    graph: Graph, tmp_path: Path, sourced: str, given: date | None, printed: str
) -> None:
    table = tmp_path / "so.csv"
    row = "Vi Văn An,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2020,"
    table.write_text(f"{TENURES},source_title,source_url,published\n{row},{sourced}\n", encoding="utf-8")
    load_paths(graph.store, [table], published=given)
    written = _there_and_back(graph, tmp_path)
    assert [claim["published"] for claim in _rows(written["tenures.csv"])] == [printed]
    # An open tenure is attested on the day its source was published.
    assert [tenure["last_attested"] for tenure in _rows(written["concluded/tenures.csv"])] == ["2023-07-20"]


def test_a_day_not_stated_stands_in_brackets() -> None:
    four = {"title": "Danh bạ", "url": "https://a.example", "publisher": "Sở"}
    stated, supplied = (
        Source(make_source_id(**four, published=day, sha256=None), "article", DAY, **four) for day in ("2023-07-20", "")
    )
    assert source_cells(stated)["published"] == "2023-07-20"
    assert source_cells(supplied)["published"] == "(2023-07-20)"
    assert source_cells(supplied)["source_url"] == "https://a.example"


def test_an_empty_graph_exports_nothing_and_a_folder_that_cannot_be_is_a_sentence(graph: Graph, tmp_path: Path) -> None:
    assert export_csv(graph.store, tmp_path / "out") == {}
    assert read_folder(tmp_path / "out") == {}
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        export_csv(graph.store, tmp_path / "file")
    assert (
        caught.value.text.en
        == f"cannot write to {tmp_path / 'file' / 'concluded'}: Not a directory; choose another folder"
    )


def test_rows_are_counted_by_file(graph: Graph, tmp_path: Path) -> None:
    load_paths(graph.store, [SAMPLE / "announcement.txt"])
    written = export_csv(graph.store, tmp_path / "out")
    counted = {name: written[name] for name in ("decisions.csv", "votes.csv", "concluded/people.csv")}
    assert counted == {"decisions.csv": 20, "votes.csv": 1, "concluded/people.csv": 6}
    assert written["concluded/tenures.csv"] == 20
