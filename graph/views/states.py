"""What a page shows when there is nothing to show or the server is away: what is wrong, what would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from graph.errors import CadresError, StoreError
from graph.views.words import Words, plain


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


def show_unfinished(words: Words, inputs: list[str]) -> None:
    """Say that a load has begun and not ended, so that what is shown is not all of it."""
    if inputs:
        st.warning(words("unfinished", inputs=", ".join(plain(name) for name in inputs)))


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
