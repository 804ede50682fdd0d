"""RULES 7-24 as a user meets them, one test a rule: what actions do, what decisions and sources are, who is one person."""

from __future__ import annotations

from graph.model import Claim
from tests.graph.claims_for import gain, held, hold, lose, make_claim, tie
from tests.rules.conftest import Graph

AN = "Nguyễn Văn An"
BINH, CHI, DUNG = ({"person": name} for name in ("Lê Bình", "Lê Chi", "Lê Dũng"))
MEMBER: dict[str, object] = {"role": "Ủy viên", "head": None, "seats": None}
STANDING = "Ban Thường vụ Tỉnh ủy Sơn La"


def career(graph: Graph, person: str = AN) -> list[tuple[str | None, str | None, str | None]]:
    return [(row["started"], row["ended"], row["ended_basis"]) for row in graph.ask("person_career", person=person)]


def test_rule_7_gain_opens_lose_closes_the_others_attest(graph: Graph) -> None:
    outcome = graph.load(gain("2018-01-05"), lose("2024-05-05"), hold(), held(graph.source("B", "2024-06-01")))
    assert (outcome.difference.added, outcome.doubts) == (1, ())
    assert career(graph) == [("2018-01-05", "2024-05-05", "decision")]


def test_rule_8_an_approval_confirms_an_election(graph: Graph) -> None:
    graph.load(gain("2021-08-29", action="phê chuẩn", number="1445/QĐ-TTg", issuer="Thủ tướng Chính phủ"))
    assert career(graph) == [("2021-08-29", None, None)]
    graph.load(gain("2021-08-24", graph.source("B"), action="bầu"))
    assert career(graph) == [("2021-08-24", None, None)]


def test_rule_9_a_new_spell_is_a_new_tenure(graph: Graph) -> None:
    graph.load(gain("2018-01-05"), lose("2020-01-05"), gain("2021-01-05"))
    assert career(graph) == [("2018-01-05", "2020-01-05", "decision"), ("2021-01-05", None, None)]


def test_rule_10_a_closing_alone_is_a_career_line_and_a_doubt(graph: Graph) -> None:
    outcome = graph.load(lose("2020-01-05"))
    assert [doubt.kind for doubt in outcome.doubts] == ["closing_only"]
    assert graph.column("person_career", "started_basis", person=AN) == ["closing_only"]


def test_rule_11_a_closing_action_goes_before_a_successor(graph: Graph) -> None:
    graph.load(gain("2018-01-05"), gain("2020-01-05", **BINH))
    assert career(graph) == [("2018-01-05", "2020-01-05", "replaced")]
    assert graph.load(lose("2019-12-31", graph.source("B"))).difference.changed == 1
    assert career(graph) == [("2018-01-05", "2019-12-31", "decision")]


def test_rule_12_a_new_committee_ends_earlier_terms(graph: Graph) -> None:
    graph.load(gain("2015-10-15", **MEMBER, term="2015-2020"))
    graph.load(tie(STANDING, parent="Tỉnh ủy Sơn La", parent_kind="organ"))
    graph.load(gain("2015-10-15", **MEMBER, organization=STANDING, term="2015-2020"))
    new = [
        gain("2020-10-15", **BINH, term="2020-2025"),
        *(gain("2020-10-15", **who, **MEMBER, term="2020-2025") for who in (CHI, DUNG)),
    ]
    assert graph.load(*new).difference.closed == 2
    assert career(graph) == [("2015-10-15", "2020-10-15", "term")] * 2


def test_rule_13_a_successor_in_a_single_seat(graph: Graph) -> None:
    graph.load(gain("2018-01-05"), gain("2019-01-05", **BINH, capacity="acting"))
    assert career(graph) == [("2018-01-05", None, None)]
    graph.load(gain("2020-01-05", **CHI))
    assert career(graph) == [("2018-01-05", "2020-01-05", "replaced")]
    assert career(graph, "Lê Bình") == [("2019-01-05", "2020-01-05", "replaced")]


def test_rule_14_a_death_ends_all_posts_also_those_loaded_later(graph: Graph) -> None:
    known = {"person_id": "1", "id_source": "s"}
    graph.load(lose("2018-09-21", role="Bộ trưởng", organization="Bộ Y tế", action="từ trần", **known))
    graph.load(gain("2016-01-05", **known))
    assert ("2016-01-05", "2018-09-21", "death") in career(graph)
    graph.undo(0)
    assert career(graph) == [("2016-01-05", None, None)]


def test_rule_15_an_acting_holder_is_in_the_heads_post(graph: Graph) -> None:
    graph.load(gain("2018-01-05", capacity="acting"))
    assert graph.column("person_posts", "capacity", person=AN, at="2019-01-01") == ["acting"]
    assert graph.count("Post") == 1


def test_rule_17_members_by_implication_make_no_tenure(graph: Graph) -> None:
    graph.load(gain("2018-01-05", implies=(f"Ủy viên @ {STANDING}",)))
    rows = graph.ask("committee_members", organization=STANDING, at="2019-01-01")
    assert [(row["person"], row["role"], row["implied"]) for row in rows] == [(AN, "Bí thư", True)]
    assert graph.count("Tenure") == 1


def test_rule_18_a_vote_is_of_the_body_that_voted(graph: Graph) -> None:
    told = {"kind": "vote", "table": "votes", "date": "2023-10-25", "body": "Quốc hội", "subjects": 44}
    graph.load(make_claim(**told, person="Lê An", role="Bộ trưởng", organization="Bộ Y tế", high=400))
    [row] = graph.ask("confidence_votes", organization="Quốc hội")
    assert (row["body"], row["person"], row["high"], row["low"]) == ("Quốc hội", "Lê An", 400, None)


def test_rule_18_subjects_without_names_make_a_row(graph: Graph) -> None:
    graph.load(make_claim(kind="vote", table="votes", date="2023-10-25", body="Quốc hội", subjects=44))
    [row] = graph.ask("confidence_votes")
    assert (row["person"], row["subjects"]) == (None, 44)


def test_rule_20_one_number_of_two_years_is_two_decisions(graph: Graph) -> None:
    def decided(day: str, **more: object) -> Claim:
        return gain(day, number="9/QĐ-TTg", issuer="Thủ tướng Chính phủ", **more)

    graph.load(
        decided("2020-01-05"), decided("2020-01-05", **BINH, role="Chánh Văn phòng"), decided("2021-01-05", **CHI)
    )
    assert len(set(graph.column("decision", "decision_id", number="9/QĐ-TTg"))) == graph.count("Decision") == 2


def test_rule_21_a_copied_story_counts_once(graph: Graph) -> None:
    graph.load(hold(quote="Ông An, Bí thư."), hold(graph.source("B", "2024-01-05"), quote="ông An, Bí thư"))
    assert graph.column("person_posts", "sources", person=AN, at="2024-02-01") == [1]
    graph.load(hold(graph.source("C", "2024-01-05"), quote="Bí thư Tỉnh ủy là ông An."))
    assert graph.column("person_posts", "sources", person=AN, at="2024-02-01") == [2]


def test_rule_22_what_brings_nothing_leaves_no_load_and_a_source_goes_with_its_last(graph: Graph) -> None:
    graph.load(gain("2018-01-05"))
    assert not graph.load(gain("2018-01-05")).changes
    assert graph.count("Load") == 1
    graph.load(gain("2018-01-05"), gain("2018-01-05", **BINH))
    graph.undo(0)
    assert (graph.count("Source"), graph.count("Claim")) == (1, 2)
    graph.undo(2)
    assert [graph.count(label) for label in ("Source", "Claim", "Person", "Post", "Role", "Organization", "Key")] == [
        0
    ] * 7


def test_rule_23_a_contradiction_is_loaded_and_doubted(graph: Graph) -> None:
    outcome = graph.load(gain("2018-01-05"), gain("2019-01-05", graph.source("B")))
    assert [doubt.kind for doubt in outcome.doubts] == ["conflict"]
    assert outcome.difference.added == 1


def test_rule_24_an_id_lost_in_a_joining_still_resolves(graph: Graph) -> None:
    graph.load(gain("2018-01-05", role="Bộ trưởng", organization="Bộ Y tế"))
    graph.load(hold(graph.source("B", "2024-01-02")))
    ids = sorted(str(row["id"]) for row in graph.store.ask("MATCH (p:Person) RETURN p.id AS id"))
    assert len(ids) == 2
    graph.load(
        *(
            hold(graph.source("C", "2024-01-03"), **post)
            for post in ({}, {"role": "Bộ trưởng", "organization": "Bộ Y tế"})
        )
    )
    assert graph.count("Person") == 1
    assert [set(graph.column("person_career", "role", person=id)) for id in ids] == [{"Bí thư", "Bộ trưởng"}] * 2


def test_rule_24_people_of_one_name_in_two_posts_stay_two(graph: Graph) -> None:
    graph.load(hold(), hold(graph.source("B", "2024-01-02"), role="Bộ trưởng", organization="Bộ Y tế"))
    assert len(graph.ask("namesakes", name=AN)) == 2
