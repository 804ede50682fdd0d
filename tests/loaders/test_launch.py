"""`make app` without make: which port it takes, and one whole run on a graph of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import open_store
from loaders.launch import claim_port, main, make_graph_key

ROOT = Path(__file__).resolve().parents[2]


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
    return {**os.environ, "CADRES_HOME": str(home), "CADRES_IDLE": "5", **more}


def _run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "loaders.launch", *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=_environ(home, **more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.server
@pytest.mark.slow
def test_one_run_opens_the_app_on_a_graph_with_the_sample(tmp_path: Path, cache: Path) -> None:
    port = _find_free_port()
    command = [sys.executable, "-m", "loaders.launch", f"--port={port}", "--lang=en"]
    app = subprocess.Popen(
        command,
        cwd=ROOT,
        env=_environ(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert app.stdout is not None
        assert f"http://127.0.0.1:{port}" in app.stdout.readline()
        again = _run(tmp_path, f"--port={port}", "--lang=en")
        assert again.returncode == 0
        assert again.stdout == f"The app is already open on this graph: http://127.0.0.1:{port}\n"
        with open_store(Settings(home=tmp_path, cache=cache, idle_seconds=5)) as store:
            assert store.ask("MATCH (c:Claim) RETURN count(c) > 0 AS sample") == [{"sample": True}]
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=30) == 0
    finally:
        # Not killed: that would leave the app behind.
        app.terminate()
        app.wait(timeout=60)
        if app.stdout is not None:
            app.stdout.close()
    assert claim_port(tmp_path / "apps", make_graph_key(Settings(home=tmp_path)), port).lock is not None
