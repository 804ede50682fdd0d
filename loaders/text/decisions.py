"""Step 4: predicates → facts: what a decision gives or takes, what a title attests, what is past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Event, Inferred
from loaders.text.acts import Act, Reader, inherit, make_act, remember, spread
from loaders.text.bodies import Body
from loaders.text.chunks import Subject
from loaders.text.complete import Post, complete_titles
from loaders.text.context import Named
from loaders.text.dating import Dated
from loaders.text.facts import Fact
from loaders.text.frames import Frame, find_dates
from loaders.text.issuers import find_replacer, note_issuer
from loaders.text.lexicon import read_lexicon
from loaders.text.predicates import IN_CHARGE, Predicate
from loaders.text.shares import Given, share
from loaders.text.strikes import find_strike
from loaders.text.titles import Title
from loaders.text.wholebodies import complete_body

PARTY = "Đảng Cộng sản Việt Nam"
_MOVES = ("điều động", "luân chuyển", "phân công", "biệt phái", "chuyển", "giới thiệu")
MOST_NEAR = 40  # posts that a clause may mean without saying so


def read_predicates(reader: Reader, frame: Frame, predicates: Sequence[Predicate]) -> Iterator[Fact]:
    """Read the facts of one clause, keeping in the frame what the next ones leave out."""
    parts = [part for whole in predicates for part in spread(reader, frame, whole)]
    for number, predicate in enumerate(parts):
        predicate = inherit(frame, predicate)
        houses = tuple(_houses(reader, predicate))
        following = parts[number + 1 : number + 2]
        posts: Sequence[Post] = ()
        if predicate.posts:
            ahead = _ahead(reader, predicate, following)
            beside = (*frame.near_posts, *ahead, *frame.houses, *houses, *_known(reader, frame, predicate))
            posts = complete_titles(
                reader.context,
                predicate.posts,
                beside,
                after=_next_posts(predicate, following),
                deciders=[*(item for item in predicate.deciders if isinstance(item, Body)), *_homes(predicate)],
            )
        if predicate.same and not predicate.posts:
            posts = tuple(frame.given[:1])
        act = make_act(reader, frame, predicate)
        taken: set[int] = set()
        if act is not None and predicate.subjects:
            for fact, titles in _decided(reader, frame, predicate, posts, act):
                taken.update(title.start for title in titles)
                yield fact
        if predicate.replaced is not None:
            dated = _dated_after(reader, frame, following)
            yield from _replaced(reader, predicate, posts or _taken_over(reader, frame, predicate), dated)
        beside = (*posts, *houses)
        if houses:
            frame.houses = (*houses, *frame.houses)[:MOST_NEAR]
        for subject in (*predicate.others, *predicate.before, *predicate.after, *_only(predicate.replaced)):
            yield from attest(reader, subject, beside, past=False, taken=taken)
        if posts and act is not None and act.event in ("gain", "lose"):
            frame.given, frame.given_at = [*reversed(posts), *frame.near_posts][:MOST_NEAR], frame.at
            frame.given_to = reader.people.full_name(predicate.subjects[-1].person) if predicate.subjects else None
        note_issuer(reader.page, reader.context, frame, predicate)
        remember(frame, predicate)


def _homes(predicate: Predicate) -> Iterator[Body]:
    """The bodies one is in who gets a post there: `bà A, Phó Bí thư Tỉnh ủy Sơn La, … giữ chức Chủ tịch UBND tỉnh`."""
    if len(predicate.subjects) == 1 and predicate.verb is not None and predicate.verb.action not in _MOVES:
        yield from (each.body for each in predicate.subjects[0].titles if each.body is not None and not each.former)


def _ahead(reader: Reader, predicate: Predicate, later: Sequence[Predicate]) -> Sequence[Post]:
    """The posts given next, whose body one without any shares: `bầu A làm Bí thư, B làm Phó Bí thư Tỉnh đoàn`."""
    if not later or all(title.body is not None or title.default_body for title in predicate.posts):
        return ()
    same = later[0].verb is None or later[0].verb is predicate.verb
    return complete_titles(reader.context, later[0].posts) if same and predicate.verb is not None else ()


def _known(reader: Reader, frame: Frame, predicate: Predicate) -> Iterator[Post]:
    """The posts that the text told before of those whom a clause is about, if it names one that is not whole."""
    if all(title.body is not None and not title.body.bare for title in predicate.posts):
        return
    for subject in predicate.subjects:
        name = reader.people.full_name(subject.person)
        for role, organization in reversed(frame.known.get(name or "", ())):
            title = Title(subject.start, subject.start, role, None, None)
            yield Post(title, role, Named(organization, inferred=True))


def _next_posts(predicate: Predicate, later: Sequence[Predicate]) -> Sequence[Title]:
    """The posts said next, which name the committee: `thôi tham gia Ban Chấp hành và thôi giữ chức Bí thư Tỉnh ủy`."""
    is_open = any(title.body is not None and title.body.bare and not title.role_end for title in predicate.posts)
    return later[0].posts if is_open and later else ()


def _houses(reader: Reader, predicate: Predicate) -> Iterator[Post]:
    """The heads of the bodies named: a bare title beside a name is of one: `UBND huyện giao ông A, Phó Chủ tịch, …`."""
    for item in reversed([*predicate.deciders, *predicate.named]):
        if isinstance(item, Body) and item.head is not None and item.head.leader:
            named = complete_body(reader.context, None, item)
            if named is not None:
                role = item.head.leader
                yield Post(Title(item.start, item.start, role, None, None), role, named._replace(inferred=True))


def _taken_over(reader: Reader, frame: Frame, predicate: Predicate) -> Sequence[Post]:
    """`Ông An thay ông Ba`, where the sentence before told what Mr An was given."""
    if predicate.predecessor:
        return frame.given[:1]
    if not predicate.subjects and frame.given_at == frame.at:
        return [_headed(post) for post in frame.given[:1]]
    names = {reader.people.full_name(subject.person) for subject in predicate.subjects}
    return frame.near_posts[:1] if names == {frame.given_to} else ()


def _headed(post: Post) -> Post:
    """Who is replaced by one in charge of a body led it."""
    if post.role != IN_CHARGE:
        return post
    leader = read_lexicon().gazetteers.find_leader(post.body.name)
    return post if leader is None else post._replace(role=leader)


def _only(subject: Subject | None) -> tuple[Subject, ...]:
    return () if subject is None else (subject,)


def _decided(
    reader: Reader, frame: Frame, predicate: Predicate, posts: Sequence[Post], act: Act
) -> Iterator[tuple[Fact, Sequence[Title]]]:
    """The posts of the verb for each subject, with the titles beside the name that they are."""
    strike = find_strike(reader, frame, predicate)
    for subject in predicate.subjects:
        its_posts, titles = share(reader, frame, Given(predicate, act, posts), subject)
        its_act = act._replace(dated=_own_day(reader, frame, predicate, subject) or act.dated)
        for fact in _facts(reader, predicate, subject, its_posts, its_act):
            yield fact if strike is None else fact._replace(strike=strike, rule="struck"), titles


def _own_day(reader: Reader, frame: Frame, predicate: Predicate, subject: Subject) -> Dated | None:
    """The day in brackets behind one of several persons: `ông A (từ ngày 1/1) và bà B (từ ngày 1/2)`."""
    subjects = predicate.subjects
    if len(subjects) < 2 or len(predicate.dates) < 2:
        return None
    following = [other.start for other in subjects if other.start > subject.start]
    end = min(following, default=predicate.end)
    dates = [found for found in predicate.dates if subject.end <= found[0].start < end]
    opened = dates and "(" in reader.page.clean[subject.end : dates[0][0].start]
    return find_dates(reader.page, frame, replace(predicate, dates=dates, shifts=[]))[0] if opened else None


def _facts(reader: Reader, predicate: Predicate, subject: Subject, posts: Sequence[Post], act: Act) -> Iterator[Fact]:
    name = reader.people.full_name(subject.person)
    if name is None:
        return
    base = _fact(name, subject, predicate, act)
    if predicate.verb is not None and predicate.verb.kind == "expel" and not posts:
        yield base._replace(role="Đảng viên", organization=PARTY, inferred=(*base.inferred, "role"))
    for post in posts:
        yield _with_post(base._replace(role=_role(predicate, post)), post)


def _role(predicate: Predicate, post: Post) -> str:
    acting = predicate.verb is not None and predicate.verb.kind == "acting"
    if acting and not post.role.startswith("Quyền"):
        return f"Quyền {post.role}"
    if predicate.verb is not None and predicate.verb.kind == "in_charge" and not post.role.endswith("phụ trách"):
        return IN_CHARGE
    return post.role


def _fact(name: str, subject: Subject, predicate: Predicate, act: Act) -> Fact:
    spans = [("person", subject.person.start, subject.person.end)]
    inferred: list[Inferred] = []
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
    if title.role_end <= title.start and fact.role != IN_CHARGE and "role" not in inferred:
        inferred = (*inferred, "role")  # `tham gia Ban Chấp hành` says no `Ủy viên`; `phụ trách` is said by the verb
        trace = (*trace, f"role {fact.role} not printed")
    made = fact._replace(
        organization=post.body.name,
        spans=tuple(spans),
        inferred=inferred,
        trace=trace,
        term=title.term or fact.term,
    )
    if fact.event == "held" and title.present:  # `từng là Giám đốc Sở A, hiện là Phó Chủ tịch`
        return made._replace(event="hold", date=None, end=None)
    if fact.event == "held" and title.years is not None:
        return made._replace(date=title.years[0], end=title.years[1])
    return made


def _dated_after(reader: Reader, frame: Frame, later: Sequence[Predicate]) -> Dated | None:
    """The day told with why somebody was replaced: `thay ông A nghỉ hưu từ ngày 1/7`."""
    if not later or not later[0].aside:
        return None
    effective, made, _ = find_dates(reader.page, frame, later[0])
    return effective or made


def _replaced(reader: Reader, predicate: Predicate, posts: Sequence[Post], dated: Dated | None) -> Iterator[Fact]:
    """`thay ông X [nghỉ hưu]`: X held the post, or loses it for the reason given."""
    subject = predicate.replaced
    assert subject is not None
    name = reader.people.full_name(subject.person)
    if (
        name is None
        or (predicate.killed and predicate.replaced_verb is None)
        or len(predicate.subjects) > 1
        or not posts
    ):
        return
    reason = predicate.replaced_verb
    event: Event = "held" if reason is None else "lose"
    issuer = find_replacer(reader.context, predicate)
    act = Act(
        event,
        None if reason is None else reason.action,
        "replaced",
        issuer,
        dated=dated if reason is not None else None,
    )
    named = [post for post in posts if post.title.role_end]  # a committee one joins is nobody's to hand over
    for post in named or posts:
        yield _with_post(_fact(name, subject, predicate, act)._replace(role=post.role), post)


def _as_whole(post: Post, beside: Sequence[Post]) -> Post:
    """`Phó Vụ trưởng Vụ Pháp chế, giữ chức Vụ trưởng Vụ Pháp chế Bộ A`: the unit is the one said in full."""
    for other in beside:
        if other.body.name.startswith(f"{post.body.name} "):
            return post._replace(body=other.body._replace(inferred=True))
    return post


def attest(reader: Reader, subject: Subject, beside: Sequence[Post], *, past: bool, taken: set[int]) -> Iterator[Fact]:
    """What the titles beside a name attest: held now, or before (`nguyên`)."""
    name = reader.people.full_name(subject.person) if subject.titles else None
    if name is None:
        return
    for post in complete_titles(reader.context, subject.titles, beside):
        if post.title.start in taken:
            continue
        post = _as_whole(post, beside)
        event: Event = "held" if post.title.former or past or reader.is_over(post, beside) else "hold"
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
