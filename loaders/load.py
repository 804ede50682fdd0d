"""Bring claims and judgements to the graph: gather, decide, apply (STYLE step 7). Loading twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from graph.errors import CadresError, Text
from graph.gather import Shelf
from graph.ids import make_id
from graph.incoming import UNTOLD, Origin
from graph.ledger import Arrival, Outcome, decide_finish, decide_judgements, decide_load, decide_share
from graph.model import Doubt, Judgement
from graph.portions import TOUCHED_CLAIMS, cut_portions
from graph.sources import LoadInfo, load_from, stored_load
from graph.store import Ask, Store
from loaders.arrivals import Item, Reader, digest_of, read_arrivals
from loaders.gazetteers import read_gazetteers
from loaders.reports import FileReport, RowError, TableJudgement, file_error
from loaders.spool import Spool
from loaders.sure import part_sure
from loaders.tables import read_mapping

PART_CLAIMS = 3_000  # what one transaction carries within the server's memory for it; fewer where they touch many
Progress = Callable[[Path, int, int], None]
Pick = Callable[[Arrival], Arrival | None]

_UNFINISHED = """
MATCH (l:Load {input: $input}) WHERE l.unfinished AND l.undoing IS NULL AND l.loader = $loader
RETURN properties(l) AS load
"""
_EDITED = """
MATCH (l:Load)<-[:CAME_WITH]-(s:Source)
WHERE l.input STARTS WITH $name AND l.input <> $input AND l.undone IS NULL
  AND s.sha256 IS NOT NULL AND NOT s.id IN $sources
RETURN DISTINCT l.id AS load, s.title AS title
ORDER BY load, title
"""


@dataclass(frozen=True, slots=True)
class Manner:
    """How what was read is loaded: all or nothing, checked only, in what parts that touch how many, what of it."""

    strict: bool
    dry_run: bool
    part: int
    touched: int
    pick: Pick


@dataclass(slots=True)
class _Tally:
    """The sums of one file or load: what was written is not kept, or a large table would fill the memory."""

    added: int = 0
    changed: int = 0
    closed: int = 0
    known: int = 0
    wrote: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Add up what one part came to."""
        difference = outcome.difference
        self.added += difference.added
        self.changed += difference.changed + difference.reopened
        self.closed += difference.closed
        self.known += outcome.known
        self.wrote = self.wrote or bool(outcome.changes)
        self.doubts += outcome.doubts


def load_paths(
    store: Store,
    paths: Iterable[Path],
    *,
    mapping: Path | None = None,
    published: date | None = None,
    origin: Origin = UNTOLD,
    strict: bool = False,
    dry_run: bool = False,
    jobs: int = 1,
    gazetteers: Path | None = None,
    part: int = PART_CLAIMS,
    touched: int = TOUCHED_CLAIMS,
    pick: Pick = lambda arrival: arrival,
    progress: Progress | None = None,
) -> list[FileReport]:
    """Load each path, a file or a folder, as one load; report per path, the faults among the sums.

    `published`, `origin`: when and where what does not say so itself was published; the origin is of texts alone.
    `pick`: each claim as it is to come in, None where it is not.
    `gazetteers`: a folder of words beside ours; raises InputError, before anything is read, if one is at fault.
    """
    read_gazetteers(gazetteers)
    manner = Manner(strict, dry_run, part, touched, pick)
    columns = read_mapping(mapping) if mapping is not None else None
    reader = Reader(columns, published, _today(), jobs, gazetteers, origin)
    return [_load_path(store, path, reader, manner, progress=progress) for path in paths]


def _today() -> date:
    return datetime.now().astimezone().date()


def _load_path(store: Store, path: Path, reader: Reader, manner: Manner, *, progress: Progress | None) -> FileReport:
    tally = _Tally()
    load: LoadInfo | None = None
    with Spool() as spool:
        try:
            _fill(spool, read_arrivals(path, reader, _teller(path, progress)), tally, manner.pick)
            load = _open_load(store, path)
            if not (manner.strict and tally.errors):
                _load_spool(store, spool, load, tally, manner=manner, tell=_teller(path, progress))
        except CadresError as error:
            tally.errors.append(file_error(str(path), error))
    return _report(path, tally, load, dry_run=manner.dry_run)


def _fill(spool: Spool, items: Iterable[Item], tally: _Tally, pick: Pick) -> None:
    for item in items:
        if isinstance(item, Arrival):
            if (picked := pick(item)) is not None:
                spool.add(picked)
        elif isinstance(item, TableJudgement):
            tally.judgements.append(item.judgement)
        elif isinstance(item, RowError):
            tally.errors.append(item)
        elif isinstance(item, Doubt):
            tally.doubts.append(item)
        else:
            tally.notes.append(item)


def _load_spool(
    store: Store, spool: Spool, load: LoadInfo, tally: _Tally, *, manner: Manner, tell: Callable[[int, int], None]
) -> None:
    several = spool.size > manner.part or (spool.size > 0 and bool(tally.judgements))
    if manner.strict and not _all_sure(store, spool, tally, manner.part):
        return
    tally.doubts += _edited(store, load, spool.sources)
    done = 0
    for part in spool.parts(manner.part):
        portions = _portions(store, part, tally, most=manner.touched)
        done += len(part) - sum(map(len, portions))
        several = several or len(portions) > 1
        for portion in portions:
            done += len(portion)
            if manner.dry_run:
                tally.count(decide_load(store.ask, load, portion))
            else:
                tally.count(_apply(store, load, portion, unfinished=several))
            tell(done, spool.size)
    if tally.judgements:
        _judge(store, load, tally, dry_run=manner.dry_run)
    if several and not manner.dry_run:
        _finish(store, spool, load, tally, part=manner.part)


def _judge(store: Store, load: LoadInfo, tally: _Tally, *, dry_run: bool) -> None:
    """Load judgements, which come after the claims that they are about."""

    def decide(ask: Ask) -> Outcome:
        return decide_judgements(ask, load, tally.judgements)

    outcome = decide(store.ask) if dry_run else store.apply(decide)
    tally.count(outcome)
    if outcome.waiting:
        n = outcome.waiting
        tally.notes.append(
            Text(
                vi=f"{n} nhận định được giữ lại, chưa áp dụng: có người chưa có trong đồ thị, hoặc tên chỉ nhiều người",
                en=f"{n} judgements kept, not applied yet: somebody is not in the graph, or a name means several",
            )
        )


def _all_sure(store: Store, spool: Spool, tally: _Tally, most: int) -> bool:
    """Look at every part before the first is written, so that a strict load writes all or nothing."""
    for part in spool.parts(most):
        _sure(store, part, tally)
    return not tally.errors


def _finish(store: Store, spool: Spool, load: LoadInfo, tally: _Tally, *, part: int) -> None:
    """Mark a load as whole; what was stored before remembers it too, also where a part brought nothing new."""
    if tally.known and stored_load(store.ask, load.id) is not None:
        for arrivals in spool.parts(part):
            store.apply(lambda ask: decide_share(ask, load, arrivals))  # noqa: B023  (called at once)
    store.apply(lambda ask: decide_finish(ask, load))


def _apply(store: Store, load: LoadInfo, part: Sequence[Arrival], *, unfinished: bool) -> Outcome:
    return store.apply(lambda ask: decide_load(ask, load, part, unfinished=unfinished))


def _portions(store: Store, part: Sequence[Arrival], tally: _Tally, *, most: int) -> list[list[Arrival]]:
    """What is surely understood of a part, cut by what it touches in the graph."""
    return list(cut_portions(Shelf(store.ask), _sure(store, part, tally), lambda arrival: arrival.claim, most))


def _sure(store: Store, part: Sequence[Arrival], tally: _Tally) -> list[Arrival]:
    """Leave out rows whose bare name fits two bodies."""
    sure, errors = part_sure(store.ask, part)
    tally.errors += errors
    return sure


def label_of(path: Path) -> str:
    """The input of a path as its Load names it: the same for the same content."""
    return f"{path.name} ({digest_of(path)})"


def _open_load(store: Store, path: Path) -> LoadInfo:
    """A new load, or the interrupted one of the same input, which goes on where it stopped."""
    loader = "loaders.load"
    label = label_of(path)
    rows = store.ask(_UNFINISHED, {"input": label, "loader": loader})
    if rows:
        return load_from(rows[0]["load"])
    at = datetime.now(UTC)  # to the microsecond: the oldest come first
    return LoadInfo(make_id("load", label, datetime.now(UTC).isoformat()), at, loader, label)


def _edited(store: Store, load: LoadInfo, sources: Collection[str]) -> list[Doubt]:
    """A file of this name loaded before with other content is named, with the undo that removes it (RULES 22)."""
    name = load.input[: load.input.rindex("(")]
    rows = store.ask(_EDITED, {"name": name, "input": load.input, "sources": sorted(sources)})
    return [
        Doubt(
            kind="edited",
            vi=f"một tệp «{row['title']}» có nội dung khác đã được nạp; nếu tệp này là bản mới của nó, "
            f"hãy gỡ bản cũ: python -m loaders undo {row['load']}",
            en=f"a file '{row['title']}' was loaded before with other content; if this one replaces it, "
            f"take the old one back: python -m loaders undo {row['load']}",
        )
        for row in rows
    ]


def _teller(path: Path, progress: Progress | None) -> Callable[[int, int], None]:
    def tell(done: int, size: int) -> None:
        if progress is not None:
            progress(path, done, size)

    return tell


def _report(path: Path, tally: _Tally, load: LoadInfo | None, *, dry_run: bool) -> FileReport:
    wrote = tally.wrote and not dry_run
    return FileReport(
        path=path,
        added=tally.added,
        changed=tally.changed,
        closed=tally.closed,
        skipped=tally.known,
        doubted=len(tally.doubts),
        doubts=tuple(tally.doubts),
        notes=tuple(tally.notes),
        errors=tuple(tally.errors),
        load_id=load.id if load is not None and wrote else None,
    )
