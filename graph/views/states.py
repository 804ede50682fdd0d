"""What a page shows when there is nothing to show or the server is away: what is wrong, what would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from graph.errors import CadresError, StoreError
from graph.loading import Loading
from graph.overview import read_inputs
from graph.store import Store
from graph.views.words import Words, plain

_POLL_SECONDS = 2.0


def show_server_down(words: Words, error: StoreError, address: str, retry: Callable[[], None]) -> None:
    """Show that the graph's server cannot be used: where it was looked for, why, and a way to try again."""
    with st.container(border=True):
        st.subheader(words("down.title"), anchor=False)
        st.markdown(plain(error.say(words.lang)))
        st.caption(words("down.address"))
        st.code(address, language=None)
        st.markdown(words("down.advice"))
        st.button(words("down.retry"), type="primary", on_click=retry, key="retry")


def show_empty(words: Words, load_sample: Callable[[], None] | None) -> None:
    """Explain an empty graph in three lines, and offer the sample where we may load it."""
    with st.container(border=True):
        st.subheader(words("empty.title"), anchor=False)
        st.markdown(words("empty.what"))
        st.markdown(words("empty.how"))
        st.code(words("empty.command"), language="shell")
        if load_sample is None:
            st.markdown(words("empty.foreign"))
        elif st.button(words("empty.sample"), type="primary", key="load_sample"):
            with st.spinner(words("empty.loading"), show_time=True):
                load_sample()
            st.rerun()


@st.fragment(run_every=_POLL_SECONDS)
def show_loading(store: Store, words: Words, begun: Loading, read: Callable[[], Loading | None]) -> None:
    """Say that a country is being loaded and how far it is; then that it is there, and offer the page anew."""
    loading = read()
    with st.container(border=True, key="loading"):
        if loading is not None:
            st.markdown(words("loading.title"))
            st.progress(_share(loading), text=_so_far(loading, words))
            st.caption(words("loading.meanwhile"))
            return
        whole = read_inputs(store).get(begun.input) == "whole"
        st.markdown(words("loading.done" if whole else "loading.stopped"))
        if st.button(words("loading.show"), type="primary", key="loading_show", icon=":material/refresh:"):
            st.rerun()


def _share(loading: Loading) -> float:
    return loading.done / loading.total if loading.total else 0.0


def _so_far(loading: Loading, words: Words) -> str:
    if not loading.total:
        return words("loading.begins")
    return words("loading.so_far", done=words.number(loading.done), total=words.number(loading.total))


def show_unfinished(words: Words, inputs: list[str]) -> None:
    """Say that a load has begun and not ended, so that what is shown is not all of it."""
    if inputs:
        st.warning(words("unfinished", inputs=", ".join(plain(name) for name in inputs)))


def show_undoing(words: Words, loads: list[str]) -> None:
    """Say that the taking back of a load has begun and not ended, so that some of it still shows."""
    if loads:
        st.warning(words("undoing", loads=", ".join(loads)))


def show_error(words: Words, error: CadresError) -> None:
    """Say an error in the language shown."""
    st.error(plain(error.say(words.lang)))


@contextmanager
def told(words: Words) -> Iterator[None]:
    """Say an error of the user's in the language shown, in place of what would have stood there."""
    try:
        yield
    except StoreError:
        raise
    except CadresError as error:
        show_error(words, error)
