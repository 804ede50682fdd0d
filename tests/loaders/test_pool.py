"""Several processes as one: order, how far they run ahead, and what a process that dies comes to."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.pool import AHEAD, map_in_order

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_what_was_asked(jobs: int) -> None:
    assert list(map_in_order(abs, range(-50, 0), jobs)) == list(range(50, 0, -1))


def test_what_was_asked_is_taken_a_few_ahead_only() -> None:
    taken: list[int] = []

    def count() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    results = map_in_order(abs, count(), 2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 5 + 2 * AHEAD


def test_a_process_that_dies_is_a_sentence() -> None:
    with pytest.raises(InputError) as caught:
        list(map_in_order(os._exit, [1, 1], 2))
    assert "run it again with fewer --jobs" in caught.value.say("en")
    assert "--jobs" in caught.value.say("vi")


def test_the_script_that_asks_is_not_run_again(tmp_path: Path) -> None:
    script = tmp_path / "page.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom loaders.pool import map_in_order\n"
        f"open({str(tmp_path / 'runs')!r}, 'a').write('x')\n"
        "print(list(map_in_order(abs, [-1, 2], 2)))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.stdout, (tmp_path / "runs").read_text()) == ("[1, 2]\n", "x"), done.stderr
