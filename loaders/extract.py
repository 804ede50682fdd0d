"""One text file → what `extract` prints of it, as lines that one process can hand to another: no stream, no graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graph.commands_answer import align
from graph.errors import CadresError, InputError, Lang, Text
from loaders.documents import Document, read_documents
from loaders.gazetteers import read_gazetteers
from loaders.tables import is_table
from loaders.text import Reading, read_text
from loaders.text.explain import explain, fact_json, why_not
from loaders.text.language import is_foreign

COLUMNS = ("event", "person", "role", "organization", "date", "end", "term", "action", "issuer")
Said = tuple[Literal["out", "aside", "error"], str]


@dataclass(frozen=True, slots=True)
class Question:
    """What to say of each document of a file: in which form, with which reasons, in which language."""

    file: Path
    form: str | None
    explain: bool
    why_not: str | None
    lang: Lang
    words: Path | None = None  # a user's folder of gazetteers


def extract_file(question: Question) -> list[Said]:
    """Read a file; say lines for the answer, sentences that stand aside, and at most one error."""
    return list(extract_lines(question))


def extract_lines(question: Question) -> Iterator[Said]:
    """The same, a document at a time."""
    try:
        if is_table(question.file):
            raise _no_text(question.file)
        for document in read_documents(question.file):
            yield from _say_document(document, question)
    except CadresError as error:
        yield "error", error.say(question.lang)


def _say_document(document: Document, question: Question) -> Iterator[Said]:
    """Say one document: as JSON, as a table, or (no format asked for) what its flags ask in sentences."""
    lang = question.lang
    known = read_gazetteers(question.words)
    reading = read_text(document, known)
    asked = [explain(document, fact, lang) for fact in reading.facts] if question.explain else []
    missing = why_not(document, question.why_not, lang, known) if question.why_not is not None else None
    if question.form == "jsonl" or (question.form is None and not question.explain and missing is None):
        yield "out", _say_json(fact_json(document, reading), asked, missing)
        if not reading.facts and not reading.votes and is_foreign(document.text):
            yield "aside", no_facts(document).say(lang)
        return
    if question.form == "table":
        yield "out", document.doc_id
        yield "out", _say_table(document, reading, lang)
    elif question.explain and not asked:
        yield "out", no_facts(document).say(lang)
    yield from (("out", each) for each in asked)
    if missing is not None:
        yield "out", missing


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
    return align([COLUMNS, *rows]).rstrip("\n") if rows else no_facts(document).say(lang)


def no_facts(document: Document) -> Text:
    """Say that nothing was read in a document, and where that is plain, why."""
    if is_foreign(document.text):
        return Text(
            vi=f"{document.doc_id}: bài không viết bằng tiếng Việt; chỉ đọc được sự việc trong bài tiếng Việt",
            en=f"{document.doc_id}: the text is not in Vietnamese; facts are read in Vietnamese texts only",
        )
    return Text(
        vi=f"{document.doc_id}: không đọc được sự việc nào về chức vụ",
        en=f"{document.doc_id}: no fact about a post was read",
    )


def _no_text(file: Path) -> InputError:
    return InputError(
        vi=f"{file} là bảng, không phải văn bản; hãy nạp bằng python -m loaders load {file}",
        en=f"{file} is a table, not a text; load it with python -m loaders load {file}",
    )
