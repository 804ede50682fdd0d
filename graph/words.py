"""What the product tells in both languages: every word of a screen or of a chain of evidence, from locales/.

Both files hold the same keys. Days print as dd/MM/yyyy in Vietnamese, ISO in English, partial ones as known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from graph.errors import Lang, Text

LANGS: tuple[Lang, ...] = ("vi", "en")
_FOLDER = Path(__file__).parent / "locales"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Lang
    table: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        return self.table[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """Say a number with its noun: `key.one` or `key.many`."""
        return self(f"{key}.one" if n == 1 else f"{key}.many", n=self.number(n))

    def number(self, n: int) -> str:
        """Print a number with the separator of the language."""
        return f"{n:,}".replace(",", "." if self.lang == "vi" else ",")

    def decimal(self, value: float) -> str:
        """Print a number to two places with the mark of the language."""
        return f"{value:.2f}".replace(".", "," if self.lang == "vi" else ".")

    def day(self, when: date | str | None) -> str:
        """Print a day, or a month or year as it is known; a dash for none."""
        if when is None:
            return "–"
        text = when if isinstance(when, str) else when.isoformat()
        match = _PARTIAL.fullmatch(text)
        if match is None or self.lang == "en":
            return text
        return "/".join(part for part in reversed(match.groups()) if part is not None)

    def named(self, group: str, name: str) -> str:
        """Find the word for a value of a vocabulary (`capacity`, `full`), else the value itself."""
        return self.table.get(f"{group}.{name}", name)

    @property
    def day_format(self) -> str:
        """How date widgets print a day."""
        return "DD/MM/YYYY" if self.lang == "vi" else "YYYY-MM-DD"


@lru_cache(maxsize=len(LANGS))
def read_words(lang: Lang) -> Words:
    """Read the words of a language."""
    return Words(lang, json.loads((_FOLDER / f"{lang}.json").read_text(encoding="utf-8")))


def say_both(key: str) -> Text:
    """Say a word without gaps in both languages."""
    return Text(vi=read_words("vi")(key), en=read_words("en")(key))
