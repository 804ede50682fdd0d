"""Pages whose server went away while they were open: one card in words, a way to try again, no password, no traceback."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Thread
from urllib.parse import urlsplit

import pytest

from graph.server import Address
from graph.store import connect
from graph.views.links import PageName
from tests.conftest import Servers
from tests.graph.views.pages import open_page, texts

pytestmark = pytest.mark.server
NOBODY = "person-0000000000000000"


class Way:
    """A way to a server that can be cut: a port of our own, behind which the server's stands."""

    def __init__(self, uri: str) -> None:
        self._far = (urlsplit(uri).hostname or "", urlsplit(uri).port or 0)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._ends = [self._door]
        self.port = self._door.getsockname()[1]
        Thread(target=self._let_in, daemon=True).start()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(self._far)
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    Thread(target=_carry, args=(one, other), daemon=True).start()

    def cut(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)


@contextmanager
def way_to(address: Address) -> Iterator[tuple[Way, Address]]:
    """A way to a server, and the address of its near end."""
    way = Way(address.uri)
    yield way, replace(address, uri=f"bolt://127.0.0.1:{way.port}")
    way.cut()


# A page tries again for a while before it gives up, so each language is seen once.
@pytest.mark.parametrize(
    ("page", "lang", "title", "retry"),
    [
        ("start", "vi", "Không dùng được đồ thị", "Thử lại"),
        ("explore", "en", "The graph cannot be used", "Try again"),
    ],
)
def test_a_server_that_went_away_is_a_card(servers: Servers, page: PageName, lang: str, title: str, retry: str) -> None:
    with way_to(servers.address("5.26")) as (way, near), connect(near) as store:
        assert store.ask("RETURN 1 AS n") == [{"n": 1}]  # it was there
        way.cut()
        test = open_page(page, store, lang=lang, focus=NOBODY, do=f"e.{NOBODY}")
        assert not test.exception
        assert [element.value for element in test.subheader] == [title]
        assert [button.label for button in test.button] == [retry]
        assert f"127.0.0.1:{way.port}" in texts(test).replace("\\", "")
        assert near.password not in texts(test)
        assert not test.get("bidi_component")
