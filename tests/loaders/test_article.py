"""A file of the page: read without the graph, decided once as the reader has it, loaded the same way, exported whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.incoming import Choice, Incoming, Origin, parse_address
from graph.store import Store
from loaders.article import load_file, read_file
from loaders.load import load_paths
from loaders.preview import preview_file
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
GAIN = "Ngày 5/3/2024, Thủ tướng Chính phủ quyết định bổ nhiệm ông Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế."
HEAD = "person,role,organization,started,ended,source_title,published\n"
TWO_BODIES = "organization,place\nSở Thử nghiệm,Lạng Sơn\nSở Thử nghiệm,Cao Bằng\n"


def first_claim(incoming: Incoming) -> str:
    return incoming.arrivals[0].claim.id


def test_a_file_is_read_without_a_graph_and_named_without_its_folder() -> None:
    incoming = read_file("bài.txt", GAIN.encode(), date(2024, 3, 7))
    assert (incoming.text, len(incoming.arrivals), incoming.refused) == (GAIN, 1, None)
    assert incoming.arrivals[0].source.published == date(2024, 3, 7)
    assert incoming.label.startswith("bài.txt (")


def test_where_it_was_published_is_the_texts_own_word_before_the_readers() -> None:
    told = Origin("https://bao.example/1", "Báo Mẫu")
    source = read_file("bài.txt", GAIN.encode(), None, told).arrivals[0].source
    assert (source.url, source.publisher) == (told.url, told.publisher)
    page = (
        '<html lang="vi"><head><meta property="og:url" content="https://cong.example/2">'
        f"<title>Tin</title></head><body><article><p>{GAIN}</p></article></body></html>"
    )
    source = read_file("bài.html", page.encode(), None, told).arrivals[0].source
    assert source.url == "https://cong.example/2"


@pytest.mark.parametrize("address", ["https://bao.example/tin?id=1#a", " http://bao.example "])
def test_an_address_is_kept_as_it_was_copied(address: str) -> None:
    assert parse_address(address) == address.strip()


@pytest.mark.parametrize("address", ["bao.example/1", "javascript:alert(1)", "https://", "https://a b", "http://[", ""])
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="copy all of it"):
        parse_address(address)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("trống.txt", b"  \n", "trống.txt has no text in it"),
        ("tệp.txt", b"\x00\x01", "tệp.txt is a binary file"),
        ("đẹp.txt", "Trời hôm nay đẹp.".encode(), "No sentence was read that tells"),
        ("hỏng.pdf", b"not a pdf", "hỏng.pdf cannot be read as PDF"),
        ("hỏng.docx", b"not a docx", "hỏng.docx cannot be read as DOCX"),
        ("trống.csv", b"", "trống.csv: the file is empty"),
        ("en.txt", b"The minister was appointed today, and then he left the building with the others.", "Vietnamese"),
    ],
)
def test_a_file_in_which_nothing_is_read_says_why_in_one_sentence(name: str, content: bytes, said: str) -> None:
    incoming = read_file(name, content)
    assert incoming.refused is not None
    assert said in incoming.refused.en
    assert "/tmp" not in incoming.refused.en + incoming.refused.vi
    assert "\n" not in incoming.refused.vi


def test_two_megabytes_of_text_are_read() -> None:
    incoming = read_file("dài.txt", (GAIN + "\n" + "Trời hôm nay đẹp. " * 90_000).encode())
    assert [arrival.claim.person for arrival in incoming.arrivals] == ["Lê Văn Mẫu"]


@pytest.mark.server
def test_what_a_preview_tells_is_what_the_load_does(graph: Graph, tmp_path: Path) -> None:
    incoming = read_file("bài.txt", GAIN.encode())
    choice = Choice(typed={first_claim(incoming): {"person": "Lê Văn Mầu"}})
    told = preview_file(graph.store, incoming, choice)
    assert [(change.kind, change.person, change.started) for change in told.changes] == [
        ("added", "Lê Văn Mầu", "2024-03-05")
    ]
    assert told.fresh["Post"] == ("Thứ trưởng Bộ Y tế",)
    assert graph.counts() == {}
    loaded = load_file(graph.store, incoming, choice)
    assert (loaded.load is not None, loaded.errors) == (True, ())
    assert names(graph.store) == ["Lê Văn Mầu"]
    assert load_file(graph.store, incoming, choice).load is None
    before = graph.export(tmp_path / "once")
    graph.wipe()
    (report,) = load_paths(graph.store, [tmp_path / "once"])
    assert report.errors == ()
    assert graph.export(tmp_path / "again") == before  # the correction comes back with the rest


@pytest.mark.server
def test_a_correction_with_a_fault_comes_in_neither_read_nor_typed(graph: Graph) -> None:
    incoming = read_file("bài.txt", GAIN.encode())
    choice = Choice(typed={first_claim(incoming): {"date": "hôm qua"}})
    (line,) = preview_file(graph.store, incoming, choice).lines
    assert line.fault is not None
    assert load_file(graph.store, incoming, choice).load is None
    assert graph.counts() == {}


@pytest.mark.server
def test_a_row_that_fits_two_bodies_is_told_and_counts_for_nothing(graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text(TWO_BODIES, "utf-8")
    load_paths(graph.store, [file])
    rows = f"{HEAD}Lò Thị Băng,Giám đốc,Sở Thử nghiệm,2020-01-01,,Danh sách,2024-01-01\n"
    incoming = read_file("người.csv", rows.encode())
    told = preview_file(graph.store, incoming, Choice())
    assert told.changes == ()
    assert ["names 2 bodies" in note.en for note in told.notes] == [True]
    assert "names 2 bodies" in load_file(graph.store, incoming, Choice()).errors[0].en


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.ask("MATCH (p:Person) RETURN p.name AS name ORDER BY name")]
