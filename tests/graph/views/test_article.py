"""The page that adds articles: read once, corrected, left out, refused, loaded, taken back; in both languages."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

from graph.views.rack import RACK
from tests.graph.views.pages import on_one_version, open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.graph_on_trial import Graph


pytest_plugins = ["tests.empty_graph"]
pytestmark = [pytest.mark.server, on_one_version]
GAIN = "Ngày 5/3/2024, Thủ tướng Chính phủ quyết định bổ nhiệm ông Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế."
OTHER = "Ngày 5/4/2024, Thủ tướng Chính phủ quyết định bổ nhiệm bà Lò Thị Mẫu giữ chức Thứ trưởng Bộ Công Thương."
LEAVE = "Ngày 9/8/2025, Thủ tướng Chính phủ quyết định miễn nhiệm chức vụ Thứ trưởng Bộ Y tế đối với ông Lê Văn Mẫu."
TABLE = b"person,role,organization,started,ended\nLo Thi Bang,Chu tich,Hoi Mau,2020-01-01,\n"
KEYED = (
    "person,role,organization,started,ended,person_id,id_source,published\n"
    "Lê Văn Mẫu,Thứ trưởng,Bộ Y tế,2024-03-05,,7,zzz,2024-04-01\n"
)
LOAD_SECONDS = 60.0
Cells = dict[int, dict[str, Any]]
_CORRECTED = "MATCH (c:Claim) RETURN c.person AS person, c.date AS date, c.quote AS quote, c.rule AS rule"


def paste(test: AppTest, text: str) -> AppTest:
    test.text_area(key="article.text").set_value(text)
    return test.button(key="article.look").click().run()


def upload(test: AppTest, *files: tuple[str, bytes]) -> AppTest:
    test.file_uploader(key="article.upload.0").set_value([(*file, "text/plain") for file in files])
    return test.button(key="article.look").click().run()


def edit(test: AppTest, cells: Cells, paper: int = 1) -> AppTest:
    state = {"edited_rows": cells, "added_rows": [], "deleted_rows": []}
    test.session_state[f"article.lines.{test.query_params['job']}.{paper}"] = state
    return test.run()


def load(test: AppTest) -> AppTest:
    test.button(key="article.load").click().run()
    return see_end(test.button(key="article.sure").click().run())


def see_end(test: AppTest) -> AppTest:
    """Look again until nothing is being loaded, as the page does by itself in a browser."""
    end = time.monotonic() + LOAD_SECONDS
    while test.get("progress"):
        assert time.monotonic() < end, "it is still loading"
        time.sleep(0.05)
        test.run()
    return test


def shown(test: AppTest, column: str, table: int = 0) -> Sequence[Any]:
    assert not test.exception
    return list(test.dataframe[table].value[column])


def test_an_article_is_looked_at_then_loaded_then_known(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), GAIN)
    assert not test.exception
    assert "Loading it would change the graph: **1 tenure added, 1 person added**" in texts(test)
    assert "People not in the graph yet: Lê Văn Mẫu" in texts(test)
    assert shown(test, "standing") == ["+ new"]
    assert shown(test, "date") == ["2024-03-05"]
    assert (shown(test, "kind", 1), shown(test, "started", 1)) == (["+ added"], ["2024-03-05"])
    assert graph.counts() == {}
    test.button(key="article.load").click().run()
    assert "**It would change: 1 tenure added, 1 person added.**" in texts(test)
    see_end(test.button(key="article.sure").click().run())
    assert not test.exception
    assert graph.counts()["Tenure"] == 1
    assert [element.value for element in test.success] == ["Loaded. What changed, according to the source just loaded:"]
    assert "#L%C3%AA%20V%C4%83n%20M%E1%BA%ABu" in shown(test, "person")[0]
    assert shown(test, "post")[0].startswith("/post?post=post-")
    paste(test, GAIN)
    assert "no tenure or person changes" in texts(test)
    assert shown(test, "standing") == ["= known"]
    assert test.button(key="article.load").disabled


def test_where_a_pasted_text_was_published_stands_with_its_facts(graph: Graph) -> None:
    test = open_page("article", graph.store, lang="en")
    test.text_input(key="article.publisher").set_value("Báo Mẫu")
    test.text_input(key="article.url").set_value("bao.example/1")
    paste(test, GAIN)
    assert "'bao.example/1' is not the address of a page" in plain_of(test.error[0].value)
    assert test.text_area(key="article.text").value == GAIN
    test.text_input(key="article.url").set_value("https://bao.example/1")
    load(paste(test, GAIN))
    (source,) = graph.store.ask("MATCH (s:Source) RETURN s.publisher AS publisher, s.url AS url")
    assert source == {"publisher": "Báo Mẫu", "url": "https://bao.example/1"}
    assert [test.text_input(key=f"article.{name}").value for name in ("publisher", "url")] == ["", ""]


def test_a_load_is_taken_back_where_it_was_made(graph: Graph) -> None:
    test = load(paste(open_page("article", graph.store, lang="vi"), GAIN))
    undo = next(str(each.key) for each in test.button if str(each.key).startswith("article.undo."))
    test.button(key=undo).click().run()
    assert "Nếu gỡ: 1 nhiệm kỳ mất đi, 1 người mất đi" in texts(test)
    test.button(key="undo.sure").click().run()
    assert [element.value for element in test.success] == ["Đã gỡ: 1 nhiệm kỳ mất đi, 1 người mất đi."]
    assert graph.counts() == {}


def test_a_corrected_value_comes_in_and_says_that_it_was_corrected(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="vi"), GAIN)
    edit(test, {0: {"person": "Lê Văn Mầu", "date": "6/3/2024"}})
    assert shown(test, "note") == ["✎ sửa tay: người, ngày"]
    assert shown(test, "person", 1) == ["Lê Văn Mầu"]
    assert shown(test, "started", 1) == ["06/03/2024"]
    load(test)
    (claim,) = graph.store.ask(_CORRECTED)
    assert (claim["person"], claim["date"], claim["quote"]) == ("Lê Văn Mầu", "2024-03-06", GAIN)
    assert claim["rule"].endswith("; by hand: person, date")
    paste(test, GAIN)  # the same words again are known as they were corrected
    assert (shown(test, "standing"), shown(test, "person")) == (["= đã biết ✎"], ["Lê Văn Mầu"])
    assert test.button(key="article.load").disabled


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"date": "32/13/2024"}, "Row 1: '32/13/2024' is not a date"),
        ({"person": " "}, "Row 1: '' is not the name of the person"),
        ({"event": "lose", "end": "2025"}, "Row 1: '2025': only who gains a post"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_at_its_row(graph: Graph, cells: dict[str, str], said: str) -> None:
    test = edit(paste(open_page("article", graph.store, lang="en"), GAIN), {0: cells})
    assert [plain_of(each.value)[: len(said)] for each in test.error] == [said]
    assert shown(test, "note")[0].startswith("⚠ ")
    assert test.button(key="article.load").disabled
    edit(test, {0: {"person": "Lê Văn Mầu", "date": "7/3/2024", "event": "gain", "end": None}})
    assert list(test.error) == []
    assert not test.button(key="article.load").disabled


def test_a_row_left_out_does_not_come_in(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), f"{GAIN} {LEAVE}")
    assert shown(test, "event") == ["gain", "lose"]
    edit(test, {1: {"load": False}})
    assert shown(test, "ended", 1) == [None]
    test.button(key="article.load").click().run()
    assert "1 row is left out." in texts(test)
    see_end(test.button(key="article.sure").click().run())
    assert [row["person"] for row in graph.store.ask(_CORRECTED)] == ["Lê Văn Mẫu"]


def test_an_end_and_a_contradiction_are_shown_before_they_are_loaded(graph: Graph) -> None:
    test = load(paste(open_page("article", graph.store, lang="en"), GAIN))
    paste(test, LEAVE)
    assert shown(test, "kind", 1) == ["■ ended"]
    assert shown(test, "changes", 1)[0].startswith("2024-03-05 – → 2024-03-05 – 2025-08-09")
    paste(test, GAIN.replace("5/3/2024", "1/2/2023"))
    assert shown(test, "standing") == ["≠ contradicts"]
    assert "sources differ about when the post was held" in plain_of(texts(test))


def test_what_would_change_is_drawn_for_all_rows_or_for_the_one_looked_at(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), f"{GAIN} {OTHER}")
    assert edges(test) == ["+ added, since 2024-03-05", "+ added, since 2024-04-05"]
    look_at(test, row=1)
    assert "Row 2 would change:" in texts(test)
    assert edges(test) == ["+ added, since 2024-04-05"]
    assert "+ Lò Thị Mẫu" in drawn(test)
    assert "Lê Văn Mẫu" not in drawn(test)
    edit(test, {1: {"load": False}})
    assert "Row 2 changes no tenure." in texts(test)
    look_at(test, row=None)
    load(edit(test, {}))
    look_at(paste(test, f"{GAIN} {LEAVE}"), row=1)
    assert edges(test) == ["■ ended, from 2024-03-05 to\\n2025-08-09"]
    assert "URL" in drawn(test)


def test_who_is_known_by_another_id_afterwards_is_not_told_as_new(graph: Graph) -> None:
    """A person's id is of the first of the keys that sources give; a text brings a key before that of the table."""
    test = load(upload(open_page("article", graph.store, lang="en"), ("table.csv", KEYED.encode())))
    (before,) = graph.store.ask("MATCH (p:Person) RETURN p.id AS id")
    paste(test, GAIN.replace("5/3/2024", "7/3/2024"))
    assert "People not in the graph yet" not in texts(test)
    assert f"person={before['id']}&" in drawn(test)
    assert [edge[-1] for edge in edges(test)] == ["⚠"]
    load(test)
    (after,) = graph.store.ask("MATCH (p:Person) RETURN p.id AS id")
    assert after["id"] != before["id"]


def drawn(test: AppTest) -> str:
    assert not test.exception
    (picture,) = test.get("graphviz_chart")
    return str(picture.proto.spec)


def edges(test: AppTest) -> list[str]:
    return re.findall(r'-> "post-\w+" \[label="(.*?)", fontcolor', drawn(test))


def look_at(test: AppTest, *, row: int | None) -> None:
    """Press the number of a row, which only a browser can do."""
    tray = RACK.find(test.query_params["job"])
    assert tray is not None
    tray.papers[0].shown = row
    test.run()


def test_every_file_says_how_it_went_and_one_confirm_loads_all(graph: Graph) -> None:
    test = upload(
        open_page("article", graph.store, lang="vi"),
        ("một.txt", GAIN.encode()),
        ("hai.csv", TABLE),
        ("ba.txt", b"Troi hom nay dep."),
        ("bốn.txt", b""),
        ("năm.txt", b"\x00\x01\x02"),
    )
    assert shown(test, "state") == ["✓ đã đọc", "✓ đã đọc", *["✕ không đọc được"] * 3]
    assert shown(test, "facts") == ["1, trong đó mới: 1", "1, trong đó mới: 1", "0", "0", "0"]
    why = shown(test, "why")
    assert why[3] == "bốn.txt không có chữ nào; hãy đưa tệp có nội dung bài"
    assert "năm.txt là tệp nhị phân" in why[4]
    assert not any("/tmp" in said for said in why[2:])
    load(test)
    assert graph.counts()["Tenure"] == 2
    assert len(test.success) == 2


def test_a_correction_stays_while_another_file_is_looked_at(graph: Graph) -> None:
    files = (("one.txt", GAIN.encode()), ("two.txt", LEAVE.encode()))
    test = upload(open_page("article", graph.store, lang="en"), *files)
    edit(test, {0: {"date": "2024-03-06"}})
    which = f"article.which.{test.query_params['job']}"
    test.selectbox(key=which).select_index(1).run()
    assert shown(test, "event", 1) == ["lose"]
    test.selectbox(key=which).select_index(0).run()
    assert (shown(test, "date", 1), shown(test, "standing", 1)) == (["2024-03-06"], ["+ new ✎"])


def test_nothing_given_and_nothing_read_are_each_one_sentence(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), "  ")
    assert [each.value for each in test.info] == ["Paste a text or choose a file first."]
    paste(test, "Trời hôm nay đẹp.")
    assert plain_of(test.warning[0].value).startswith("No sentence was read that tells who gains")
    assert not [each for each in test.button if each.key == "article.load"]


def test_a_table_is_corrected_in_its_own_file(graph: Graph) -> None:
    test = upload(open_page("article", graph.store, lang="en"), ("list.csv", TABLE))
    assert "corrected in its own file" in texts(test)
    edit(test, {0: {"person": "Lo Thi Bong"}})
    assert "Row 1: this row does not tell" in plain_of(test.error[0].value)


def test_a_server_that_goes_away_is_told_and_the_work_stays(graph: Graph) -> None:
    test = paste(open_page("article", graph.store, lang="en"), GAIN)
    graph.store.close()
    edit(test, {0: {"date": "2024"}})
    assert not test.exception
    assert test.button(key="retry")


def plain_of(markdown: str) -> str:
    return markdown.replace("\\", "")
