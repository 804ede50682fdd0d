"""The little of Graphviz's language that our pictures share."""

from __future__ import annotations


def quoted(text: str) -> str:
    """Write a text as it may stand between double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
