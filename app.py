"""The app: opens the graph, lists the pages, runs one. Start it with `make app`."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from graph.catalog import read_catalog
from graph.console import Console
from graph.errors import CadresError, StoreError
from graph.favourites import Favourites
from graph.loading import read_loading
from graph.settings import Settings
from graph.store import Store, open_store
from graph.views import console, further, start
from graph.views.frame import Frame
from graph.views.links import PATHS, PageName, read_param, settle_address
from graph.views.menu import framed
from graph.views.states import show_error, show_server_down
from graph.views.words import Words, choose_lang, read_words
from loaders.desk import make_desk
from loaders.first_data import load_sample


@st.cache_resource(show_spinner=False, hash_funcs={Settings: repr}, on_release=Store.close)
def opened_store(settings: Settings) -> Store:
    """Open the graph once for all sessions."""
    return open_store(settings)


@st.cache_resource(show_spinner=False, hash_funcs={Store: id})
def opened_console(store: Store) -> Console:
    """Open the console once for a graph."""
    return store.open_console()


cached_catalog = st.cache_resource(show_spinner=False)(read_catalog)


def run_page(name: PageName, words: Words, pages: dict[PageName, st.Page]) -> None:
    """Open the graph and run one page on it."""
    frame = Frame(words, datetime.now(UTC).astimezone().date(), name, pages)
    with framed(frame):
        settings = Settings.from_env(os.environ)
        address = settings.neo4j_uri or words("down.local", home=settings.home)
        try:
            with st.spinner(words("down.opening")):
                store = opened_store(settings)
            show_page(store, settings, frame)
        except StoreError as error:
            show_server_down(words, error, address, retry=opened_store.clear)


def show_page(store: Store, settings: Settings, frame: Frame) -> None:
    """Hand a page what it needs."""
    match frame.here:
        case "start":
            sample, loading = partial(load_sample, store), partial(read_loading, settings.home)
            local = start.Local(sample, loading) if store.local else None
            start.show(store, cached_catalog(), frame, local=local)
        case "console":
            console.show(store, cached_catalog(), partial(opened_console, store), frame, Favourites(settings.home))
        case _:
            further.show(store, cached_catalog(), frame, make_desk(settings.user, settings.contact))


settle_address()
language = read_words(choose_lang(read_param("lang"), st.context.locale))
st.set_page_config(page_title=language("app.title"), page_icon="🧭", layout="wide")
listed: dict[PageName, st.Page] = {}
for here, path in PATHS.items():
    run = partial(run_page, here, language, listed)
    listed[here] = st.Page(run, title=language(f"page.{here}"), url_path=path[1:], default=here == "start")
try:
    st.navigation(list(listed.values()), position="hidden").run()
except CadresError as error:
    show_error(language, error)
