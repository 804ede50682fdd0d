"""What the console lets through and what it refuses, by the server's own reading of the query, on both versions."""

from __future__ import annotations

from typing import Any

import pytest

from graph.console import Console, Stopped, judge_plan
from graph.errors import ConsoleError

READS = [
    "MATCH (p:Person) RETURN p.name",
    "match (p:Person) return p.name;",
    "// CREATE (n)\nMATCH (n) RETURN 'SET n.x = 1' AS text",
    "CYPHER 5 MATCH (p:Person) RETURN p.name",
    "CALL db.labels()",
    "CALL `db`.`labels`()",
    "CALL db.labels",
    "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType",
    "CALL db.propertyKeys()",
    "CALL db.schema.visualization()",
    "CALL db.index.fulltext.queryNodes('search', 'to lam') YIELD node RETURN node.name",
    "MATCH (p:Person) CALL (p) { MATCH (p)-->(t) RETURN count(t) AS n } RETURN n",
    "MATCH p = shortestPath((a:Person)-[*..4]-(b:Tenure)) RETURN p",
]


@pytest.mark.parametrize("text", READS)
def test_reading_runs(console: Console, text: str) -> None:
    assert console.run(text, job="reads").rows


WRITES = [
    "CREATE (n:Person {id: 'x'})",
    "MATCH (p:Person) SET p.name = 'x' RETURN p",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MERGE (p:Person {id: 'p9'}) RETURN p",
    "INSERT (:Person {id: 'x'})",
    "FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
    "MATCH (p) CALL{WITH p SET p.name = 'x'} RETURN 1",
    "CALL (*) { CREATE (n:Person {id: 'x'}) } RETURN 1",
    "/* CREATE */ C\u0052EATE (n) RETURN n",
]


@pytest.mark.parametrize("text", WRITES)
def test_a_write_is_refused_and_told_where_loading_is_done(console: Console, text: str) -> None:
    with pytest.raises(ConsoleError, match="python -m loaders load"):
        console.run(text, job="writes")


ATTACKS = [
    "CALL/* nothing */dbms.listConfig()",
    "CALL //\n dbms.listConfig() YIELD name RETURN name",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.queryJmx('*:*')",
    "CALL db.clearQueryCaches()",
    "CALL tx.setMetaData({job: 'another'})",
    "CALL db.prepareForReplanning()",
    "CALL db.resampleOutdatedIndexes()",
    "CALL db.stats.retrieve('GRAPH COUNTS')",
    "RETURN COLLECT { CALL dbms.listConfig() YIELD name RETURN name } AS names",
    "RETURN EXISTS { CALL dbms.listConfig() YIELD name RETURN name } AS any",
    "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
    "ＣALL dbms.listConfig()",
    "CALL dbms.lіstConfig()",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
    "RETURN COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row } AS n",
    "MATCH (p) CALL { WITH p DETACH DELETE p } IN TRANSACTIONS OF 1 ROWS",
    "CALL { CALL { CREATE (:Person {id: 'x'}) } IN TRANSACTIONS RETURN 1 AS one } RETURN one",
    "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW SETTINGS YIELD name, value",
    "SHOW TRANSACTIONS YIELD *",
    "SHOW PROCEDURES",
    "SHOW INDEXES",
    "SHOW TRANSACTIONS YIELD transactionId AS i TERMINATE TRANSACTIONS i YIELD message RETURN message",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "USE system SHOW USERS",
    "USE system MATCH (n) RETURN n",
    "CREATE INDEX mine FOR (n:Person) ON (n.born)",
    "DROP INDEX search",
    "DROP CONSTRAINT person_id",
    "CREATE USER eve SET PASSWORD 'evil-evil'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "CREATE DATABASE mine",
    "STOP DATABASE neo4j",
    "PROFILE MATCH (n) RETURN n",
    "MATCH (n) RETURN n; MATCH (m) DELETE m",
    ":param x => 1",
    "// nothing but a remark",
    "",
    "MATC (n)",
    "RETURN $missing; CREATE (n)",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_what_is_not_reading_this_graph_is_refused(console: Console, text: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        console.run(text, job="attacks")
    assert not isinstance(caught.value, Stopped)
    assert caught.value.text.vi != caught.value.text.en


READING = {"operatorType": "ProduceResults@neo4j", "args": {}, "children": []}


def _plan(operator: str, details: str) -> dict[str, Any]:
    inner = {"operatorType": operator + "@neo4j", "args": {"Details": details}}
    return {
        **READING,
        "children": [{"operatorType": "Apply@neo4j", "args": {}, "children": [READING, inner]}],
    }


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("rw", READING),
        ("w", READING),
        ("s", READING),
        ("", READING),
        ("r", _plan("LoadCSV", "row")),
        ("r", _plan("ShowTransactions", "all")),
        ("r", _plan("TerminateTransactions", "i")),
        ("r", _plan("TransactionApply", "")),
        ("r", _plan("AdministrationCommand", "")),
        ("r", _plan("ProcedureCall", "dbms.listConfig() :: (name :: STRING)")),
        ("r", _plan("ProcedureCall", "db.labelsOfSomeoneElse()")),
        ("r", _plan("ProcedureCall", "db.labels")),
    ],
)
def test_a_plan_of_more_than_reading_is_refused(kind: str, plan: dict[str, Any]) -> None:
    with pytest.raises(ConsoleError):
        judge_plan(kind, plan)


def test_a_plan_of_reading_passes() -> None:
    judge_plan("r", _plan("ProcedureCall", "db.labels() :: (label :: STRING)"))
    judge_plan("r", _plan("NodeByLabelScan", "p:Person"))
