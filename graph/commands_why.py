"""What `why` tells: the chain of evidence behind a tenure, or behind each tenure of a person.

As text in plain sentences, or as JSON whose form `graph/telling/record.py` describes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from graph.catalog.levels import looks_like_id
from graph.catalog.people import resolve_person
from graph.errors import Lang, QuestionError
from graph.evidence import Chain, Profile, read_chains, read_profile, read_tenure_ids
from graph.store import Store
from graph.telling import (
    Numbered,
    make_record,
    tell_conclusion,
    tell_details,
    tell_headline,
    tell_ledger,
    tell_profile,
    tell_statement,
)
from graph.words import Words, read_words

_TENURE = "tenure-"


def explain(store: Store, subject: str, *, form: str, lang: Lang) -> str:
    """Tell the chain of evidence behind a tenure id, or behind a person by id or name; raise QuestionError."""
    words = read_words(lang)
    whole = not (subject.startswith(_TENURE) and looks_like_id(subject))
    if whole:
        profile = read_profile(store, resolve_person(store, "why", subject))
        chains = read_chains(store, read_tenure_ids(store, profile.id))
    else:
        chains = read_chains(store, [subject])
        if not chains:
            raise _no_tenure(subject)
        profile = read_profile(store, chains[0].tenure.person)
    if form == "json":
        return json.dumps(make_record(profile, chains, words), ensure_ascii=False, indent=2) + "\n"
    parts = [_person_lines(profile, chains, words)] if whole else []
    parts += [_chain_lines(chain, words) for chain in chains]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _no_tenure(id: str) -> QuestionError:
    return QuestionError(
        vi=f"why: không có nhiệm kỳ mang mã «{id}», hoặc không còn nữa: lần nạp nêu nó đã được gỡ, hoặc các nguồn nạp "
        "sau dẫn đến kết luận khác; hãy dùng tên hay mã của người",
        en=f"why: there is no tenure '{id}', or no longer: the load that told of it was taken back, or sources loaded "
        "later lead to another conclusion; give the person's name or id",
    )


def _person_lines(profile: Profile, chains: list[Chain], words: Words) -> list[str]:
    told = tell_profile(profile, words)
    return [profile.name, *_indented(told if chains else [*told, words("person.no_career")], 2)]


def _chain_lines(chain: Chain, words: Words) -> list[str]:
    numbered, tenure = Numbered(chain), chain.tenure
    lines = [tell_headline(chain, words), f"  {words('why.tenure', tenure=tenure.id, person=tenure.person)}"]
    lines += _indented([*tell_conclusion(numbered, words), *tell_ledger(numbered, words)], 2)
    for statement in numbered.statements:
        lines.append(f"  {tell_statement(statement, numbered, words)}")
        lines += _indented(tell_details(statement, numbered, words), 6)
    return lines


def _indented(lines: Iterable[str], by: int) -> list[str]:
    return [" " * by + line for line in lines]
