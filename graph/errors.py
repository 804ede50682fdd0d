"""Our errors: one root, few leaves, every message in Vietnamese and English.

CadresError
├── InputError      a file, row, value or text given to us is at fault (exit status 1)
├── QuestionError   a question cannot be answered as asked: unknown or ambiguous name, bad parameter (exit status 1)
├── UsageError      the command line is at fault (exit status 2)
├── ConsoleError    the console refused a query, or the server ended it
└── StoreError      the graph's server cannot be reached, started or used (exit status 1)

A message says what is wrong, where, and what would do. A wrong program is an assertion, not one of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in both languages of the product."""

    vi: str
    en: str

    def say(self, lang: Lang) -> str:
        return self.vi if lang == "vi" else self.en


class CadresError(Exception):
    """The root of everything a user can cause."""

    exit_status = 1

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(vi=vi, en=en)

    def say(self, lang: Lang) -> str:
        return self.text.say(lang)


class InputError(CadresError):
    """A file, a row or a value that was given to us is at fault."""


class QuestionError(CadresError):
    """A question that cannot be answered as it was asked."""


class UsageError(CadresError):
    """The command line is at fault."""

    exit_status = 2


class ConsoleError(CadresError):
    """The console refused a query, or the server ended it; `place` is the line and column at fault, if told."""

    def __init__(self, *, vi: str, en: str, place: tuple[int, int] | None = None) -> None:
        super().__init__(vi=vi, en=en)
        self.place = place


class StoreError(CadresError):
    """The graph's server cannot be reached, started or used."""
