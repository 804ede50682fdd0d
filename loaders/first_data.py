"""What an empty local graph is given: the small sample at once, then a country, in the background of the app.

What was given, taken back or cut short, the graph's own loads tell. A graph with anything of the user's is left alone;
only a country whose load was cut short goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from graph.errors import CadresError, Lang, Text
from graph.loading import Loading, Tell, announced
from graph.overview import LoadState, is_empty, read_inputs
from graph.store import Store
from loaders.commands_load import LoadBar
from loaders.load import label_of, load_paths
from loaders.reports import FileReport

SAMPLE = Path(__file__).resolve().parent / "sample"
SAMPLE_KINDS = (".csv", ".xlsx", ".jsonl", ".txt", ".html", ".pdf", ".docx")
PART = 500  # rows a step: the page sees it move, and little is done twice after a kill
PATIENCE = 2.0
HEAD_START_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class FirstData:
    """What an empty graph is given: the files of a small sample, then a country, so many rows a step."""

    sample: tuple[Path, ...]
    country: Path
    part: int = PART


class _Stopped(Exception):
    """The app is being closed: the load goes on another time."""


def find_first_data() -> FirstData:
    """Find the sample and the country that lie here."""
    files = sorted(path for path in SAMPLE.iterdir() if path.suffix in SAMPLE_KINDS)
    return FirstData(tuple(files), SAMPLE / "vietnam")


def load_sample(store: Store) -> None:
    """Load the small sample, whatever is in the graph."""
    load_paths(store, find_first_data().sample)


def give_sample(store: Store, given: FirstData, lang: Lang) -> None:
    """Load what is still lacking of the small sample, where the graph holds nothing but of what we give."""
    inputs = read_inputs(store)
    lacking = [path for path in given.sample if label_of(path) not in inputs]
    ours = {label_of(path) for path in (*given.sample, given.country)}
    if lacking and (inputs.keys() <= ours if inputs else is_empty(store)):
        tell(Text(vi="Nạp dữ liệu mẫu …", en="Loading the sample …"), lang)
        load_paths(store, lacking)


def country_is_owed(store: Store, given: FirstData) -> bool:
    """Tell whether the country is still to be loaded: begun and cut short, or next after the small sample alone."""
    inputs = read_inputs(store)
    state = inputs.get(label_of(given.country))
    if state is not None:
        return state == "unfinished"
    return inputs.keys() == {label_of(path) for path in given.sample}


@contextmanager
def country_beside(store: Store, home: Path, given: FirstData, lang: Lang) -> Iterator[None]:
    """Load the country beside a block, in a thread; what the end of the block cuts short goes on another time."""
    over = Event()
    said = {"over": over, "head_start": HEAD_START_SECONDS}
    work = Thread(target=load_country, args=(store, home, given, lang), kwargs=said, daemon=True)
    work.start()
    try:
        yield
    finally:
        over.set()
        work.join(PATIENCE)


def load_country(
    store: Store, home: Path, given: FirstData, lang: Lang, *, over: Event, head_start: float = 0.0
) -> None:
    """Load the country if it is owed and no other process loads it, until it is over; say how it went.

    `head_start`: seconds in which whoever opens the app at once has the machine alone.
    """
    try:
        with announced(home) as announce:
            if announce is None or not country_is_owed(store, given):
                return
            announce(Loading(label_of(given.country)))
            over.wait(head_start)
            report = _load(store, given, lang, announce=announce, over=over)
            if not over.is_set():
                _tell_end(report, read_inputs(store).get(label_of(given.country)), lang)
    except _Stopped:
        pass
    except CadresError as error:
        if not over.is_set():  # else the graph was closed under it
            tell(error.text, lang)


def _load(store: Store, given: FirstData, lang: Lang, *, announce: Tell, over: Event) -> FileReport:
    label = label_of(given.country)
    with LoadBar(lang) as bar:

        def step(path: Path, done: int, total: int) -> None:
            announce(Loading(label, done, total))
            bar(path, done, total)
            if over.is_set():
                raise _Stopped

        (report,) = load_paths(store, [given.country], part=given.part, progress=step)
    return report


def _tell_end(report: FileReport, state: LoadState | None, lang: Lang) -> None:
    for error in report.errors:
        tell(error.text, lang)
    if state == "whole":
        done = Text(
            vi=f"Đã nạp Việt Nam, theo Wikipedia tiếng Việt: thêm {report.added} nhiệm kỳ.",
            en=f"Vietnam is loaded, according to Vietnamese Wikipedia: {report.added} tenures more.",
        )
        tell(done, lang)
    elif state == "unfinished":
        cut = Text(
            vi="Việt Nam chưa nạp xong; lần sau `make app` nạp tiếp.",
            en="Vietnam is not loaded to the end; the next `make app` goes on.",
        )
        tell(cut, lang)


def tell(text: Text, lang: Lang) -> None:
    """Say something on standard error, whole."""
    sys.stderr.write(f"{text.say(lang)}\n")
    sys.stderr.flush()
