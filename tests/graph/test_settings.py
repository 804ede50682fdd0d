"""Settings: read from an environment, wrong values named, passwords kept out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.settings import Settings, gazetteers_folder


def test_an_empty_environment_means_a_local_server_of_our_own() -> None:
    settings = Settings.from_env({"NEO4J_URI": " ", "OTHER": "x"})
    assert settings.neo4j_uri is None
    assert (settings.username, settings.password, settings.database) == ("neo4j", None, "neo4j")
    assert settings.home.name == ".cadres"
    assert (settings.home.parent / "graph" / "settings.py").is_file()
    assert settings.cache.name == "cadres"
    assert (settings.neo4j_version, settings.neo4j_lib, settings.idle_seconds) == ("5.26", None, 600.0)


def test_the_folder_of_words_of_ones_own_is_read() -> None:
    assert gazetteers_folder({"CADRES_GAZETTEERS": " /data/words "}) == Path("/data/words")
    assert gazetteers_folder({"CADRES_GAZETTEERS": "words"}) == Path.cwd() / "words"
    assert gazetteers_folder({"CADRES_GAZETTEERS": " "}) is None


def test_the_names_of_an_aura_credentials_file_are_read() -> None:
    settings = Settings.from_env(
        {
            "NEO4J_URI": "neo4j+s://abc.example.org",
            "NEO4J_USERNAME": "reader",
            "NEO4J_PASSWORD": "s3cret",
            "NEO4J_DATABASE": "cadres",
            "AURA_INSTANCEID": "abc",
        }
    )
    assert settings.neo4j_uri == "neo4j+s://abc.example.org"
    assert (settings.username, settings.password, settings.database) == ("reader", "s3cret", "cadres")


def test_our_own_variables_are_read() -> None:
    settings = Settings.from_env(
        {
            "CADRES_HOME": "/data/home",
            "CADRES_CACHE": "/data/cache",
            "CADRES_NEO4J_LIB": "/opt/neo4j/lib",
            "CADRES_NEO4J": "2026",
            "CADRES_IDLE": "2.5",
            "CADRES_CONTACT": "sai@vi-du.vn",
            "NEO4J_CONSOLE_USERNAME": "guest",
            "NEO4J_CONSOLE_PASSWORD": "pass",
        }
    )
    assert (settings.home, settings.cache) == (Path("/data/home"), Path("/data/cache"))
    assert settings.neo4j_lib == Path("/opt/neo4j/lib")
    assert (settings.neo4j_version, settings.idle_seconds) == ("2026", 2.5)
    assert (settings.console_username, settings.console_password) == ("guest", "pass")
    assert settings.contact == "sai@vi-du.vn"


def test_no_password_shows_in_a_repr() -> None:
    settings = Settings(password="s3cret", console_username="guest", console_password="hush")
    assert "s3cret" not in repr(settings)
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEO4J_URI", "http://localhost:7474"),
        ("NEO4J_URI", "localhost:7687"),
        ("NEO4J_URI", "bolt://"),
        ("NEO4J_URI", "bolt://neo4j:s3cret@localhost"),
        ("CADRES_NEO4J", "5"),
        ("CADRES_IDLE", "soon"),
        ("CADRES_IDLE", "0"),
        ("CADRES_IDLE", "nan"),
        ("CADRES_IDLE", "inf"),
        ("CADRES_CONTACT", "the keeper"),
        ("CADRES_CONTACT", "a@b@c.vn"),
        ("CADRES_CONTACT", "ftp://vi-du.vn"),
        ("NEO4J_CONSOLE_USERNAME", "guest"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(UsageError) as told:
        Settings.from_env({name: value})
    for text in (told.value.text.vi, told.value.text.en):
        assert name in text
        assert "s3cret" not in text
