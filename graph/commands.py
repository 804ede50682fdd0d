"""The commands of `python -m graph`: a command line becomes text, an error one sentence and a status.

The driver and the server are imported by the commands that need them: help answers at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from graph.catalog import Query, read_catalog
from graph.commands_answer import align, write_answer, write_publishers, write_question_help
from graph.commands_parser import PROGRAM, parse_command
from graph.commands_words import choose_language, say
from graph.errors import CadresError, Lang, QuestionError, Text, UsageError
from graph.settings import Settings

if TYPE_CHECKING:
    from graph.store import Store


def run(argv: Sequence[str], env: Mapping[str, str], *, out: TextIO, errors: TextIO, today: date) -> int:
    """Run a command line; return its status: 0 fine, 1 the input or graph is at fault, 2 the command line."""
    lang = choose_language(argv, env)
    try:
        said, help_text = parse_command(list(argv), lang)
        if said.command == "ask" and said.help and said.name is not None:
            out.write(write_question_help(_find_question(said.name), lang, PROGRAM))
        elif said.help:
            out.write(help_text)
        elif not _run_command(said, Settings.from_env(env), lang, out=out, today=today):
            return 1
    except CadresError as error:
        errors.write(error.say(lang) + "\n")
        return error.exit_status
    except KeyboardInterrupt:
        errors.write(say("interrupted", lang) + "\n")
        return 1
    return 0


def _run_command(said: argparse.Namespace, settings: Settings, lang: Lang, *, out: TextIO, today: date) -> bool:
    """Run one command; tell whether the graph is fine as far as it looked."""
    match said.command:
        case "ask":
            out.write(_ask(said, settings, lang, today))
        case "questions":
            out.write(_list_questions(lang))
        case "status":
            from graph.commands_status import describe_status

            with ExitStack() as stack:
                out.write(describe_status(settings, lambda: _open(stack, settings, lang)).say(lang) + "\n")
        case "why":
            out.write(_why(said, settings, lang))
        case "serve":
            from graph.server import TerminalProgress, serve

            with TerminalProgress(lang) as progress:
                serve(settings, lang=lang, progress=progress)
        case "stop":
            out.write(_stop(settings, force=said.force).say(lang) + "\n")
        case "check":
            return _check(said, settings, lang, out=out, today=today)
        case "judge":
            _judge(said, settings, lang, out=out, today=today)
        case "export":
            out.write(_export(said, settings, lang).say(lang) + "\n")
        case _:
            raise AssertionError(said.command)
    return True


def _check(said: argparse.Namespace, settings: Settings, lang: Lang, *, out: TextIO, today: date) -> bool:
    from graph.audit import audit_graph
    from graph.commands_check import write_findings

    with ExitStack() as stack:
        findings = audit_graph(_open(stack, settings, lang), read_catalog(), today)
    out.write(write_findings(findings, said.format, lang))
    return not any(finding.count for finding in findings)


def _judge(said: argparse.Namespace, settings: Settings, lang: Lang, *, out: TextIO, today: date) -> None:
    from graph.commands_judge import list_doubles, need_reason, record_judgement

    why = need_reason(said.why) if said.verdict is not None else ""
    with ExitStack() as stack:
        store = _open(stack, settings, lang)
        if said.verdict is None:
            out.writelines(f"{line}\n" for line in list_doubles(store, lang, today=today))
            return
        told = record_judgement(
            store,
            (said.person_a, said.person_b),
            said.verdict,
            by=said.by or settings.user,
            why=why,
            at=datetime.now(UTC),
        )
        out.write(told.say(lang) + "\n")


def _open(stack: ExitStack, settings: Settings, lang: Lang) -> Store:
    """Open the graph; what starting the server takes shows on standard error."""
    from graph.server import TerminalProgress
    from graph.store import open_store

    with TerminalProgress(lang) as progress:
        return stack.enter_context(open_store(settings, progress=progress))


def _ask(said: argparse.Namespace, settings: Settings, lang: Lang, today: date) -> str:
    catalog = read_catalog()
    query = _find_question(said.name)
    given = _read_pairs(said.param)
    try:
        catalog.check(query.name, given, today=today)  # before a server is started
    except QuestionError as error:
        raise UsageError(vi=error.text.vi, en=error.text.en) from error
    from graph.evidence import read_publishers

    with ExitStack() as stack:
        store = _open(stack, settings, lang)
        answer = catalog.ask(store, query.name, given, today=today)
        written = write_answer(answer, said.format, lang)
        if said.format == "table":
            written += write_publishers(read_publishers(store, answer.tenures), lang)
        return written


def _why(said: argparse.Namespace, settings: Settings, lang: Lang) -> str:
    from graph.commands_why import explain

    with ExitStack() as stack:
        return explain(_open(stack, settings, lang), said.subject, form=said.format, lang=lang)


def _find_question(name: str) -> Query:
    try:
        return read_catalog().find(name)
    except QuestionError as error:
        raise UsageError(vi=error.text.vi, en=error.text.en) from error


def _read_pairs(words: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if not mark or name in given:
            raise UsageError(
                vi=f"--param {word}: cần dạng tên=giá trị, mỗi tên một lần",
                en=f"--param {word}: write name=value, each name once",
            )
        given[name] = value
    return given


def _list_questions(lang: Lang) -> str:
    queries = read_catalog().queries.values()
    return align([(query.name, query.titles.say(lang)) for query in queries])


def _stop(settings: Settings, *, force: bool) -> Text:
    from graph.server import stop

    stopped = stop(settings, force=force)
    if stopped is None:
        return Text(vi="Neo4j cục bộ không chạy.", en="The local Neo4j is not running.")
    return Text(
        vi=f"Đã dừng Neo4j cục bộ {stopped.version} (tiến trình {stopped.pid}).",
        en=f"Stopped the local Neo4j {stopped.version} (process {stopped.pid}).",
    )


def _export(said: argparse.Namespace, settings: Settings, lang: Lang) -> Text:
    from graph.export import export_csv  # brings networkx, which no other command needs

    folder = Path(said.folder)
    with ExitStack() as stack:
        export_csv(_open(stack, settings, lang), folder)
    return Text(vi=f"Đã ghi vào {folder}.", en=f"Written to {folder}.")
