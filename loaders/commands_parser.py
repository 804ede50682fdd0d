"""The command line of `python -m loaders`: which commands there are, what they take, an example of each."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from graph.commands_words import usage_error
from graph.dates import parse_day
from graph.errors import InputError, Lang, Text, UsageError
from graph.incoming import parse_address
from loaders.commands_words import say

PROGRAM = "python -m loaders"
EXAMPLES = {
    "": "load bo-nhiem.txt danh-sach.csv",
    "extract": 'extract bo-nhiem.pdf --format table --why-not "Thứ trưởng"',
    "load": "load danh-sach.csv --mapping cot.yaml --published 2023-07-20 --dry-run",
    "loads": "loads",
    "undo": "undo load-0123456789abcdef",
    "check-gazetteers": "check-gazetteers tu-vung/",
}
FORMATS = ("jsonl", "table")
MOST_JOBS = 64


class HelpAsked(Exception):
    """Someone wants to read the help, which is the message."""


class _ShowHelp(argparse.Action):
    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        raise HelpAsked(parser.format_help())


class _Parser(argparse.ArgumentParser):
    """A parser that raises our error instead of leaving the program, and speaks our words."""

    def __init__(self, *, lang: Lang, command: str = "", prog: str = PROGRAM) -> None:
        super().__init__(
            prog=prog,
            description=say(command or "about", lang),
            epilog=f"{say('example', lang)}: {PROGRAM} {EXAMPLES[command]}",
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.lang = lang
        self.add_argument("-h", "--help", action=_ShowHelp, help=say("help", lang))
        self.add_argument("--lang", choices=("vi", "en"), default=lang, help=say("lang", lang))

    def error(self, message: str) -> NoReturn:
        raise usage_error(message, self.prog)

    def format_help(self) -> str:
        shown = super().format_help()
        words = {"usage": "usage", "positional arguments": "arguments", "options": "options"}
        for theirs, ours in words.items():
            shown = shown.replace(f"{theirs}:", f"{say(ours, self.lang)}:", 1)
        return shown


def parse_command(argv: list[str], lang: Lang) -> argparse.Namespace:
    """Read a command line; raise UsageError, or HelpAsked with the help."""
    top = _Parser(lang=lang)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", title=say("commands", lang))
    for name, fill in (
        ("extract", _fill_extract),
        ("load", _fill_load),
        ("loads", None),
        ("undo", _fill_undo),
        ("check-gazetteers", _fill_check),
    ):
        parser = commands.add_parser(name, help=say(name, lang), lang=lang, command=name)
        if fill is not None:
            fill(parser, lang)
    return top.parse_args(argv)


def _fill_extract(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=say("files", lang))
    parser.add_argument("--format", choices=FORMATS, help=say("format", lang))
    parser.add_argument("--explain", action="store_true", help=say("explain", lang))
    parser.add_argument("--why-not", metavar="WORDS", help=say("why_not", lang))
    parser.add_argument("--jobs", type=_parse_jobs, default=1, metavar="N", help=say("jobs", lang))
    parser.add_argument("--gazetteers", type=Path, metavar="FOLDER", help=say("gazetteers", lang))


def _fill_load(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=say("files", lang))
    parser.add_argument("--mapping", type=Path, metavar="M.yaml", help=say("mapping", lang))
    parser.add_argument("--published", type=_parse_published, metavar="DAY", help=say("published", lang))
    parser.add_argument("--publisher", metavar="NAME", help=say("publisher", lang))
    parser.add_argument("--url", type=_parse_url, metavar="ADDRESS", help=say("url", lang))
    parser.add_argument("--strict", action="store_true", help=say("strict", lang))
    parser.add_argument("--dry-run", action="store_true", help=say("dry_run", lang))
    parser.add_argument("--jobs", type=_parse_jobs, default=1, metavar="N", help=say("jobs", lang))
    parser.add_argument("--gazetteers", type=Path, metavar="FOLDER", help=say("gazetteers", lang))


def _fill_check(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("gazetteers", nargs="?", type=Path, metavar="FOLDER", help=say("gazetteers", lang))


def _fill_undo(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("load", metavar="LOAD", help=say("load_id", lang))
    parser.add_argument("--dry-run", action="store_true", help=say("dry_undo", lang))


def _parse_jobs(value: str) -> int:
    if value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_JOBS:
        return int(value)
    raise _bad_value(
        "--jobs",
        Text(
            f"«{value}» phải là một số nguyên từ 1 đến {MOST_JOBS}",
            f"'{value}' should be a whole number from 1 to {MOST_JOBS}",
        ),
    )


def _parse_published(value: str) -> date:
    try:
        return parse_day(value)
    except InputError as error:
        raise _bad_value("--published", error.text) from None


def _parse_url(value: str) -> str:
    try:
        return parse_address(value)
    except InputError as error:
        raise _bad_value("--url", error.text) from None


def _bad_value(option: str, why: Text) -> UsageError:
    """Make the error for an option's value; argparse lets it through as it is, in both languages."""
    return UsageError(
        vi=f"dòng lệnh sai: {option}: {why.vi}; xem `{PROGRAM} load --help`",
        en=f"wrong command line: {option}: {why.en}; see `{PROGRAM} load --help`",
    )
