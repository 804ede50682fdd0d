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
