"""Free Cypher: judged by the server's own plan, run as a read, limited and cancelled. Knows no driver.

The store hands it a Line: READ transactions on connections of their own, and a way to end one from outside.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Protocol, TypeVar

from graph import faults, refusals
from graph.deadline import Silent, work_within
from graph.errors import ConsoleError, Text
from graph.limits import Trimmer
from graph.typed import check_typed
from graph.wire import Answer, Run, Summary

MAX_BYTES = 4_000_000
CANCEL_SECONDS = 2.0
CANCEL_POLL = 0.1
GRACE_SECONDS = 10.0
MANY_ROWS = 1_000_000.0
EXPLAIN = "EXPLAIN "
ALLOWED_PROCEDURES = (
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.visualization",
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
)
REFUSED_OPERATORS = ("Load", "Show", "Terminate", "Administration", "Transaction")
_END_JOB = (
    "SHOW TRANSACTIONS YIELD transactionId AS i, metaData AS m WHERE m.job = $job "
    "TERMINATE TRANSACTIONS i YIELD message RETURN message"
)

T = TypeVar("T")


class Line(Protocol):
    """The connections of the console; what fails in them is a faults.Fault."""

    def await_server(self) -> None: ...

    def transact(self, work: Callable[[Run], T], *, seconds: float, job: str) -> T: ...

    def command(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class ConsoleResult:
    """What a query gave: `truncated` if rows are missing, `notices` say what else the user should know.

    `unknown` are the labels, types and properties in it that nothing in the graph has.
    """

    columns: tuple[str, ...]
    rows: list[list[Any]]
    truncated: bool
    ms: int
    notices: tuple[Text, ...]
    unknown: tuple[str, ...]


class Stopped(ConsoleError):
    """The server ended a query for its time, its memory or its user; `rows` came before."""

    def __init__(self, text: Text, columns: tuple[str, ...], rows: list[list[Any]]) -> None:
        super().__init__(vi=text.vi, en=text.en)
        self.columns = columns
        self.rows = rows


def judge_plan(kind: str, plan: Mapping[str, Any]) -> None:
    """Raise ConsoleError unless the server's plan shows nothing but reading of this graph."""
    if kind in ("rw", "w"):
        raise refusals.refused(refusals.written())
    for operator in _operators(plan):
        name = _name(operator)
        if name.startswith(REFUSED_OPERATORS):
            raise refusals.refused(refusals.operator(name))
        if name.startswith("ProcedureCall"):
            _judge_call(str(operator["args"]["Details"]))
    if kind != "r":
        raise refusals.refused(refusals.administrative())


def _judge_call(details: str) -> None:
    # The name as the server resolved it: no comment, back-tick or look-alike letter is left in it.
    name = details.partition("(")[0]
    if "(" not in details or name not in ALLOWED_PROCEDURES:
        raise refusals.refused(refusals.procedure(name.strip()[:100], ALLOWED_PROCEDURES))


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [plan] if plan else []
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting.extend(operator.get("children", ()))


def _name(operator: Mapping[str, Any]) -> str:
    return str(operator["operatorType"]).partition("@")[0]


class Console:
    """Runs what a user types. One for all users of a page; a job is the caller's name for one run."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._lock = Lock()
        self._running: dict[str, bool] = {}  # job: was it cancelled

    def explain(self, text: str, params: Mapping[str, Any] | None = None) -> Summary:
        """Return the server's plan of a query without running it; raise ConsoleError if it may not run."""
        given = check_typed(text, params)
        self._line.await_server()
        return self._judge(text, given, seconds=10, job="explain")

    def run(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = 10,
        rows: int = 1000,
        job: str,
    ) -> ConsoleResult:
        """Run a reading query within limits; raise ConsoleError if it is refused, Stopped if it was ended."""
        assert seconds > 0 and rows > 0, "without a limit the server would work for ever"
        given = check_typed(text, params)
        with self._lock:
            self._running[job] = False
        try:
            # Outside the time limit, which must not cut short the start of a server that the last query ended.
            self._line.await_server()
            return self._run(text, given, seconds=seconds, rows=rows, job=job)
        finally:
            with self._lock:
                del self._running[job]

    def cancel(self, job: str) -> bool:
        """End a running query on the server; tell whether one was ended."""
        with self._lock:
            running = job in self._running
            if running:
                self._running[job] = True
        end = time.monotonic() + CANCEL_SECONDS
        while not self._terminate(job):
            if not (pending := self._is_cancelled(job)) or time.monotonic() > end:
                return running and not pending  # between two transactions it ends by itself before the second
            time.sleep(CANCEL_POLL)
        return True

    def _terminate(self, job: str) -> bool:
        try:
            return bool(self._line.command(_END_JOB, {"job": job}))
        except faults.Fault as fault:
            raise refusals.refused(refusals.reported(fault, shift=0)) from fault

    def _is_cancelled(self, job: str) -> bool:
        with self._lock:
            return self._running.get(job, False)

    def _judge(self, text: str, params: Mapping[str, Any], *, seconds: float, job: str) -> Summary:
        try:
            # The one place where a word is put before Cypher: with it nothing of the text runs.
            summary = self._transact(lambda run: run(EXPLAIN + text, params).finish(), seconds=seconds, job=job)
        except faults.Fault as fault:
            raise self._stopped(fault, _Rows(1), seconds=seconds, job=job, shift=len(EXPLAIN)) from fault
        judge_plan(summary.kind, summary.plan)
        return summary

    def _run(self, text: str, params: Mapping[str, Any], *, seconds: float, rows: int, job: str) -> ConsoleResult:
        begun = time.monotonic()
        summary = self._judge(text, params, seconds=seconds, job=job)
        kept = _Rows(rows)
        try:
            if not self._is_cancelled(job):
                self._transact(lambda run: kept.take(run(text, params)), seconds=seconds, job=job)
        except faults.Fault as fault:
            raise self._stopped(fault, kept, seconds=seconds, job=job, shift=0) from fault
        if self._is_cancelled(job) and not kept.columns:
            raise Stopped(refusals.cancelled(), (), [])
        ms = round((time.monotonic() - begun) * 1000)
        notices = (*_notices(summary), *kept.notices())
        return ConsoleResult(kept.columns, kept.rows, kept.truncated, ms, notices, summary.unknown)

    def _transact(self, work: Callable[[Run], T], *, seconds: float, job: str) -> T:
        try:
            # The server's own time limit does not reach its parser, nor a value it cannot send.
            return work_within(seconds + GRACE_SECONDS, lambda: self._line.transact(work, seconds=seconds, job=job))
        except Silent:
            raise faults.Fault(faults.SILENT, "no answer") from None

    def _stopped(self, fault: faults.Fault, kept: _Rows, *, seconds: float, job: str, shift: int) -> ConsoleError:
        text = self._find_reason(fault.code, seconds=seconds, job=job)
        if text is not None:
            return Stopped(text, kept.columns, kept.rows)
        if fault.code == faults.WRITE_CODE:
            return refusals.refused(refusals.written())
        return refusals.refused(refusals.reported(fault, shift=shift), refusals.find_place(fault, shift=shift))

    def _find_reason(self, code: str, *, seconds: float, job: str) -> Text | None:
        if self._is_cancelled(job) or code in faults.TERMINATED_CODES:
            return refusals.cancelled()
        if code == faults.SILENT or code in faults.TIMEOUT_CODES:
            return refusals.timed_out(seconds)
        if code in faults.MEMORY_CODES:
            return refusals.out_of_memory()
        if code == faults.DOWN:
            return refusals.server_gone()
        return refusals.too_deep() if code == faults.TOO_DEEP else None


class _Rows:
    """Keeps the first rows of an answer; begun anew when the transaction is."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._trimmer = Trimmer(MAX_BYTES)
        self.columns: tuple[str, ...] = ()
        self.rows: list[list[Any]] = []
        self.truncated = False

    def take(self, answer: Answer) -> None:
        self._trimmer, self.columns, self.rows, self.truncated = Trimmer(MAX_BYTES), answer.columns, [], False
        for row in answer:
            if len(self.rows) == self._most or self._trimmer.is_full:
                self.truncated = True
                break
            self.rows.append([self._trimmer.trim(value) for value in row])
        answer.finish()

    def notices(self) -> Iterator[Text]:
        n = len(self.rows)
        if self.truncated:
            yield Text(vi=f"Chỉ hiện {n} dòng đầu; còn nữa.", en=f"Only the first {n} rows are shown.")
        if self._trimmer.cut:
            yield Text(vi="Giá trị dài đã được cắt bớt (…).", en="Long values were cut (…).")


def _notices(summary: Summary) -> Iterator[Text]:
    for told in summary.notices:
        yield Text(vi=f"Máy chủ lưu ý: {told}", en=f"The server notes: {told}")
    for operator in _operators(summary.plan):
        if _name(operator) == "CartesianProduct" and operator["args"].get("EstimatedRows", 0.0) > MANY_ROWS:
            yield Text(
                vi="Câu lệnh ghép mọi cặp của hai tập không liên quan (tích Descartes); có thể rất chậm.",
                en="The query pairs everything with everything (a cartesian product); it may be very slow.",
            )
            return
