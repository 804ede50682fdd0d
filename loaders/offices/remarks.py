"""What a shown office line says beside posts (remarks in brackets, ordinals, bullets): left out before titles."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\(([^()]*)\)")
_UNCLOSED = re.compile(r"\([^()]*$|^[^()]*\)")
_CAPACITY = re.compile(r"quyền|dự khuyết|phụ trách", re.IGNORECASE)
_TERM = re.compile(
    r"(?:kh[oó][aá]|nhiệm k[ỳy]:?)\s*(?:[ivx]+|\d{1,2}|(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})"
    r"(?:\s*(?:,|và|-|–)\s*(?:kh[oó][aá]\s*)?(?:[ivx]+|\d{1,2}))*",
    re.IGNORECASE,
)
_STANDING = re.compile(r"thường trực", re.IGNORECASE)
_ORDINALS = re.compile(
    r"(?<!\w)(?:lần(?: thứ)? (?:\d+|đầu(?: tiên)?|nhất|hai|ba|tư)|(?:thứ \d+|đầu tiên)(?=\s*(?:$|\n|của|-)))(?!\w)",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:thuộc )?(chính phủ cách mạng lâm thời|quốc hội|bộ (?!qp)\w+(?: \w+)?)", re.IGNORECASE)
_BULLET = re.compile(r"^[\s•*·–-]+", re.MULTILINE)
_BLANKS = re.compile(r"\s+")
_TERM_OF_YEARS = re.compile(r"kh[oó][aá]\s+(?=(?:19|20)\d{2}\s?[-–])", re.IGNORECASE)


def strip_remarks(line: str) -> str:
    """Take the remarks out of a shown line; a capacity, a term, a larger body in brackets stays: it is of the post."""
    while (shorter := _BRACKETS.sub(_bracket, line)) != line:
        line = shorter
    line = _UNCLOSED.sub("", line)
    line = line.replace("⟨", "(").replace("⟩", ")")
    line = _ORDINALS.sub("", _BULLET.sub("", line))
    line = _TERM_OF_YEARS.sub("nhiệm kỳ ", line)
    parts = (_BLANKS.sub(" ", part).strip(" .,;") for part in line.split("\n"))
    return "\n".join(part for part in parts if part)


def _bracket(match: re.Match[str]) -> str:
    inside = match.group(1).strip()
    if _CAPACITY.fullmatch(inside):
        return f"⟨{inside.lower()}⟩"
    if _STANDING.fullmatch(inside):
        return " Thường trực"
    if host := _HOST.fullmatch(inside):
        return f" {host.group(1)}"
    return f" {inside} " if _TERM.fullmatch(inside) else ""
