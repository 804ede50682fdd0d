"""`make app`: bring up the graph, give a new local one the sample, open the app on loopback, load a country beside it.

An entry point (`python -m loaders.launch`). It stays as the app's parent, so that the local Neo4j is in use
while the app is open; a lock held by both tells a second launch that the app on a port is ours.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from graph.catalog import read_catalog
from graph.commands_words import choose_language
from graph.errors import CadresError, Lang, StoreError, Text
from graph.first_look import ask_first_page, ask_what_follows
from graph.ids import make_id
from graph.server import TerminalProgress
from graph.server.locks import refuse_windows, try_lock
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.first_data import FirstData, country_beside, find_first_data, give_sample, load_country, tell

CHECKOUT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100
START_SECONDS = 60.0
READY_SECONDS = 10.0
STOP_SECONDS = 10.0
EXAMPLE = "python -m loaders.launch --port 8600"


@dataclass(frozen=True, slots=True)
class Berth:
    """A port for the app and its lock; no lock: our own app on the same graph is open there."""

    port: int
    lock: int | None

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"


def main(argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """Open the app and stay until it ends; return the exit status."""
    lang = choose_language(argv, environ)
    given = _make_parser(lang).parse_args(argv)
    # A closed terminal or a polite kill ends the app as Ctrl-C does.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        return open_app(Settings.from_env(environ), given.port, lang, find_first_data())
    except CadresError as error:
        print(error.say(lang), file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return 0


def open_app(settings: Settings, first_port: int, lang: Lang, given: FirstData) -> int:
    """Bring up graph and app, and wait for the app's end; return its exit status."""
    refuse_windows()
    berth = claim_port(_make_folder(settings.home), make_graph_key(settings), first_port)
    if berth.lock is None:
        print(_already_open(berth).say(lang), flush=True)
        _go_on(settings, given, lang)
        return 0
    if berth.port != first_port:
        tell(_port_taken(first_port, berth.port), lang)
    with _opened(settings, lang) as store:
        tell(Text(vi=f"Đồ thị: {store.address}", en=f"The graph: {store.address}"), lang)
        beside: AbstractContextManager[None] = nullcontext()
        if store.local:
            give_sample(store, given, lang)
            beside = country_beside(store, settings.home, given, lang)
        ready = Event()
        Thread(target=_ask_beforehand, args=(store, ready), daemon=True).start()
        return _run_app(berth, lang, beside, ready)


def _opened(settings: Settings, lang: Lang) -> Store:
    with TerminalProgress(lang) as bars:
        return open_store(settings, progress=bars)


def _ask_beforehand(store: Store, ready: Event) -> None:
    """While the app comes up, let the server get ready for its first questions; a fault the app will tell itself."""
    catalog, today = read_catalog(), datetime.now(UTC).astimezone().date()
    with suppress(CadresError):
        try:
            person = ask_first_page(store, catalog, today)
        finally:
            ready.set()
        if person is not None:
            ask_what_follows(store, catalog, person, today)


def _go_on(settings: Settings, given: FirstData, lang: Lang) -> None:
    """Go on with a country that nobody loads any more: who opened the app was killed, and the app was not."""
    if settings.neo4j_uri is None:
        with _opened(settings, lang) as store:
            load_country(store, settings.home, given, lang, over=Event())


def make_graph_key(settings: Settings) -> str:
    """Make the short key under which two launches mean the same graph."""
    if settings.neo4j_uri is None:
        return make_id("graph", "local", settings.home.resolve())
    return make_id("graph", settings.neo4j_uri, settings.database)


def claim_port(folder: Path, graph_key: str, first_port: int) -> Berth:
    """Take the first port, from `first_port` on, that is free or has our own app on the same graph."""
    for port in range(first_port, min(first_port + PORTS_TRIED, 65536)):
        lock = try_lock(folder / f"{port}-{graph_key}.lock")
        if lock is None or not _is_listening(port):
            return Berth(port, lock)
        os.close(lock)
    raise StoreError(
        vi=f"Không có cổng nào trống từ {first_port} trở đi: hãy chọn cổng khác, ví dụ `{EXAMPLE}`.",
        en=f"No port is free from {first_port} on: choose another, for example `{EXAMPLE}`.",
    )


def _make_folder(home: Path) -> Path:
    folder = home / "apps"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(
            vi=f"Không ghi được vào {home} ({error.strerror}): hãy đặt CADRES_HOME vào một thư mục ghi được.",
            en=f"Cannot write to {home} ({error.strerror}): set CADRES_HOME to a folder that can be written.",
        ) from error
    return folder


def _is_listening(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((HOST, port)) == 0


def _run_app(berth: Berth, lang: Lang, beside: AbstractContextManager[None], ready: Event) -> int:
    """Run the app to its end, and something beside it once it is open and the server ready for its first page."""
    assert berth.lock is not None
    command = [sys.executable, "-m", "loaders.serve", f"--server.port={berth.port}"]
    # Said here too, since the environment overrules the settings file and loopback is a promise.
    command += [
        f"--server.address={HOST}",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
    ]
    app = subprocess.Popen(command, cwd=CHECKOUT, stdin=subprocess.DEVNULL, stdout=sys.stderr, pass_fds=(berth.lock,))
    try:
        with ExitStack() as stack:
            if _wait_listening(app, berth.port):
                ready.wait(READY_SECONDS)
                print(_open_now(berth).say(lang), flush=True)
                stack.enter_context(beside)
            return app.wait()
    finally:
        _end(app)


def _wait_listening(app: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + START_SECONDS
    while app.poll() is None and time.monotonic() < end:
        if _is_listening(port):
            return True
        time.sleep(0.1)
    return False


def _end(app: subprocess.Popen[bytes]) -> None:
    if app.poll() is not None:
        return
    app.terminate()
    try:
        app.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()


def _make_parser(lang: Lang) -> argparse.ArgumentParser:
    aim = Text(
        vi="Mở ứng dụng: khởi động Neo4j cục bộ (hoặc dùng NEO4J_URI); đồ thị cục bộ còn trống thì nạp dữ liệu mẫu, "
        "rồi nạp tiếp Việt Nam trong khi ứng dụng đã mở.",
        en="Open the app: start the local Neo4j (or use NEO4J_URI); an empty local graph gets the sample, "
        "then Vietnam while the app is open.",
    )
    example = Text(vi=f"Ví dụ: {EXAMPLE}", en=f"Example: {EXAMPLE}")
    port = Text(vi="cổng đầu tiên được thử (%(default)s)", en="the first port to try (%(default)s)")
    tongue = Text(vi="ngôn ngữ của thông báo (theo LANG)", en="the language of messages (by LANG)")
    parser = argparse.ArgumentParser(
        prog="python -m loaders.launch", description=aim.say(lang), epilog=example.say(lang)
    )
    parser.add_argument("--port", type=_parse_port, default=FIRST_PORT, help=port.say(lang))
    parser.add_argument("--lang", choices=("vi", "en"), help=tongue.say(lang))
    return parser


def _parse_port(value: str) -> int:
    if value.isascii() and value.isdigit() and 1024 <= int(value) <= 65535:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value}: 1024 … 65535")


def _already_open(berth: Berth) -> Text:
    return Text(
        vi=f"Ứng dụng đang mở trên đồ thị này: {berth.address}",
        en=f"The app is already open on this graph: {berth.address}",
    )


def _port_taken(wanted: int, port: int) -> Text:
    return Text(vi=f"Cổng {wanted} đang bận: dùng cổng {port}.", en=f"Port {wanted} is taken: using {port}.")


def _open_now(berth: Berth) -> Text:
    return Text(
        vi=f"Ứng dụng đã mở: {berth.address} (Ctrl-C để đóng)",
        en=f"The app is open: {berth.address} (Ctrl-C closes it)",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
