"""Which kinds of bodies are the Party's and which the State's; all other kinds (fronts, firms, schools) are neither.

`standing`, `office`, `division` and the like are not told by their kind: a committee of either may have them.
"""

from __future__ import annotations

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
STATE_KINDS = frozenset(
    {
        "state",
        "government",
        "ministry",
        "department",
        "agency",
        "inspectorate",
        "committee_of_state",
        "people_committee",
        "assembly",
        "council",
        "delegation",
        "court",
        "procuracy",
        "army",
        "police",
        "embassy",
    }
)
