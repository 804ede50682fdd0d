"""The releases of Neo4j we run: what differs between them, as data.

Facts of a release live here alone; the rest of `graph/server/` treats all of them alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.settings import Family


@dataclass(frozen=True, slots=True)
class Release:
    """One line of releases: its newest version in our lock, its main class, its own lines of neo4j.conf."""

    family: Family
    version: str
    main_class: str
    conf: tuple[str, ...]

    @property
    def lock_file(self) -> Path:
        return Path(__file__).with_name(f"jars-{self.family}.lock")


# Oldest first: a later one opens what an earlier one wrote, never the other way round.
RELEASES: tuple[Release, ...] = (
    Release(
        family="5.26",
        version="5.26.31",
        main_class="org.neo4j.server.CommunityEntryPoint",
        conf=("internal.dbms.bolt.netty_server_shutdown_quiet_period=0",),
    ),
    Release(
        family="2026",
        version="2026.09.0",
        main_class="org.neo4j.server.Neo4jCommunity",
        conf=(
            "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s",
            "dbms.fleet_manager.enabled=false",
        ),
    ),
)


def find_release(version: str) -> Release | None:
    """Find the release line that a version such as 5.26.12 belongs to."""
    for release in RELEASES:
        if re.fullmatch(rf"{re.escape(release.family)}(\.\d+)*", version):
            return release
    return None


def parse_release(version: str, *, where: Path) -> Release:
    """Return the release line of a version read in `where`, or say which ones we run."""
    release = find_release(version)
    if release is None:
        raise StoreError(
            vi=f"{where}: đây là Neo4j {version}; chương trình chỉ chạy 5.26.x và 2026.x.",
            en=f"{where}: this is Neo4j {version}; we run 5.26.x and 2026.x.",
        )
    return release


def is_newer(one: Release, other: Release) -> bool:
    """Tell whether data of release `one` is out of reach for release `other`."""
    return RELEASES.index(one) > RELEASES.index(other)
