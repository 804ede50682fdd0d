"""Wikitext → the text that a page shows, line by line: no flags, notes, targets of links or templates of duration."""

from __future__ import annotations

import html
import re

_NOTES = re.compile(
    r"<!--.*?-->|<ref[^<>]*/>|<ref[^<>]*>.*?</ref>|\[(?:https?:)?//[^\s\]]*\s?", re.DOTALL | re.IGNORECASE
)
_PICTURE = re.compile(
    r"\[\[\s*:?(?:tập[ _]tin|hình|file|image)\s*:[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]", re.IGNORECASE
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_INNERMOST = re.compile(r"\{\{([^{}]*)\}\}")
_BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*/?\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_QUOTES = re.compile(r"'{2,}")
_BLANKS = re.compile(r"[^\S\n]+")
_SHOWN = ("small", "nowrap", "nobold", "nobr", "big")
_DAYS = ("start date", "end date", "ngày sinh", "ngày mất", "ngày", "start-date", "end-date")


def show(wikitext: str) -> str:
    """Give the text that is shown, lines parted by newlines, blanks single; notes, pictures and flags left out."""
    text = _PICTURE.sub("", _NOTES.sub("", wikitext))
    while (shorter := _INNERMOST.sub(_template, text)) != text:
        text = shorter
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = html.unescape(_QUOTES.sub("", text)).replace("[[", "").replace("]]", "")
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _template(match: re.Match[str]) -> str:
    """Show a template's text where it has one, a day as `2011-01-18`; the others show nothing here."""
    name, *parts = (part.strip() for part in match.group(1).split("|"))
    name = name.casefold()
    if name in _SHOWN and parts:
        return parts[-1]
    if name in _DAYS:
        numbers = [part for part in parts if part.isdecimal()][:3]
        return "-".join(number.zfill(2) for number in numbers)
    return ""
