"""The Cypher queries that the user of this machine keeps: a file beside the local graph, shared by all windows."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import InputError
from graph.server.locks import holding

_FILE, _LOCK = "favourites.json", "favourites.lock"
_SECONDS = 5.0


class Favourites:
    """The queries kept in a folder, the newest first, each once."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def read(self) -> list[str]:
        """Read them; raise InputError where the file is not what we write."""
        file = self._home / _FILE
        try:
            kept = json.loads(file.read_text("utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise _unreadable(file) from error
        if not isinstance(kept, list) or not all(isinstance(text, str) for text in kept):
            raise _unreadable(file)
        return kept

    def put(self, text: str) -> None:
        """Keep a query before all others."""
        with self._changing() as kept:
            kept[:] = [text, *(other for other in kept if other != text)]

    def drop(self, text: str) -> None:
        """Keep a query no longer."""
        with self._changing() as kept:
            kept[:] = [other for other in kept if other != text]

    @contextmanager
    def _changing(self) -> Iterator[list[str]]:
        """Hand out the list and write it whole; two windows change it one after the other."""
        file = self._home / _FILE
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            with holding(self._home / _LOCK, seconds=_SECONDS):
                kept = self.read()
                yield kept
                half = file.with_suffix(".new")
                half.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
                half.replace(file)
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else str(error)
            raise InputError(
                vi=f"không ghi được {file} ({why}); hãy xem quyền ghi và chỗ trống của thư mục ấy",
                en=f"cannot write {file} ({why}); look at that folder's permissions and free space",
            ) from error


def _unreadable(file: Path) -> InputError:
    return InputError(
        vi=f"không đọc được {file}; hãy sửa tệp (một danh sách JSON gồm các câu lệnh) hoặc đổi tên nó",
        en=f"cannot read {file}; mend it (a JSON list of queries) or rename it",
    )
