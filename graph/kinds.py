"""Which kinds of bodies are the Party's and which the State's; all other kinds (fronts, firms, schools) are neither.

`standing`, `office`, `division` and the like are not told by their kind: a committee of either may have them.
"""

from __future__ import annotations

from collections.abc import Mapping

PARTY_KINDS = frozenset(
    {
        "committee",
        "standing_committee",
        "secretariat",
        "inspection",
        "party_office",
        "party_organization",
        "party_group",
        "party",
    }
)
_ASSEMBLIES = frozenset({"assembly", "council", "delegation"})
_JUSTICE = frozenset({"court", "procuracy"})
_EXECUTIVE = frozenset(
    {
        "state",
        "government",
        "ministry",
        "department",
        "agency",
        "inspectorate",
        "committee_of_state",
        "people_committee",
        "army",
        "police",
        "embassy",
    }
)
STATE_KINDS = _ASSEMBLIES | _EXECUTIVE | _JUSTICE
BRANCHES: Mapping[str, frozenset[str]] = {
    "party": PARTY_KINDS,
    "assemblies": _ASSEMBLIES | {"council_unit"},
    "executive": _EXECUTIVE,
    "justice": _JUSTICE,
    "front": frozenset({"front", "union"}),
}


def branch_of(kind: str | None) -> str | None:
    """Name the branch of a kind of body; None where its kind does not tell."""
    return next((name for name, kinds in BRANCHES.items() if kind in kinds), None)
