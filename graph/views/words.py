"""The words as pages use them: those of graph/words.py, in the language of the reader, names safe in Markdown."""

from __future__ import annotations

import re

from graph.errors import Lang
from graph.words import LANGS, Words, read_words

__all__ = ["LANGS", "Words", "choose_lang", "plain", "read_words"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=])")


def plain(text: str) -> str:
    """Escape a name or a quote so that Markdown shows it as it stands."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def choose_lang(asked: str | None, locale: str | None) -> Lang:
    """Choose the language of the address, else Vietnamese unless the browser speaks another."""
    if asked in LANGS:
        return "vi" if asked == "vi" else "en"
    return "vi" if locale is None or locale.lower().startswith("vi") else "en"
