"""The home folder: what it refuses before any java is started."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.server import attach, find, stop
from graph.server.attach import describe_command
from graph.server.home import Home, open_home, write_login
from graph.settings import Settings


def test_data_of_a_newer_release_is_refused_in_a_sentence(tmp_path: Path) -> None:
    Home(tmp_path).version_file.write_text("2026.09.0\n")
    with pytest.raises(StoreError, match=r"written by Neo4j 2026\.09\.0, which Neo4j 5\.26 cannot open") as told:
        attach(Settings(home=tmp_path, neo4j_version="5.26"))
    assert "CADRES_NEO4J=2026" in told.value.text.vi


def test_a_home_that_cannot_be_written_is_refused_in_a_sentence(
    open_folder: Path, without_rights: Callable[[Path], AbstractContextManager[None]]
) -> None:
    with without_rights(open_folder), pytest.raises(StoreError, match="CADRES_HOME"):
        attach(Settings(home=open_folder))


def test_a_home_beneath_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="Cannot write to"):
        attach(Settings(home=tmp_path / "file" / "home"))


def test_nothing_runs_where_there_is_no_home(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "none")
    assert find(settings) is None
    assert stop(settings) is None
    assert not settings.home.exists()


def test_data_without_its_password_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    home = open_home(tmp_path)
    (tmp_path / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(StoreError, match="Cannot read the password file"):
        write_login(home)


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["/checkout/graph/__main__.py", "ask", "person_posts"], "graph ask"),
        (["/venv/bin/streamlit", "run", "app.py"], "streamlit run"),
        (["app.py", "--secret=1"], "app.py"),
    ],
)
def test_a_command_is_named_as_a_person_knows_it(argv: list[str], name: str) -> None:
    assert describe_command(argv) == name
