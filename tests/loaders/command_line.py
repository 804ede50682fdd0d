"""A line of `python -m loaders` run in this process, and what it said."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from loaders.commands import run as run_command


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    errors: str


def run(*argv: str | Path, env: dict[str, str] | None = None) -> Said:
    out, errors = io.StringIO(), io.StringIO()
    status = run_command([str(word) for word in argv], env or {}, out=out, errors=errors)
    return Said(status, out.getvalue(), errors.getvalue())


HEADER = "person,role,organization,started,ended"
TABLE = f"""{HEADER}
Lò Thị Thử,Giám đốc,Sở Thử nghiệm tỉnh Lạng Sơn,2020-03-01,2023-07-20
Vi Văn Thử,Giám đốc,Sở Thử nghiệm tỉnh Lạng Sơn,2023-07-20,
"""
ARTICLE = """Bổ nhiệm Thứ trưởng Bộ Y tế

Ngày 20/7/2023, Thủ tướng Chính phủ ký Quyết định số 812/QĐ-TTg bổ nhiệm ông Đỗ Văn Thử giữ chức Thứ trưởng Bộ Y tế.
"""


def write(folder: Path, name: str, text: str) -> Path:
    """Write a text file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
