"""The one door to the graph: open it, ask, apply, close. Nobody else talks to the driver.

Reads go in READ transactions, in which the server refuses writes; a change is one managed transaction that
takes the lock of the graph first, so that changes take turns and can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from types import TracebackType
from typing import Any, Literal, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph import faults, wire
from graph.batches import write_changes
from graph.console import Console
from graph.keeper import Keeper
from graph.prepare import prepare
from graph.schema import count_statement
from graph.server import Address, Report
from graph.settings import Settings
from graph.wire import Ask, Decided

APPLY_SECONDS = 600
ASK_SECONDS = 300
RETRY_SECONDS = 2.5  # three tries in three seconds: who waits is told soon that the server is away

__all__ = ["Ask", "Decided", "Store", "connect", "open_store"]

Notices = Literal["OFF", "WARNING"]
T = TypeVar("T")
D = TypeVar("D", bound=Decided)


def open_store(settings: Settings, *, progress: Report | None = None) -> Store:
    """Open the graph of the settings: the server behind `neo4j_uri`, else the local one."""
    if settings.neo4j_uri is not None:
        address = Address(settings.neo4j_uri, settings.username, settings.password or "", settings.database)
        login = (settings.console_username, settings.console_password)
        return connect(address, console_login=login)
    keeper = Keeper(settings, progress=progress)
    try:
        return connect(keeper.address, keeper=keeper)
    except BaseException:
        keeper.close()
        raise


def connect(
    address: Address,
    *,
    keeper: Keeper | None = None,
    console_login: tuple[str | None, str | None] = (None, None),
    notices: Notices = "OFF",
) -> Store:
    """Open the graph at an address; with `notices` the server's warnings become Python's."""
    username, password = console_login
    console = replace(address, username=username or address.username, password=password or address.password)
    with _told(address.uri):
        driver = _make_driver(address, retry_seconds=RETRY_SECONDS, notices=notices)
    store = Store(driver, address, console=console, keeper=keeper)
    try:
        with _told(address.uri):
            driver.verify_connectivity()
        prepare(store)
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open graph; use it in `with`, from any thread."""

    def __init__(self, driver: Driver, address: Address, *, console: Address, keeper: Keeper | None = None) -> None:
        self._driver = driver
        self._database = address.database
        self._console = console
        self._keeper = keeper
        self._lines: list[_Line] = []
        self._bookmarks = GraphDatabase.bookmark_manager()
        self.address = address.uri

    @property
    def local(self) -> bool:
        """Tell whether the server is the project's own."""
        return self._keeper is not None

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run a reading query; a node or relationship comes as its properties, a day as `date`."""

        @unit_of_work(timeout=ASK_SECONDS, metadata={"app": "cadres"})
        def work(tx: ManagedTransaction) -> list[dict[str, Any]]:
            return _rows(tx, cypher, params)

        with _told(self.address), self._guarded(), self._session() as session:
            return session.execute_read(work)

    def apply(self, decide: Callable[[Ask], D]) -> D:
        """Decide from what is stored and write it, all in one transaction, one caller at a time.

        `decide` may be called again when the server asks for a repetition; what it raises undoes everything.
        """

        def work(ask: Ask) -> D:
            decided = decide(ask)
            write_changes(ask, decided.changes)
            return decided

        return self.take_turn(work)

    def open_console(self) -> Console:
        """Open the console: free reading queries, through connections of their own."""
        with _told(self.address):
            # A query that hits the server's memory limit would else be repeated for half a minute.
            driver = _make_driver(self._console, retry_seconds=5, notices="WARNING", warn=False)
        line = _Line(driver, self._database, self._keeper)
        self._lines.append(line)
        return Console(line)

    def version(self) -> tuple[str, str]:
        """Return the server's version and edition."""
        cypher = "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS version, edition"
        row = self.ask(cypher)[0]
        return row["version"], row["edition"]

    def counts(self) -> dict[str, int]:
        """Count the nodes of each label."""
        return {row["label"]: row["n"] for row in self.ask(count_statement())}

    def close(self) -> None:
        """Close all connections and give up the local server; a second time does nothing."""
        for line in self._lines:
            line.close()
        self._driver.close()
        if self._keeper is not None:
            self._keeper.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, statements: Iterable[str]) -> None:
        """Run statements of the schema in one transaction."""

        def work(tx: ManagedTransaction) -> None:
            for statement in statements:
                tx.run(statement).consume()

        with _told(self.address), self._guarded(), self._session() as session:
            session.execute_write(work)

    def take_turn(self, work: Callable[[Ask], T]) -> T:
        """Do some work in one transaction that holds the lock of the graph."""

        @unit_of_work(timeout=APPLY_SECONDS, metadata={"app": "cadres", "job": "apply"})
        def alone(tx: ManagedTransaction) -> T:
            with _faults(faults.is_of_memory):
                # A read before this could be outdated by the time it is written.
                tx.run("MERGE (l:Ledger {id: 'ledger'}) SET l.locked = true").consume()
                return work(lambda cypher, params=None: _rows(tx, cypher, params))

        with _told(self.address), self._guarded(), self._session() as session:
            return session.execute_write(alone)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let faults out, after a local server that has died was started again."""
        try:
            with _faults():
                yield
        except faults.Fault as fault:
            if fault.code != faults.DOWN or self._keeper is None or not self._keeper.revive():
                raise
            raise faults.Fault(faults.REVIVED, fault.message) from fault

    def _session(self) -> Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)


class _Line:
    """The console's own connections; it sees no more of the driver than this."""

    def __init__(self, driver: Driver, database: str, keeper: Keeper | None) -> None:
        self._driver = driver
        self._database = database
        self._keeper = keeper

    def await_server(self) -> None:
        """Start a local server again that has died, and wait for it."""
        if self._keeper is not None:
            self._keeper.revive()

    def transact(self, work: Callable[[wire.Run], T], *, seconds: float, job: str) -> T:
        """Do some work in a READ transaction that ends after so many seconds."""

        @unit_of_work(timeout=seconds, metadata={"app": "cadres", "job": job})
        def once(tx: ManagedTransaction) -> T:
            # Never a second time: what ended it, a full memory or a dead server, would be met again.
            with _faults():
                return work(lambda text, params: wire.Answer(tx.run(text, dict(params)), _shown))

        try:
            with _faults(), self._driver.session(database=self._database, fetch_size=200) as session:
                return session.execute_read(once)
        except RecursionError as error:
            raise faults.Fault(faults.TOO_DEEP, str(error)) from error

    def command(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run one of the console's own commands that no transaction of work takes."""
        with _faults(), self._driver.session(database=self._database) as session:
            return session.run(text, dict(params)).data()

    def close(self) -> None:
        self._driver.close()


def _make_driver(address: Address, *, retry_seconds: float, notices: Notices, warn: bool = True) -> Driver:
    return GraphDatabase.driver(
        address.uri,
        auth=(address.username, address.password) if address.password else None,
        max_transaction_retry_time=retry_seconds,
        connection_timeout=15,
        liveness_check_timeout=60,
        notifications_min_severity=notices,
        warn_notification_severity=notices if warn else "OFF",
        user_agent="cadres",
        telemetry_disabled=True,
    )


def _rows(tx: ManagedTransaction, cypher: str, params: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    result = tx.run(cypher, dict(params or {}))
    columns = result.keys()
    rows = ([wire.plain(value, _leaf) for value in record.values()] for record in result)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _leaf(value: Any) -> Any:
    """Turn a value of the driver's own type into Python's; a node or relationship is its properties."""
    match value:
        case DateTime():
            native = value.to_native()
            return native if native.tzinfo is None else native.astimezone(UTC)
        case Date():
            return value.to_native()
        case Node() | Relationship():
            return wire.plain(dict(value), _leaf)
        case Path():
            return [wire.plain(dict(node), _leaf) for node in value.nodes]
        case Time() | Duration():
            return value.iso_format()
    return value


def _shown(value: Any) -> Any:
    """Turn a value into what the console shows: nodes, links and paths stay what they are."""
    match value:
        case Node():
            return wire.NodeValue(value.element_id, tuple(sorted(value.labels)), _leaf(value))
        case Relationship():
            start, end = (node.element_id if node is not None else "" for node in value.nodes)
            return wire.LinkValue(value.element_id, value.type, start, end, _leaf(value))
        case Path():
            nodes, links = map(_shown, value.nodes), map(_shown, value.relationships)
            return wire.PathValue(tuple(nodes), tuple(links))
    return _leaf(value)


@contextmanager
def _faults(are: Callable[[Exception], bool] = lambda _: True) -> Iterator[None]:
    """Turn the driver's errors into faults, which it does not answer by trying again."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        if not are(error):
            raise
        raise faults.make_fault(error, in_doubt=isinstance(error, IncompleteCommit)) from error


@contextmanager
def _told(uri: str) -> Iterator[None]:
    try:
        with _faults():
            yield
    except faults.Fault as fault:
        raise faults.store_error(fault, uri) from fault
