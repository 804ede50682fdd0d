"""The audit of a graph: what a careful reader should look at, what is broken, each with a count and examples.

Audits that are saved questions are asked as such; the others have their Cypher here. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.catalog import Catalog
from graph.errors import Text
from graph.schema import missing_indexes
from graph.store import Store

EXAMPLES = 10

_START_AFTER_END = """
MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
WHERE t.started_min > t.ended_max
RETURN p.name AS person, post.title AS post, t.started AS started, t.ended AS ended, t.id AS tenure_id
ORDER BY person, post, tenure_id
"""
_CLOSED_UNHELD = """
MATCH (p:Person)-[:HELD]->(t:Tenure {started_basis: 'closing_only'})-[:IN_POST]->(post:Post)
RETURN p.name AS person, post.title AS post, t.ended AS ended, t.id AS tenure_id
ORDER BY person, post, tenure_id
"""
_HEAD_COUNT = """
MATCH (post:Post) WHERE post.seats > 1
WITH post, COUNT {
  MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.capacity = 'full' AND t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min)
  RETURN DISTINCT p
} AS named
WHERE named <> post.seats
RETURN post.title AS post, post.seats AS declared, named, post.id AS post_id
ORDER BY abs(declared - named) DESC, post, post_id
"""
_WITHOUT_QUOTE = """
MATCH (c:Claim)-[:STATED_IN]->(s:Source) WHERE c.quote IS NULL AND c.kind IN ['post', 'vote']
RETURN coalesce(s.title, s.url, s.id) AS source, count(*) AS claims
ORDER BY claims DESC, source
"""
_UNSUPPORTED = """
CALL () {
  MATCH (n:Tenure) WHERE NOT EXISTS { (n)-[:RESTS_ON]->(:Claim) } RETURN n
  UNION ALL
  MATCH (n:Tenure) WHERE COUNT { (n)<-[:HELD]-(:Person) } <> 1 OR COUNT { (n)-[:IN_POST]->(:Post) } <> 1 RETURN n
  UNION ALL
  MATCH (n:Claim) WHERE NOT EXISTS { (n)-[:STATED_IN]->(:Source) } RETURN n
  UNION ALL
  MATCH (n:Source) WHERE NOT EXISTS { (n)-[:CAME_WITH]->(:Load) } RETURN n
  UNION ALL
  MATCH (n:Person) WHERE NOT EXISTS { (n)<-[:ABOUT]-(:Claim) } RETURN n
  UNION ALL
  MATCH (n:Post) WHERE NOT EXISTS { (n)<-[:IN_POST]-(:Tenure) } AND NOT EXISTS { (n)<-[:IMPLIES]-(:Post) }
    AND NOT EXISTS { MATCH (:Claim {post: n.id}) } RETURN n
  UNION ALL
  MATCH (n:Decision) WHERE NOT EXISTS { MATCH (:Claim {decision: n.id}) } RETURN n
}
RETURN labels(n)[0] AS label, n.id AS id
ORDER BY label, id
"""
_JUDGEMENTS_WAITING = """
MATCH (p:Person) UNWIND p.judgements AS id
WITH collect(DISTINCT id) AS applied
MATCH (j:Judgement) WHERE NOT j.id IN applied
RETURN j.person_a AS person_a, j.person_b AS person_b, j.verdict AS verdict, j.by AS by, j.at AS at
ORDER BY at, person_a, person_b
"""
_INDEXES = "SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint"


@dataclass(frozen=True, slots=True)
class Audit:
    """One thing to look for: its name, what it means, what would do, which columns tell an example, what command."""

    name: str
    title: Text
    advice: Text
    shown: tuple[str, ...]
    find: Callable[[Store, Catalog, date], Sequence[dict[str, Any]]]
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one audit found: how many, and the first of them in full, with ids."""

    audit: Audit
    count: int
    rows: tuple[dict[str, Any], ...]

    @property
    def examples(self) -> tuple[dict[str, Any], ...]:
        """The same, as they are shown."""
        return tuple({name: row[name] for name in self.audit.shown} for row in self.rows)


def audit_graph(store: Store, catalog: Catalog, today: date) -> list[Finding]:
    """Run every audit; one that finds nothing has the count 0."""
    findings = []
    for audit in AUDITS:
        rows = audit.find(store, catalog, today)
        findings.append(Finding(audit, len(rows), tuple(rows[:EXAMPLES])))
    return findings


def _asked(question: str) -> Callable[[Store, Catalog, date], Sequence[dict[str, Any]]]:
    return lambda store, catalog, today: catalog.ask(store, question, {}, today=today).rows


def _read(cypher: str) -> Callable[[Store, Catalog, date], Sequence[dict[str, Any]]]:
    return lambda store, _, today: store.ask(cypher, {"today": today})


def _missing(store: Store, _: Catalog, __: date) -> Sequence[dict[str, Any]]:
    return [{"name": index.name} for index in missing_indexes(store.ask(_INDEXES))]


AUDITS: tuple[Audit, ...] = (
    Audit(
        "double_occupancy",
        Text(vi="hai người cùng lúc giữ một chức vụ chỉ có một người", en="two people at once in a post of one seat"),
        Text(
            vi="xem nguồn của hai nhiệm kỳ; có thể thiếu quyết định thôi giữ chức",
            en="look at the sources of both; a decision that relieves one may be missing",
        ),
        ("post", "person_a", "person_b", "overlap_from", "overlap_to"),
        _asked("double_occupancy"),
        "why",
    ),
    Audit(
        "start_after_end",
        Text(vi="bắt đầu sau khi kết thúc", en="starts after it ends"),
        Text(vi="sửa ngày trong bảng nguồn rồi nạp lại", en="mend the day in the source table and load it again"),
        ("person", "post", "started", "ended", "tenure_id"),
        _read(_START_AFTER_END),
    ),
    Audit(
        "closing_only",
        Text(vi="thôi giữ chức vụ mà chưa nguồn nào nói đã giữ", en="given up, though no source says it was held"),
        Text(vi="nạp quyết định bổ nhiệm trước đó", en="load the decision by which the post was taken up"),
        ("person", "post", "ended", "tenure_id"),
        _read(_CLOSED_UNHELD),
    ),
    Audit(
        "open_in_ended_bodies",
        Text(vi="nhiệm kỳ nằm sau ngày tổ chức chấm dứt", en="tenures that lie after the end of their body"),
        Text(
            vi="kiểm tra ngày chấm dứt của tổ chức, hoặc tên tổ chức mới",
            en="check the body's end, or the name of its successor",
        ),
        ("person", "post", "organization", "dissolved", "tenure_id"),
        _asked("open_in_ended_bodies"),
        "ask organization_history",
    ),
    Audit(
        "conflicting_claims",
        Text(vi="các nguồn nói khác nhau về cùng một nhiệm kỳ", en="sources differ about one tenure"),
        Text(
            vi="so các câu nguồn; nguồn sai thì rút lại lần nạp của nó",
            en="compare the sentences; where a source is wrong, take its load back",
        ),
        ("tenure_id", "field", "values", "sources"),
        _asked("conflicting_claims"),
        "why",
    ),
    Audit(
        "head_count",
        Text(vi="số người nêu tên khác số ghế đã công bố", en="named members differ from the number declared"),
        Text(vi="bổ sung danh sách còn thiếu", en="load the rest of the list"),
        ("post", "declared", "named"),
        _read(_HEAD_COUNT),
    ),
    Audit(
        "without_quote",
        Text(vi="nguồn có khẳng định không kèm câu trích", en="sources with claims that have no quoted sentence"),
        Text(vi="thêm cột quote vào bảng", en="add the column quote to the table"),
        ("source", "claims"),
        _read(_WITHOUT_QUOTE),
    ),
    Audit(
        "judgements_waiting",
        Text(vi="nhận định chưa áp dụng được", en="judgements that are not applied"),
        Text(
            vi="người được nêu chưa có, hoặc tên chỉ nhiều người: hãy dùng mã",
            en="somebody is not in the graph, or a name means several: use ids",
        ),
        ("person_a", "person_b", "verdict", "by", "at"),
        _read(_JUDGEMENTS_WAITING),
        "judge",
    ),
    Audit(
        "orphans",
        Text(vi="nút không gắn với bằng chứng", en="nodes without their evidence"),
        Text(
            vi="đồ thị bị sửa từ bên ngoài: xuất csv rồi nạp lại vào đồ thị trống",
            en="the graph was edited from outside: export csv and load it into an empty graph",
        ),
        ("label", "id"),
        _read(_UNSUPPORTED),
    ),
    Audit(
        "schema",
        Text(vi="ràng buộc hay chỉ mục còn thiếu", en="constraints or indexes that are missing"),
        Text(vi="mở lại đồ thị: chương trình tự tạo", en="open the graph anew: the program makes them"),
        ("name",),
        _missing,
    ),
)
