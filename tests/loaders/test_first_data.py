"""What an empty local graph is given: sample, then country; once, to the end, and never into a graph of the user's."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from graph.commands_status import describe_status
from graph.loading import Loading, announced, read_loading
from graph.overview import read_inputs
from graph.settings import Settings
from loaders.first_data import FirstData, country_beside, country_is_owed, find_first_data, give_sample, load_country
from loaders.load import label_of, load_paths
from loaders.loads import list_loads, undo_load
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

HEADER = "person,role,organization,started,ended"
NAMES = ("An", "Bình", "Cường", "Đào", "Giang")


@pytest.fixture
def given(tmp_path: Path) -> FirstData:
    """A sample of two files and a country of five rows, two rows a step."""
    sample = [_write(tmp_path / f"{name}.csv", f"Vi Văn {name},Chủ tịch,Hội {name},2020,") for name in ("mot", "hai")]
    rows = [f"Lò Văn {name},Giám đốc,Sở {name},2020,2021" for name in NAMES]
    return FirstData(tuple(sample), _write(tmp_path / "nuoc" / "bang.csv", *rows).parent, part=2)


def _write(path: Path, *rows: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_an_empty_graph_gets_the_sample_and_then_the_country(
    graph: Graph, given: FirstData, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not country_is_owed(graph.store, given)  # the sample comes first
    give_sample(graph.store, given, "en")
    assert graph.counts()["Claim"] == 2
    assert country_is_owed(graph.store, given)
    load_country(graph.store, tmp_path, given, "en", over=Event())
    assert graph.counts()["Claim"] == 7
    assert read_inputs(graph.store)[label_of(given.country)] == "whole"
    assert read_loading(tmp_path) is None
    told = ["Loading the sample …", "Vietnam is loaded, according to Vietnamese Wikipedia: 5 tenures more."]
    assert capsys.readouterr().err.splitlines() == told
    give_sample(graph.store, given, "en")
    load_country(graph.store, tmp_path, given, "en", over=Event())
    assert (len(list_loads(graph.store)), capsys.readouterr().err) == (3, "")


def test_a_sample_cut_short_is_filled_up(graph: Graph, given: FirstData) -> None:
    load_paths(graph.store, given.sample[:1])
    assert not country_is_owed(graph.store, given)
    give_sample(graph.store, given, "vi")
    assert [row["input"].partition(" ")[0] for row in list_loads(graph.store)] == ["mot.csv", "hai.csv"]
    assert country_is_owed(graph.store, given)


def test_a_graph_of_the_users_own_is_left_alone(graph: Graph, given: FirstData, tmp_path: Path) -> None:
    own = _write(tmp_path / "cua-toi.csv", "Hà Thị Đào,Chủ tịch,Hội Thử,2020,")
    (report,) = load_paths(graph.store, [own])
    give_sample(graph.store, given, "vi")
    assert not country_is_owed(graph.store, given)
    assert report.load_id is not None
    undo_load(graph.store, report.load_id)  # what it was is not forgotten with it
    give_sample(graph.store, given, "vi")
    assert [row["load"] for row in list_loads(graph.store)] == [report.load_id]


def test_what_was_taken_back_does_not_come_again(graph: Graph, given: FirstData, tmp_path: Path) -> None:
    give_sample(graph.store, given, "vi")
    load_country(graph.store, tmp_path, given, "vi", over=Event())
    for row in list_loads(graph.store):
        undo_load(graph.store, row["load"])
    give_sample(graph.store, given, "vi")
    assert not country_is_owed(graph.store, given)
    load_country(graph.store, tmp_path, given, "vi", over=Event())
    assert graph.counts() == {}


def test_a_country_cut_short_goes_on_also_after_a_load_of_the_users(
    graph: Graph, given: FirstData, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    give_sample(graph.store, given, "vi")
    over = Event()
    over.set()
    capsys.readouterr()
    load_country(graph.store, tmp_path, given, "vi", over=over)
    assert (graph.counts()["Claim"], capsys.readouterr().err) == (4, "")  # one step of two rows
    assert read_inputs(graph.store)[label_of(given.country)] == "unfinished"
    load_paths(graph.store, [_write(tmp_path / "cua-toi.csv", "Hà Thị Đào,Chủ tịch,Hội Thử,2020,")])
    with country_beside(graph.store, tmp_path, given, "vi"):
        _wait_until_whole(graph, given)
    assert graph.counts()["Claim"] == 8
    assert [row["unfinished"] for row in list_loads(graph.store)] == [False] * 4


def _wait_until_whole(graph: Graph, given: FirstData) -> None:
    pause = Event()
    for _ in range(600):
        if read_inputs(graph.store)[label_of(given.country)] == "whole":
            return
        pause.wait(0.05)
    pytest.fail("the country did not come in 30 s")


def test_what_another_process_loads_is_left_to_it(graph: Graph, given: FirstData, tmp_path: Path) -> None:
    give_sample(graph.store, given, "vi")
    with announced(tmp_path) as tell:
        assert tell is not None
        tell(Loading("nuoc"))
        load_country(graph.store, tmp_path, given, "vi", over=Event())
        assert read_loading(tmp_path) == Loading("nuoc")
    assert country_is_owed(graph.store, given)


def test_status_tells_a_load_that_runs_from_one_that_stopped(graph: Graph, given: FirstData) -> None:
    settings, label, over = Settings.from_env(graph.environ), label_of(given.country), Event()
    give_sample(graph.store, given, "vi")
    over.set()
    load_country(graph.store, settings.home, given, "vi", over=over)
    assert f"Unfinished load: {label};" in describe_status(settings, lambda: graph.store).en
    with announced(settings.home) as tell:
        assert tell is not None
        tell(Loading(label, 2, 5))
        words = describe_status(settings, lambda: graph.store)
    assert f"Being loaded: {label}, 2 of 5 rows." in words.en
    assert f"Đang nạp: {label}, 2 trên 5 dòng." in words.vi
    assert "Unfinished load" not in words.en


def test_a_load_that_is_taken_back_on_its_way_stops(graph: Graph, given: FirstData) -> None:
    """Else its later parts would belong to no load that stands, and nothing could take them back."""

    def take_back(path: Path, done: int, total: int) -> None:
        if done == 2:
            undo_load(graph.store, list_loads(graph.store)[0]["load"])

    (report,) = load_paths(graph.store, [given.country], part=2, progress=take_back)
    (error,) = report.errors
    assert error.text.en.endswith(
        "this load was taken back while it was on its way, so it stops; run it again to load it"
    )
    assert graph.counts() == {}
    (again,) = load_paths(graph.store, [given.country], part=2)
    assert (again.added, again.errors) == (5, ())


def test_the_data_that_lies_here_is_told_apart() -> None:
    ours = find_first_data()
    assert [path.name for path in ours.sample] == [
        "announcement.txt", "changes.csv", "decisions.csv", "organizations.csv", "tenures.csv", "votes.csv",
    ]  # fmt: skip
    assert len({label_of(path) for path in (*ours.sample, ours.country)}) == 7
