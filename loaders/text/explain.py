"""What `extract` prints: a reading as JSON, which rule and words made a fact, where a reading was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.errors import Lang, Text
from graph.names import exact_key
from loaders.documents import Document
from loaders.gazetteers import Gazetteers
from loaders.text.chunks import Item, Posts, Subject
from loaders.text.clean import CleanText, clean, fold_for_scan
from loaders.text.facts import Fact, Vote
from loaders.text.lexicon import reading_with
from loaders.text.mentions import Token
from loaders.text.read import Reading, parse_sentences, read_text
from loaders.text.segment import Sentence
from loaders.text.titles import Page

MOST_PLACES = 5


def fact_json(document: Document, reading: Reading) -> dict[str, Any]:
    """Put a reading in the form that `extract --format jsonl` prints (DESIGN 3)."""
    return {
        "doc_id": document.doc_id,
        "facts": [_fact(fact) for fact in reading.facts],
        "aliases": _same_persons(reading.aliases),
        "votes": [_vote(vote) for vote in reading.votes],
    }


def _same_persons(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The names of each person who has several, the one in full first."""
    groups: dict[str, list[str]] = {}
    for name, other in pairs:
        groups.setdefault(name, [name]).append(other)
    return list(groups.values())


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "person": fact.person,
        "event": fact.event,
        "action": fact.action,
        "role": fact.role,
        "organization": fact.organization,
        "issuer": fact.issuer,
        "decision_number": fact.decision_number,
        "date": fact.date,
        "end": fact.end,
        "term": fact.term,
        "quote": {"start": fact.quote_start, "end": fact.quote_end, "text": fact.quote},
        "inferred": list(fact.inferred),
        "rule": fact.rule,
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "date": vote.date,
        "body": vote.body,
        "subjects": vote.subjects,
        "level": vote.level,
        "wording": vote.wording,
        "quote": {"start": vote.quote_start, "end": vote.quote_end, "text": vote.quote},
        "inferred": list(vote.inferred),
    }


def explain(document: Document, fact: Fact, lang: Lang = "vi") -> str:
    """Say which rule and which words made a fact, and what was completed from where."""
    said = Text(vi="quy tắc", en="rule"), Text(vi="từ ngữ", en="words"), Text(vi="suy ra", en="inferred")
    lines = [
        f"{fact.event} {fact.action or ''}: {fact.person} - {fact.role} - {fact.organization}".replace(" :", ":"),
        f"  {said[0].say(lang)}: {fact.rule}",
        f"  [{fact.quote_start}, {fact.quote_end}): {' '.join(fact.quote.split())}",
    ]
    for name, start, end in fact.spans:
        lines.append(f"  {said[1].say(lang)}: {name} [{start}, {end}): {document.text[start:end]!r}")
    if fact.inferred:
        lines.append(f"  {said[2].say(lang)}: {', '.join(fact.inferred)}")
    lines += [f"  {note}" for note in fact.trace]
    return "\n".join(lines)


def why_not(document: Document, words: str, lang: Lang = "vi", gazetteers: Gazetteers | None = None) -> str:
    """Say for each place of some words what was read there, and where a reading was lost."""
    with reading_with(gazetteers):
        reading = read_text(document, gazetteers)
        return "\n".join(text.say(lang) for text in _why_not(document, reading, words))


def _why_not(document: Document, reading: Reading, words: str) -> list[Text]:
    cleaned = clean(document.text)
    page = Page(cleaned.text, fold_for_scan(cleaned.text))
    wanted = fold_for_scan(clean(words).text.strip())
    places = [] if not wanted else list(_find_all(page.folded, wanted))
    if not places:
        absent = Text(
            vi=f"«{words}» không có trong văn bản {document.doc_id}",
            en=f"'{words}' does not occur in {document.doc_id}",
        )
        return [absent]
    parsed = parse_sentences(page)
    return [_why_here(cleaned, reading, parsed, at, at + len(wanted)) for at in places[:MOST_PLACES]]


def _find_all(folded: str, wanted: str) -> Iterator[int]:
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + len(wanted))


def _why_here(
    cleaned: CleanText,
    reading: Reading,
    parsed: Sequence[tuple[Sentence, Sequence[Item]]],
    start: int,
    end: int,
) -> Text:
    left, right = cleaned.original(start, end)
    where = f"[{left}, {right})"
    facts = [fact for fact in reading.facts if _touches(fact, left, right)]
    if facts:
        read = "; ".join(f"{fact.event} {fact.person} - {fact.role} - {fact.organization}" for fact in facts)
        return Text(vi=f"{where} đã đọc thành: {read}", en=f"{where} was read as: {read}")
    sentence = next(((s, items) for s, items in parsed if s.start <= start < s.end), None)
    if sentence is None:
        return Text(
            vi=f"{where} nằm ở phần đuôi bài (bình luận, tin liên quan), không đọc",
            en=f"{where} lies in the article's tail (comments, related news), which is not read",
        )
    reason = _reason(reading, [item for item in sentence[1] if item.start < end and start < item.end], sentence[1])
    return Text(vi=f"{where} {reason.vi}", en=f"{where} {reason.en}")


def _touches(fact: Fact, start: int, end: int) -> bool:
    return any(left < end and start < right for _, left, right in fact.spans)


def _reason(reading: Reading, here: Sequence[Item], sentence: Sequence[Item]) -> Text:
    stopped = [item.text for item in sentence if isinstance(item, Token) and _kills(item)]
    if stopped and any(isinstance(i, Posts) or (isinstance(i, Subject) and not i.titles) for i in here):
        words = ", ".join(stopped)
        return Text(vi=f"câu có «{words}»: chưa là quyết định", en=f"the sentence has '{words}': not decided yet")
    for item in here:
        if isinstance(item, Posts):
            return Text(vi="là chức danh, nhưng không có người đi kèm", en="is a title with no person beside it")
        if isinstance(item, Subject) and not item.titles:
            return Text(vi="là tên người, không có chức danh đi kèm", en="is a person with no title beside it")
        if isinstance(item, Subject):
            known = {exact_key(fact.person) for fact in reading.facts}
            if exact_key(item.person.name) in known:
                return Text(vi="trùng với điều đã đọc ở chỗ khác", en="says again what was read elsewhere")
            return Text(
                vi="có người và chức danh, nhưng văn bản không cho biết chắc là cơ quan nào",
                en="has a person and a title, but the text does not make the body certain",
            )
    return Text(
        vi="không có chức danh, tên người hay cơ quan nào được nhận ra",
        en="holds no known title, name or body",
    )


def _kills(token: Token) -> bool:
    return "cue" in token.means and token.means["cue"].kind == "kill"
