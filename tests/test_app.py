"""The app as a whole: it opens on the sample in both languages, and a server that is away is a card, not a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
APP = Path(__file__).resolve().parents[1] / "app.py"


@pytest.fixture(autouse=True)
def closed_after() -> Iterator[None]:
    """What the app keeps open for all its sessions ends with the test."""
    yield
    st.cache_resource.clear()


def open_app(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], **params: str) -> AppTest:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    test = AppTest.from_file(APP, default_timeout=90)
    for name, text in params.items():
        test.query_params[name] = text
    return test.run()


@pytest.mark.parametrize(
    ("lang", "menu"),
    [
        ("vi", ["Bắt đầu", "Đồ thị", "Kiêm nhiệm", "Câu hỏi", "Bảng lệnh Cypher"]),
        ("en", ["Start", "Explore", "Concurrent posts", "Questions", "Cypher console"]),
    ],
)
def test_it_opens_on_the_sample(
    sample: SampleGraph, monkeypatch: pytest.MonkeyPatch, lang: str, menu: list[str]
) -> None:
    test = open_app(monkeypatch, sample.environ, lang=lang, at="2019-01-01")
    assert not test.exception
    assert [link.label for link in test.page_link][:5] == menu
    assert [part.key for part in test.get("bidi_component")] == ["wording", "around"]  # the language, the picture
    assert "of=%2F%3Fat%3D2019-01-01" in test.page_link[-1].proto.query_string  # below each page: report an error on it


def test_the_language_switch_writes_the_address(sample: SampleGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_app(monkeypatch, sample.environ, lang="vi")
    test.segmented_control(key="lang_switch").set_value("en").run()
    assert test.query_params["lang"] == "en"
    assert test.page_link[0].label == "Start"


@pytest.mark.parametrize(
    ("lang", "title", "retry"),
    [
        ("vi", "Không dùng được đồ thị", "Thử lại"),
        ("en", "The graph cannot be used", "Try again"),
    ],
)
def test_a_server_that_is_away_is_a_card_with_its_address_and_no_password(
    monkeypatch: pytest.MonkeyPatch, lang: str, title: str, retry: str
) -> None:
    environ = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "hidden-word"}
    test = open_app(monkeypatch, environ, lang=lang)
    assert not test.exception
    assert [element.value for element in test.subheader] == [title]
    assert [element.value for element in test.code] == ["bolt://127.0.0.1:9"]
    assert test.button(key="retry").label == retry
    assert "hidden-word" not in str(test)
    test.button(key="retry").click().run()
    assert not test.exception


def test_a_wrong_setting_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_app(monkeypatch, {"NEO4J_URI": "http://127.0.0.1"}, lang="en")
    assert not test.exception
    assert "NEO4J" in test.error[0].value
