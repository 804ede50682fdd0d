"""The commands of `python -m loaders`: a command line becomes text, an error one sentence and a status."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TextIO

from graph.commands_words import choose_language
from graph.errors import CadresError, Lang
from graph.settings import Settings, gazetteers_folder
from loaders.commands_check import check_gazetteers
from loaders.commands_extract import run_extract
from loaders.commands_load import run_load, run_loads, run_undo
from loaders.commands_parser import HelpAsked, parse_command
from loaders.commands_words import say


def run(argv: Sequence[str], env: Mapping[str, str], *, out: TextIO, errors: TextIO) -> int:
    """Run a command line; return its status: 0 fine, 1 the input or graph is at fault, 2 the command line."""
    lang = choose_language(argv, env)
    try:
        said = parse_command(list(argv), lang)
        return 0 if _run_command(said, env, lang, out=out, errors=errors) else 1
    except HelpAsked as asked:
        out.write(str(asked))
        return 0
    except CadresError as error:
        errors.write(error.say(lang) + "\n")
        return error.exit_status
    except KeyboardInterrupt:
        errors.write(say("interrupted", lang) + "\n")
        return 1


def _run_command(said: argparse.Namespace, env: Mapping[str, str], lang: Lang, *, out: TextIO, errors: TextIO) -> bool:
    """Run one command; tell whether all that it read was understood."""
    words = getattr(said, "gazetteers", None) or gazetteers_folder(env)
    match said.command:
        case "extract":
            return run_extract(said, words, lang, out=out, errors=errors)
        case "load":
            lines, fine = run_load(said, words, Settings.from_env(env), lang)
        case "check-gazetteers":
            lines, fine = check_gazetteers(words, lang)
        case "loads":
            lines, fine = run_loads(Settings.from_env(env), lang), True
        case _:
            for line in run_undo(said.load, Settings.from_env(env), lang, dry_run=said.dry_run):
                out.write(f"{line}\n")
            return True
    out.writelines(f"{line}\n" for line in lines)
    return fine
