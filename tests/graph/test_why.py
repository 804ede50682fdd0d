"""`python -m graph why` on small tables and an announcement: on what each fact of a tenure rests, in both languages."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.commands import run
from graph.plan import State, plan_changes
from graph.schema import tie
from graph.server import Address
from graph.settings import Family
from graph.store import connect
from tests.conftest import Servers
from tests.graph.conftest import Decision, wipe
from tests.graph_on_trial import Graph

pytestmark = pytest.mark.server
ANNOUNCEMENT = Path(__file__).parents[2] / "loaders" / "sample" / "announcement.txt"
DECISIONS = """\
event,person,person_id,role,organization,date,action,decision_number,issuer,date_basis,capacity,term,source_title,published,quote
gain,Lý Văn Ba,a,Giám đốc,Sở Y tế tỉnh Hà Nam,2019-03,bổ nhiệm,7/QĐ-UBND,UBND tỉnh Hà Nam,signed,,,Tin A,2019-04-01,Ông Ba làm Giám đốc.
gain,Hà Thị Sáu,b,Giám đốc,Sở Y tế tỉnh Hà Nam,2022-01-10,giao,,,,acting,,Tin D,2022-01-10,Bà Sáu quyền Giám đốc.
gain,Hà Thị Sáu,b,Giám đốc,Sở Y tế tỉnh Hà Nam,2022-05-01,bổ nhiệm,9/QĐ-UBND,UBND tỉnh Hà Nam,effective,,,Tin B,2022-05-02,Bà Sáu làm Giám đốc.
gain,Hà Thị Sáu,b,Giám đốc,Sở Y tế tỉnh Hà Nam,2022-05-01,bổ nhiệm,9/QĐ-UBND,UBND tỉnh Hà Nam,effective,,,Tin C,2022-05-04,Bà Sáu làm Giám đốc.
lose,Hà Thị Sáu,b,Phó Chủ tịch,UBND tỉnh Hà Nam,2024-06-01,từ trần,,,,,,Tin E,2024-06-02,Bà Sáu từ trần.
gain,Đỗ Văn Tư,c,Phụ trách,Ban Tổ chức Tỉnh ủy Hà Nam,,giao,,,,,,Tin F,2021-02-03,Giao ông Tư phụ trách Ban.
gain,Ngô Văn Năm,d,Ủy viên,Ban Thường vụ Tỉnh ủy Hà Nam,2015-10-20,bầu,,,,,2015-2020,Tin G,2015-10-21,Ông Năm được bầu.
gain,Mai Thị Bảy,e,Bí thư,Tỉnh ủy Hà Nam,2020-10-20,bầu,,,,,2020-2025,Tin H,2020-10-21,Bà Bảy được bầu làm Bí thư.
gain,Vũ Văn Tám,f,Phó Bí thư,Tỉnh ủy Hà Nam,2020-10-20,bầu,,,,,2020-2025,Tin H,2020-10-21,Ông Tám được bầu.
gain,Vũ Văn Chín,g,Ủy viên,Tỉnh ủy Hà Nam,2020-10-20,bầu,,,,,2020-2025,Tin H,2020-10-21,Ông Chín được bầu.
"""
CHANGES = """\
date,kind,from,to,source_title,published,quote
2021-07-01,dissolve,Ban Tổ chức Tỉnh ủy Hà Nam,,Tin I,2021-07-02,Ban Tổ chức giải thể.
"""
TENURES = """\
person,role,organization,started,ended,names,born
Lê Văn Ái,Chủ tịch,Hội Nông dân tỉnh Hà Nam,2011,2015-05,Lê Ái,1960
Lê Văn Ái,Chánh Văn phòng,Tỉnh ủy Hà Nam,2016-02-01,,,
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph of those tables, and the command on it."""

    graph: Graph

    def run(self, *words: str) -> tuple[int, str, str]:
        out, errors = io.StringIO(), io.StringIO()
        status = run([*words], self.graph.environ, out=out, errors=errors, today=date(2026, 1, 2))
        return status, out.getvalue(), errors.getvalue()

    def text(self, subject: str, lang: str = "en") -> str:
        status, out, errors = self.run("why", subject, "--lang", lang)
        assert (status, errors) == (0, "")
        return out

    def record(self, subject: str, lang: str = "en") -> dict[str, Any]:
        status, out, errors = self.run("why", subject, "--lang", lang, "--format", "json")
        assert (status, errors) == (0, "")
        return dict(json.loads(out))

    def tenure(self, subject: str, **wanted: str | None) -> dict[str, Any]:
        """The one tenure of a person that is so."""
        found = [
            tenure
            for tenure in self.record(subject)["tenures"]
            if all(tenure[name] == value for name, value in wanted.items())
        ]
        assert len(found) == 1
        return dict(found[0])


@pytest.fixture(scope="module")
def asked(
    servers: Servers, family: Family, address: Address, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    """The tables, each loaded once, and the announcement; nobody here writes but the last test."""
    folder = tmp_path_factory.mktemp("why")
    settings = servers.settings(family)
    environ = {"CADRES_HOME": str(settings.home), "CADRES_CACHE": str(settings.cache), "CADRES_NEO4J": family}
    wipe(address)
    with connect(address) as store:
        graph = Graph(store, address, environ)
        for name, text in (("decisions", DECISIONS), ("changes", CHANGES), ("tenures", TENURES)):
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
            assert graph.run("load", folder / f"{name}.csv", "--published", "2025-01-10")[0] == 0
        assert graph.run("load", ANNOUNCEMENT)[0] == 0
        yield Asked(graph)


def test_a_successor_ended_it_and_is_named(asked: Asked) -> None:
    """RULES 13: the post has a single seat; the acting gain of 2022-01-10 replaced nobody."""
    told = asked.text("Lý Văn Ba").splitlines()
    assert (
        "  Start 2019-03: counted from the day on which the decision was signed, as no source gives the day of effect [1]. “2019-03” can be any day from 2019-03-01 to 2019-03-31."
        in told
    )
    assert "  End 2022-05-01: inferred, because the post has a single seat and someone else took it [2, 3]." in told
    assert "  Certainly held from 2019-03-31 until before 2022-05-01." in told
    assert "  Possibly held from 2019-03-01 until before 2022-05-01." in told
    assert any(line.startswith("  [2] Hà Thị Sáu is given the post Giám đốc") for line in told)
    assert not any(line.startswith("  [4]") for line in told)


@pytest.mark.parametrize(
    ("person", "started", "ended", "basis", "told", "cause"),
    [
        ("Hà Thị Sáu", "2022-01-10", "2022-05-01", "replaced", "the same person took the post in full", "Hà Thị Sáu is given"),
        ("Hà Thị Sáu", "2022-05-01", "2024-06-01", "death", "death, which ends every post", "Hà Thị Sáu leaves the post Phó Chủ tịch"),
        ("Đỗ Văn Tư", None, "2021-07-01", "body_ended", "because the body ended", "Ban Tổ chức Tỉnh ủy Hà Nam → –"),
        ("Ngô Văn Năm", "2015-10-20", "2020-10-20", "term", "because a later term began", "Mai Thị Bảy is given the post Bí thư"),
    ],
)  # fmt: skip
def test_an_end_by_a_rule_names_what_ended_it(
    asked: Asked, *, person: str, started: str | None, ended: str, basis: str, told: str, cause: str
) -> None:
    tenure = asked.tenure(person, started=started, ended=ended)
    assert tenure["ended_basis"] == basis
    assert told in tenure["conclusion"][1]
    by = [claim for claim in tenure["claims"] if claim["tells"] == ["end"]]
    assert f"] {cause}" in by[0]["statement"]
    assert f"[{by[0]['n']}" in tenure["conclusion"][1]
    assert by[0]["own"] is (basis == "death")  # in the graph too the tenure rests on the death


def test_a_copied_story_counts_once(asked: Asked) -> None:
    """RULES 21: the same quote within seven days."""
    tenure = asked.tenure("Hà Thị Sáu", started="2022-05-01")
    first, copy, death = tenure["claims"]
    assert (first["source"]["title"], copy["source"]["title"], tenure["sources"]) == ("Tin B", "Tin C", 2)
    assert first["copy_of"] == copy["copy_of"] == first["source"]["id"]
    assert death["copy_of"] is None
    told = asked.text(tenure["id"])
    assert "This story is copied in [2]; all count as one source." in told
    assert "A copy of the story in [1]; both count as one source." in told
    assert "Rests on 3 statements in 2 sources" in told


def test_the_decision_is_named_with_its_basis(asked: Asked) -> None:
    tenure = asked.tenure("Lý Văn Ba")
    (decision,) = tenure["decisions"]
    assert (decision["direction"], decision["number"], decision["date_basis"]) == ("opened", "7/QĐ-UBND", "signed")
    assert (
        f"Mở đầu bằng Quyết định 7/QĐ-UBND của UBND tỉnh Hà Nam, thời điểm 03/2019 (ngày ký), hành động: bổ nhiệm [1]. ({decision['decision']})"
        in asked.text(tenure["id"], "vi")
    )


def test_a_row_without_a_sentence_is_shown_as_printed(asked: Asked) -> None:
    tenure = asked.tenure("Lê Văn Ái", started="2016-02-01")
    (claim,) = tenure["claims"]
    assert claim["quote"] is None
    assert claim["printed"]["organization"] == "Tỉnh ủy Hà Nam"
    row = "person: Lê Văn Ái; role: Chánh Văn phòng; organization: Tỉnh ủy Hà Nam; started: 2016-02-01"
    assert f"A table without a sentence to quote; the row as printed: {row}\n" in asked.text(tenure["id"])
    assert f"Bảng không có câu trích; hàng như được ghi: {row}\n" in asked.text(tenure["id"], "vi")


def test_what_was_inferred_is_said(asked: Asked) -> None:
    """The announcement prints `20/7` without a year, `Ban Chấp hành` without its Party organization, no day of its own."""
    tenure = asked.tenure("Trần Thị Hiền", organization="Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương")
    (claim,) = tenure["claims"]
    assert [each["field"] for each in claim["inferred"]] == ["date", "organization", "role"]
    assert claim["printed"]["organization"] == "Ban Chấp hành"
    assert claim["source"]["published_basis"] == "inferred"
    told = asked.text(tenure["id"])
    assert "Note: the year of a start or end is supplied by us; no source prints it [1]." in told
    assert "Note: no sentence prints the body's full name; it is completed by us [1]." in told
    assert "Words in the text: Body “Ban Chấp hành”" in told
    assert "published 2023-07-20, supplied by us (from a day that the text gives)" in told
    assert "đăng ngày 20/07/2023, do chúng tôi suy ra (theo ngày nêu trong bài)" in asked.text(tenure["id"], "vi")


def test_a_bare_title_of_a_row_is_said_to_be_read_as_the_heads(asked: Asked) -> None:
    told = asked.text("Đỗ Văn Tư")
    assert told.count("the row prints only “Phụ trách” (in charge)") == 1
    assert "Start: no source gives the day; counted from the day of publication, 2021-02-03 [1]." in told
    assert "Capacity: in charge [1]." in told


def test_each_load_is_named_with_its_undo(asked: Asked) -> None:
    (claim,) = asked.tenure("Lý Văn Ba")["claims"][:1]
    (load,) = claim["loads"]
    assert load["input"].startswith("decisions.csv")
    assert load["undo"] == f"python -m loaders undo {load['id']}"
    assert f"to take it back: {load['undo']}\n" in asked.text("Lý Văn Ba")


def test_a_person_is_told_by_names_and_ids(asked: Asked) -> None:
    record = asked.record("decisions.csv:a")
    assert record["person"]["own_ids"] == ["decisions.csv:a"]
    told = asked.text("le van ai")
    assert told.startswith("Lê Văn Ái\n  Person person-")
    assert (
        "  Names in the sources: “Lê Văn Ái” (2 times).\n  Other names that a source gives: Lê Ái.\n  Born in 1960.\n"
        in told
    )
    assert [tenure["started"] for tenure in asked.record("Lê Văn Ái")["tenures"]] == ["2011", "2016-02-01"]


@pytest.mark.parametrize(("lang", "words"), [("vi", "không có nhiệm kỳ mang mã"), ("en", "there is no tenure")])
def test_an_unknown_tenure_is_one_sentence(asked: Asked, lang: str, words: str) -> None:
    status, out, errors = asked.run("why", "tenure-0123456789abcdef", "--lang", lang)
    assert (status, out, errors.count("\n")) == (1, "", 1)
    assert words in errors


def test_an_unknown_name_is_one_sentence(asked: Asked) -> None:
    status, out, errors = asked.run("why", "Không Ai", "--lang", "en")
    assert (status, out, errors.count("\n")) == (1, "", 1)
    assert "there is no person of the name or id 'Không Ai'" in errors


def test_the_grounds_of_taking_claims_for_one_person_are_told(asked: Asked) -> None:
    """Four rows of one own id: two of one decision, three of one post, each in a source of its own."""
    assert (
        "  The sources are taken to mean one person because: the source's own id; the same name in one decision; "
        "the same name in the same post.\n"
    ) in asked.text("Hà Thị Sáu")


def test_who_else_it_may_be_and_what_was_judged(asked: Asked) -> None:
    """The likeness is concluded elsewhere; here it stands in the graph already."""
    one, other, third = (asked.record(name)["person"]["id"] for name in ("Vũ Văn Tám", "Vũ Văn Chín", "Mai Thị Bảy"))
    assert asked.run("judge", one, other, "unsure", "--why", "two posts", "--by", "Lan", "--lang", "en")[0] == 0
    state = State()
    state.link(tie("MAYBE_SAME"), third, one, score=0.75, reasons=["same_name"])
    asked.graph.store.apply(lambda _: Decision(plan_changes(State(), state)))
    told = asked.text("Vũ Văn Tám")
    assert f"  May be the same as Mai Thị Bảy ({third}); score 0.75; reasons: the same name.\n" in told
    assert f"  Judged against Vũ Văn Chín ({other}): unsure; by Lan, " in told
    assert "; because: two posts.\n" in told
    verdicts = asked.record("Vũ Văn Chín", "vi")["person"]["verdicts"]
    assert [(each["id"], each["verdict"]) for each in verdicts] == [(one, "unsure")]


def test_a_tenure_whose_load_was_taken_back_is_gone(asked: Asked) -> None:
    tenure = asked.tenure("Trần Thị Hiền", organization="Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương")
    load = tenure["claims"][0]["loads"][0]["id"]
    assert asked.graph.run("undo", load)[0] == 0
    status, out, errors = asked.run("why", tenure["id"], "--lang", "en")
    assert (status, out) == (1, "")
    assert "the load that told of it was taken back" in errors
