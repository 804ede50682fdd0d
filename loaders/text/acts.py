"""Step 4: what a predicate does: its event and action, its issuer, number and day, said here or in the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.model import Event
from loaders.text.chunks import Subject
from loaders.text.complete import Post
from loaders.text.context import Context
from loaders.text.dating import Dated, past_years
from loaders.text.frames import Frame, find_dates, years_later
from loaders.text.issuers import decide_issuer
from loaders.text.persons import People
from loaders.text.predicates import Predicate
from loaders.text.titles import Page, Title

LONGEST_QUOTE = 1500
_DASH = 12  # characters between a post and the person that a dash or colon joins to it, with `ông` or `bà`


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a sentence needs to know of its text."""

    page: Page
    context: Context
    people: People
    year: int | None

    def is_over(self, post: Post, beside: Sequence[Post]) -> bool:
        """Tell whether a post's printed term has ended: before this year, or this year with the post given anew."""
        years = (post.title.term or "")[-4:]
        if self.year is None or not years.isdigit():
            return False
        anew = any(other.role == post.role and other.body.name == post.body.name for other in beside)
        return int(years) < self.year or (int(years) == self.year and anew)


class Act(NamedTuple):
    """A predicate's verb made plain: event, action, and where its day and issuer came from."""

    event: Event
    action: str | None
    rule: str
    issuer: tuple[str, int, int] | None = None
    number: str | None = None
    dated: Dated | None = None
    end: str | None = None
    issuer_inherited: bool = False
    term: str | None = None


def inherit(frame: Frame, predicate: Predicate) -> Predicate:
    """Fill what a clause leaves unsaid: the list it belongs to, the verb of a gapped clause, the elided subject."""
    if predicate.killed:
        return predicate
    listed = frame.open
    if listed is not None and listed.counted and not listed.toward and not frame.in_item:
        listed = None
    if listed is not None and not predicate.stands_alone and predicate.before and not predicate.posts:
        predicate = _in_list(listed, predicate)
    if predicate.verb is None and predicate.posts and not predicate.past and _takes_verb(frame, predicate):
        same = frame.verb_at == frame.at and frame.elsewhen
        return replace(predicate, verb=frame.verb, dates=predicate.dates or (frame.verb_dates if same else []))
    if predicate.posts and not predicate.subjects and not predicate.listed:
        if frame.subjects and (predicate.verb is not None or (predicate.past and predicate.shifts)):
            return replace(predicate, before=frame.subjects)
        if predicate.past and frame.about is not None:
            return replace(predicate, before=[frame.about._replace(start=predicate.start, end=predicate.start)])
    return predicate


def spread(reader: Reader, frame: Frame, predicate: Predicate) -> list[Predicate]:
    """Read persons with titles and no verb as what the verb before them gives: `bầu A làm X; B, Y và C, D, Z`."""
    if predicate.speaks or predicate.posts or predicate.killed or not predicate.before or predicate.past:
        return [predicate]
    verb, opener = frame.verb, frame.unnamed
    if opener is not None and frame.in_item and len(predicate.before) == 1:
        titles = predicate.before[0].after[-1:]
        return [_given(opener, predicate, predicate.before, titles)] if titles else [predicate]
    if frame.gave_at != frame.at or frame.open is not None or verb is None or verb.event != "gain":
        return [predicate]
    if any(title.present or title.former for subject in predicate.before for title in subject.after):
        return [predicate]
    found: list[Predicate] = []
    waiting: list[Subject] = []
    for subject in predicate.before:
        waiting.append(subject)
        if subject.after:
            between = reader.page.clean[subject.person.end : subject.after[0].start]
            titles = subject.after if "-" in between or "–" in between else subject.after[-1:]
            found.append(_given(replace(predicate, verb=verb), predicate, waiting, titles))
            waiting = []
    return found if found and not waiting else [predicate]


def _given(giver: Predicate, predicate: Predicate, subjects: Sequence[Subject], titles: Sequence[Title]) -> Predicate:
    """The giver's verb, with the last title beside the last of some persons as the post it gives them."""
    given = [*subjects[:-1], subjects[-1]._replace(after=subjects[-1].after[: -len(titles)])]
    return replace(
        giver, start=predicate.start, end=predicate.end, before=given, after=[], posts=list(titles),
        link=True, toward=False, listed=False, passive=True, spread=True, dates=giver.dates + predicate.dates,
    )  # fmt: skip


def _posts_before(predicate: Predicate) -> list[Title]:
    """The post that stands before a person of a list: `Chủ tịch UBND xã - ông A; Phó Chủ tịch UBND xã - bà B`."""
    free = predicate.free
    near = bool(free) and predicate.before[0].start - free[-1].end <= _DASH
    return free if near else []


def _in_list(listed: Predicate, predicate: Predicate) -> Predicate:
    """Read persons alone as the next of the list that an earlier clause opened."""
    near = predicate.start - listed.start < LONGEST_QUOTE
    return replace(
        listed, start=listed.start if near else predicate.start, end=predicate.end,
        posts=_posts_before(predicate) or listed.posts, before=[], after=predicate.before, listed=True,
        dates=listed.dates + predicate.dates, replaced=predicate.replaced,
    )  # fmt: skip


def _takes_verb(frame: Frame, predicate: Predicate) -> bool:
    """Tell whether a clause that only links persons to posts means the verb said before it."""
    if frame.verb is None or frame.verb.event != "gain" or not predicate.subjects or predicate.present:
        return False
    if predicate.listed:
        return not frame.attending and (predicate.decided or frame.in_item or not predicate.copula or _is_near(frame))
    if predicate.posts[0].also:
        return False
    near = frame.fresh or (predicate.decided and _is_near(frame))
    return predicate.link and not predicate.copula and near


def _is_near(frame: Frame) -> bool:
    """Tell whether the verb said before stands in the same paragraph."""
    return frame.verb_line == frame.line


def remember(frame: Frame, predicate: Predicate) -> None:
    """Keep in the frame what the next clauses may leave unsaid."""
    if predicate.killed or predicate.spread:
        return
    if predicate.decided:
        frame.decided_at = frame.at
    years = predicate.term or next((title.term for title in predicate.posts if title.term), None)
    if (predicate.decided or predicate.verb) and years and years[:1].isdigit() and not predicate.subjects:
        frame.term, frame.term_verb = years, predicate.verb
    if predicate.verb is not None and predicate.verb.event:
        frame.verb, frame.verb_at, frame.verb_dates = predicate.verb, frame.at, predicate.dates
        frame.verb_line = frame.line
        given = predicate.verb.event == "gain" and (predicate.posts or predicate.titled) and predicate.subjects
        if given and (not predicate.listed or _comes_after(predicate)):
            frame.gave_at = frame.at
    if predicate.subjects:
        frame.subjects = predicate.subjects
    if predicate.speaks and not predicate.listed:
        gives = predicate.verb is not None and predicate.verb.event == "gain" and not predicate.subjects
        frame.giver = predicate if gives else None
    gain = predicate.verb is not None and predicate.verb.event == "gain"
    waiting = bool(predicate.posts) and not predicate.subjects and (predicate.toward or (gain and predicate.counted))
    if waiting or (predicate.listed and not _comes_after(predicate)):
        frame.open, frame.unnamed = predicate, None
    elif predicate.speaks and (predicate.posts or predicate.subjects or predicate.verb is not None):
        frame.open = None
        gives = predicate.verb is not None and predicate.verb.event == "gain" and predicate.aimed and predicate.toward
        frame.unnamed = predicate if gives and not predicate.posts and not predicate.subjects else None


def _comes_after(predicate: Predicate) -> bool:
    """Tell whether the posts are printed after their persons: one more person does not take them."""
    if not predicate.posts or not predicate.subjects:
        return False
    return predicate.posts[0].start > predicate.subjects[-1].start


def make_act(reader: Reader, frame: Frame, predicate: Predicate) -> Act | None:
    """Say what the predicate does; None if it decides nothing."""
    if predicate.killed:
        return None
    event = _event(frame, predicate)
    if event != "lose" and predicate.speaks and (step := _step(reader, frame, predicate)) is not None:
        frame.career_line, frame.stepped = frame.line, step[0]
        if predicate.present:  # `từ tháng 4/2016 đến nay, ông là …`
            return Act("hold", None, "career-step")
        return _held(step, inferred=bool(predicate.shifts))
    if event == "gain" and frame.career_line == frame.line and not _is_news(predicate):
        return Act("held", None, "career-step")
    if event is None or _is_remark(predicate):
        return None
    if event in ("hold", "held"):
        rule = "copula" if predicate.copula else "present" if event == "hold" else "past"
        return Act(event, None, rule)
    effective, made, until = find_dates(reader.page, frame, predicate)
    number, its_day = find_number(frame, predicate, made)
    dated = effective or made or its_day or find_day_around(reader, frame, predicate)
    frame.told, frame.counted = effective or made or frame.told, effective or frame.counted
    issuer, inherited = decide_issuer(reader.context, frame, predicate)
    verb = predicate.verb
    kind = "link" if verb is None else verb.kind
    order = "list" if predicate.listed else "passive" if predicate.passive else "active"
    term = predicate.term or next((title.term for title in predicate.posts if title.term), None)
    if term is None and (predicate.listed or frame.term_verb is None or verb is frame.term_verb):
        term = frame.term
    return Act(
        event,
        None if verb is None else _action(predicate),
        f"{kind}-{order}",
        issuer,
        number,
        dated,
        until,
        inherited,
        term if event == "gain" else None,
    )


def find_day_around(reader: Reader, frame: Frame, predicate: Predicate) -> Dated | None:
    """The day that a clause without any leaves to the list that it is in, or to the sentences before."""
    if predicate.undated:
        frame.undated_at = frame.at
    if predicate.aside or frame.undated_at == frame.at:
        return None
    listed = None if frame.open is None else find_dates(reader.page, frame, frame.open)[0]
    return listed or frame.day


def _step(reader: Reader, frame: Frame, predicate: Predicate) -> tuple[str, str | None] | None:
    """The years of a step of a career; a decision told with its number, or as one, is none, nor is a discipline."""
    if predicate.number is not None or predicate.decided or predicate.struck:
        return None
    if (later := years_later(frame, predicate)) is not None:
        return later, None
    dates = [(token.start, token.end, when) for token, when in predicate.dates]
    return past_years(reader.page.folded, dates, predicate.years, reader.year)


def _is_remark(predicate: Predicate) -> bool:
    """Tell whether a leaving only says what others did: `gặp mặt cán bộ nghỉ hưu, ông A, Bí thư …`."""
    leaves = predicate.verb is not None and predicate.verb.kind == "leave"
    return leaves and not predicate.before and not (predicate.toward or predicate.decided or predicate.posts)


def _is_news(predicate: Predicate) -> bool:
    """Tell whether a clause amid a career tells of a decision all the same."""
    return bool(predicate.decided or predicate.number is not None or predicate.dates or predicate.deciders)


def _held(step: tuple[str, str | None], *, inferred: bool) -> Act:
    """A step of a career told with its years is past, whatever its verb."""
    return Act("held", None, "career-step", dated=Dated(step[0], "effective", inferred), end=step[1])


def find_number(frame: Frame, predicate: Predicate, made: Dated | None) -> tuple[str | None, Dated | None]:
    """Give the number of the decision, said here, earlier in the sentence, or over the list; and that one's day."""
    if predicate.number is not None:
        frame.number, frame.number_day, frame.number_at = predicate.number, made, frame.at
        frame.number_heads = not predicate.subjects
        return str(predicate.number.means["number"]), None
    near = (predicate.decided or frame.decided_at == frame.at) and frame.at - frame.number_at <= 1
    told = frame.number_heads and (frame.in_item or near or predicate.verb is None)
    if frame.number is not None and (frame.number_at == frame.at or told):
        return str(frame.number.means["number"]), frame.number_day
    return None, None


def _event(frame: Frame, predicate: Predicate) -> Event | None:
    if predicate.past:
        return "held"
    verb = predicate.verb
    if verb is not None and verb.event == "gain":
        return "gain"
    if verb is not None and verb.event == "lose":
        return "lose"
    goes_on = predicate.also and bool(predicate.posts) and predicate.posts[0].also
    told = predicate.decided or frame.headline or (frame.deciding and not predicate.present)
    if predicate.link and not predicate.copula and not goes_on and told:
        return "gain"
    if (predicate.link and predicate.replaced is not None) or (predicate.copula and _is_new(predicate)):
        return "gain"
    if predicate.listed and predicate.posts and not predicate.present and frame.deciding:
        return "gain"
    held = predicate.copula or predicate.also or (predicate.listed and predicate.posts)
    return "hold" if held else None


def _is_new(predicate: Predicate) -> bool:
    return any(title.new for title in predicate.posts)


def _action(predicate: Predicate) -> str:
    assert predicate.verb is not None
    if predicate.verb.kind == "assign":
        return "giao phụ trách" if predicate.charge else "giao nhiệm vụ"
    return predicate.verb.action
