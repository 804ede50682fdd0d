"""Step 3: a clause's items → predicates: who, what verb, which posts. A state machine, no patterns over text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts, Subject
from loaders.text.clauseverbs import ClauseVerbs
from loaders.text.clausewords import (
    BOARDS,
    SHIFTS,
    are_members,
    is_member,
    kind_of,
    leads_body,
    membership,
    share_persons,
    tells_why,
)
from loaders.text.levels import Place
from loaders.text.mentions import Term, Token
from loaders.text.predicates import IN_CHARGE, Predicate
from loaders.text.titles import Title

_MEMBERS = (
    "committee", "standing_committee", "party_group", "secretariat", "steering", "people_committee", "front", *BOARDS
)  # fmt: skip
_POST_WORDS = ("chức vụ", "chức danh", "chức", "cương vị", "trí")
_LISTINGS = ("gồm", "gồm có", "gồm các", "sách")
_DATA = ("date", "number", "term")
_TURNS = frozenset(  # what `_on_word` knows
    ("này", ":", "để", ",", "lượt", "ký", "bố", "trao", "đọc", "thuận", "ý", "trí", "nhất", "quyết", "qua")
)
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")
_AGREES = (("nhất", "trí"), ("thống", "nhất"), ("biểu", "quyết"), ("thông", "qua"))
_BY = ("của", "do", "được", "bị", "theo", "bởi")
_HELPS = ("giúp", "mặt", "lời")  # `giúp`, `thay mặt`, `thừa lời`: whom somebody stands in for
_TOWARDS = ("về", "sang", "đến", "tới", "chuyển về", "chuyển sang", "chuyển đến")  # where somebody went
_FAR = 3  # words between a verb and its post, beyond which the title is somebody else's


class ClauseReader(ClauseVerbs):
    """Reads the items of one clause in order; each kind of item has one method."""

    def read(self, items: Sequence[Item]) -> list[Predicate]:
        """Read a clause and return its predicates."""
        for item in items:
            if isinstance(item, Token):
                self.on_token(item)
            else:
                self._on_other(item)
                self.last, self.words = "", 0
            now = self.current
            if item.end > now.end:
                now.end = item.end
        self.close(self.current.end)
        for first, second in pairwise(self.done):
            share_persons(first, second)
        return self.done

    def _on_other(self, item: Subject | Posts | Body | Place) -> None:
        if isinstance(item, Subject):
            self.on_subject(item)
        elif isinstance(item, Posts):
            self.on_posts(item)
        elif isinstance(item, Body):
            self.on_body(item)
        else:
            self.gap = True

    def on_subject(self, subject: Subject) -> None:
        """A person: whom the verb acts on, who is replaced, or the next clause's subject."""
        now = self.current
        if self.predecessor and self.last in _BY:
            now.before = [subject]
            return
        if self.replacing or self.predecessor:
            now.replaced, now.predecessor = subject, self.predecessor
            self.replacing = self.predecessor = self.after_comma = False
            self.after_replaced = True
            return
        if self._stands_by(subject):
            now.others.append(subject)
            self.gap = True
            return
        self.purpose = False
        if self.members is not None and not now.posts and (now.toward or self.listing):
            now.posts, now.listed, self.members = [membership(self.members)], True, None
        if now.free and not now.posts and (now.toward or now.copula or self.listing) and not now.before:
            now.posts, now.listed = now.free, True
        if self.last == "của" and self._is_taken_from():
            now.toward = True
        if now.posts and not now.toward:
            self.flush(subject.start)
            self.current.before.append(subject)
        elif now.posts or now.speaks and not (now.copula and now.verb is None):
            now.listed = now.listed or bool(now.posts) or now.toward
            now.after.append(subject)
        else:
            if self.gap:
                now.others += now.before
                now.before.clear()
            now.before.append(subject)
        self.gap = False

    def _is_taken_from(self) -> bool:
        """Tell whether `của` names whom a decision is of: `miễn nhiệm chức vụ Chủ tịch của ông A`."""
        verb = self.current.verb
        return verb is not None and (verb.kind == "ask" or (verb.event == "lose" and not self.current.subjects))

    def _stands_by(self, subject: Subject) -> bool:
        """Tell whether one only proposes (`theo đề nghị của Chủ tịch A`) or signs (`do Chủ tịch A ký`)."""
        now = self.current
        if self.last == "do" and now.posts and now.verb is not None and subject.before:
            self.signer = Posts(subject.start, subject.person.start, subject.before)
            return True
        return self.proposing and not now.speaks

    def on_posts(self, posts: Posts) -> None:
        """Titles without a person: the posts given or taken, or the one who decides."""
        now = self.current
        self.after_replaced = False
        if self._is_aside():
            self.gap = True
            return
        if now.posts and now.subjects and (self.last in _NUMBERS or self.last.isdigit()) and not posts.titles[0].each:
            self.flush(posts.start)  # `ông A làm Chủ tịch cùng 5 Phó Chủ tịch gồm …`
            now = self.current
            now.link = True
        now.counted = now.counted or self.last in _NUMBERS
        if any(title.present for title in posts.titles):
            now.present = now.copula = True
        if posts.titles[0].also and now.before and now.verb is None:
            now.link = now.also = True
        if self.proposing or (self.members is not None and self.listing and are_members(posts)):
            pass
        elif self.members is not None and self.listing and self.last == "," and leads_body(posts, self.members):
            self.members = None
            now.posts.extend(posts.titles)
        elif self.last in _BY or (self.last == "từ" and now.posts) or (self.words > _FAR and not posts.titles[0].each):
            now.deciders.append(posts)
        elif now.speaks or (now.before and now.verb is None and not self.gap):
            now.posts.extend(posts.titles)
            now.link = True
        elif now.past and (now.before or not self.words and self.last != "từng"):  # `của từng Ủy viên`: of each
            now.posts.extend(posts.titles)
        else:
            now.free = list(posts.titles)
            now.deciders.append(posts)
        self.gap = True

    def _is_aside(self) -> bool:
        """Tell whether a post is neither given nor who decides: `Trước khi làm Chủ tịch, …`, in brackets."""
        now = self.current
        bracketed = self.depth > 0 and now.verb is not None and bool(now.subjects)
        return self.before_that or self.last in _HELPS or bracketed

    def on_body(self, body: Body) -> None:
        """A body: what one joins or takes charge of, else who decides."""
        now = self.current
        kind = kind_of(body)
        self.house = body if kind in _MEMBERS or body.own in ("Bộ Chính trị", "Ủy ban") else None
        now.named.append(body)
        if now.charge and not now.posts:
            now.posts.append(Title(body.start, body.end, IN_CHARGE, None, body))
        elif now.join and self.house is not None:
            if len(now.posts) == 1 and is_member(now.posts[0]):
                now.posts.clear()  # `các thành viên tham gia Ban Thường vụ gồm …`
            now.posts.append(membership(body))
        elif (
            (now.verb is None or self.last in _BY)
            and self.last not in _TOWARDS
            and not self.proposing
            and not self._is_object()
        ):
            now.deciders.append(body)
        self.gap = True

    def _is_object(self) -> bool:
        """Tell whether a body is what a decision is of: `Tỉnh ủy ban hành quyết định kiện toàn Ban Chỉ đạo`."""
        now = self.current
        return now.decided and bool(now.deciders) and self.words > 0 and self.last not in _BY

    def on_token(self, token: Token) -> None:
        """A word, a mark, a day or a number."""
        if self.after_comma:
            self.after_comma = False
            self.after_replaced = self.after_replaced and tells_why(token)
        means, word = token.means, token.text.casefold()
        self.depth += (word == "(") - (word == ")")
        if "verb" in means:
            self.on_verb(means["verb"], token)
        elif "cue" in means:
            self._on_cue_word(token)
        elif token.kind in _DATA:
            self._on_datum(token)
        elif word in _TURNS:
            self._on_word(token.text, word)
        if word != "," and "honorific" not in means and not ("cue" in means and means["cue"].kind == "and"):
            self.gap = True
        self.before_last, self.last = self.last, word
        if token.kind in ("word", "capital"):
            self.words += 1
        if word in _LISTINGS:
            self.listing = True

    def _on_datum(self, token: Token) -> None:
        """A day, a term or the number of a decision."""
        now = self.current
        if token.kind == "date":
            now.dates.append((token, token.means["date"]))
        elif token.kind == "number":
            now.number = now.number or token
        else:
            self._on_term(token.means["term"])

    def _on_cue_word(self, token: Token) -> None:
        """A cue and what its very words turn besides."""
        now, word = self.current, token.text.casefold()
        self.on_cue(token.means["cue"].kind)
        if token.means["cue"].kind in SHIFTS:
            self.current.shifts.append(token)
        if word == "quyết định" and now.killed and now.verb is None and self.last == "":
            now.killed = False  # `Xem xét đề nghị của A, Ủy ban quyết định …`
        if word == "thuộc về":
            now.toward = now.toward or bool(now.free)
        self.considered = self.considered or word == "xem xét"
        self.waiting = self.waiting or "chờ" in word or "quy trình" in word
        if word == "trước khi":
            self.before_that = self.last == "" and not now.before and not now.speaks

    def _on_word(self, text: str, word: str) -> None:
        """A mark or a plain word that turns the reading."""
        pair = (self.last, text)
        self.current.respective = self.current.respective or pair == ("lần", "lượt")
        if text == "này" and self.last in _POST_WORDS:
            self.current.same = True
        elif text == ":":
            self._on_colon()
        elif text == "để":
            self.purpose = True
        elif text == ",":
            self.end_aside()
            if self.waiting:
                self.flush(self.current.end)
                self.current.killed = self.waiting = False
            self.after_comma = self.after_replaced
        else:
            self._on_act(pair, text, word)

    def _on_act(self, pair: tuple[str, str], text: str, word: str) -> None:
        """What is done with a decision: signed, handed over, agreed to, granted."""
        if word == "ký":
            self._signed()
        elif pair == ("công", "bố") or text in ("trao", "đọc"):
            self._announced()
        elif pair in _AGREES and self.considered and self.current.verb is None:
            self.current.killed = self.considered = False
        elif word in ("thuận", "ý"):  # `chấp thuận`, `đồng ý`
            self.current.granted = True
            if self.current.verb is not None and self.current.verb.kind == "ask":
                self.current.killed = False

    def _signed(self) -> None:
        """`ký`: by the subject, or by one named before it: `quyết định bổ nhiệm … do Chủ tịch nước A ký`."""
        if self.signer is None:
            self.current.signed, self.signers = True, len(self.current.before)
        else:
            self.current.deciders.append(self.signer)

    def _announced(self) -> None:
        """`Bà A công bố quyết định …`: who hands over a decision is not the one whom it is about."""
        now = self.current
        if now.before and now.verb is None and not (now.posts or now.passive or now.signed):
            now.others += now.before
            now.before = []

    def _on_term(self, term: Term) -> None:
        now = self.current
        if term.span and term.years is not None:
            now.years = now.years or (term.years[:4], term.years[-4:])
        elif not now.term or (term.years and not now.term[0].isdigit()):
            now.term = term.text

    def _on_colon(self) -> None:
        """Open a list at a colon: of persons for the posts before it, or of a body's members."""
        now = self.current
        last = now.deciders[-1] if now.deciders else None
        if self.listing and not now.speaks and not now.free and isinstance(last, Body) and last is self.house:
            self.members = last
            now.deciders.pop()
        now.titled = now.titled or (now.verb is not None and now.link and not now.posts and not now.subjects)
        if self.members is not None:
            now.toward = True
        elif not now.decided and not now.speaks:
            now.deciders.clear()  # it heads what follows and decides nothing
        now.toward = now.toward or now.speaks or (bool(now.free) and (self.words == 0 or self.listing))
