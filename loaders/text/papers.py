"""Step 4: the layout of official papers: a title alone over a list of persons, and who signed at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.text.acts import Reader
from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts, Subject, titles_of
from loaders.text.complete import complete_titles, plain_role
from loaders.text.facts import Fact
from loaders.text.levels import Place
from loaders.text.mentions import Token
from loaders.text.predicates import Predicate
from loaders.text.segment import Sentence
from loaders.text.titles import Title

HEADER_LINES = 6
_SIGNED = ("(đã ký)", "đã ký", "(ký tên)", "(ký, đóng dấu)", "(đã ký, đóng dấu)")
_GROUNDS = ("căn cứ", "xét", "theo")
_PLAIN = ("mark", "digits", "term")
_STANDING = ("Ban Thường vụ", "Thường trực", "Ban Chấp hành")

Parsed = tuple[Sentence, tuple[Item, ...]]


def find_heading(parsed: Sequence[Parsed], at: int) -> Title | None:
    """Find a title that fills a line of its own, with a person in the next line: the head of a list."""
    sentence, items = parsed[at]
    titles = _lone_titles(sentence, items)
    if len(titles) != 1 or at + 1 >= len(parsed):
        return None
    following, below = parsed[at + 1]
    first = next((item for item in below if not _is_plain(item)), None)
    greeted = isinstance(first, Token) and "honorific" in first.means or isinstance(first, Subject)
    return titles[0] if greeted and following.opens and following.line == sentence.line + 1 else None


def open_list(title: Title, sentence: Sentence, verb_of: Predicate | None) -> Predicate:
    """Open the list of persons under a heading; a decision over several headings gives each its verb."""
    verb = None if verb_of is None else verb_of.verb
    return Predicate(
        sentence.start, sentence.end, verb=verb, posts=[title], listed=True, toward=True, decided=verb is not None
    )


def is_authority(reader: Reader, parsed: Sequence[Parsed], at: int) -> bool:
    """Tell whether a line in capitals may name who decides: `Căn cứ` follows, or it says `QUYẾT ĐỊNH` itself."""
    sentence, _ = parsed[at]
    if not sentence.opens or not _is_loud(reader, sentence):
        return False
    words = reader.page.folded[sentence.start : sentence.end]
    below = (reader.page.folded[other.start : other.start + 8] for other, _ in parsed[at + 1 : at + 2])
    return words.endswith(("quyết định", "quyết nghị")) or any(line.startswith(_GROUNDS) for line in below)


def read_signature(reader: Reader, parsed: Sequence[Parsed], at: int) -> Iterator[Fact]:
    """Read `CHỦ TỊCH / (đã ký) / Vũ Văn Ba`: the signer holds the title in the body that the paper is of."""
    sentence, items = parsed[at]
    titles = _lone_titles(sentence, items) if _is_loud(reader, sentence) else ()
    if len(titles) != 1:
        return
    signer = _signer(reader, parsed, at)
    if signer is None:
        return
    title = titles[0]
    if not title.default_body and (title.body is None or title.body.bare):
        body = _paper_of(parsed, at, title.role)
        if body is None:
            return
        title = title._replace(body=body)
    name = reader.people.full_name(signer.person)
    for post in complete_titles(reader.context, (title,)):
        if name is not None:
            yield Fact(
                name, "hold", post.role, post.body.name,
                quote_start=sentence.start, quote_end=signer.end,
                spans=(
                    ("person", signer.person.start, signer.person.end),
                    ("role", titles[0].start, titles[0].role_end),
                ),
                rule="signature",
                inferred=("organization",) if titles[0].body is None or post.body.inferred else (),
                trace=("who signed the paper",),
            )  # fmt: skip


def _lone_titles(sentence: Sentence, items: Sequence[Item]) -> tuple[Title, ...]:
    """The titles of a line that holds nothing else but numbers, marks and places."""
    if not sentence.opens or any(not isinstance(item, Posts | Place) and not _is_plain(item) for item in items):
        return ()
    return titles_of(items)


def _is_plain(item: Item) -> bool:
    return isinstance(item, Token) and item.kind in _PLAIN


def _is_loud(reader: Reader, sentence: Sentence) -> bool:
    return reader.page.clean[sentence.start : sentence.end].isupper()


def _signer(reader: Reader, parsed: Sequence[Parsed], at: int) -> Subject | None:
    """The name that stands alone under a title, a note of the signature between them aside."""
    for sentence, items in parsed[at + 1 : at + 3]:
        words = reader.page.folded[sentence.start : sentence.end].strip()
        if words in _SIGNED:
            continue
        whole = tuple(item for item in items if not _is_plain(item))
        if len(whole) != 1 or not isinstance(whole[0], Subject) or whole[0].titles or not sentence.opens:
            return None
        # A person who is spoken of is `ông` or `bà`; a signer is only named, at most with a rank or degree.
        return whole[0] if not words.startswith(("ông ", "bà ", "đồng chí ", "đ/c ")) else None
    return None


def _paper_of(parsed: Sequence[Parsed], at: int, role: str) -> Body | None:
    """The body a paper is of, led by such a role: the one right over the signature (`TM. …`), else of the header."""
    for sentence, items in (*parsed[max(at - 1, 0) : at], *parsed[:HEADER_LINES]):
        body = next((item for item in items if isinstance(item, Body)), None)
        while body is not None and body.own in _STANDING and body.inner is not None:
            body = body.inner
        if body is None or not sentence.opens or body.head is None:
            continue
        if body.head.leader and plain_role(role).casefold().endswith(body.head.leader.casefold()):
            return _with_place_below(parsed, sentence, body) if body.bare else body
    return None


def _with_place_below(parsed: Sequence[Parsed], sentence: Sentence, body: Body) -> Body:
    """`ỦY BAN NHÂN DÂN` over `TỈNH HÀ NAM` is one name on two lines."""
    for below, items in parsed:
        if below.line == sentence.line + 1 and items and isinstance(items[0], Place):
            return body._replace(level=items[0].level, place=items[0].name)
    return body
