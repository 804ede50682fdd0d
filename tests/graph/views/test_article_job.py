"""Adding articles survives a reload: another session at the same address goes on with the same work."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import InputError
from graph.incoming import Choice, Incoming, Loaded, Origin
from graph.store import Store
from graph.views.desk import Desk
from loaders.desk import make_desk
from tests.graph.views.pages import on_one_version, open_page
from tests.graph.views.test_article import GAIN, LEAVE, TABLE, edit, load, paste, plain_of, see_end, shown, upload

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.graph_on_trial import Graph


pytest_plugins = ["tests.empty_graph"]
pytestmark = [pytest.mark.server, on_one_version]
FILES = (("one.txt", GAIN.encode()), ("two.csv", TABLE), ("three.txt", LEAVE.replace("Mẫu", "Bông").encode()))
PATIENCE = 60.0


def reload(test: AppTest, graph: Graph, **others: Any) -> AppTest:
    """Open the address of a page in a session of its own."""
    return open_page("article", graph.store, lang="en", job=test.query_params["job"], **others)


def loading_by(act: Callable[[Incoming], Loaded | None]) -> Desk:
    """A desk whose loading is told of before each file; what is told back comes in its place."""
    real = make_desk("test")

    def load_one(store: Store, incoming: Incoming, choice: Choice) -> Loaded:
        return act(incoming) or real.load(store, incoming, choice)

    return replace(real, load=load_one)


def test_another_session_sees_the_same_files_corrections_results_and_undo(graph: Graph) -> None:
    test = open_page("article", graph.store, lang="en")
    assert "job" not in test.query_params
    edit(paste(test, f"{GAIN} {LEAVE}"), {0: {"person": "Lê Văn Mầu"}, 1: {"load": False}})
    assert re.fullmatch("[0-9a-f]{32}", test.query_params["job"])
    other = reload(test, graph)
    assert shown(other, "person") == ["Lê Văn Mầu", "Lê Văn Mẫu"]
    assert shown(other, "load") == [True, False]
    load(other)
    (claim,) = graph.store.ask("MATCH (c:Claim) RETURN c.person AS person")
    assert claim["person"] == "Lê Văn Mầu"
    third = reload(test, graph)
    assert [each.value for each in third.success] == ["Loaded. What changed, according to the source just loaded:"]
    third.button(key=find_undo(third)).click().run()
    third.button(key="undo.sure").click().run()
    assert graph.counts() == {}
    assert [each.value for each in test.run().success] == ["Taken back: 1 tenure gone, 1 person gone."]


def test_a_page_without_a_job_begins_empty_and_a_link_in_the_session_leads_back(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), GAIN)
    assert not open_page("article", graph.store, lang="en").dataframe
    del test.query_params["job"]
    assert shown(test.run(), "standing") == ["+ new"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "Những gì đã nạp thì xem ở trang Các lần nạp; tệp nào chưa nạp thì đưa lại ở đây."),
        ("en", "What was loaded stands on the page Loads. Files that were not loaded yet: add them here again."),
    ],
)
def test_a_job_that_is_not_kept_is_a_sentence_and_the_page_can_be_used(graph: Graph, lang: str, said: str) -> None:
    test = open_page("article", graph.store, lang=lang, job="0" * 32)
    assert not test.exception
    assert [each.value.endswith(said) for each in test.warning] == [True]
    paste(test, GAIN)
    assert not test.warning
    assert len(shown(test, "standing")) == 1


def test_reading_that_was_cut_short_goes_on_after_a_reload(graph: Graph) -> None:
    real, names = make_desk("test"), []

    def read(name: str, content: bytes, published: date | None, origin: Origin) -> Incoming:
        names.append(name)
        assert names != ["one.txt", "two.csv"], "the run ends here"
        return real.read(name, content, published, origin)

    desk = replace(real, read=read)
    test = upload(open_page("article", graph.store, lang="en", desk=desk), *FILES)
    assert len(test.exception) == 1
    other = reload(test, graph, desk=desk)
    assert shown(other, "file") == ["one.txt", "two.csv", "three.txt"]
    assert names == ["one.txt", "two.csv", "two.csv", "three.txt"]


def test_a_load_confirmed_in_two_windows_is_made_once_and_seen_in_both(graph: Graph) -> None:
    go_on, names = Event(), []

    def act(incoming: Incoming) -> None:
        names.append(incoming.name)
        assert go_on.wait(PATIENCE)

    desk = loading_by(act)
    test = upload(open_page("article", graph.store, lang="en", desk=desk), *FILES[:2])
    other = reload(test, graph, desk=desk)
    for each in (test, other):
        each.button(key="article.load").click().run()
    for each in (test, other):
        each.button(key="article.sure").click().run()
    third = reload(test, graph, desk=desk)
    for each in (test, other, third):
        assert shown(each, "state") == ["▶ loading", "… waiting"]
        assert not [button for button in each.button if button.key in ("article.load", "article.sure")]
    go_on.set()
    for each in (test, other, third):
        assert len(see_end(each).success) == 2
    assert names == ["one.txt", "two.csv"]
    assert len(graph.store.ask("MATCH (l:Load) RETURN l.id AS id")) == 2


def test_a_file_that_fails_says_why_and_those_after_it_stay(graph: Graph) -> None:
    def act(incoming: Incoming) -> None:
        if incoming.name == "two.csv" and not repaired.is_set():
            raise InputError(vi="hỏng", en="the table is torn")

    repaired, desk = Event(), loading_by(act)
    test = upload(open_page("article", graph.store, lang="en", desk=desk), *FILES)
    test.selectbox(key=f"article.which.{test.query_params['job']}").select_index(2).run()
    load(test)
    assert not test.exception
    assert len(test.success) == 1
    assert [plain_of(each.value) for each in test.error] == [
        "two.csv was not loaded; it is still below.  \nthe table is torn"
    ]
    assert [each.value for each in test.warning] == [
        "Loading stopped there: 1 file after it was not tried. It is still below."
    ]
    repaired.set()
    other = load(reload(test, graph, desk=desk))
    assert (len(other.success), len(other.error), len(other.warning)) == (3, 0, 0)


def test_a_file_of_which_nothing_came_but_errors_stays_and_the_others_go_on(graph: Graph) -> None:
    torn = InputError(vi="hỏng", en="the table is torn").text
    desk = loading_by(lambda incoming: Loaded(incoming.name, None, (torn,)) if incoming.name == "two.csv" else None)
    test = load(upload(open_page("article", graph.store, lang="vi", desk=desk), *FILES))
    assert (len(test.success), len(test.error), len(test.warning)) == (2, 1, 0)
    assert plain_of(test.error[0].value) == "Chưa nạp được two.csv; tệp vẫn còn ở dưới.  \nhỏng"
    assert shown(test, "person", 2) == ["Lo Thi Bang"]
    assert not test.button(key="article.load").disabled


def test_a_fault_of_ours_ends_the_run_and_is_not_hidden(graph: Graph) -> None:
    def act(incoming: Incoming) -> None:
        raise AssertionError(incoming.name)

    test = load(upload(open_page("article", graph.store, lang="en", desk=loading_by(act)), *FILES))
    assert len(test.exception) == 1
    assert shown(test.run(), "state") == ["✓ read"] * 3
    assert not test.button(key="article.load").disabled


def test_a_load_taken_back_on_another_page_says_so(graph: Graph) -> None:
    test = load(paste(open_page("article", graph.store, lang="en"), GAIN))
    (row,) = graph.store.ask("MATCH (l:Load) RETURN l.id AS id")
    make_desk("test").undo(graph.store, row["id"])
    assert [each.value for each in test.run().success] == ["It has been taken back since, on another page."]
    assert not [each for each in test.button if str(each.key).startswith("article.undo.")]


def find_undo(test: AppTest) -> str:
    return next(str(each.key) for each in test.button if str(each.key).startswith("article.undo."))
