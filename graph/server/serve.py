"""`serve`: keep the local server for other Bolt clients, in the foreground, until Ctrl-C."""

from __future__ import annotations

import signal
import sys
import threading
import time
from types import FrameType

from graph.errors import Lang, StoreError, Text
from graph.server.attach import Address, attach, find, stop
from graph.server.home import Home
from graph.server.progress import Report
from graph.settings import Settings

POLL_SECONDS = 0.5


class _StoppedError(Exception):
    """SIGTERM came: end as with Ctrl-C."""


def serve(settings: Settings, *, lang: Lang = "vi", progress: Report | None = None) -> None:
    """Start or join the local server, tell how to reach it, and keep it until Ctrl-C or SIGTERM."""
    _take_sigterm()
    try:
        with attach(settings, progress=progress, command="serve") as lease:
            _say(_describe(lease.address, Home(settings.home)), lang)
            _wait(settings, lease.address)
    except (KeyboardInterrupt, _StoppedError):
        _say(_end(settings), lang)


def _take_sigterm() -> None:
    def raise_stopped(_number: int, _frame: FrameType | None) -> None:
        raise _StoppedError

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, raise_stopped)


def _wait(settings: Settings, address: Address) -> None:
    while True:
        running = find(settings)
        if running is None or running.address != address:
            raise _gone(settings)
        time.sleep(POLL_SECONDS)


def _end(settings: Settings) -> Text:
    try:
        stop(settings)
    except StoreError as error:
        # Others use it: it ends by itself when they have left.
        return error.text
    return Text(vi="Neo4j cục bộ đã dừng.", en="The local Neo4j has stopped.")


def _describe(address: Address, home: Home) -> Text:
    return Text(
        vi=f"Neo4j cục bộ: {address.uri}\nNgười dùng: {address.username}\n"
        f"Mật khẩu: trong tệp {home.password_file}\nCtrl-C để dừng.",
        en=f"Local Neo4j: {address.uri}\nUser: {address.username}\n"
        f"Password: in the file {home.password_file}\nCtrl-C to stop.",
    )


def _say(text: Text, lang: Lang) -> None:
    sys.stdout.write(text.say(lang) + "\n")
    sys.stdout.flush()


def _gone(settings: Settings) -> StoreError:
    log = Home(settings.home).console_log
    return StoreError(
        vi=f"Neo4j cục bộ đã bị dừng từ bên ngoài hoặc đã chết: hãy chạy lại serve, hoặc xem {log}.",
        en=f"The local Neo4j was stopped from elsewhere, or died: run serve again, or see {log}.",
    )
