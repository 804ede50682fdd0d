"""The parts that show a person at a date: a sentence, posts, picture, career and colleagues, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.person_day import PersonDay
from graph.picture import Picture
from graph.surroundings import MOST_COLLEAGUES, choose_colleagues, make_surroundings
from graph.views.bars import draw_bars, make_period
from graph.views.canvas import Touch, show_canvas, show_links
from graph.views.frame import Frame, body_params, person_params, post_params
from graph.views.legend import read_years, show_legend
from graph.views.palette import read_palette
from graph.views.sentence import find_nearest_day, make_sentence
from graph.views.sources import say_according, show_publishers, show_sources
from graph.views.targets import find_page, follow_target, set_target
from graph.views.words import Words, plain

Row = Mapping[str, Any]


def show_headline(known: PersonDay, frame: Frame) -> None:
    """Show the other names, how many posts at once, and the sentence that says it all."""
    words, person = frame.words, known.person
    others = [name for name in person.names if name != person.name]
    if others:
        st.caption(words("person.also", names=plain(", ".join(others))))
    if person.born is not None:
        st.caption(words("person.born", year=person.born))
    according = say_according(known.publishers, words)
    st.markdown(f"#### {make_sentence(person.name, known.posts, known.at, words, according=according)}", anchors=False)
    sure = [row for row in known.posts if row["certainty"] == "certain"]
    if len(sure) > 1:
        st.badge(words.count("at_once", len(sure)), color="green")
    if not known.posts and (day := find_nearest_day(known.career, known.at)) is not None:
        frame.link(words("person.nearest", day=words.day(day)), "person", person_params(person.id, day))


def show_posts(known: PersonDay, frame: Frame) -> None:
    """Show the posts held on the day, one card each, with its sources."""
    words = frame.words
    st.subheader(words("person.posts", day=words.day(known.at)), anchor=False)
    for row in known.posts:
        with st.container(border=True, gap="xsmall"):
            _show_post(row, known, frame)
    if not known.posts:
        st.caption(words("person.no_posts"))


def _show_post(row: Row, known: PersonDay, frame: Frame) -> None:
    words = frame.words
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link(row["role"], "post", post_params(known.places[row["tenure_id"]].post_id, known.at))
        if capacity := _capacity(row, words):
            st.caption(capacity)
    frame.link(row["organization"], "organization", body_params(row["organization_id"], known.at))
    st.caption(f"{make_period(row, words)} · {words('certainty.' + row['certainty'])}")
    if row["quote"]:
        st.markdown(f":small[{words('sources.quote', quote=plain(_short(row['quote'])))}]")
    show_sources(row, known.evidence[row["tenure_id"]], frame)


def _capacity(row: Row, words: Words) -> str:
    return "" if row["capacity"] in (None, "full") else f" ({words.named('capacity', row['capacity'])})"


def _short(quote: str, most: int = 160) -> str:
    return quote if len(quote) <= most else quote[:most].rsplit(" ", 1)[0] + " …"


def show_picture(known: PersonDay, frame: Frame) -> None:
    """Draw the person, the posts, the bodies and who sits beside them, with a legend and words for all."""
    words = frame.words
    drawn = choose_colleagues(known.colleagues)
    person, at = known.person, words.day(known.at)
    posts = [{**row, "post_id": known.places[row["tenure_id"]].post_id} for row in known.posts]
    picture = make_surroundings(person.id, person.name, posts, drawn, years=read_years(words))
    show_legend(words, ("person", "post", "organization"))
    label = words("picture.alt", name=person.name, n=len(known.posts), m=len(drawn), day=at)
    shown, listed = st.tabs([words("canvas.picture"), words("canvas.rows")])
    with shown:
        touch = Touch(open=lambda id: set_target(find_page(picture, id, known.at)))
        for id in show_canvas(picture, words, key="around", label=label, height=580, touch=touch):
            _show_chosen(picture, id, known, frame)
    with listed:
        show_links(picture, words)
    follow_target(frame)
    st.caption(words("picture.how"))
    if len(drawn) < len(known.colleagues):
        st.caption(words("picture.capped", n=MOST_COLLEAGUES, all=words.number(len(known.colleagues))))


def _show_chosen(picture: Picture, id: str, known: PersonDay, frame: Frame) -> None:
    node = picture.find(id)
    if node is not None and (target := find_page(picture, id, known.at)) is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            frame.link(node.name, *target)
            st.caption(plain(node.sub))
    elif id in known.evidence:
        row = next(row for row in known.posts if row["tenure_id"] == id)
        show_sources(row, known.evidence[id], frame)


def show_career(known: PersonDay, frame: Frame) -> None:
    """Draw the career as bars with the line of the date."""
    words = frame.words
    st.subheader(words("person.career"), anchor=False)
    if not known.career:
        st.caption(words("person.no_career"))
        return
    held = {row["tenure_id"] for row in known.posts}
    chart = draw_bars(known.career, held, at=known.at, today=frame.today, words=words, palette=read_palette())
    alt = words("bars.alt", name=known.person.name, n=len(known.career), day=words.day(known.at))
    st.altair_chart(chart, width="stretch", alt=alt)
    st.caption(words("bars.how"))


def show_colleagues(known: PersonDay, frame: Frame) -> None:
    """List who sat in the same bodies that day; every name is a link."""
    words = frame.words
    if not known.colleagues:
        st.caption(words("person.no_colleagues"))
    bodies = dict.fromkeys(row["organization"] for row in known.colleagues)
    for body in bodies:
        st.markdown(f"**{plain(body)}**")
        for row in [row for row in known.colleagues if row["organization"] == body]:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                frame.link(row["person"], "person", person_params(row["person_id"], known.at))
                since = f" · {words('period.since', start=words.day(row['since']))}" if row["since"] else ""
                st.caption(f"{plain(row['role'])}{since}{_maybe(row, words)}")
    show_publishers(known.beside, words)


def _maybe(row: Row, words: Words) -> str:
    return f" · {words('certainty.possible')}" if row["certainty"] == "possible" else ""
