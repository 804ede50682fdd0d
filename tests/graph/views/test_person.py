"""The page of a person on the sample: one day in a sentence, the career with its sources, what is in doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from graph.store import Store
from loaders.load import load_paths
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
MINH = "Phạm Bình Minh"
DIRECTOR = {"post": "Giám đốc Sở Y tế tỉnh Mẫu"}
ROWS = """\
person,person_id,role,organization,started,ended,source_title,source_url,publisher,published,quote
Lê Thị Gỡ Lại,A,Giám đốc,Sở Y tế tỉnh Mẫu,2010-01-01,2014-01-01,Bài một,,Báo A,2020-01-01,Câu một.
Lê Thị Gỡ Lại,A,Giám đốc,Sở Y tế tỉnh Mẫu,2010-03-01,2014-01-01,Bài hai,,Báo B,2020-02-01,Câu hai.
Lê Thị Gỡ Lại,B,Trưởng khoa,Bệnh viện tỉnh Thử,2012-01-01,,Bài ba,,Báo A,2020-03-01,Câu ba.
"""


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "vi",
            r"#### Ngày 01/01/2019, theo Wikipedia tiếng Việt, Phạm Bình Minh giữ 3 chức vụ: ",
        ),
        ("en", r"#### On 2019-01-01, according to Wikipedia tiếng Việt, Phạm Bình Minh held 3 posts: "),
    ],
)
def test_a_person_at_a_date_is_told_in_one_sentence(sample: SampleGraph, lang: str, sentence: str) -> None:
    """The sample's own paper names the three posts."""
    test = open_page("person", sample.store, lang=lang, person=sample.find("Person", MINH), at="2019-01-01")
    told = next(line for line in texts(test).splitlines() if line.startswith(sentence))
    for post in ("Phó Thủ tướng, Chính phủ", "Bộ trưởng, Bộ Ngoại giao", "Ủy viên, Bộ Chính trị"):
        assert f"**{post}**" in told


def test_every_post_has_its_quote_and_its_source(sample: SampleGraph) -> None:
    test = open_page("person", sample.store, person=sample.find("Person", MINH), at="2019-01-01")
    said = texts(test)
    assert "Phạm Bình Minh giữ cương vị Bộ trưởng Bộ Ngoại giao" in said.replace("\\", "")
    assert said.count("Theo Wikipedia tiếng Việt: [Phạm Bình Minh](https://vi.wikipedia.org/?curid=") >= 3
    labels = [expander.label for expander in test.expander]
    assert labels.count("Theo Wikipedia tiếng Việt (1 nguồn)") >= 3
    assert "Theo Wikipedia tiếng Việt" in said.splitlines()  # below the colleagues


def test_the_slider_changes_the_day_in_the_address(sample: SampleGraph) -> None:
    test = open_page("person", sample.store, person=sample.find("Person", MINH), at="2019-01-01")
    test.slider[0].set_value(date(2012, 1, 1)).run()
    assert test.query_params["at"] == "2012-01-01"
    assert "01/01/2012" in texts(test)


def test_a_day_before_the_career_offers_the_nearest_day(sample: SampleGraph) -> None:
    test = open_page("person", sample.store, person=sample.find("Person", MINH), at="1990-01-01")
    assert not test.exception
    assert "Chưa nguồn nào cho biết Phạm Bình Minh giữ chức vụ nào" in texts(test)
    assert any("Xem ngày gần nhất" in link.label for link in test.page_link)


def test_a_stale_address_says_so_in_a_sentence(sample: SampleGraph) -> None:
    test = open_page("person", sample.store, lang="en", person="person-0000000000000000")
    assert not test.exception
    assert "has the id person" in texts(test)


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("vi", {"Mọi chức vụ đã giữ (1)", "Chỗ các nguồn nói khác nhau", "Những người khác cùng tên"}),
        ("en", {"All posts ever held (1)", "Where sources contradict each other", "Others of this name"}),
    ],
)
def test_what_is_in_doubt_stands_on_the_page(store: Store, tmp_path: Path, lang: str, titles: set[str]) -> None:
    """Two papers give two days of one start; a second record bears the name."""
    file = tmp_path / "rows.csv"
    file.write_text(ROWS, "utf-8")
    load_paths(store, [file])
    (row,) = store.ask(
        "MATCH (p:Person)-[:HELD]->(:Tenure)-[:IN_POST]->(:Post {title: $post}) RETURN p.id AS id", DIRECTOR
    )
    test = open_page("person", store, lang=lang, person=row["id"], at="2012-01-01")
    assert not test.exception
    assert titles <= {element.value for element in test.subheader}
    career, sides, others = (table.value for table in test.dataframe[-3:])
    assert len(career) == 1
    days = {"vi": "01/01/2010; 01/03/2010", "en": "2010-01-01; 2010-03-01"}
    assert days[lang] in sides.astype(str).to_numpy().ravel()
    assert "Trưởng khoa Bệnh viện tỉnh Thử" in others.astype(str).to_numpy().ravel()


def test_the_career_is_a_table_whose_names_link(sample: SampleGraph) -> None:
    test = open_page("person", sample.store, person=sample.find("Person", MINH), at="2019-01-01")
    (career,) = (table.value for table in test.dataframe if "decisions" in table.value.columns)
    links = [str(value) for value in career["post"]]
    assert links
    assert all(link.startswith("/post?post=post-") for link in links)
    assert any(link.endswith(quote("#Bộ trưởng Bộ Ngoại giao", safe="#")) for link in links)


@pytest.mark.parametrize(("lang", "said"), [("vi", "Hãy tìm theo tên"), ("en", "Search by name below")])
def test_an_address_without_a_person_offers_the_search(sample: SampleGraph, lang: str, said: str) -> None:
    test = open_page("person", sample.store, lang=lang)
    assert not test.exception
    assert said in texts(test)
    assert len(test.text_input) == 1
