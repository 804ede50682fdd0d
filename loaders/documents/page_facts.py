"""What a web page says of itself: headline, day of publication, its own address, who publishes it.

Only what the page states in its head, in its JSON-LD or in a `time` is taken; nothing is guessed from its words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from loaders.documents.document import LONGEST_TITLE

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_DAYS = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dc.date.created", "dc.date", "dcterms.created", "sailthru.date", "date",
)  # fmt: skip
_SITES = ("og:site_name", "article:publisher", "publisher", "dc.publisher", "copyright")
_ADDRESSES = ("og:url", "twitter:url")
_PUBLISHED = ("datePublished", "dateCreated", "uploadDate")
_VIETNAM = timezone(timedelta(hours=7))
_FIRST_YEAR = 1990
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ")
MOST_SCRIPTS = 20
MOST_DEPTH = 6


def find_headline(tree: Any) -> str:
    """Give the headline: the only `h1`, else what the head calls the page, without the name of the site behind it."""
    tops = [words for each in tree.iter("h1") if (words := _words(each))]
    named = _first(_metas(tree), _TITLES) or next((_words(each) for each in tree.iter("title")), "")
    if len(tops) == 1 or any(top in named for top in tops):
        return next((top for top in tops if len(tops) == 1 or top in named), "")[:LONGEST_TITLE]
    return _without_site(named, find_publisher(tree) or "")[:LONGEST_TITLE]


def find_day(tree: Any) -> date | None:
    """Give the day of publication in Vietnam, where the page states one."""
    stated = [value for name in _DAYS if (value := _metas(tree).get(name))]
    stated += [value for item in _items(tree) for name in _PUBLISHED if isinstance(value := item.get(name), str)]
    stated += [each.get("content") or each.get("datetime") or "" for each in _dated(tree)]
    times = [value for each in tree.iter("time") if (value := each.get("datetime"))]
    days = (_parse(value) for value in (*stated, *times[:1]))
    return next((day for day in days if day is not None), None)


def find_address(tree: Any) -> str | None:
    """Give the page's own address, where it states a whole one."""
    links = [each.get("href") or "" for each in tree.iter("link") if "canonical" in (each.get("rel") or "").split()]
    known = (*links, *(_metas(tree).get(name, "") for name in _ADDRESSES))
    return next((address.strip() for address in known if _is_address(address)), None)


def find_publisher(tree: Any) -> str | None:
    """Give the name of the site."""
    named = _first(_metas(tree), _SITES)
    for item in () if named else _items(tree):
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            named = publisher["name"]
            break
    named = " ".join(named.split())
    return named[:LONGEST_TITLE] if named and not _is_address(named) else None


def _metas(tree: Any) -> dict[str, str]:
    """The meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for each in tree.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        if value := (each.get("content") or "").strip():
            found.setdefault(name.strip().lower(), value)
    return found


def _dated(tree: Any) -> Iterator[Any]:
    return (each for each in tree.iter() if each.get("itemprop") == "datePublished")


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _without_site(title: str, site: str) -> str:
    """Cut the name of the site from a title's end; where the page does not name it, cut nothing."""
    title = " ".join(title.split())
    for mark in _SEPARATORS:
        head, found, tail = title.rpartition(mark)
        if found and site and tail.casefold() == site.casefold():
            return head
    return title


def _items(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, articles before others."""
    scripts = [each for each in tree.iter("script") if each.get("type") == "application/ld+json"]
    found: list[dict[str, Any]] = []
    for script in scripts[:MOST_SCRIPTS]:
        try:
            found += _objects(json.loads(script.text or "", strict=False), MOST_DEPTH)
        except (ValueError, RecursionError):
            continue  # a page with broken JSON-LD still has its words
    yield from sorted(found, key=lambda item: "Article" not in str(item.get("@type")))


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for each in value:
            yield from _objects(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)


def _parse(value: str) -> date | None:
    """Read an ISO moment as the day it was in Vietnam; a moment without a zone is one there."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        day = moment.astimezone(_VIETNAM).date() if moment.tzinfo is not None else moment.date()
    except (ValueError, OverflowError):
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return None
    return day if day.year >= _FIRST_YEAR else None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
