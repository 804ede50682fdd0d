"""One palette for pictures and bars, told apart by colour-blind readers too.

Blue is a person, green a post, vermilion a body (after Okabe and Ito); shape says the same as colour.
The colours of the page itself are in .streamlit/config.toml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st


@dataclass(frozen=True, slots=True)
class Paint:
    """How one label is drawn: shape and style in a picture, the sign in a legend, fill, line and text."""

    shape: str
    style: str
    sign: str
    fill: str
    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Palette:
    person: Paint
    post: Paint
    organization: Paint
    focus: str
    past: str
    known: str
    date_line: str
    edge: str
    text: str
    decision: str

    def signs(self, labels: Iterable[str]) -> list[tuple[str, str, str]]:
        """The sign and colour of each label given, for a legend."""
        paints = {"person": self.person, "post": self.post, "organization": self.organization}
        known = {name: (paint.sign, paint.line) for name, paint in paints.items()} | {"decision": ("◗", self.decision)}
        return [(label, *known[label]) for label in labels]


LIGHT = Palette(
    person=Paint("box", "rounded,filled", "●", "#DCEBF6", "#0072B2", "#12303F"),
    post=Paint("hexagon", "filled", "⬢", "#DDF2EA", "#00785A", "#0D3328"),
    organization=Paint("box", "filled", "■", "#FBE6DA", "#C24E00", "#46200A"),
    focus="#0072B2",
    past="#A9B7C2",
    known="#E3E9ED",
    date_line="#C24E00",
    edge="#7C8A95",
    text="#1B2730",
    decision="#8C4A94",
)
DARK = Palette(
    person=Paint("box", "rounded,filled", "●", "#123A54", "#56B4E9", "#E6F2FA"),
    post=Paint("hexagon", "filled", "⬢", "#0C4436", "#3DC99F", "#E1F6EF"),
    organization=Paint("box", "filled", "■", "#54290F", "#F0A06C", "#FBEBE1"),
    focus="#56B4E9",
    past="#566572",
    known="#2A3842",
    date_line="#F0A06C",
    edge="#8FA0AD",
    text="#E6EDF2",
    decision="#D9A3E0",
)


def read_palette() -> Palette:
    """Choose the palette of the theme the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _canvas_paints(palette: Palette, *, decision_fill: str, other: tuple[str, str], badge: str) -> dict[str, Any]:
    drawn = (
        ("person", "ellipse", palette.person),
        ("post", "hexagon", palette.post),
        ("organization", "round-rectangle", palette.organization),
    )
    labels = {
        **{label: {"shape": shape, "fill": paint.fill, "line": paint.line} for label, shape, paint in drawn},
        "decision": {"shape": "round-tag", "fill": decision_fill, "line": palette.decision},
        "other": {"shape": "triangle", "fill": other[0], "line": other[1]},
    }
    return {"labels": labels, "edge": palette.edge, "focus": palette.focus, "badge": palette.text, "badge_text": badge}


CANVAS_STYLES = {
    "light": _canvas_paints(LIGHT, decision_fill="#F3EAF4", other=("#EDF1F3", "#66727B"), badge="#FFFFFF"),
    "dark": _canvas_paints(DARK, decision_fill="#3D2442", other=("#26323B", "#A9B7C2"), badge="#10181F"),
}
