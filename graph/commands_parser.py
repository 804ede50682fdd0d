"""The command line of `python -m graph`: which commands there are, what they take, an example of each."""

from __future__ import annotations

import argparse
from typing import NoReturn

from graph.commands_words import say, usage_error
from graph.errors import Lang
from graph.model import VERDICTS

PROGRAM = "python -m graph"
EXAMPLES = {
    "": 'ask person_posts --param person="Phạm Bình Minh" --param at=2019-01-01',
    "ask": 'ask person_posts --param person="Phạm Bình Minh" --param at=2019-01-01 --format json',
    "questions": "questions --lang en",
    "status": "status",
    "check": "check --format json",
    "serve": "serve",
    "stop": "stop --force",
    "export": "export csv out/",
    "judge": 'judge "Vi Thị Hương" person-0123456789abcdef different --why "khác năm sinh"',
    "why": 'why "Phạm Bình Minh" --lang en',
}
FORMATS = ("table", "json", "csv")
TOLD = ("text", "json")
_SHOWN = {"subject": "TENURE|PERSON"}  # where a positional argument is not shown by its name
EXPORTS = ("csv",)


class _Parser(argparse.ArgumentParser):
    """A parser that raises our error instead of leaving the program, and speaks our words."""

    def __init__(self, *, lang: Lang, command: str = "") -> None:
        example = f"{say('example', lang)}: {PROGRAM} {EXAMPLES[command]}"
        super().__init__(
            prog=f"{PROGRAM} {command}".strip(),
            description=say(command or "about", lang),
            epilog=example,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.lang = lang
        self.add_argument("-h", "--help", action="store_true", help=say("help", lang))
        self.add_argument("--lang", choices=("vi", "en"), default=lang, help=say("lang", lang))

    def error(self, message: str) -> NoReturn:
        raise usage_error(message, self.prog)

    def format_help(self) -> str:
        shown = super().format_help()
        for theirs, ours in (
            ("usage", "usage"),
            ("positional arguments", "arguments"),
            ("options", "options"),
        ):
            shown = shown.replace(f"{theirs}:", f"{say(ours, self.lang)}:", 1)
        return shown


def parse_command(argv: list[str], lang: Lang) -> tuple[argparse.Namespace, str]:
    """Read a command line; return what it says and the help that belongs to it. Raises UsageError."""
    top = _Parser(lang=lang)
    names = tuple(name for name in EXAMPLES if name)
    listed = "\n".join(f"  {name:<10} {say(name, lang)}" for name in names)
    top.description = f"{top.description}\n\n{listed}"
    top.add_argument("command", nargs="?", choices=names, metavar="COMMAND", help="|".join(names))
    place = next((at for at, word in enumerate(argv) if _is_command(argv, at)), len(argv))
    said = top.parse_args(argv[: place + 1])
    if said.command is None:
        if not said.help:
            top.error(f"the following arguments are required: {'|'.join(names)}")
        return said, top.format_help()
    parser = _command_parser(said.command, lang)
    rest = parser.parse_args(argv[place + 1 :])
    rest.command = said.command
    rest.help = rest.help or said.help
    _require(parser, rest)
    return rest, parser.format_help()


def _is_command(argv: list[str], place: int) -> bool:
    return not argv[place].startswith("-") and (place == 0 or argv[place - 1] != "--lang")


def _command_parser(command: str, lang: Lang) -> _Parser:
    parser = _Parser(lang=lang, command=command)
    match command:
        case "ask":
            parser.add_argument("name", nargs="?", metavar="NAME", help=say("name", lang))
            parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help=say("param", lang))
            parser.add_argument("--format", choices=FORMATS, default="table", help=say("format", lang))
        case "check":
            parser.add_argument("--format", choices=TOLD, default="text", help=say("told", lang))
        case "why":
            parser.add_argument("subject", nargs="?", metavar=_SHOWN["subject"], help=say("subject", lang))
            parser.add_argument("--format", choices=TOLD, default="text", help=say("told", lang))
        case "stop":
            parser.add_argument("--force", action="store_true", help=say("force", lang))
        case "judge":
            parser.add_argument("person_a", nargs="?", metavar="A", help=say("judged", lang))
            parser.add_argument("person_b", nargs="?", metavar="B", help=say("judged", lang))
            parser.add_argument("verdict", nargs="?", metavar="VERDICT", choices=VERDICTS, help="|".join(VERDICTS))
            parser.add_argument("--why", metavar="REASON", help=say("why_judged", lang))
            parser.add_argument("--by", metavar="NAME", help=say("judge_name", lang))
        case "export":
            parser.add_argument("format", nargs="?", metavar="FORMAT", choices=EXPORTS, help="|".join(EXPORTS))
            parser.add_argument("folder", nargs="?", metavar="FOLDER", help=say("folder", lang))
    return parser


def _require(parser: _Parser, said: argparse.Namespace) -> None:
    """Ask for the positional arguments only now: with --help none is needed."""
    needed = {"ask": ("name",), "export": ("format", "folder"), "why": ("subject",)}.get(said.command, ())
    if said.command == "judge" and said.person_a is not None:
        needed = ("person_a", "person_b", "verdict")
    missing = [_SHOWN.get(name, name.upper()) for name in needed if getattr(said, name) is None]
    if missing and not said.help:
        parser.error(f"the following arguments are required: {', '.join(missing)}")
