"""Which tray a window shows: the one that its address names, else the one that its session had last."""

from __future__ import annotations

from datetime import date

import streamlit as st

from graph.views.links import read_param, write_params
from graph.views.rack import RACK
from graph.views.tray import File, Tray

_JOB, _PARAM = "article.job", "job"


def open_tray() -> Tray | None:
    """The tray to be shown, an empty one where nothing was given yet; None where the one asked for is not kept."""
    asked: str | None = read_param(_PARAM)
    job = asked or st.session_state.get(_JOB)
    tray = RACK.find(job) if job else None
    if tray is None:
        return Tray() if asked is None else None
    st.session_state[_JOB] = tray.id
    return tray


def new_tray(files: tuple[File, ...], published: date | None) -> None:
    """Begin anew with some files, at an address of their own."""
    show_address(RACK.put(files, published))


def show_address(tray: Tray) -> None:
    """Put the tray into the address, so that a reload shows it again."""
    st.session_state[_JOB] = tray.id
    write_params({_PARAM: tray.id})


def job_params() -> dict[str, str]:
    """Make the parameters of a link to the tray that this window shows or had last; none where there is none."""
    tray = open_tray()
    return {_PARAM: tray.id} if tray is not None and tray.id else {}
