"""One file as a page brings it: read once, and later loaded as the reader would have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import CadresError, Text
from graph.incoming import UNTOLD, Choice, Incoming, Loaded, Origin
from graph.ledger import Arrival
from graph.store import Store
from graph.words import say_both
from loaders.arrivals import Item, Reader, read_arrivals, read_claims
from loaders.documents import read_documents
from loaders.load import label_of, load_paths
from loaders.preview import make_pick
from loaders.reports import RowError, TableJudgement, file_error
from loaders.tables import is_table


def read_file(name: str, content: bytes, published: date | None = None, origin: Origin = UNTOLD) -> Incoming:
    """Read a file without asking the graph; one in which nothing is read says why."""
    with _file_of(name, content) as path:
        text, items = _read(path, Reader(None, published, datetime.now().astimezone().date(), origin=origin))
        folder, label = path.parent, label_of(path)
    arrivals = tuple(item for item in items if isinstance(item, Arrival))
    judgements = tuple(item.judgement for item in items if isinstance(item, TableJudgement))
    notes = [_without_folder(note, folder) for item in items if (note := _note(item)) is not None]
    refused = None
    if not arrivals and not judgements:
        # Of a text that was read and tells nothing, its one error only says how to look closer from a command line.
        said = [note for item, note in zip(items, notes, strict=True) if text is None or isinstance(item, Text)]
        refused, notes = said[0] if said else say_both("article.nothing"), []
    return Incoming(name, content, published, label, text, arrivals, judgements, tuple(notes), refused, origin)


def load_file(store: Store, incoming: Incoming, choice: Choice) -> Loaded:
    """Load a file as the reader would have it; what it changes is decided anew on the graph as it is now."""
    with _file_of(incoming.name, incoming.content) as path:
        pick = make_pick(store, incoming, choice)
        (report,) = load_paths(store, [path], published=incoming.published, origin=incoming.origin, pick=pick)
        errors = tuple(_without_folder(error.text, path.parent) for error in report.errors)
        return Loaded(incoming.name, report.load_id, errors)


@contextmanager
def _file_of(name: str, content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        yield path


def _read(path: Path, reader: Reader) -> tuple[str | None, Sequence[Item]]:
    """What a file holds, and its text if it is one document; a table has none."""
    if is_table(path):
        return None, list(read_arrivals(path, reader))
    try:
        documents = list(read_documents(path))
    except CadresError as error:
        return None, [file_error(str(path), error)]
    items = [item for document in documents for item in read_claims(document, reader)]
    return documents[0].text if len(documents) == 1 else None, items


def _note(item: Item) -> Text | None:
    if isinstance(item, RowError):
        return item.text
    return item if isinstance(item, Text) else None


def _without_folder(text: Text, folder: Path) -> Text:
    """Name a file as the reader does, without where it lies for the moment."""
    return Text(vi=text.vi.replace(f"{folder}/", ""), en=text.en.replace(f"{folder}/", ""))
