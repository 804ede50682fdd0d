"""A load in the background as others see it: how far it is while somebody loads, nothing once he is gone."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from graph.loading import Loading, announced, read_loading

HOLDER = """
import sys, time
from pathlib import Path
from graph.loading import Loading, announced
with announced(Path(sys.argv[1])) as tell:
    tell(Loading("vietnam (1)", 500, 5458))
    print("told", flush=True)
    time.sleep(60)
"""


def test_who_loads_is_alone_and_tells_how_far_it_is(tmp_path: Path) -> None:
    assert read_loading(tmp_path) is None
    with announced(tmp_path) as tell:
        assert tell is not None
        assert read_loading(tmp_path) is None  # nothing told yet
        tell(Loading("việt nam (1)"))
        assert read_loading(tmp_path) == Loading("việt nam (1)", 0, 0)
        tell(Loading("việt nam (1)", 500, 5458))
        assert read_loading(tmp_path) == Loading("việt nam (1)", 500, 5458)
        with announced(tmp_path) as other:
            assert other is None
        assert read_loading(tmp_path) == Loading("việt nam (1)", 500, 5458)
    assert read_loading(tmp_path) is None
    with announced(tmp_path) as again:
        assert again is not None


def test_a_killed_loader_is_not_taken_for_one_that_runs(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "told\n"
        assert read_loading(tmp_path) == Loading("vietnam (1)", 500, 5458)
        holder.send_signal(signal.SIGKILL)
    assert read_loading(tmp_path) is None
    with announced(tmp_path) as tell:
        assert tell is not None
        assert read_loading(tmp_path) == Loading("vietnam (1)", 500, 5458)  # until the next one tells its own
