"""`check-gazetteers`: a user's own words, line by line, and each of their examples as the reader reads it."""

from __future__ import annotations

from pathlib import Path

from graph.errors import Lang, Text, UsageError
from loaders.commands_words import WORDS
from loaders.gazetteers import COLUMNS, read_gazetteers, read_own_entries
from loaders.text.examples import find_misread


def check_gazetteers(folder: Path | None, lang: Lang) -> tuple[list[str], bool]:
    """Check a folder; return what to print and whether every example is read as it says. Raises InputError."""
    if folder is None:
        missing = WORDS["no_gazetteers"]
        raise UsageError(vi=missing.vi, en=missing.en)
    known = read_gazetteers(folder)
    rows = [row for file in COLUMNS for row in read_own_entries(file, folder)]
    wrong = [misread.fault.say(lang) for misread in find_misread(known, rows)]
    count = Text(
        vi=f"{folder}: {len(rows)} dòng, {len(rows) - len(wrong)} ví dụ đọc đúng như ghi",
        en=f"{folder}: {len(rows)} entries, {len(rows) - len(wrong)} examples are read as they say",
    )
    return [*wrong, count.say(lang)], not wrong
