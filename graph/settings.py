"""What the environment says of where the graph lives: read once, in an entry point, and handed down.

Passwords never show in a repr; a wrong value is an error that names its variable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from platformdirs import user_cache_path

from graph.errors import UsageError

Family = Literal["5.26", "2026"]

FAMILIES: tuple[Family, ...] = ("5.26", "2026")
DEFAULT_FAMILY: Family = "5.26"
DEFAULT_IDLE_SECONDS = 600.0
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def default_home() -> Path:
    """Name the folder of the local Neo4j's data: `.cadres` in the checkout."""
    return Path(__file__).resolve().parents[1] / ".cadres"


def default_cache() -> Path:
    """Name the folder of fetched jars: the user's own cache folder, shared by all graphs."""
    return user_cache_path("cadres", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the graph lives and how to get in. `neo4j_uri` absent: a local Neo4j of our own, in `home`."""

    neo4j_uri: str | None = None
    username: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    home: Path = field(default_factory=default_home)
    cache: Path = field(default_factory=default_cache)
    neo4j_lib: Path | None = None
    neo4j_version: Family = DEFAULT_FAMILY
    idle_seconds: float = DEFAULT_IDLE_SECONDS
    console_username: str | None = None
    console_password: str | None = field(default=None, repr=False)
    contact: str | None = None  # where an error in the data is reported: a mail address or a page
    user: str = "?"  # who is at the machine: a judgement without --by is theirs

    @classmethod
    def from_env(cls, mapping: Mapping[str, str]) -> Settings:
        """Read the settings from the variables of an environment; blank ones count as absent."""
        given = {name: value.strip() for name, value in mapping.items() if value.strip()}
        _refuse_half_a_login(given)
        return cls(
            neo4j_uri=_parse_uri(given.get("NEO4J_URI")),
            username=given.get("NEO4J_USERNAME", "neo4j"),
            password=given.get("NEO4J_PASSWORD"),
            database=given.get("NEO4J_DATABASE", "neo4j"),
            home=_parse_folder(given.get("CADRES_HOME")) or default_home(),
            cache=_parse_folder(given.get("CADRES_CACHE")) or default_cache(),
            neo4j_lib=_parse_folder(given.get("CADRES_NEO4J_LIB")),
            neo4j_version=_parse_family(given.get("CADRES_NEO4J")),
            idle_seconds=_parse_seconds(given.get("CADRES_IDLE")),
            console_username=given.get("NEO4J_CONSOLE_USERNAME"),
            console_password=given.get("NEO4J_CONSOLE_PASSWORD"),
            contact=_parse_contact(given.get("CADRES_CONTACT")),
            user=next((given[name] for name in ("USER", "LOGNAME", "USERNAME") if name in given), "?"),
        )


def gazetteers_folder(mapping: Mapping[str, str]) -> Path | None:
    """Read from an environment which folder holds the user's own words for the reader of texts."""
    return _parse_folder(mapping.get("CADRES_GAZETTEERS", "").strip() or None)


def _parse_folder(value: str | None) -> Path | None:
    return None if value is None else Path(value).expanduser().absolute()


def _parse_uri(value: str | None) -> str | None:
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in BOLT_SCHEMES or not parts.hostname:
        raise UsageError(
            vi="NEO4J_URI không phải địa chỉ Bolt: cần dạng bolt://máy:7687 hoặc neo4j+s://máy "
            f"({', '.join(BOLT_SCHEMES)}).",
            en="NEO4J_URI is not a Bolt address: it should read like bolt://host:7687 or neo4j+s://host "
            f"({', '.join(BOLT_SCHEMES)}).",
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            vi="NEO4J_URI không được chứa tên hay mật khẩu: chúng thuộc về NEO4J_USERNAME và NEO4J_PASSWORD.",
            en="NEO4J_URI must not hold a name or password: put them in NEO4J_USERNAME and NEO4J_PASSWORD.",
        )
    return value


def _parse_family(value: str | None) -> Family:
    if value is None:
        return DEFAULT_FAMILY
    for family in FAMILIES:
        if value == family:
            return family
    raise UsageError(
        vi=f"CADRES_NEO4J={value}: chỉ nhận 5.26 hoặc 2026.",
        en=f"CADRES_NEO4J={value}: it takes 5.26 or 2026.",
    )


def _parse_contact(value: str | None) -> str | None:
    if value is None or _MAIL.fullmatch(value) or value.startswith(("https://", "http://")):
        return value
    raise UsageError(
        vi=f"CADRES_CONTACT={value}: cần một địa chỉ thư điện tử hoặc một trang bắt đầu bằng https://.",
        en=f"CADRES_CONTACT={value}: it takes an address of mail, or of a page that begins with https://.",
    )


def _parse_seconds(value: str | None) -> float:
    if value is None:
        return DEFAULT_IDLE_SECONDS
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if 0 < seconds < float("inf"):
        return seconds
    raise UsageError(
        vi=f"CADRES_IDLE={value}: cần một số giây lớn hơn 0, ví dụ 600.",
        en=f"CADRES_IDLE={value}: it takes a number of seconds above 0, such as 600.",
    )


def _refuse_half_a_login(given: Mapping[str, str]) -> None:
    if ("NEO4J_CONSOLE_USERNAME" in given) != ("NEO4J_CONSOLE_PASSWORD" in given):
        raise UsageError(
            vi="NEO4J_CONSOLE_USERNAME và NEO4J_CONSOLE_PASSWORD phải được đặt cùng nhau.",
            en="NEO4J_CONSOLE_USERNAME and NEO4J_CONSOLE_PASSWORD must be set together.",
        )
