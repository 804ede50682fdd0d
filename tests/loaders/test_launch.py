"""`make app` without make: which port it takes, and one whole run on a graph of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.loading import Loading, read_loading
from graph.overview import read_inputs
from graph.server import stop
from graph.server.locks import wait_free
from graph.settings import Settings
from graph.store import open_store
from loaders.first_data import find_first_data
from loaders.launch import claim_port, main, make_graph_key
from loaders.load import label_of

ROOT = Path(__file__).resolve().parents[2]
IDLE_SECONDS = 60.0  # the server stays up between two runs on one graph
OPEN = "The app is already open on this graph: http://127.0.0.1:{port}\n"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def test_a_free_port_is_taken(tmp_path: Path) -> None:
    port = _find_free_port()
    berth = claim_port(tmp_path, "graph-a", port)
    assert berth.port == port
    assert berth.lock is not None
    assert berth.address == f"http://127.0.0.1:{port}"
    os.close(berth.lock)


def test_a_port_that_another_program_has_is_passed_over(tmp_path: Path, taken: int) -> None:
    berth = claim_port(tmp_path, "graph-a", taken)
    assert berth.port > taken
    assert berth.lock is not None
    os.close(berth.lock)


def test_a_port_with_our_app_on_the_same_graph_is_named(tmp_path: Path) -> None:
    first = claim_port(tmp_path, "graph-a", _find_free_port())
    second = claim_port(tmp_path, "graph-a", first.port)
    assert (second.port, second.lock) == (first.port, None)
    assert first.lock is not None
    os.close(first.lock)


def test_our_app_on_another_graph_is_another_program(tmp_path: Path, taken: int) -> None:
    (tmp_path / f"{taken}-graph-a.lock").touch()
    berth = claim_port(tmp_path, "graph-b", taken)
    assert berth.port != taken
    assert berth.lock is not None
    os.close(berth.lock)


def test_no_port_left_is_an_error_that_says_what_would_do(tmp_path: Path) -> None:
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.1", 65535))
        except OSError:
            pytest.skip("somebody else has port 65535")
        other.listen()
        with pytest.raises(StoreError, match="--port 8600"):
            claim_port(tmp_path, "graph-a", 65535)


def test_the_graph_key_tells_graphs_apart(tmp_path: Path) -> None:
    keys = {
        make_graph_key(Settings(home=tmp_path / "a")),
        make_graph_key(Settings(home=tmp_path / "b")),
        make_graph_key(Settings(home=tmp_path / "a", neo4j_uri="bolt://127.0.0.1:7687")),
        make_graph_key(Settings(home=tmp_path / "a", neo4j_uri="bolt://127.0.0.1:7687", database="two")),
    }
    assert len(keys) == 4
    one = Settings(home=tmp_path / "a", neo4j_uri="bolt://127.0.0.1:7687", password="x")
    other = Settings(home=tmp_path / "b", neo4j_uri="bolt://127.0.0.1:7687", password="y")
    assert make_graph_key(one) == make_graph_key(other)


@pytest.mark.parametrize(("lang", "word"), [("vi_VN.UTF-8", "Ví dụ"), ("en_US.UTF-8", "Example")])
def test_help_shows_an_example(lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"], {"LANG": lang})
    assert ended.value.code == 0
    assert f"{word}: python -m loaders.launch --port 8600" in capsys.readouterr().out


@pytest.mark.parametrize("port", ["80", "65536", "x", "-1", "٨٥٠١"])
def test_a_wrong_port_is_a_fault_of_the_command_line(port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([f"--port={port}"], {})
    assert ended.value.code == 2


def test_a_home_that_cannot_be_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = _run(file / "home", "--lang=en")
    assert done.returncode == 1
    assert str(file / "home") in done.stderr
    assert "CADRES_HOME" in done.stderr
    assert done.stdout == ""


def test_a_server_of_the_users_own_that_is_not_there_is_named(tmp_path: Path) -> None:
    uri = f"bolt://127.0.0.1:{_find_free_port()}"
    done = _run(tmp_path, "--lang=en", NEO4J_URI=uri, NEO4J_PASSWORD="secret-word")
    assert done.returncode == 1
    assert uri in done.stderr
    assert "secret-word" not in done.stderr
    assert "sample" not in done.stderr


def _environ(home: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "CADRES_HOME": str(home), "CADRES_IDLE": str(IDLE_SECONDS), **more}


def _run(home: Path, *words: str, seconds: float = 120, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "loaders.launch", *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=_environ(home, **more),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def _open(home: Path, port: int) -> subprocess.Popen[str]:
    """Open the app in a session of its own, and wait until it tells its address."""
    command = [sys.executable, "-m", "loaders.launch", f"--port={port}", "--lang=en"]
    app = subprocess.Popen(
        command,
        cwd=ROOT,
        env=_environ(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert app.stdout is not None
    assert f"http://127.0.0.1:{port}" in app.stdout.readline()
    app.stdout.close()
    return app


def _wait_for_rows(home: Path) -> Loading:
    """Wait until the country's first step is in."""
    for _ in range(1200):
        if (loading := read_loading(home)) is not None and loading.done:
            return loading
        time.sleep(0.05)
    pytest.fail("no country came in a minute")


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(600)  # a cold server of its own, the sample and the country
def test_an_empty_graph_gets_sample_and_country_also_when_the_launcher_is_killed(tmp_path: Path, cache: Path) -> None:
    port = _find_free_port()
    country = label_of(find_first_data().country)
    opened = Settings(home=tmp_path, cache=cache, idle_seconds=IDLE_SECONDS)
    app = _open(tmp_path, port)
    try:
        with open_store(opened) as store:
            assert store.ask("MATCH (c:Claim) RETURN count(c) > 0 AS sample") == [{"sample": True}]
        loading = _wait_for_rows(tmp_path)
        assert (loading.input, loading.done < loading.total) == (country, True)
        again = _run(tmp_path, f"--port={port}", "--lang=en")  # it leaves the load to the first
        assert (again.returncode, again.stdout) == (0, OPEN.format(port=port))
        assert "Vietnam" not in again.stderr
        app.kill()  # the launcher alone: its app stays
        app.wait(timeout=10)
        assert read_loading(tmp_path) is None
        on = _run(tmp_path, f"--port={port}", "--lang=en", seconds=400)
        assert (on.returncode, on.stdout) == (0, OPEN.format(port=port))
        assert on.stderr.splitlines()[-1].startswith("Vietnam is loaded, according to Vietnamese Wikipedia: ")
        with open_store(opened) as store:
            assert list(read_inputs(store).values()) == ["whole"] * 7
            assert store.counts()["Claim"] > 5_880  # of which over 5,400 are the country's
    finally:
        os.killpg(app.pid, signal.SIGTERM)
    lock = tmp_path / "apps" / f"{port}-{make_graph_key(opened)}.lock"
    assert wait_free(lock, seconds=30)
    # Once more, where all is loaded; it ends as with a closed terminal.
    app = _open(tmp_path, port)
    app.send_signal(signal.SIGHUP)
    assert app.wait(timeout=60) == 0
    assert wait_free(lock, seconds=1)
    stop(opened, force=True)
