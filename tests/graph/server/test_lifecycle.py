"""Who lives how long: real guards, real java, real kills."""

from __future__ import annotations

import dataclasses
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.errors import StoreError
from graph.server import Address, attach, find, stop
from graph.server.home import Home, open_home, write_conf
from graph.server.install import Library
from graph.server.locks import is_held, try_lock
from graph.server.process import JavaExitedError, start_java, stop_java, wait_ready
from graph.server.release import RELEASES
from graph.server.state import Process, State, read_process, read_state, write_state
from graph.settings import Settings
from tests.graph.server.conftest import CHECKOUT, end_client, read_line, spawn_client, wait_until

pytestmark = pytest.mark.server

SERVE = """
import sys
from pathlib import Path
from graph.server import serve
from graph.settings import Settings
serve(Settings(home=Path(sys.argv[1]), cache=Path(sys.argv[2])), lang="en")
"""


def ask(address: Address, cypher: str) -> list[object]:
    with (
        GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver,
        driver.session(database=address.database) as session,
    ):
        return [record[0] for record in session.run(cypher)]  # type: ignore[arg-type]


def is_alive(pid: int) -> bool:
    return Path(f"/proc/{pid}/cmdline").exists() and bool(Path(f"/proc/{pid}/cmdline").read_bytes())


def test_three_clients_at_once_share_one_server(own: Settings) -> None:
    clients = [spawn_client(own) for _ in range(3)]
    try:
        addresses = {read_line(client) for client in clients}
        running = find(own)
        assert running is not None
        assert addresses == {running.address.uri}
        assert [client.command for client in running.clients] == ["client"] * 3
        assert {client.pid for client in running.clients} == {client.pid for client in clients}

        # One of them dies without a word: the kernel gives its lease back.
        clients[0].kill()
        clients[0].wait()
        wait_until(lambda: len(list(Home(own.home).clients.iterdir())) == 2)
        assert ask(running.address, "RETURN 1") == [1]

        with pytest.raises(StoreError, match=rf"in use by .*{clients[1].pid} \(client\)"):
            stop(own)
        assert find(own) is not None
    finally:
        for client in clients:
            end_client(client)
    stopped = stop(own)
    assert stopped is not None
    assert stopped.pid == running.pid
    assert find(own) is None
    assert not is_alive(stopped.pid)
    assert stop(own) is None


def test_killed_java_guard_and_client_are_replaced_and_nothing_committed_is_lost(own: Settings) -> None:
    with attach(own) as lease:
        ask(lease.address, "MERGE (:Kept {id: 1})")
        first = find(own)
        assert first is not None
        os.kill(first.pid, signal.SIGKILL)
        wait_until(lambda: not is_held(Home(own.home).server_lock))
        assert find(own) is None
        with attach(own) as again:
            second = find(own)
            assert second is not None
            assert second.pid != first.pid
            # The same port, so that drivers opened before find the server again.
            assert again.address == lease.address
            assert ask(again.address, "MATCH (k:Kept) RETURN k.id") == [1]

            os.kill(second.guard_pid, signal.SIGKILL)
            wait_until(lambda: not is_alive(second.pid))
    check_a_client_killed_while_it_starts(own)
    stop(own)


def check_a_client_killed_while_it_starts(own: Settings) -> None:
    """Its guard goes on, and the next client takes what it started."""
    home = Home(own.home)
    client = spawn_client(own)
    wait_until(lambda: (state := read_state(home)) is not None and state.phase == "starting")
    client.kill()
    end_client(client)
    starting = read_state(home)
    assert starting is not None
    with attach(own) as lease:
        state = read_state(home)
        assert state is not None
        assert state.java == starting.java
        assert ask(lease.address, "MATCH (k:Kept) RETURN k.id") == [1]


def test_stale_state_and_a_taken_port_do_not_mislead_and_an_idle_server_ends(own: Settings) -> None:
    home = open_home(own.home)
    stranger = subprocess.Popen(["sleep", "60"])
    try:
        began = read_process(stranger.pid)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            home.port_file.write_text(str(port))
            write_state(home, State("ready", began, Process(stranger.pid, "1"), port, "5.26.31"))
            assert find(own) is None
            assert stop(own) is None
            write_state(home, State("ready", began, began, port, "5.26.31"))
            with attach(dataclasses.replace(own, idle_seconds=1.0)) as lease:
                assert lease.address.uri != f"bolt://127.0.0.1:{port}"
                time.sleep(2.5)
                assert ask(lease.address, "RETURN 1") == [1]
        wait_until(lambda: not is_held(home.server_lock), seconds=10)
        assert find(own) is None
        assert not home.state_file.exists()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_serve_tells_how_to_reach_it_and_stops_with_ctrl_c(own: Settings) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(own.home), str(own.cache)],
        cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    told = [read_line(serving) for _ in range(4)]
    running = find(own)
    assert running is not None
    assert told == [
        f"Local Neo4j: {running.address.uri}",
        "User: neo4j",
        f"Password: in the file {Home(own.home).password_file}",
        "Ctrl-C to stop.",
    ]
    serving.send_signal(signal.SIGINT)
    rest, errors = serving.communicate(timeout=40)
    assert (serving.returncode, rest) == (0, "The local Neo4j has stopped.\n")
    assert "Traceback" not in errors
    assert running.address.password not in errors
    assert find(own) is None
    assert not is_alive(running.pid)


def test_java_says_when_its_port_is_taken(own: Settings) -> None:
    home = open_home(own.home)
    release = RELEASES[0]
    library = Library(own.cache / f"neo4j-{release.version}", release.version, release)
    lock = try_lock(home.server_lock)
    assert lock is not None
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        write_conf(home, release, port)
        java = start_java(home, library, keep_open=lock)
        try:
            with pytest.raises(JavaExitedError) as told:
                wait_ready(java, home, port, "x", ended=lambda: False)
            assert told.value.is_port_taken
        finally:
            stop_java(java)
            os.close(lock)


def test_a_java_that_cannot_start_says_its_last_cause(tmp_path: Path) -> None:
    library = tmp_path / "lib"
    library.mkdir()
    (library / "neo4j-5.26.31.jar").write_bytes(b"")
    settings = Settings(home=tmp_path / "home", neo4j_lib=library)
    with pytest.raises(StoreError, match="ClassNotFoundException.*CommunityEntryPoint") as told:
        attach(settings)
    assert "console.log" in told.value.text.vi
    assert find(settings) is None
    wait_until(lambda: not is_held(Home(settings.home).server_lock))
