"""Step 3: titles: a role and its body, taken apart as the guidelines say; the longest known role wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.gazetteers.entries import HeadEntry, RoleEntry, TitleEntry
from loaders.text.bodies import Body, find_body, find_body_after
from loaders.text.clean import fold_for_scan, fold_word
from loaders.text.levels import place_run
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Term, Token, find_tokens
from loaders.text.names import find_person, follows

WINDOW = 160
_EACH = ("trưởng", "Trưởng", "TRƯỞNG")
_RANKS = ("chuyên trách", "trung cấp", "sơ cấp", "cao cấp", "kiêm chức")
_STATE_CHAIRS = ("Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch Thường trực")


class Title(NamedTuple):
    """A role and the body it is in, as far as printed."""

    start: int
    end: int
    role: str
    entry: RoleEntry | None
    body: Body | None
    default_body: str = ""
    term: str | None = None
    years: tuple[str, str] | None = None
    former: bool = False
    present: bool = False  # `hiện là Giám đốc`
    also: bool = False  # `kiêm Giám đốc`
    new: bool = False  # `tân Giám đốc`
    each: bool = False  # of several units, named beside the persons: `Trưởng các Ban HĐND tỉnh`
    unread: bool = False  # what follows seems to name a body that is not known as one: `Giám đốc Lâm trường Ba Rền`
    role_end: int = 0  # where the words of the role end; 0 if the role is not printed


class Page(NamedTuple):
    """The clean text and its folded form, for looking again at a word that a title swallowed."""

    clean: str
    folded: str


def find_title(page: Page, tokens: Sequence[Token], at: int) -> tuple[Title, int] | None:
    """Find a title that begins at a token; return it and the index after it."""
    first, means = at, tokens[at].means
    acting = "cue" in means and means["cue"].kind == "acting"
    if not (acting or "role" in means or "title" in means or tokens[at].text in _EACH):
        return None
    if acting:
        at += 1
        if at >= len(tokens) or "role" not in tokens[at].means:
            return None
    token = tokens[at]
    if "title" in token.means and not acting:
        found = _whole_title(tokens, at)
    elif token.text in _EACH:
        return _head_of_each(tokens, at)
    elif "role" in token.means:
        found = _role_and_body(page, tokens, at)
    else:
        return None
    title, stop = found
    if acting:
        title = title._replace(role=f"Quyền {title.role}", start=tokens[first].start)
    return _with_term(tokens, title, stop)


def _head_of_each(tokens: Sequence[Token], at: int) -> tuple[Title, int] | None:
    """`Trưởng các Ban HĐND tỉnh`: the role takes its word from the units."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "các" or "head" not in tokens[at + 2].means:
        return None
    entry = _role(f"Trưởng {tokens[at + 2].means['head'].head}")
    found = find_body(tokens, at + 2)
    if entry is None or found is None:
        return None
    body, stop = found
    return Title(tokens[at].start, body.end, entry.title, entry, body, role_end=tokens[at].end, each=True), stop


def _whole_title(tokens: Sequence[Token], at: int) -> tuple[Title, int]:
    """A phrase that names role and body; an open body goes on after it."""
    token = tokens[at]
    entry: TitleEntry = token.means["title"]
    body, stop = body_of_phrase(entry.body), at + 1
    if body is None:
        return Title(token.start, token.end, entry.role, _role(entry.role), None, entry.body, role_end=token.end), stop
    if body.bare and body.head is not None:
        body, stop = find_body_after(tokens, stop, body.head, body.own, token.start)
    elif body.inner is not None and not body.inner.place:
        count = place_run(tokens, stop)
        place = " ".join(other.text for other in tokens[stop : stop + count])
        body = body._replace(inner=body.inner._replace(place=place))
        stop += count
    end = tokens[stop - 1].end
    inner = None if body.inner is None else body.inner._replace(start=token.start, end=end)
    body = body._replace(start=token.start, end=end, inner=inner)
    title = Title(token.start, end, entry.role, _role(entry.role), body, role_end=token.end)
    return title, stop


def body_of_phrase(phrase: str) -> Body | None:
    """Read a body printed in a gazetteer; None if it is known by that name and whole."""
    tokens = find_tokens(phrase, fold_for_scan(phrase), 0, len(phrase))
    found = find_body(tokens, 0)
    return None if found is None or found[0].known is not None else found[0]


def _role(title: str) -> RoleEntry | None:
    found: RoleEntry | None = read_lexicon().phrases.get(fold_word(title), {}).get("role")
    return found


def _role_and_body(page: Page, tokens: Sequence[Token], at: int) -> tuple[Title, int]:
    token = tokens[at]
    entry: RoleEntry = token.means["role"]
    stop, role = _modifiers(tokens, at + 1, entry.title)
    end = tokens[stop - 1].end
    body, after = _body_of_role(page, tokens, stop, entry)
    if body is None:
        more = _names_more(tokens, stop)
        return Title(token.start, end, role, entry, None, entry.default_body, role_end=end, unread=more), stop
    each = _is_each(tokens, stop, entry) or (at > 0 and tokens[at - 1].text == "các" and _is_unit(body, entry))
    if body.bare and after + 1 < len(tokens) and tokens[after].text == "các" and "level" in tokens[after + 1].means:
        each, after = True, _past_levels(tokens, after + 1)  # `Chủ tịch UBND các phường, xã`
    return Title(token.start, body.end, role, entry, body, each=each, role_end=end), after


def _modifiers(tokens: Sequence[Token], at: int, role: str) -> tuple[int, str]:
    """Step over `chuyên trách`; a deputy `phụ trách` keeps the word in the role."""
    while at < len(tokens) and follows(tokens, at):
        token = tokens[at]
        if token.text.casefold() == "phụ trách" and role.startswith("Phó"):
            return at + 1, f"{role} phụ trách"
        pair = f"{token.text} {tokens[at + 1].text}".casefold() if at + 1 < len(tokens) else ""
        if pair == "chuyên trách" and role.startswith("Phó"):
            return at + 2, f"{role} chuyên trách"
        if pair in _RANKS:
            at += 2
            continue
        if token.text.casefold() == "của":
            at += 1
            continue
        break
    return at, role


def _body_of_role(page: Page, tokens: Sequence[Token], at: int, entry: RoleEntry) -> tuple[Body | None, int]:
    here = at < len(tokens) and follows(tokens, at)
    if here and _is_each(tokens, at, entry):
        return find_body(tokens, at + 1) or (None, at)
    if here and _same_opening(tokens[at], entry):
        return find_body(tokens, at) or (None, at)
    if entry.puts_back:
        return _swallowed(page, tokens, at, entry)
    if not here:
        return None, at
    token = tokens[at]
    if "level" in token.means and entry.title in _STATE_CHAIRS:
        head: HeadEntry = read_lexicon().phrases["ủy ban nhân dân"]["head"]
        return find_body_after(tokens, at, head, head.head, token.start)
    if "body" in token.means or ("head" in token.means and _is_body_here(tokens, at)):
        return find_body(tokens, at) or (None, at)
    return None, at


def _past_levels(tokens: Sequence[Token], at: int) -> int:
    """Step over the levels of places that are told one by one: `các xã, phường`."""
    while at < len(tokens) and (
        "level" in tokens[at].means or tokens[at].text in (",", "và") and "level" in tokens[at - 1].means
    ):
        at += 1
    return at


def _is_each(tokens: Sequence[Token], at: int, entry: RoleEntry) -> bool:
    """Tell whether the title is of several units: `Chi cục trưởng các Chi cục Hải quan khu vực`."""
    return at + 1 < len(tokens) and tokens[at].text == "các" and _same_opening(tokens[at + 1], entry)


def _names_more(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether words follow a title as they open a body's name: `Lâm trường …`, a capital and a small one."""
    if not (follows(tokens, at) and follows(tokens, at + 1)) or tokens[at].kind != "capital":
        return False
    return tokens[at + 1].kind == "word" and tokens[at].text.istitle() and find_person(tokens, at) is None


def _is_unit(body: Body, entry: RoleEntry) -> bool:
    """Tell whether a body is one of several units of another: `các trưởng ban HĐND tỉnh`."""
    return body.own == entry.puts_back and body.inner is not None


def _same_opening(token: Token, entry: RoleEntry) -> bool:
    """Tell whether the body is printed whole after a title that may swallow its first word."""
    if not entry.puts_back:
        return False
    first = entry.puts_back.split(" ")[0]
    if "body" in token.means:
        return bool(token.means["body"].name.startswith(f"{first} "))
    head = token.means.get("head")
    return isinstance(head, HeadEntry) and head.head.split(" ")[0] == first


def _is_body_here(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an opening word opens a name: printed so, or with its field behind it: `giám đốc sở Y tế`."""
    token, head = tokens[at], tokens[at].means["head"]
    fielded = follows(tokens, at + 1) and "field" in tokens[at + 1].means and tokens[at + 1].text[:1].isupper()
    return token.text[:1].isupper() or head.needs in ("place", "host") or " " in token.text or fielded


def _swallowed(page: Page, tokens: Sequence[Token], at: int, entry: RoleEntry) -> tuple[Body | None, int]:
    """Read the body of `Trưởng ban Dân vận` from `ban` on, and of `Vụ trưởng Pháp chế` with `Vụ` put back."""
    word, role_end = entry.puts_back, tokens[at - 1].end
    head = read_lexicon().phrases.get(fold_word(word), {}).get("head")
    if page.folded.endswith(fold_word(word), 0, role_end):
        start = role_end - len(word)
        again = find_tokens(page.clean, page.folded, start, min(len(page.clean), _line_end(page, start)))
        if again and "cue" in again[0].means:  # `Trưởng Ban Lễ tang` is no post
            return None, at
        found = find_body(again, 0) if again else None
        body = None if found is None else found[0]
    else:
        body = None if head is None else _put_back(tokens, at, head)
    if body is None:
        return (None if head is None else Body(role_end, role_end, head.head, head)), at
    while at < len(tokens) and tokens[at].start < body.end:
        at += 1
    return body, at


def _line_end(page: Page, start: int) -> int:
    end = page.clean.find("\n", start, start + WINDOW)
    return start + WINDOW if end < 0 else end


def _put_back(tokens: Sequence[Token], at: int, head: HeadEntry) -> Body | None:
    if at >= len(tokens) or not follows(tokens, at):
        return None
    token = tokens[at]
    if "head" in token.means and token.text[:1].isupper():  # `Bộ trưởng Công an`
        own = f"{head.head} {token.means['head'].head}"
        known = read_lexicon().phrases.get(fold_for_scan(own), {}).get("body")
        return Body(token.start, token.end, own, head, known)
    body, stop = find_body_after(tokens, at, head, head.head, token.start)
    return body if stop > at else None


def _both(term: Term, more: Term) -> Term:
    """Years and a session, or two sessions told one by one: `khóa XIII, khóa XIV` as `khóa XIII, XIV`."""
    session = term.session or more.session
    if term.session and more.session:
        session = f"{term.session}, {more.session.partition(' ')[2]}"
    return Term(term.years or more.years, session)


def _with_term(tokens: Sequence[Token], title: Title, stop: int) -> tuple[Title, int]:
    """Take the term or the years printed right after a title, a comma or bracket between."""
    at = stop
    if at + 1 < len(tokens) and tokens[at].text in (",", "(", "các") and "term" in tokens[at + 1].means:
        at += 1
    if at >= len(tokens) or "term" not in tokens[at].means or (at == stop and not follows(tokens, at)):
        return title, stop
    term: Term = tokens[at].means["term"]
    while at + 2 < len(tokens) and tokens[at + 1].text == "," and "term" in tokens[at + 2].means:
        more: Term = tokens[at + 2].means["term"]
        term = _both(term, more)
        at += 2
    at += 1
    if at < len(tokens) and tokens[at].text == ")" and tokens[stop].text == "(":
        at += 1
    if term.span and term.years is not None:
        return title._replace(years=(term.years[:4], term.years[-4:])), at
    return title._replace(term=term.text), at
