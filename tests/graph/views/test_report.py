"""Reporting an error: what to send names the page at fault, and to whom where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.desk import make_desk
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server


def test_what_to_send_names_the_page_and_to_whom(sample: SampleGraph) -> None:
    desk = make_desk("test", "sai@vi-du.vn")
    test = open_page("about", sample.store, desk=desk, of="/person?person=person-1&at=2019-01-01")
    assert not test.exception
    assert any(code.value.startswith("Trang: /person?person=person-1&at=2019-01-01\n") for code in test.code)
    assert "(mailto:sai@vi-du.vn?subject=B%C3%A1o%20sai&body=Trang%3A%20/person" in texts(test)


def test_a_page_takes_reports_too_and_nobody_is_told_as_such(sample: SampleGraph) -> None:
    test = open_page("about", sample.store, lang="en", desk=make_desk("test", "https://vi-du.vn/báo sai"))
    assert "(https://vi-du.vn/b%C3%A1o%20sai)" in texts(test)
    assert "CADRES_CONTACT" in texts(open_page("about", sample.store, lang="en"))


@pytest.mark.parametrize("page", ["//evil.example/a", "https://evil.example", "javascript:alert(1)"])
def test_the_address_of_another_site_is_not_put_in(sample: SampleGraph, page: str) -> None:
    test = open_page("about", sample.store, lang="en", of=page)
    assert any(code.value.startswith("Page: \n") for code in test.code)
    assert page not in "".join(code.value for code in test.code if code.value.startswith("Page:"))
