"""The catalog: headers that fit their Cypher, parameters by RULES 27, answers that fit their columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.catalog import read_catalog
from graph.catalog.cypher import find_columns, find_parameters
from graph.catalog.lucene import query_of_names, query_of_prefixes
from graph.catalog.spells import Period, Spell, find_partners, find_small_periods
from graph.errors import InputError, QuestionError

TODAY = date(2026, 6, 30)
HEADER = """// title.vi: Ai?
// title.en: Who?
// param person: person
// param at: day = today
// column name: text
// order: name
// example: person="A" at=2024-06-30
MATCH (p:Person {id: $person}) WHERE $at IS NOT NULL RETURN p.name AS name
"""
FAULTS = [
    ("// title.en: Who?\n", "", "line 1"),
    ("// order: name\n", "", "line 1"),
    ("person: person", "person: people", "line 3"),
    ("day = today", "day = tomorrow", "line 4"),
    ("day = today", "day = 5", "line 4"),
    ("// column name: text", "// column nom: text", "line 5"),
    ("// column name: text", "// column name: text = null", "line 5"),
    ("// column name: text", "// column name: text\n// column name: text", "line 6"),
    ("// order: name", "// sorted: name", "line 6"),
    ('person="A" at', 'persons="A" at', "line 7"),
    ('person="A" ', "", "line 7"),
    ('person="A"', 'person "A"', "line 7"),
    ("$at IS NOT NULL", "true", "line 4"),
    ("$at IS", "$day IS", "line 1"),
    ("AS name", "AS title", "line 5"),
    ("// order: name", "// order: name\n// conclude: magic", "line 7"),
]


def test_reads_the_questions_of_the_project() -> None:
    queries = read_catalog().queries
    assert len(queries) >= 28
    for name, query in queries.items():
        assert query.name == name
        assert query.titles.vi != query.titles.en


def test_takes_a_header_that_fits(tmp_path: Path) -> None:
    (tmp_path / "who.cypher").write_text(HEADER, encoding="utf-8")
    query = read_catalog(tmp_path).queries["who"]
    assert [(param.name, param.type, param.default) for param in query.params] == [
        ("person", "person", None),
        ("at", "day", "today"),
    ]
    assert [column.name for column in query.columns] == ["name"]
    assert query.order == "name"


@pytest.mark.parametrize(("right", "wrong", "line"), FAULTS, ids=[str(n) for n in range(len(FAULTS))])
def test_refuses_a_header_that_does_not_fit(tmp_path: Path, right: str, wrong: str, line: str) -> None:
    assert right in HEADER
    (tmp_path / "who.cypher").write_text(HEADER.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_catalog(tmp_path)
    assert caught.value.say("en").startswith(f"who.cypher, {line}:")
    assert caught.value.say("vi").startswith(f"who.cypher, {line.replace('line', 'dòng')}:")


@pytest.mark.parametrize(
    ("cypher", "columns", "parameters"),
    [
        ("MATCH (n) RETURN n.name AS name, n.id AS id ORDER BY id", ("name", "id"), set()),
        ("RETURN a, [x IN $b | x.y] AS c LIMIT $n", ("a", "c"), {"b", "n"}),
        ("CALL (o) { RETURN o.id AS hidden } RETURN DISTINCT o AS shown;", ("shown",), set()),
        ("// RETURN $no AS no\nRETURN '$no, RETURN no' AS text", ("text",), set()),
        ("MATCH (n) SET n.x = 1", (), set()),
    ],
)
def test_reads_what_cypher_says(cypher: str, columns: tuple[str, ...], parameters: set[str]) -> None:
    assert find_columns(cypher) == columns
    assert find_parameters(cypher) == parameters


@pytest.mark.parametrize(
    ("question", "given", "says"),
    [
        ("nothing", {}, "there is no question 'nothing'"),
        ("person_posts", {}, "needs the parameter person"),
        ("person_posts", {"person": " "}, "needs the parameter person"),
        ("person_posts", {"person": "A", "day": "2024-01-01"}, "has no parameter 'day'"),
        ("person_posts", {"person": "A", "at": "2024"}, "at: '2024' is not a day"),
        ("person_posts", {"person": "A", "at": "2024-02-30"}, "at: '2024-02-30' is not a day"),
        ("concurrent_posts", {"min": "-1"}, "min: '-1' must be a whole number"),
        ("concurrent_posts", {"min": "9" * 30}, "must be a whole number"),
        ("concurrent_posts", {"independent": "yes"}, "independent: 'yes' must be true or false"),
        ("decisions_between", {"from": "2024-02-01", "to": "2024-01-01"}, "is after to"),
    ],
)
def test_refuses_parameters_without_looking_at_the_graph(question: str, given: dict[str, str], says: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_catalog().check(question, given, today=TODAY)
    assert says in caught.value.say("en")
    assert caught.value.say("vi") != caught.value.say("en")


def test_defaults_and_types() -> None:
    checked = read_catalog().check("concurrent_posts", {"independent": False}, today=TODAY)
    assert checked == {"at": TODAY, "min": 2, "independent": False, "organization": None}
    checked = read_catalog().check("decisions_between", {"from": "01/02/2024", "to": "2024-02-01"}, today=TODAY)
    assert checked["from"] == checked["to"] == date(2024, 2, 1)
    assert checked["issuer"] is None


@pytest.mark.parametrize("text", ["", "*", '") OR (', "~^\\/", "…"])
def test_query_syntax_is_plain_text(text: str) -> None:
    assert not set(query_of_prefixes(text)) & set('"()~^\\/:[]{}!')


def test_queries_of_words() -> None:
    assert query_of_prefixes("Lâm  UBND") == "+lam* +uy* +ban* +nhan* +dan*"
    assert query_of_names("Lý Quí") == "+(li ly) +(qui quy)"


def _spell(person: str, start: int, end: int | None) -> Spell:
    return Spell.of_days(person, date(start, 1, 1), None if end is None else date(end, 1, 1))


def test_a_tie_needs_a_day_on_which_the_body_was_small() -> None:
    spells = [_spell("a", 2000, None), _spell("b", 2005, None), _spell("c", 2005, 2010), _spell("c", 2008, 2012)]
    assert find_small_periods(spells, at=None, max_size=2) == [
        Period(date(2000, 1, 1), date(2005, 1, 1)),
        Period(date(2012, 1, 1), date.max),
    ]
    small = find_small_periods(spells, at=None, max_size=2)
    assert find_partners("a", spells, small) == {"b"}
    assert find_partners("a", spells, find_small_periods(spells, at=None, max_size=3)) == {"b", "c"}
    assert find_small_periods(spells, at=date(2009, 1, 1), max_size=2) == []
    at = find_small_periods(spells, at=date(2011, 12, 31), max_size=3)
    assert find_partners("c", spells, at) == {"a", "b"}
