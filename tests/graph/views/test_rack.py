"""Trays are kept by ids that cannot be guessed, as many as fit; what is being loaded stays."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from graph.incoming import Choice, Incoming
from graph.views.rack import RACK, Rack
from graph.views.tray import File, Tray


def put(rack: Rack, name: str, *, size: int = 1) -> Tray:
    return rack.put((File(name, b"x" * size),), None)


def read(file: File) -> Incoming:
    return Incoming(file.name, file.content, None, file.name, None, (), (), (), None)


def kept(rack: Rack, *trays: Tray) -> list[bool]:
    return [rack.find(tray.id) is tray for tray in trays]


def test_ids_differ_and_are_long() -> None:
    rack = Rack()
    ids = {put(rack, "a.txt").id for _ in range(20)}
    assert (len(ids), {len(each) for each in ids}) == (20, {32})
    assert rack.find("0" * 32) is None


def test_what_was_not_looked_at_for_longest_goes() -> None:
    rack = Rack(most=2)
    first, second = put(rack, "1"), put(rack, "2")
    assert rack.find(first.id) is first
    third = put(rack, "3")
    assert kept(rack, first, second, third) == [True, False, True]


def test_what_is_being_loaded_stays() -> None:
    rack = Rack(most=1)
    first = put(rack, "1")
    first.take_in(first.waiting[0], read)
    run = first.begin([(first.papers[0], Choice())])
    assert run is not None
    second = put(rack, "2")
    third = put(rack, "3")
    assert kept(rack, first, second, third) == [True, False, True]
    run.over = True
    fourth = put(rack, "4")
    assert kept(rack, first, third, fourth) == [False, False, True]


def test_files_that_are_too_large_together_make_room_but_the_newest_stays() -> None:
    rack = Rack(most_bytes=10)
    first, second = put(rack, "1", size=6), put(rack, "2", size=4)
    assert kept(rack, first, second) == [True, True]
    third = put(rack, "3", size=12)
    assert kept(rack, first, second, third) == [False, False, True]


def test_a_file_that_two_windows_are_about_to_read_is_read_once() -> None:
    tray = Rack().put((File("1", b"a"), File("2", b"b")), None)
    first = tray.waiting[0]
    tray.take_in(first, read)
    tray.take_in(first, read)
    assert [paper.incoming.name for paper in tray.papers] == ["1"]
    assert tray.waiting == (File("2", b"b"),)


def test_papers_are_begun_once_and_what_is_loaded_not_again() -> None:
    tray = Rack().put((File("1", b"a"),), None)
    tray.take_in(tray.waiting[0], read)
    chosen = [(tray.papers[0], Choice())]
    run = tray.begin(chosen)
    assert run is not None and tray.running
    assert tray.begin(chosen) is None
    tray.papers, run.over = (), True
    assert tray.begin(chosen) is None


@pytest.mark.parametrize("known", [True, False])
def test_a_new_session_links_to_the_job_of_its_address_at_its_first_run(known: bool) -> None:
    def script() -> None:
        import streamlit as st

        from graph.views.article_job import job_params

        st.text(job_params().get("job", "none"))

    job = RACK.put((), None).id if known else "0" * 32
    test = AppTest.from_function(script)
    test.query_params["job"] = job
    assert test.run().text[0].value == (job if known else "none")
