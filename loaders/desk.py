"""What the app hands its pages so that a reader can load, look before loading, and take back."""

from __future__ import annotations

from graph.views.desk import Desk
from loaders.article import load_file, read_file
from loaders.loads import foresee_undo, list_loads, undo_load
from loaders.preview import preview_file


def make_desk(user: str, contact: str | None = None) -> Desk:
    """Put the actions of loading together for the one at the machine."""
    return Desk(list_loads, foresee_undo, undo_load, read_file, preview_file, load_file, user, contact)
