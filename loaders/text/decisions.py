"""Step 4: predicates → facts: what a decision gives or takes, what a title attests, what is past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Event
from loaders.text.chunks import Subject
from loaders.text.clauses import IN_CHARGE, Predicate
from loaders.text.complete import Post, complete_titles
from loaders.text.context import Context
from loaders.text.dating import Dated
from loaders.text.facts import Fact
from loaders.text.frames import Frame, find_dates, find_issuer, issuer_of_number, note_issuer
from loaders.text.persons import People
from loaders.text.titles import Page

LONGEST_QUOTE = 1500
PARTY = "Đảng Cộng sản Việt Nam"


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a sentence needs to know of its text."""

    page: Page
    context: Context
    people: People


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate's verb made plain: event, action, and where its day and issuer came from."""

    event: Event
    action: str | None
    rule: str
    issuer: tuple[str, int, int] | None
    number: str | None
    dated: Dated | None
    end: str | None
    issuer_inherited: bool = False
    term: str | None = None


def read_predicates(reader: Reader, frame: Frame, predicates: Sequence[Predicate]) -> Iterator[Fact]:
    """Read the facts of one clause, keeping in the frame what the next ones leave out."""
    for predicate in predicates:
        predicate = _inherit(frame, predicate)
        posts = complete_titles(reader.context, predicate.posts)
        act = _make_act(reader, frame, predicate)
        taken: set[int] = set()
        if act is not None and predicate.subjects:
            yield from _decided(reader, predicate, posts, act, taken)
        if predicate.replaced is not None and posts:
            yield from _replaced(reader, predicate, posts)
        for subject in (*predicate.before, *predicate.after, *_only(predicate.replaced)):
            yield from attest(reader, subject, posts, past=False, taken=taken)
        note_issuer(reader.context, frame, predicate)
        _remember(frame, predicate)


def _only(subject: Subject | None) -> tuple[Subject, ...]:
    return () if subject is None else (subject,)


def _inherit(frame: Frame, predicate: Predicate) -> Predicate:
    """Fill what a clause leaves unsaid: the list it belongs to, the verb of a gapped clause, the elided subject."""
    if predicate.killed:
        return predicate
    listed = frame.open
    if listed is not None and not predicate.speaks and predicate.before and not predicate.posts:
        near = predicate.start - listed.start < LONGEST_QUOTE
        return replace(
            listed, start=listed.start if near else predicate.start, end=predicate.end,
            before=[], after=predicate.before, listed=True,
            dates=listed.dates + predicate.dates, replaced=predicate.replaced,
        )  # fmt: skip
    if predicate.verb is None and predicate.posts and not predicate.past and _takes_verb(frame, predicate):
        return replace(predicate, verb=frame.verb)
    if predicate.verb is not None and predicate.posts and not predicate.subjects and not predicate.listed:
        return replace(predicate, before=frame.subjects)
    return predicate


def _takes_verb(frame: Frame, predicate: Predicate) -> bool:
    """Tell whether a clause that only links persons to posts means the verb said before it."""
    if frame.verb is None or frame.verb.event != "gain" or not predicate.subjects or predicate.present:
        return False
    if predicate.listed:
        return True
    return predicate.link and not predicate.copula and (frame.fresh or predicate.decided)


def _remember(frame: Frame, predicate: Predicate) -> None:
    if predicate.killed:
        return
    if predicate.decided and predicate.term is not None and not predicate.posts:
        frame.term = predicate.term
    if predicate.verb is not None and predicate.verb.event:
        frame.verb, frame.verb_at = predicate.verb, frame.at
    if predicate.subjects:
        frame.subjects = predicate.subjects
    waiting = bool(predicate.posts) and not predicate.subjects and predicate.toward
    if waiting or predicate.listed:
        frame.open = predicate
    elif predicate.speaks:
        frame.open = None


def _make_act(reader: Reader, frame: Frame, predicate: Predicate) -> Act | None:
    """Say what the predicate does; None if it decides nothing."""
    if predicate.killed:
        return None
    event = _event(predicate)
    if event is None:
        return None
    if event in ("hold", "held"):
        return Act(event, None, "copula" if predicate.copula else "past", None, None, None, None)
    number = None if predicate.number is None else str(predicate.number.means["number"])
    effective, made, until = find_dates(reader.page, frame, predicate)
    issuer, inherited = _issuer(reader.context, frame, predicate)
    verb = predicate.verb
    action = None if verb is None else _action(predicate)
    kind = "link" if verb is None else verb.kind
    order = "list" if predicate.listed else "passive" if predicate.passive else "active"
    dated = effective or made or frame.effective or frame.announced
    term = (predicate.term or frame.term) if event == "gain" else None
    return Act(event, action, f"{kind}-{order}", issuer, number, dated, until, inherited, term)


def _event(predicate: Predicate) -> Event | None:
    if predicate.past:
        return "held"
    verb = predicate.verb
    if verb is not None and verb.event == "gain":
        return "gain"
    if verb is not None and verb.event == "lose":
        return "lose"
    if predicate.copula or predicate.listed:
        return "hold"
    if predicate.link and predicate.decided:
        return "gain"
    return None


def _action(predicate: Predicate) -> str:
    assert predicate.verb is not None
    if predicate.verb.kind == "assign":
        return "giao phụ trách" if predicate.charge else "giao nhiệm vụ"
    return predicate.verb.action


def _issuer(context: Context, frame: Frame, predicate: Predicate) -> tuple[tuple[str, int, int] | None, bool]:
    found = find_issuer(context, predicate)
    if found is not None:
        return found, False
    by_number = issuer_of_number(predicate.number)
    if by_number is not None and predicate.number is not None:
        return (by_number, predicate.number.start, predicate.number.end), True
    return frame.issuer, frame.issuer is not None


def _decided(
    reader: Reader, predicate: Predicate, posts: Sequence[Post], act: Act, taken: set[int]
) -> Iterator[Fact]:
    """The posts of the verb for each subject; a leaving takes the posts in apposition."""
    verb = predicate.verb
    for subject in predicate.subjects:
        its_posts: Sequence[Post] = posts
        if act.event == "lose" and not posts and verb is not None:
            if verb.kind == "expel":
                yield from _facts(reader, predicate, subject, (), act)
                continue
            titles = subject.before if verb.kind == "decision" else subject.titles
            if verb.kind not in ("leave", "decision"):
                continue
            its_posts = complete_titles(reader.context, [title for title in titles if not title.former])
            taken.update(title.start for title in titles if not title.former)
        yield from _facts(reader, predicate, subject, its_posts, act)


def _facts(
    reader: Reader, predicate: Predicate, subject: Subject, posts: Sequence[Post], act: Act
) -> Iterator[Fact]:
    name = reader.people.full_name(subject.person)
    if name is None:
        return
    if predicate.verb is not None and predicate.verb.kind == "expel" and not posts:
        base = _fact(name, subject, predicate, act)
        yield replace(base, role="Đảng viên", organization=PARTY)
    for post in posts:
        base = _fact(name, subject, predicate, act)
        yield _with_post(replace(base, role=_role(predicate, post)), post)


def _role(predicate: Predicate, post: Post) -> str:
    acting = predicate.verb is not None and predicate.verb.kind == "acting"
    if acting and not post.role.startswith("Quyền"):
        return f"Quyền {post.role}"
    if predicate.verb is not None and predicate.verb.kind == "in_charge":
        return IN_CHARGE
    return post.role


def _fact(name: str, subject: Subject, predicate: Predicate, act: Act) -> Fact:
    spans = [("person", subject.person.start, subject.person.end)]
    inferred: list[str] = []
    trace = [f"rule {act.rule}"]
    if act.issuer is not None:
        spans.append(("issuer", act.issuer[1], act.issuer[2]))
        if act.issuer_inherited:
            inferred.append("issuer")
            trace.append("issuer from the sentences before")
    if act.dated is not None and act.dated.inferred:
        inferred.append("date")
        trace.append("year supplied from the text")
    return Fact(
        name, act.event, "", "",
        action=act.action,
        issuer=None if act.issuer is None else act.issuer[0],
        decision_number=act.number,
        date=None if act.dated is None else act.dated.date,
        date_basis=None if act.dated is None else act.dated.basis,
        end=act.end,
        term=act.term,
        quote_start=min(predicate.start, subject.start),
        quote_end=max(predicate.end, subject.end),
        spans=tuple(spans),
        rule=act.rule,
        inferred=tuple(inferred),
        trace=tuple(trace),
    )  # fmt: skip


def _with_post(fact: Fact, post: Post) -> Fact:
    """Put a post into a fact, with its term and years, and say what was completed."""
    title = post.title
    spans = list(fact.spans)
    if title.role_end > title.start:
        spans.append(("role", title.start, title.role_end))
    if title.body is not None:
        spans.append(("organization", title.body.start, title.body.end))
    inferred, trace = fact.inferred, fact.trace
    if post.body.inferred:
        inferred = (*inferred, "organization")
        trace = (*trace, post.body.note)
    made = replace(
        fact,
        organization=post.body.name,
        spans=tuple(spans),
        inferred=inferred,
        trace=trace,
        term=title.term or fact.term,
    )
    if fact.event == "held" and title.years is not None:
        return replace(made, date=title.years[0], end=title.years[1])
    return made


def _replaced(reader: Reader, predicate: Predicate, posts: Sequence[Post]) -> Iterator[Fact]:
    """`thay ông X [nghỉ hưu]`: X held the post, or loses it for the reason given."""
    subject = predicate.replaced
    assert subject is not None
    name = reader.people.full_name(subject.person)
    if name is None or predicate.killed or len(predicate.subjects) != 1:
        return
    reason = predicate.replaced_verb
    event: Event = "held" if reason is None else "lose"
    act = Act(event, None if reason is None else reason.action, "replaced", None, None, None, None)
    for post in posts:
        yield _with_post(replace(_fact(name, subject, predicate, act), role=post.role), post)


def attest(
    reader: Reader, subject: Subject, beside: Sequence[Post], *, past: bool, taken: set[int]
) -> Iterator[Fact]:
    """What the titles beside a name attest: held now, or before (`nguyên`)."""
    name = reader.people.full_name(subject.person)
    if name is None:
        return
    for post in complete_titles(reader.context, subject.titles, beside):
        if post.title.start in taken:
            continue
        event: Event = "held" if post.title.former or past else "hold"
        yield _with_post(
            Fact(
                name, event, post.role, "",
                quote_start=subject.start, quote_end=subject.end,
                spans=(("person", subject.person.start, subject.person.end),),
                rule="title-before" if post.title.start < subject.person.start else "apposition",
                trace=("a title beside the name",),
            ),
            post,
        )  # fmt: skip
