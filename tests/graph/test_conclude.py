"""Claims of a scope → nodes and ties of the graph, by hand from DESIGN 5 and RULES."""

from __future__ import annotations

from datetime import date

from graph.model import Claim
from tests.graph.claims_for import change, gain, hold, lose, make_claim, make_source, tie
from tests.graph.scope_for import concluded, doubted, nodes, ties, values

B = make_source("B")
COMMITTEE = "Tỉnh ủy Sơn La"


def vote(**more: object) -> Claim:
    return make_claim(kind="vote", table="votes", date="2023-10-25", body="Quốc hội", **more)


def test_the_spine_of_one_claim() -> None:
    state = concluded(gain("2020-10-15", issuer="Bộ Chính trị", number="9-QĐNS/TW", action="chỉ định"))
    assert values(state, "Person", "name") == ["Nguyễn Văn An"]
    assert values(state, "Post", "title") == ["Bí thư Tỉnh ủy Sơn La"]
    assert values(state, "Organization", "name") == ["Bộ Chính trị", COMMITTEE]
    [tenure] = nodes(state, "Tenure")
    assert (tenure["started"], tenure["started_min"], tenure["started_max"]) == (
        "2020-10-15",
        date(2020, 10, 15),
        date(2020, 10, 15),
    )
    assert {"ended", "ended_min", "ended_max", "ended_basis", "term"}.isdisjoint(tenure)
    assert ties(state, "ISSUED_BY") == [("9-QĐNS/TW", "Bộ Chính trị")]
    assert [
        type for type in ("HELD", "IN_POST", "OPENED", "SERVED_IN", "RESTS_ON", "ABOUT") if len(ties(state, type)) != 1
    ] == []


def test_one_decision_closes_and_opens() -> None:
    told = {"number": "9/QĐ-TTg", "issuer": "Thủ tướng"}
    state = concluded(
        gain("2018-01-05", B),
        lose("2020-01-05", **told),
        gain("2020-01-05", organization="Bộ Y tế", role="Bộ trưởng", **told),
    )
    decided = [node for node in nodes(state, "Decision") if node.get("number") == "9/QĐ-TTg"]
    assert len(decided) == 1
    acts = [(link.tie.type, link.start) for link in state.links if link.tie.type in ("OPENED", "CLOSED")]
    assert [type for type, decision in sorted(acts) if decision == decided[0]["id"]] == ["CLOSED", "OPENED"]


def test_rule_14_an_expulsion_ends_the_posts_in_party_bodies_alone() -> None:
    state = concluded(
        gain("2018-01-05", organization="Ban cán sự đảng Bộ Y tế", body_kind="party_group"),
        gain("2018-01-06", organization="Bộ Y tế", role="Bộ trưởng", body_kind="ministry"),
        lose("2019-01-05", organization="Đảng Cộng sản Việt Nam", role="Đảng viên", action="khai trừ"),
    )
    ends = {node["started"]: node.get("ended") for node in nodes(state, "Tenure") if "started" in node}
    assert ends == {"2018-01-05": "2019-01-05", "2018-01-06": None}


def test_rule_14_a_death_told_of_one_post_closes_the_other() -> None:
    state = concluded(gain("2018-01-05", person_id="1", id_source="s"), lose("2020-01-05", B, organization="Bộ Y tế", role="Bộ trưởng", action="từ trần", person_id="1", id_source="s"))  # fmt: skip
    assert (
        sorted((str(node["ended"]), str(node["ended_basis"])) for node in nodes(state, "Tenure"))
        == [("2020-01-05", "death")] * 2
    )


def test_rule_17_an_organ_and_its_committee() -> None:
    state = concluded(hold(), tie("Ban Thường vụ Tỉnh ủy Sơn La", parent=COMMITTEE, parent_kind="organ"))
    assert ties(state, "PART_OF") == [("Ban Thường vụ Tỉnh ủy Sơn La", COMMITTEE)]


def test_rule_18_a_vote_is_of_the_body_that_voted_and_rates_the_tenure() -> None:
    named = vote(person="Lê An", role="Bộ trưởng", organization="Bộ Y tế", high=400, low=3, subjects=44)
    state = concluded(named, vote(subjects=44))
    [node] = nodes(state, "ConfidenceVote")
    assert (node["body"], node["subjects"]) == ("Quốc hội", 44)
    [rated] = [properties for link, properties in state.links.items() if link.tie.type == "RATED"]
    assert rated == {"high": 400, "low": 3}
    assert len(nodes(state, "Tenure")) == 1


def test_rule_21_copies_are_of_the_first_source() -> None:
    first, copy = gain("2020-01-05", B, quote="Ông An."), gain("2020-01-05", quote="Ông An")
    state = concluded((first, "2024-01-01"), (copy, "2024-01-03"))
    assert values(state, "Claim", "copy_of") == [first.source] * 2
    assert values(concluded(first), "Claim", "copy_of") == [None]


def test_rule_24_a_body_is_named_as_posts_print_it_most() -> None:
    long = "Ban Chấp hành Đảng bộ tỉnh Sơn La"
    state = concluded(hold(organization=long), hold(B, organization=long), hold(role="Ủy viên"), tie(COMMITTEE))
    [body] = nodes(state, "Organization")
    assert (body["name"], body["names"]) == (long, sorted((long, COMMITTEE)))


def test_rule_28_a_merger_ends_bodies_and_tenures() -> None:
    claims = [
        change("merge", "2025-03-01", "Bộ Giao thông", "Bộ Xây dựng"),
        change("merge", "2025-03-01", "Bộ Xây dựng", "Bộ Xây dựng"),
    ]
    posts = [
        gain(day, role="Bộ trưởng", organization="Bộ Xây dựng", person=person)
        for day, person in (("2022-01-05", "Lê Bình"), ("2025-03-01", "Lê Chi"))
    ]
    state = concluded(*claims, *posts)
    assert values(state, "OrgChange", "kind") == ["merge"]  # rows of one date, kind and shared body are one
    assert len(ties(state, "CHANGED_FROM")) == 2 and len(ties(state, "CHANGED_TO")) == 1
    assert values(state, "Organization", "exists_until") == [date(2025, 3, 1), date(2025, 3, 1), None]
    assert sorted((str(node.get("ended")), str(node.get("ended_basis"))) for node in nodes(state, "Tenure")) == [("2025-03-01", "body_ended"), ("None", "None")]  # fmt: skip


def test_rule_28_a_rename_keeps_body_posts_and_tenures() -> None:
    told = change("rename", "2025-03-01", "Bộ Xây dựng", "Bộ Hạ tầng")
    before, after = gain("2022-01-05", organization="Bộ Xây dựng"), lose("2026-01-05", organization="Bộ Hạ tầng")
    state = concluded(told, before, after)
    [body] = nodes(state, "Organization")
    assert body["names"] == ["Bộ Hạ tầng", "Bộ Xây dựng"]
    assert values(state, "Tenure", "ended_basis") == ["decision"]


def test_two_mergers_of_bodies_of_one_name_are_two_changes() -> None:
    rows = [
        change("merge", "2025-07-01", f"Sở {what} @ {place}", f"Sở Xây dựng @ {place}")
        for what in ("Giao thông", "Xây dựng")
        for place in ("Sơn La", "Lào Cai")
    ]
    state = concluded(*rows, tie("Sở Xây dựng @ Sơn La"), tie("Sở Xây dựng @ Lào Cai"))
    assert len(nodes(state, "OrgChange")) == 2


def test_rule_30_ties_of_one_body_in_time() -> None:
    state = concluded(
        tie("Cục A", parent="Bộ Y tế", date="2010", end="2015"),
        tie("Cục A", source=B, parent="Bộ Y tế", date="2018-02-03"),
    )
    found = sorted(
        (str(each.get("started")), str(each.get("ended")))
        for link, each in state.links.items()
        if link.tie.type == "PART_OF"
    )
    assert found == [("2010", "2015"), ("2018-02-03", "None")]


def test_rule_23_a_contradiction_is_a_doubt_with_its_claims() -> None:
    one, other = gain("2018-01-05"), gain("2019-01-05", B)
    [doubt] = doubted(one, other)
    assert (doubt.kind, doubt.claims) == ("conflict", tuple(sorted([one.id, other.id])))
    assert "Nguyễn Văn An" in doubt.vi and "Bí thư Tỉnh ủy Sơn La" in doubt.en


def test_a_role_that_is_only_implied_is_there() -> None:
    state = concluded(gain("2020", implies=("Ủy viên @ Ban Thường vụ Tỉnh ủy Sơn La",)))
    assert values(state, "Role", "title_vi") == ["Bí thư", "Ủy viên"]
