"""Open one page alone, on a real store, as `app.py` would hand it what it needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.catalog import read_catalog
from graph.favourites import Favourites
from graph.store import Store
from graph.views.desk import Desk
from graph.views.links import PageName
from graph.views.start import Local
from loaders.desk import make_desk

TODAY = date(2025, 12, 10)  # the last day the sample's sources speak of
# Pages hold no Cypher: what they ask and write is tested on both versions where it is written, the pages on one.
on_one_version = pytest.mark.parametrize("family", ["5.26"], indirect=True)


def open_page(
    page: PageName,
    store: Store,
    *,
    lang: str = "vi",
    local: Local | None = None,
    desk: Desk | None = None,
    kept: Favourites | None = None,
    **params: str,
) -> AppTest:
    """Open a page with the parameters of its address and run it once."""
    given = {"page": page, "store": store, "catalog": read_catalog(), "lang": lang, "today": TODAY}
    given |= {"local": local, "desk": desk or make_desk("test"), "kept": kept or Favourites(Path("/nowhere"))}
    test = AppTest.from_function(_script, kwargs=given, default_timeout=60)
    for name, text in params.items():
        test.query_params[name] = text
    return test.run()


def texts(test: AppTest) -> str:
    """All that a page says, one piece a line."""
    kinds = ("title", "subheader", "markdown", "caption", "info", "warning", "error", "code")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(test, kind))


def _script(*, page, store, catalog, lang, today, local, desk, kept):  # type: ignore[no-untyped-def]
    import streamlit as st

    from graph.errors import StoreError
    from graph.views import console, further, start
    from graph.views.frame import Frame
    from graph.views.links import PATHS, settle_address
    from graph.views.states import show_server_down
    from graph.views.words import read_words

    settle_address()
    pages = {
        name: st.Page(lambda: None, title=name, url_path=path[1:], default=name == "start")
        for name, path in PATHS.items()
    }
    st.navigation(list(pages.values()), position="hidden")
    frame = Frame(read_words(lang), today, page, pages)
    try:
        if page == "start":
            start.show(store, catalog, frame, local=local)
        elif page == "console":
            console.show(store, catalog, store.open_console, frame, kept)
        else:
            further.show(store, catalog, frame, desk)
    except StoreError as error:
        show_server_down(frame.words, error, "", retry=lambda: None)
