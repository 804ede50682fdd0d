"""Which files one FILE argument means: itself, or those of a folder that we read, by name; the others are counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, Text
from graph.export import CONCLUDED
from loaders.documents import is_text_name
from loaders.tables import is_table

MOST_KINDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """The files of one FILE argument, in the order of their names, and the kinds of those left out."""

    path: Path
    files: tuple[Path, ...]
    others: tuple[str, ...] = ()

    def skipped(self) -> Text | None:
        """Say how many files were left out and of which kinds; nothing where none was."""
        if not self.others:
            return None
        kinds = Counter(self.others).most_common()
        listed = ", ".join(f"{kind} {count}" for kind, count in kinds[:MOST_KINDS])
        more = ", …" if len(kinds) > MOST_KINDS else ""
        return Text(
            vi=f"{self.path}: bỏ qua {len(self.others)} tệp thuộc dạng không đọc ở đây ({listed}{more})",
            en=f"{self.path}: skipped {len(self.others)} files of kinds that are not read here ({listed}{more})",
        )


def find_files(path: Path, *, tables: bool = True) -> Found:
    """Find the files of one FILE argument; hidden ones of a folder are left out, tables too where they don't count."""
    if not path.is_dir():
        return Found(path, (path,))
    files: list[Path] = []
    others: list[str] = []
    for file in sorted(path.rglob("*")):
        if not file.is_file() or _left_alone(file.relative_to(path)):
            continue
        if is_text_name(file) or (tables and is_table(file)):
            files.append(file)
        else:
            others.append(file.suffix.casefold() or "?")
    if not files:
        raise _nothing_to_read(path, tables=tables)
    return Found(path, tuple(files), tuple(others))


def _left_alone(file: Path) -> bool:
    """Hidden files, and what an export concluded: only claims are loaded (DESIGN 2.3)."""
    return file.parts[0] == CONCLUDED or any(part.startswith(".") for part in file.parts)


def _nothing_to_read(path: Path, *, tables: bool) -> InputError:
    vi, en = ("bài hoặc bảng", "articles or tables") if tables else ("bài", "articles")
    return InputError(
        vi=f"thư mục {path} không có tệp nào đọc được; hãy đưa thư mục có {vi}",
        en=f"the folder {path} has no file in it that is read; give one with {en}",
    )
