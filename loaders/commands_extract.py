"""`extract`: texts → claims on standard output; what cannot be read goes to standard error. No graph here."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from graph.errors import CadresError, Lang
from loaders.commands_words import say
from loaders.extract import Question, Said, extract_file, extract_lines
from loaders.files import find_files
from loaders.gazetteers import read_gazetteers
from loaders.pool import map_in_order


def run_extract(said: argparse.Namespace, words: Path | None, lang: Lang, *, out: TextIO, errors: TextIO) -> bool:
    """Read texts and print what they claim; tell whether all files could be read."""
    read_gazetteers(words)  # a fault in them is told once, before any text is read
    files: list[Path] = []
    fine = True
    for path in said.files:
        try:
            found = find_files(path, tables=False)
        except CadresError as error:
            errors.write(f"{error.say(lang)}\n")
            fine = False
            continue
        files += found.files
        if (skipped := found.skipped()) is not None:
            errors.write(f"{skipped.say(lang)}\n")
    questions = [Question(file, said.format, said.explain, said.why_not, lang, words) for file in files]
    return _say_all(questions, said.jobs, lang, out=out, errors=errors) and fine


def _say_all(questions: list[Question], jobs: int, lang: Lang, *, out: TextIO, errors: TextIO) -> bool:
    """Say file after file, in order; a terminal that shows the answer itself needs no bar."""
    fine = True
    hidden = True if len(questions) < 2 or out.isatty() else None
    with tqdm(total=len(questions), desc=say("extracting", lang), file=errors, leave=False, disable=hidden) as bar:
        for each in _answers(questions, jobs):
            for kind, line in each:
                if kind == "out":
                    out.write(f"{line}\n")
                    continue
                bar.clear()
                errors.write(f"{line}\n")
                fine = fine and kind != "error"
            bar.update()
    return fine


def _answers(questions: list[Question], jobs: int) -> Iterator[Iterable[Said]]:
    """The answers by file; one process says each document of a large file as soon as it is read."""
    if jobs == 1 or len(questions) < 2:
        yield from map(extract_lines, questions)
    else:
        yield from map_in_order(extract_file, questions, jobs)
