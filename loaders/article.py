"""One file as a page brings it: looked at before it is loaded, then loaded without what a reader leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.gather import Shelf
from graph.ids import make_id
from graph.incoming import Line, Preview, Standing
from graph.ledger import Arrival, decide_load
from graph.sources import LoadInfo
from graph.store import Store
from loaders.arrivals import Reader, read_arrivals
from loaders.documents import is_text_name, read_documents
from loaders.load import label_of, load_paths

_LOADER = "loaders.load"


def preview_file(store: Store, name: str, content: bytes, left_out: Collection[str] = ()) -> Preview:
    """Tell what a file would bring, without writing; what is left out counts for nothing in what follows."""
    with _file_of(name, content) as path:
        arrivals = _read(path)
        (report,) = load_paths(store, [path], dry_run=True)
        kept = [arrival for arrival in arrivals if arrival.claim.id not in left_out]
        outcome = decide_load(store.ask, _load_of(path), kept)
        stored = Shelf(store.ask).read({arrival.claim.id for arrival in arrivals}).keys()
        doubted = {claim for doubt in (*report.doubts, *outcome.doubts) for claim in doubt.claims}
        lines = tuple(_make_line(arrival, stored, doubted) for arrival in arrivals)
        notes = (*report.notes, *(error.text for error in report.errors))
        return Preview(name, _text_of(path), lines, outcome.difference, notes)


def load_file(store: Store, name: str, content: bytes, left_out: Collection[str] = ()) -> str | None:
    """Load a file, without what is left out; return the id of the load, None where it brought nothing new."""
    with _file_of(name, content) as path:
        (report,) = load_paths(store, [path], left_out=left_out)
        return report.load_id


@contextmanager
def _file_of(name: str, content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        yield path


def _read(path: Path) -> list[Arrival]:
    reader = Reader(None, None, datetime.now().astimezone().date())
    return [item for item in read_arrivals(path, reader) if isinstance(item, Arrival)]


def _load_of(path: Path) -> LoadInfo:
    label, at = label_of(path), datetime.now(UTC)
    return LoadInfo(make_id("load", label, at.isoformat()), at, _LOADER, label)


def _text_of(path: Path) -> str | None:
    """The text of a file that is one document; of a table there is none."""
    documents = list(read_documents(path)) if is_text_name(path) else []
    return documents[0].text if len(documents) == 1 else None


def _make_line(arrival: Arrival, stored: Collection[str], doubted: Collection[str]) -> Line:
    claim = arrival.claim
    standing: Standing = "known" if claim.id in stored else "contradicts" if claim.id in doubted else "new"
    return Line(
        claim=claim.id,
        standing=standing,
        event=claim.event or claim.change,
        person=claim.person,
        role=claim.role,
        organization=claim.organization or claim.before or claim.body,
        date=str(claim.date) if claim.date is not None else None,
        until=str(claim.end) if claim.end is not None else None,
        action=claim.action,
        quote=claim.quote,
        start=claim.quote_start,
        end=claim.quote_end,
    )
