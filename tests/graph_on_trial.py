"""A graph as tests of loading see it: what is in it, what it exports, what a command says of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from graph.export import export_csv
from graph.server import Address
from graph.store import Store
from loaders.commands import run
from tests.graph.conftest import wipe

# Ourselves: the marks of the schema and of the lock stay in an empty graph; a load taken back is remembered.
_NODES = """
MATCH (n) WHERE NOT n:Schema AND NOT n:Ledger AND NOT n:Load
RETURN labels(n)[0] AS name, count(*) AS n ORDER BY name
"""
_TIES = "MATCH (a)-[r]->(b) WHERE NOT b:Load RETURN type(r) AS name, count(*) AS n ORDER BY name"


@dataclass(frozen=True, slots=True)
class Graph:
    """An open graph, and the environment with which a command finds the same one."""

    store: Store
    address: Address
    environ: dict[str, str]

    def counts(self) -> dict[str, int]:
        """How many nodes of each label, and relationships of each type, there are."""
        rows = [*self.store.ask(_NODES), *self.store.ask(_TIES)]
        return {row["name"]: row["n"] for row in rows}

    def export(self, folder: Path) -> dict[str, bytes]:
        """What `export csv` writes, by file."""
        export_csv(self.store, folder)
        return read_folder(folder)

    def wipe(self) -> None:
        wipe(self.address)

    def run(self, *argv: str | Path) -> tuple[int, list[str], str]:
        """Run a command of loaders: its status, its lines, what it says on standard error."""
        out, errors = io.StringIO(), io.StringIO()
        status = run([str(word) for word in argv], self.environ, out=out, errors=errors)
        return status, out.getvalue().splitlines(), errors.getvalue()


def read_folder(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their place in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
