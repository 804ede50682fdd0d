"""A person in words: the names and ids that sources print, why they are taken for one, and who else it may be."""

from __future__ import annotations

from collections.abc import Iterator

from graph.evidence import MaybeSame, Profile, Verdict
from graph.words import Words


def tell_profile(profile: Profile, words: Words) -> list[str]:
    """Say whom the claims were taken for, and on what ground."""
    return [
        words("why.person", person=profile.id),
        *_names(profile, words),
        *_ids(profile, words),
        *(_maybe(each, words) for each in profile.maybe_same),
        *(_judged(each, words) for each in profile.verdicts),
    ]


def _names(profile: Profile, words: Words) -> Iterator[str]:
    if profile.printed:
        names = [_counted(name, n, words) for name, n in profile.printed]
        yield words("why.names", names=", ".join(names))
    printed = {name for name, _ in profile.printed}
    others = [name for name in profile.names if name not in printed]
    if others:
        yield words("why.also", names=", ".join(others))
    if profile.born is not None:
        yield f"{words('person.born', year=profile.born)}."


def _ids(profile: Profile, words: Words) -> Iterator[str]:
    if profile.own_ids:
        yield words("why.own_ids", ids=", ".join(profile.own_ids))
    if profile.former_ids:
        yield words("why.former_ids", ids=", ".join(profile.former_ids))
    if profile.joined_by:
        grounds = [words(f"ground.{ground}") for ground in profile.joined_by]
        yield words("why.joined", grounds="; ".join(grounds))


def _counted(name: str, n: int, words: Words) -> str:
    return words("why.name.one" if n == 1 else "why.name.many", name=name, n=words.number(n))


def _maybe(other: MaybeSame, words: Words) -> str:
    reasons = "; ".join(words(f"reasons.{reason}") for reason in other.reasons)
    score = "–" if other.score is None else f"{other.score:.2f}"
    return words("why.maybe", name=other.name, person=other.id, score=score, reasons=reasons or "–")


def _judged(other: Verdict, words: Words) -> str:
    return words(
        "why.judged",
        name=other.name,
        person=other.id,
        verdict=words(f"verdict.{other.verdict}"),
        by=other.by or "–",
        at=str(other.at or "–"),
        why=other.why or "–",
    )
