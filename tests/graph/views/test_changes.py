"""The pages that change the graph: a load taken back after a look at what that does; a judgement recorded and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import Store
from loaders.load import load_paths
from tests.graph.views.pages import on_one_version, open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.graph_on_trial import Graph


pytest_plugins = ["tests.empty_graph"]
pytestmark = [pytest.mark.server, on_one_version]
HEAD = "person,role,organization,started,ended,person_id,id_source,born,source_title,publisher,published,quote\n"
TWO = (
    "Lê Thị Ví Dụ,Giám đốc,Sở Y tế tỉnh Mẫu,2010-01-01,,1,a,1970,Bài một,Báo A,2020-01-01,Câu một.\n"
    "Lê Thị Ví Dụ,Phó Giám đốc,Sở Y tế tỉnh Mẫu,2008-01-01,,2,b,1970,Bài hai,Báo B,2020-02-01,Câu hai.\n"
)


@pytest.fixture
def loaded(graph: Graph, tmp_path: Path) -> Store:
    file = tmp_path / "hai người.csv"
    file.write_text(HEAD + TWO, "utf-8")
    (report,) = load_paths(graph.store, [file])
    assert (report.added, report.errors) == (2, ())
    return graph.store


def button(test: AppTest, start: str) -> str:
    return next(str(each.key) for each in test.button if str(each.key).startswith(start))


def test_a_load_is_taken_back_after_a_look_at_what_that_does(loaded: Store) -> None:
    test = open_page("loads", loaded, lang="vi")
    assert "**hai người\\.csv**" in texts(test)
    test.button(key=button(test, "open.load-")).click().run()
    assert len(test.dataframe) == 1
    assert len(test.dataframe[0].value["person"]) == 2
    test.button(key=button(test, "undo.load-")).click().run()
    assert not test.exception
    assert "Nếu gỡ: 2 nhiệm kỳ mất đi, 2 người mất đi" in texts(test)
    assert loaded.counts()["Tenure"] == 2
    test.button(key="undo.sure").click().run()
    assert not test.exception
    assert loaded.counts()["Tenure"] == 0
    assert [element.value for element in test.success] == ["Đã gỡ: 2 nhiệm kỳ mất đi, 2 người mất đi."]


def test_a_judgement_is_recorded_with_who_and_why_and_taken_back(loaded: Store) -> None:
    test = open_page("doubts", loaded, lang="en")
    assert not test.exception
    assert "the same name" in texts(test)
    test.button(key=button(test, "same.person-")).click().run()
    test.button(key="judge.record").click().run()
    assert "needs a name and a reason" in test.error[0].value
    assert loaded.counts()["Person"] == 2
    test.text_area(key="judge.why").set_value("the same career").run()
    test.button(key="judge.record").click().run()
    assert not test.exception
    assert loaded.counts()["Person"] == 1
    assert [element.value for element in test.success] == ["Recorded: 1 person joined from several."]
    test.button(key=button(test, "back.")).click().run()
    test.text_area(key="judge.why").set_value("a mistake").run()
    test.button(key="judge.record").click().run()
    assert loaded.counts()["Person"] == 2
    assert "> a mistake" in texts(test)
