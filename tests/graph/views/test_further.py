"""The further pages on the sample in both languages, on an empty graph, and with the server away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.store import Store, connect
from graph.views.links import PATHS, PageName
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from graph.server import Address
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
AT = "2022-01-01"
_SECRETARY = """
MATCH (:Person {name: $name})-[:HELD]->(:Tenure)-[:IN_POST]->(post:Post)-[:OF_ROLE]->(:Role {title_vi: 'Bí thư'})
WHERE post.title CONTAINS 'Khối'
RETURN DISTINCT post.id AS id
"""
FIRST = ("start", "explore", "console", "concurrent", "questions")
FURTHER: list[PageName] = [page for page in PATHS if page not in FIRST]


def linked(test: AppTest) -> list[str]:
    return [link.label.removeprefix(":blue[").removesuffix("]") for link in test.page_link]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("page", FURTHER)
def test_it_opens_with_a_name_and_a_link_to_share(sample: SampleGraph, page: PageName, lang: str) -> None:
    test = open_page(page, sample.store, lang=lang, at=AT)
    assert not test.exception
    assert not test.error
    assert len(test.title) == 1
    assert any(f"{PATHS[page]}?" in code.value and f"lang={lang}" in code.value for code in test.code)


def test_a_post_shows_who_came_before_and_after(sample: SampleGraph) -> None:
    """The sample's own table names the secretaries: Sơn Minh Thắng left on 28/10/2020, Huỳnh Tấn Việt follows."""
    (row,) = sample.store.ask(_SECRETARY, {"name": "Huỳnh Tấn Việt"})
    test = open_page("post", sample.store, post=row["id"], at=AT)
    assert not test.exception
    assert [link for link in linked(test) if link in ("Sơn Minh Thắng", "Huỳnh Tấn Việt", "Nguyễn Văn Thể")] == [
        "Sơn Minh Thắng",
        "Huỳnh Tấn Việt",
        "Nguyễn Văn Thể",
    ]
    assert [element.value for element in test.subheader][:3] == ["◄ Trước đó", "Ngày 01/01/2022", "Sau đó ►"]
    assert "từ 29/10/2020 đến 06/10/2022" in texts(test)
    assert len(test.expander) >= 3
    assert len(test.get("vega_lite_chart")) == 1


def test_an_organization_shows_units_members_posts_and_changes(sample: SampleGraph) -> None:
    body = sample.find("Organization", "Bộ Giao thông vận tải")
    test = open_page("organization", sample.store, lang="en", organization=body, at=AT)
    assert not test.exception
    assert len(test.get("graphviz_chart")) == 1
    assert "Bộ Xây dựng" in linked(test)  # its heir
    assert "Bộ trưởng" in linked(test)
    assert test.tabs[0].label == "Chart"


def test_two_dates_of_a_committee(sample: SampleGraph) -> None:
    asked = {"organization": "Bộ Chính trị", "from": "2019-01-01", "to": AT}
    test = open_page("committee", sample.store, **asked)
    assert not test.exception
    heads = [element.value for element in test.subheader]
    assert heads[0] == "Bộ Chính trị"
    assert [head.partition(" · ")[0] for head in heads[1:4]] == ["Ở lại", "Vào", "Ra"]
    assert "Phạm Bình Minh" in linked(test)


def test_a_path_names_the_bodies_it_goes_through(sample: SampleGraph) -> None:
    test = open_page("networks", sample.store, lang="en", at=AT, a="Phạm Bình Minh", b="Trương Thị Mai")
    assert not test.exception
    assert "1 step:" in texts(test)
    assert "Bộ Chính trị" in linked(test)


def test_a_name_that_nobody_bears_is_told(sample: SampleGraph) -> None:
    test = open_page("networks", sample.store, lang="en", at=AT, a="Nobody Here", b="Trương Thị Mai")
    assert "Nobody Here" in test.error[0].value
    test = open_page("timeline", sample.store, organization="Bộ Không Có")
    assert "Bộ Không Có" in test.error[0].value
    for page, body in (("post", "chức vụ"), ("organization", "cơ quan")):
        test = open_page(page, sample.store, **{page: f"{page}-none"})
        assert test.info[0].value == f"Không có {body} nào mang mã này trong đồ thị. Hãy tìm theo tên:"
        assert len(test.text_input) == 1


def test_a_post_and_a_body_lead_into_the_graph(sample: SampleGraph) -> None:
    body = sample.find("Organization", "Bộ Giao thông vận tải")
    (post,) = sample.store.ask(_SECRETARY, {"name": "Huỳnh Tấn Việt"})
    for page, focus in (("organization", body), ("post", post["id"])):
        test = open_page(page, sample.store, lang="en", at=AT, **{page: focus})
        (link,) = [link for link in test.page_link if "Explore the graph from here" in link.label]
        assert f"focus={focus}" in link.proto.query_string


def test_votes_and_reorganisations_have_a_picture_and_their_sentences(sample: SampleGraph) -> None:
    votes = open_page("votes", sample.store, lang="vi")
    assert votes.subheader[0].value == "Quốc hội, ngày 25/10/2023"
    assert len(votes.get("vega_lite_chart")) == 2
    moves = open_page("reorganisations", sample.store, lang="en")
    assert "12 changes" in [element.value for element in moves.subheader]
    assert "kết thúc hoạt động, bốn đảng bộ" in texts(moves)


def test_the_way_by_which_a_reader_came_leads_back(sample: SampleGraph) -> None:
    minh = sample.find("Person", "Phạm Bình Minh")
    test = open_page("person", sample.store, lang="en", person=minh, at="2019-01-01")
    assert "Seen before:" not in texts(test)
    test.query_params["person"] = sample.find("Person", "Nguyễn Văn Thể")
    test.run()
    assert "Seen before:" in texts(test)
    (back,) = [
        link for link in test.page_link if link.label == ":blue[Phạm Bình Minh]" and minh in link.proto.query_string
    ][:1]
    assert "at=2019-01-01" in back.proto.query_string


def test_an_empty_graph_is_told_in_both_languages(store: Store) -> None:
    for number, page in enumerate((*FURTHER, "explore", "console", "concurrent", "questions")):
        test = open_page(page, store, lang=("vi", "en")[number % 2])
        assert not test.exception, page
        assert len(test.title) == 1, page


def test_a_server_that_is_away_is_told(address: Address) -> None:
    with connect(address) as gone:
        pass
    asking = [page for page in FURTHER if page != "article"]  # which asks nothing before there is an article
    for page in (*asking, "concurrent", "questions"):
        test = open_page(page, gone, q="vacancies")
        assert not test.exception, page
        assert [each.value for each in test.subheader][-1:] == ["Không dùng được đồ thị"], page
