"""`load`, `loads` and `undo`: what they do to the graph, as lines; progress goes to standard error."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Never

from tqdm import tqdm

from graph.difference import say_difference
from graph.errors import Lang, Text, UsageError
from graph.incoming import Origin
from graph.server import TerminalProgress
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.commands_words import say
from loaders.gazetteers import read_gazetteers
from loaders.load import load_paths
from loaders.loads import UndoReport, foresee_undo, list_loads, undo_load
from loaders.reports import say_report
from loaders.tables import is_table


class LoadBar:
    """Shows how far each file is as a bar on a terminal's standard error; elsewhere it stays silent."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._path: Path | None = None
        self._bar: tqdm[Never] | None = None

    def __call__(self, path: Path, done: int, total: int) -> None:
        bar = self._bar
        if bar is None or path != self._path or total != bar.total:
            self.close()
            self._path = path
            title = f"{say('reading', self._lang)} {path.name}"
            bar = self._bar = tqdm(total=total, desc=title, leave=False, disable=None)
        bar.update(done - bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> LoadBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _read_origin(said: argparse.Namespace) -> Origin:
    """Read where the texts were published; refuse what it cannot be told of, which would be lost without a word."""
    files: list[Path] = said.files
    if (said.url or said.publisher) and (table := next(filter(is_table, files), None)) is not None:
        raise UsageError(
            vi=f"{table} là bảng: nguồn của bảng ghi ở các cột của nó (source_url, publisher), "
            "không ở --url và --publisher",
            en=f"{table} is a table: its sources stand in columns of its own (source_url, publisher), "
            "not in --url and --publisher",
        )
    if said.url and (len(files) > 1 or files[0].is_dir() or files[0].suffix == ".jsonl"):
        raise UsageError(
            vi="--url là địa chỉ của một bài; hãy nạp từng bài một",
            en="--url is the address of one text; load the texts one at a time",
        )
    return Origin(said.url, said.publisher)


def run_load(said: argparse.Namespace, words: Path | None, settings: Settings, lang: Lang) -> tuple[list[str], bool]:
    """Load files by our words and those of a folder; return what to print and whether all of it was understood."""
    read_gazetteers(words)  # a fault in them is told before a server is started
    origin = _read_origin(said)
    with _opened(settings, lang) as store, LoadBar(lang) as bar:
        reports = load_paths(
            store,
            said.files,
            mapping=said.mapping,
            published=said.published,
            origin=origin,
            strict=said.strict,
            dry_run=said.dry_run,
            jobs=said.jobs,
            gazetteers=words,
            progress=bar,
        )
    lines = [line for report in reports for line in say_report(report, lang)]
    return [*([say("dry", lang)] if said.dry_run else []), *lines], not any(r.errors for r in reports)


def run_loads(settings: Settings, lang: Lang) -> list[str]:
    """List the loads in lines."""
    with _opened(settings, lang) as store:
        rows = list_loads(store)
    return [_say_load(row, lang) for row in rows] or [say("no_loads", lang)]


def run_undo(load: str, settings: Settings, lang: Lang, *, dry_run: bool) -> Iterator[str]:
    """Say what taking one load back would change, then take it back, unless it is to be looked at only."""
    with _opened(settings, lang) as store, LoadBar(lang) as bar:
        foreseen = foresee_undo(store, load)
        yield _say_foreseen(foreseen, lang)
        if dry_run:
            yield say("dry", lang)
            return
        done = undo_load(store, load, progress=bar)
        yield _say_undone(done, lang, foreseen=foreseen is not None)


def _say_foreseen(report: UndoReport | None, lang: Lang) -> str:
    if report is None:
        return Text(
            vi="Lần nạp này lớn, chưa thể nói trước những gì sẽ đổi.",
            en="This load is too large to tell beforehand what would change.",
        ).say(lang)
    follows = say_difference(report.difference)
    told = Text(
        vi=f"Gỡ {report.load.id} ({report.load.input}) sẽ làm đổi: {follows.vi}.",
        en=f"Taking back {report.load.id} ({report.load.input}) would change: {follows.en}.",
    )
    return told.say(lang)


def _say_undone(report: UndoReport, lang: Lang, *, foreseen: bool) -> str:
    follows = say_difference(report.difference)
    changed = Text("", "") if foreseen else Text(vi=f" Đã đổi: {follows.vi}.", en=f" Changed: {follows.en}.")
    kept = Text("", "")
    if report.kept:
        kept = Text(
            vi=f" {report.kept} khẳng định ở lại vì lần nạp khác cũng có.",
            en=f" {report.kept} claims stay, since another load brought them too.",
        )
    return Text(vi=f"Đã gỡ.{changed.vi}{kept.vi}", en=f"Taken back.{changed.en}{kept.en}").say(lang)


def _say_load(row: dict[str, Any], lang: Lang) -> str:
    at = row["at"].isoformat(sep=" ", timespec="seconds")
    states = [name for name in ("unfinished", "undone") if row[name]]
    return "  ".join([row["load"], at, row["input"], *(f"({say(state, lang)})" for state in states)])


@contextmanager
def _opened(settings: Settings, lang: Lang) -> Iterator[Store]:
    with TerminalProgress(lang) as bars:
        store = open_store(settings, progress=bars)
    with store:
        yield store
