"""The load of what was confirmed, in a thread of the process: no window has to stay open for it. Nothing is shown here.

Each file leaves the tray when it is in, so that a run cut short loses and repeats nothing.
"""

from __future__ import annotations

from threading import Thread

from graph.errors import CadresError
from graph.incoming import Choice
from graph.store import Store
from graph.views.desk import Desk
from graph.views.tray import Paper, Run, Step, Tray


def start_run(store: Store, desk: Desk, tray: Tray, chosen: list[tuple[Paper, Choice]]) -> None:
    """Start to load papers as they were chosen; where another window has started it, nothing more is done."""
    if (run := tray.begin(chosen)) is not None:
        # A daemon: the end of the program does not wait for it.
        Thread(target=_load, args=(store, desk, tray, run), daemon=True, name=f"load-{tray.id}").start()


def _load(store: Store, desk: Desk, tray: Tray, run: Run) -> None:
    try:
        for step in run.steps:
            if not _load_one(store, desk, tray, step):
                break
    except BaseException as error:  # noqa: BLE001  (whatever it is, the page that shows the run gets it)
        run.broken = error
    finally:
        run.over = True


def _load_one(store: Store, desk: Desk, tray: Tray, step: Step) -> bool:
    """Load one file; tell whether to go on. One of which only errors came stays on the tray as it was corrected."""
    step.state = "loading"
    try:
        loaded = desk.load(store, step.paper.incoming, step.choice)
    except CadresError as error:
        step.paper.errors, step.state = (error.text,), "failed"
        return False
    if loaded.load is None and loaded.errors:
        step.paper.errors, step.state = loaded.errors, "failed"
        return True
    tray.note_loaded(step.paper, loaded)
    step.state = "known" if loaded.load is None else "loaded"
    return True
