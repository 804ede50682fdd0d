"""`extract`: texts → claims on standard output; what cannot be read goes to standard error. No graph here."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from graph.commands_answer import align
from graph.errors import CadresError, InputError, Lang, Text
from loaders.arrivals import list_files
from loaders.documents import Document, read_documents
from loaders.gazetteers import Gazetteers
from loaders.tables import is_table
from loaders.text import Reading, read_text
from loaders.text.explain import explain, fact_json, why_not

COLUMNS = ("event", "person", "role", "organization", "date", "end", "term", "action", "issuer")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a command asks for, and by which words the texts are read."""

    said: argparse.Namespace
    gazetteers: Gazetteers
    lang: Lang


def run_extract(said: argparse.Namespace, gazetteers: Gazetteers, lang: Lang, *, out: TextIO, errors: TextIO) -> bool:
    """Read texts and print what they claim; tell whether all files could be read."""
    wanted = _Wanted(said, gazetteers, lang)
    fine = True
    for path in said.files:
        try:
            files = list_files(path)
        except CadresError as error:
            errors.write(f"{error.say(lang)}\n")
            fine = False
            continue
        for file in files:
            fine = _extract_file(file, wanted, out=out, errors=errors) and fine
    return fine


def _extract_file(file: Path, wanted: _Wanted, *, out: TextIO, errors: TextIO) -> bool:
    try:
        if is_table(file):
            raise _no_text(file)
        for document in read_documents(file):
            out.writelines(f"{line}\n" for line in _say_document(document, wanted))
    except CadresError as error:
        errors.write(f"{error.say(wanted.lang)}\n")
        return False
    return True


def _say_document(document: Document, wanted: _Wanted) -> Iterator[str]:
    """Say one document: as JSON, as a table, or (no format asked for) what its flags ask in sentences."""
    said, lang, known = wanted.said, wanted.lang, wanted.gazetteers
    reading = read_text(document, known)
    asked = [explain(document, fact, lang) for fact in reading.facts] if said.explain else []
    missing = why_not(document, said.why_not, lang, known) if said.why_not is not None else None
    if said.format == "jsonl" or (said.format is None and not said.explain and missing is None):
        yield _say_json(fact_json(document, reading), asked, missing)
        return
    if said.format == "table":
        yield document.doc_id
        yield _say_table(document, reading, lang)
    elif said.explain and not asked:
        yield _no_facts(document).say(lang)
    yield from asked
    if missing is not None:
        yield missing


def _say_json(found: dict[str, Any], asked: list[str], missing: str | None) -> str:
    """Put the answers to `--explain` and `--why-not` into the document's one line."""
    if asked:
        facts = zip(found["facts"], asked, strict=True)
        found["facts"] = [{**fact, "explanation": words} for fact, words in facts]
    if missing is not None:
        found["why_not"] = missing
    return json.dumps(found, ensure_ascii=False)


def _say_table(document: Document, reading: Reading, lang: Lang) -> str:
    found = fact_json(document, reading)
    rows = [[str(fact[column] or "") for column in COLUMNS] for fact in found["facts"]]
    for vote in found["votes"]:
        cells = {
            "event": "vote",
            "organization": vote["body"],
            "date": vote["date"],
            "action": vote["wording"],
        }
        rows.append([str(cells.get(column) or "") for column in COLUMNS])
    return align([COLUMNS, *rows]).rstrip("\n") if rows else _no_facts(document).say(lang)


def _no_facts(document: Document) -> Text:
    return Text(
        vi=f"{document.doc_id}: không đọc được sự việc nào về chức vụ",
        en=f"{document.doc_id}: no fact about a post was read",
    )


def _no_text(file: Path) -> InputError:
    return InputError(
        vi=f"{file} là bảng, không phải văn bản; hãy nạp bằng python -m loaders load {file}",
        en=f"{file} is a table, not a text; load it with python -m loaders load {file}",
    )
