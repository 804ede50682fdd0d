"""An article's whole way, from its bytes to the answers of saved questions, as a user meets it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.catalog import read_catalog
from loaders.load import load_paths
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "seeds" / "000_fb49a05211aace7b.txt"
SAMPLE = ROOT / "loaders" / "sample" / "announcement.txt"
# What the article says of each of the six on 20 July 2023, the membership implied by a higher post left out.
POSTS = [
    ("Nguyễn Văn Tiến", 4),
    ("Nguyễn Duy Hưng", 3),
    ("Trần Thị Hiền", 3),
    ("Vũ Việt Trang", 3),
    ("Đỗ Văn Phới", 3),
    ("Nguyễn Văn Thể", 2),
]
# The committee and its Đảng ủy are one body, under the name most often printed (RULES 17, 24).
TENURES = {
    ("Trần Thị Hiền", "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", "2023-07-20"),
    ("Trần Thị Hiền", "Ủy viên Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương", "2023-07-20"),
    ("Trần Thị Hiền", "Phó Bí thư Đảng ủy Ủy ban Kiểm tra Trung ương", None),
    ("Trần Thị Hiền", "Phó Chủ nhiệm Ủy ban Kiểm tra Trung ương", None),
    ("Đỗ Văn Phới", "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", "2023-07-20"),
    ("Đỗ Văn Phới", "Ủy viên Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương", "2023-07-20"),
    ("Đỗ Văn Phới", "Bí thư Đảng ủy Ban Dân vận Trung ương", None),
    ("Đỗ Văn Phới", "Phó Trưởng Ban Dân vận Trung ương", None),
    ("Nguyễn Duy Hưng", "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", "2023-07-20"),
    ("Nguyễn Duy Hưng", "Bí thư Đảng ủy Ban Kinh tế Trung ương", None),
    ("Nguyễn Duy Hưng", "Phó Trưởng Ban Kinh tế Trung ương", None),
    ("Nguyễn Văn Tiến", "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", "2023-07-20"),
    ("Nguyễn Văn Tiến", "Ủy viên Ban cán sự đảng Tòa án nhân dân tối cao", None),
    ("Nguyễn Văn Tiến", "Bí thư Đảng ủy Tòa án nhân dân tối cao", None),
    ("Nguyễn Văn Tiến", "Phó Chánh án Tòa án nhân dân tối cao", None),
    ("Vũ Việt Trang", "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", "2023-07-20"),
    ("Vũ Việt Trang", "Bí thư Đảng ủy Thông tấn xã Việt Nam", None),
    ("Vũ Việt Trang", "Tổng Giám đốc Thông tấn xã Việt Nam", None),
    ("Nguyễn Văn Thể", "Ủy viên Ban Chấp hành Trung ương Đảng", None),
    ("Nguyễn Văn Thể", "Bí thư Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương", None),
}


@pytest.fixture(params=[SEED, SAMPLE], ids=["seed", "sample"])
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    if not path.exists():
        pytest.skip("the seed article lies in ../shared/seeds, which this checkout has no copy of beside it")
    return path


def _concurrent(graph: Graph, at: str) -> list[tuple[str, int, int]]:
    answer = read_catalog().ask(graph.store, "concurrent_posts", {"at": at}, today=date(2026, 1, 1))
    return [(row["person"], row["n"], row["n_possible"]) for row in answer.rows]


def test_an_article_alone_gives_its_posts_and_who_holds_several(graph: Graph, article: Path) -> None:
    (report,) = load_paths(graph.store, [article])
    assert (report.added, report.changed, report.closed, report.skipped) == (20, 0, 0, 0)
    assert report.errors == ()
    (doubt,) = report.doubts
    assert "published on 2023-07-20, supplied by us" in doubt.en and "--published" in doubt.en

    tenures = graph.store.ask(
        "MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post) RETURN p.name AS p, post.title AS post, t.started AS s"
    )
    assert {(row["p"], row["post"], row["s"]) for row in tenures} == TENURES
    assert len(tenures) == len(TENURES)

    # In alphabetical order of the code points where the counts tie (RULES 33).
    assert sorted(_concurrent(graph, "2023-07-20")) == sorted((person, n, 0) for person, n in POSTS)
    assert [n for _, n, _ in _concurrent(graph, "2023-07-20")] == [4, 3, 3, 3, 3, 2]
    later = {person: (n, possible) for person, n, possible in _concurrent(graph, "2023-07-21")}
    assert later == {
        "Nguyễn Văn Tiến": (1, 3),
        "Trần Thị Hiền": (1, 2),
        "Đỗ Văn Phới": (1, 2),
        "Nguyễn Duy Hưng": (1, 2),
        "Vũ Việt Trang": (1, 2),
        "Nguyễn Văn Thể": (0, 2),
    }
    assert _concurrent(graph, "2023-07-19") == []


def test_an_article_gives_its_other_name_and_its_vote(graph: Graph, article: Path) -> None:
    load_paths(graph.store, [article])
    named = graph.store.ask("MATCH (p:Person) WHERE size(p.names) > 1 RETURN p.name AS name, p.names AS names")
    assert [(row["name"], sorted(row["names"])) for row in named] == [("Đỗ Văn Phới", ["Đỗ Văn Phới", "Đỗ Văn Phớn"])]
    (vote,) = graph.store.ask(
        "MATCH (v:ConfidenceVote)-[:IN_BODY]->(o) RETURN v.date AS date, v.subjects AS subjects, v.level AS level, "
        "v.wording AS wording, o.name AS body, COUNT { (v)-[:RATED]->() } AS rated"
    )
    assert (vote["date"], vote["subjects"], vote["level"], vote["rated"]) == ("2023-07-20", 9, "wording", 0)
    assert "tín nhiệm cao" in vote["wording"]
    assert vote["body"] == "Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương"
    asked = read_catalog().ask(graph.store, "confidence_votes", {}, today=date(2026, 1, 1))
    assert [(row["subjects"], row["person"], row["high"]) for row in asked.rows] == [(9, None, None)]


def test_what_the_reader_supplied_is_marked(graph: Graph, article: Path) -> None:
    """The party committee of a host is completed from the state post beside it; the day's year from the text."""
    load_paths(graph.store, [article])
    claims = graph.store.ask(
        "MATCH (c:Claim {kind: 'post'}) RETURN c.person AS person, c.role AS role, c.organization AS body, "
        "c.event AS event, c.inferred AS inferred"
    )
    assert {(row["event"], "date" in (row["inferred"] or [])) for row in claims} == {("gain", True), ("hold", False)}
    completed = {(row["person"], row["body"]) for row in claims if row["event"] == "hold" and row["inferred"]}
    assert completed >= {
        ("Trần Thị Hiền", "Đảng ủy Ủy ban Kiểm tra Trung ương"),
        ("Đỗ Văn Phới", "Đảng ủy Ban Dân vận Trung ương"),
        ("Nguyễn Duy Hưng", "Đảng ủy Ban Kinh tế Trung ương"),
        ("Nguyễn Văn Tiến", "Đảng ủy Tòa án nhân dân tối cao"),
        ("Nguyễn Văn Tiến", "Ban cán sự đảng Tòa án nhân dân tối cao"),
        ("Vũ Việt Trang", "Đảng ủy Thông tấn xã Việt Nam"),
    }
    printed = {(row["person"], row["body"]) for row in claims if row["event"] == "hold" and not row["inferred"]}
    assert ("Vũ Việt Trang", "Thông tấn xã Việt Nam") in printed


def test_every_claim_points_at_its_words(graph: Graph, article: Path) -> None:
    load_paths(graph.store, [article])
    text = article.read_bytes().decode("utf-8")
    rows = graph.store.ask("MATCH (c:Claim) RETURN c.quote AS quote, c.quote_start AS start, c.quote_end AS end")
    assert len(rows) == 21
    for row in rows:
        assert row["quote"] and text[row["start"] : row["end"]] == row["quote"]


# --- a real table of thousands of rows -------------------------------------------------------------------------

IFG = ROOT.parent / "shared" / "data" / "ifg-ministers" / "appointment.csv"
IFG_MAPPING = ROOT / "loaders" / "tables" / "mappings" / "ifg-ministers.yaml"
# Three appointments looked up by hand in appointment.csv, person.csv, post.csv and organisation.csv.
APPOINTMENTS = {
    ("Theresa May", "Prime Minister", "Prime Minister's Office", "2016-07-13", "2019-07-24"),
    ("Gordon Brown", "Chancellor of the Exchequer", "HM Treasury", "1997-05-02", "2007-06-27"),
    ("Norman Fowler", "Secretary of State for Employment", "Department of Employment", "1987-06-13", "1990-01-03"),
}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("family", ["5.26"], indirect=True)
def test_all_ministers_of_a_published_table_arrive(graph: Graph) -> None:
    if not IFG.exists():
        pytest.skip("the ministers' tables lie in ../shared/data, which this checkout has no copy of beside it")
    (report,) = load_paths(graph.store, [IFG], mapping=IFG_MAPPING, published=date(2026, 6, 19))
    assert report.errors == ()
    assert graph.store.counts()["Claim"] == 3667
    assert graph.store.ask("MATCH (c:Claim) WHERE NOT (c)<-[:RESTS_ON]-() RETURN c.id AS id") == []
    # Two rows of 14 May 2025 end before they start.
    assert [doubt.kind for doubt in report.doubts if doubt.kind == "start_after_end"] == ["start_after_end"] * 2
    held = graph.store.ask(
        "MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post)-[:OF_ROLE]->(r), (post)-[:IN_BODY]->(o) "
        "WHERE p.name IN $names OR any(name IN p.names WHERE name IN $names) "
        "RETURN p.names AS names, r.title_vi AS role, r.title_en AS role_en, o.name AS body, "
        "t.started AS started, t.ended AS ended",
        {"names": sorted({name for name, *_ in APPOINTMENTS})},
    )
    found = {
        (name, row["role_en"] or row["role"], row["body"], row["started"], row["ended"])
        for row in held
        for name in row["names"]
    }
    assert found >= APPOINTMENTS
