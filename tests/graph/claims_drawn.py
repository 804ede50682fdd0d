"""Strategies of hypothesis that draw claims and judgements: few people, posts and bodies, so that they meet, contradict and join."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.bodies import make_bodies
from graph.identity.judged import mark_of
from graph.identity.namings import name_in_post, person_id
from graph.judgements import with_id
from graph.known import post_id
from graph.model import VERDICTS, Claim, Judgement, Source
from graph.names import role_key
from tests.graph.claims_for import change, make_claim, make_source, tie

PEOPLE = ("Nguyễn Văn An", "Nguyễn Văn Ân", "Lê Thị Hòa", "Lê Thị Hoà", "Lê Thị Hoài")
BODIES = ("Tỉnh ủy Sơn La", "Ban Chấp hành Đảng bộ tỉnh Sơn La", "Bộ Xây dựng", "Bộ Giao thông", "Sở Y tế")
STANDING = "Ban Thường vụ Tỉnh ủy Sơn La"
HEADS = ("Bí thư", "Bộ trưởng")
DAYS = ("2020", "2020-10", "2020-10-15", "2021", "2021-03-01", "2022-06", "2022-06-01", "2023-02-03")
TERMS = ("2015-2020", "2020-2025", "khóa XIII", None, None)
GAINED = ("bầu", "phê chuẩn", "bổ nhiệm", "bổ nhiệm lại", "chuẩn y", None)
LOST = ("miễn nhiệm", "từ trần", "khai trừ", "thôi giữ chức", None)
SOURCES = tuple(
    make_source(title, day)
    for title, day in (("A", "2020-10-16"), ("B", "2021-03-01"), ("C", "2022-06-02"), ("C", "2024-01-01"))
)
SOURCE_OF = {source.id: source for source in SOURCES}

XAY_DUNG, SON_LA = (make_bodies([]).find(name, None).id for name in ("Bộ Xây dựng", "Tỉnh ủy Sơn La"))
CALLED = (
    *PEOPLE,
    "Ba An",
    "s:1",
    "s:2",
    person_id("s:1"),
    person_id(name_in_post("Nguyễn Văn An", post_id(XAY_DUNG, role_key("Bộ trưởng")))),
    person_id(name_in_post("Lê Thị Hòa", post_id(SON_LA, role_key("Ủy viên")))),
)

sources = st.sampled_from(SOURCES)
days = st.sampled_from(DAYS)


@st.composite
def posts(draw: st.DrawFn) -> Claim:
    role = draw(st.sampled_from((*HEADS, "Ủy viên")))
    event = draw(st.sampled_from(("gain", "lose", "hold", "held")))
    table = draw(st.sampled_from(("decisions", "tenures"))) if event in ("hold", "held") else "decisions"
    actions = {"gain": GAINED, "lose": LOST}.get(event, (None,))
    own = draw(st.sampled_from(("1", "2", None, None)))
    number = draw(st.sampled_from(("1/QĐ-TTg", None, None))) if event in ("gain", "lose") else None
    ended = event == "held" and (table == "tenures" or draw(st.booleans()))
    return make_claim(
        draw(sources),
        table=table,
        event=event,
        person=draw(st.sampled_from(PEOPLE)),
        person_id=own,
        id_source="s" if own is not None else None,
        names=draw(st.sampled_from(((), (), ("Ba An",), ("Lê Thị Hòa",)))),
        born=draw(st.sampled_from((None, None, 1960, 1961, 1970))),
        role=role,
        head=True if role in HEADS else None,
        seats=1 if role in HEADS else None,
        implies=(f"Ủy viên @ {STANDING}",) if role == "Bí thư" else (),
        organization=draw(st.sampled_from((*BODIES, STANDING, "Sở Y tế @ Sơn La"))),
        body_kind=draw(st.sampled_from(("committee", None))),
        date=draw(st.none() | days),
        end=draw(days) if ended else None,
        action=draw(st.sampled_from(actions)),
        number=number,
        issuer=draw(st.sampled_from(("Thủ tướng Chính phủ", "Bộ Xây dựng"))) if number is not None else None,
        term=draw(st.sampled_from(TERMS)),
        capacity=draw(st.sampled_from(("full", "full", "acting", "alternate"))),
        quote=draw(st.sampled_from((None, "Ông An.", "Bà Hòa!"))),
    )


@st.composite
def ties(draw: st.DrawFn) -> Claim:
    parent = draw(st.sampled_from((None, *BODIES)))
    return tie(
        draw(st.sampled_from((*BODIES, STANDING, "Sở Y tế @ Sơn La", "Sở Y tế @ Lào Cai"))),
        source=draw(sources),
        body_names=draw(st.sampled_from(((), (), ("Bộ Giao thông",), ("Bộ Xây dựng",), ("Sở Y tế Sơn La",)))),
        place=draw(st.sampled_from((None, "Sơn La"))),
        parent=parent,
        parent_kind=draw(st.sampled_from(("structural", "organ", "leads"))) if parent is not None else None,
        date=draw(st.none() | days),
        dissolved=draw(st.none() | days),
    )


@st.composite
def changes(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(("rename", "merge", "split", "transfer", "dissolve", "create")))
    before = draw(st.sampled_from(BODIES)) if kind != "create" else None
    after = draw(st.sampled_from((*BODIES, "Bộ Hạ tầng"))) if kind != "dissolve" else None
    return change(kind, draw(days), before, after, source=draw(sources))


@st.composite
def votes(draw: st.DrawFn) -> Claim:
    return make_claim(
        draw(sources),
        kind="vote",
        table="votes",
        date=draw(days),
        body=draw(st.sampled_from(("Quốc hội", "Tỉnh ủy Sơn La"))),
        person=draw(st.sampled_from(PEOPLE)),
        role=draw(st.sampled_from(HEADS)),
        organization=draw(st.sampled_from(BODIES)),
        high=draw(st.integers(0, 2)),
    )


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """Draw a judgement: on names, on own ids of sources, on ids that one of the drawn claims may give."""
    a, b = draw(st.lists(st.sampled_from(CALLED), min_size=2, max_size=2, unique_by=mark_of))
    verdict = draw(st.sampled_from(VERDICTS))
    return with_id(Judgement("", a, b, verdict, "An", draw(st.sampled_from(("2024-01-01", "2024-01-02T10:00:00", "2025-01-01"))), "vì thế"))  # fmt: skip


def evidence(most: int = 12) -> st.SearchStrategy[list[Claim | Judgement]]:
    """Draw some different claims and up to three judgements on their people."""
    judged = st.lists(judgements(), max_size=3, unique_by=lambda judgement: judgement.id)
    return st.tuples(claims(most), judged).map(lambda drawn: [*drawn[0], *drawn[1]])


def claims(most: int = 12) -> st.SearchStrategy[list[Claim]]:
    """Draw some different claims, most of them about posts."""
    one = st.one_of(posts(), posts(), posts(), posts(), ties(), changes(), votes())
    return st.lists(one, min_size=2, max_size=most, unique_by=lambda claim: claim.id)


def source_of(claim: Claim) -> Source:
    return SOURCE_OF[claim.source]
