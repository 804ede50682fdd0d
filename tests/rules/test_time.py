"""RULES 1-4 and 6 as a user meets them: who holds what on a day, how sure that is, what is shown."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from tests.graph.claims_for import gain, held, hold, lose, row
from tests.rules.conftest import Graph

AN = "Nguyễn Văn An"
BINH = {"person": "Lê Bình"}


def certainty(graph: Graph, *days: str, person: str = AN) -> list[str | None]:
    return [next(iter(graph.column("person_posts", "certainty", person=person, at=day)), None) for day in days]


def test_rule_1_a_start_and_an_end_known_by_the_year(graph: Graph) -> None:
    graph.load(gain("2020"), lose("2023"))
    days = (
        "2019-12-31",
        "2020-01-01",
        "2020-12-30",
        "2020-12-31",
        "2022-12-31",
        "2023-01-01",
        "2023-12-31",
        "2024-01-01",
    )
    assert certainty(graph, *days) == [None, "possible", "possible", "certain", "certain", "possible", "possible", None]


def test_rule_1_on_the_day_of_an_exact_handover_only_the_newcomer_is_listed(graph: Graph) -> None:
    graph.load(gain("2018-01-05"), lose("2020-01-05"), gain("2020-01-05", **BINH))
    assert certainty(graph, "2020-01-04", "2020-01-05") == ["certain", None]
    assert certainty(graph, "2020-01-04", "2020-01-05", person="Lê Bình") == [None, "certain"]


def test_rule_2_known_from_attestations_only(graph: Graph) -> None:
    graph.load(hold(), hold(graph.source("B", "2024-02-01")))
    days = ("2023-12-31", "2024-01-01", "2024-02-01", "2024-02-02", "2025-01-01")
    assert certainty(graph, *days) == [None, "certain", "certain", "possible", "possible"]
    [held_since] = graph.ask("person_posts", person=AN, at="2024-01-15")
    assert (held_since["started"], held_since["ended"], held_since["last_attested"]) == (None, None, "2024-02-01")


def test_rule_2_a_former_post_is_listed_on_no_day_but_in_the_career(graph: Graph) -> None:
    graph.load(held())
    assert certainty(graph, "2000-01-01", "2023-12-31", "2024-01-01") == [None, None, None]
    assert graph.column("person_career", "role", person=AN) == ["Bí thư"]


def test_rule_3_the_most_precise_is_shown_and_contradictions_span(graph: Graph) -> None:
    graph.load(gain("2023"), gain("2023-07-20", graph.source("B")))
    assert graph.column("person_career", "started", person=AN) == ["2023-07-20"]
    graph.load(gain("2023-09-01", graph.source("C")))
    assert certainty(graph, "2023-07-19", "2023-07-20", "2023-08-31", "2023-09-01") == [
        None,
        "possible",
        "possible",
        "certain",
    ]


def test_rule_4_a_hold_counts_when_it_was_published(graph: Graph) -> None:
    graph.load(hold(date="2020-01-05"))
    assert certainty(graph, "2023-12-31", "2024-01-01") == [None, "certain"]


def test_rule_4_the_basis_says_which_day_it_is(graph: Graph) -> None:
    graph.load(gain("2020-01-05", date_basis="signed"), row("2020-01", source=graph.source("B")))
    assert graph.column("person_career", "started_basis", person=AN) == ["signed"]


def test_rule_6_another_day_of_publication_is_an_error_that_names_the_undo(graph: Graph) -> None:
    graph.load(hold())
    source = graph.sources[hold().source]
    graph.sources[source.id] = type(source)(source.id, "table", graph.source("D", "2024-05-05").published, title="A")
    with pytest.raises(InputError, match="undo load-0") as refused:
        graph.load(hold(role="Ủy viên"))
    assert "2024-05-05" in refused.value.text.vi
