"""Step 3: what the verbs and cues of a clause do to its state: a decision, a link, `là`, a turn of the mode."""

from __future__ import annotations

from loaders.gazetteers.entries import VerbEntry
from loaders.text.chunks import Subject
from loaders.text.clausestate import ClauseState
from loaders.text.clausewords import is_move, read_verb
from loaders.text.mentions import Token
from loaders.text.predicates import Predicate

_FLAGS = {"now": "present", "undated": "undated"}
_MARKS = {"replaces": "replacing", "predecessor": "predecessor"}
_EVENTS = ("decision", "leave", "ask", "acting", "in_charge", "assign", "expel")
_GATHERS = ("gồm", "gồm có", "gồm các")
_STILL = ("tiếp tục là", "tiếp tục làm", "vẫn là", "vẫn giữ chức")
_ASKED = ("xin", "đơn", "đơn xin", "có đơn", "đề nghị", "được", "nguyện vọng")
_PASSIVES = ("được", "bị", "đã")
_WHY = ("do", "vì")  # `miễn nhiệm … đối với ông A do được điều động làm …`: another decision than this one
_BESIDES = ("và", ",", "quyết định", "đồng thời")
_APPROVALS = ("phê chuẩn", "chuẩn y", "công nhận")
_APPROVED = ("bầu", "bầu bổ sung", "bổ nhiệm", "cử", "bổ nhiệm lại")


class ClauseVerbs(ClauseState):
    """Reads the verbs and the cues of one clause."""

    def on_cue(self, kind: str) -> None:
        """A cue: it turns the mode of the clause or says how the next item is joined."""
        now = self.current
        if kind in _MARKS:
            setattr(self, _MARKS[kind], True)
        elif kind in ("kill", "rebuke") and not self.after_replaced:
            self.rebuked = kind == "rebuke" and not now.killed
            if now.posts:
                self.flush(now.end)
            self.current.killed = True
            self.considered = False
        elif kind in ("past", "struck"):
            now.past, now.struck, self.words = True, now.struck or kind == "struck", 0
        elif kind in ("passive", "unnamed"):
            self._on_passive(unnamed=kind == "unnamed")
        elif kind == "toward":
            now.toward = now.toward or now.verb is not None or bool(now.posts)
        elif kind in ("decision", "propose"):
            now.decided, self.proposing = True, self.proposing or kind == "propose"
        elif kind in _FLAGS:
            setattr(now, _FLAGS[kind], True)
        elif kind in ("turn", "later"):
            self._on_turn(later=kind == "later")

    def _on_turn(self, *, later: bool) -> None:
        """`bầu A làm Chủ tịch, còn …`: of somebody else; `làm X, ba năm sau làm Y`: of the same one on another day."""
        subjects = list(self.current.subjects)
        if self.current.posts and subjects and (later or self.last == ","):
            self.flush(self.current.end)
            self.current.before = subjects if later else []
        if later:
            self.current.past, self.later, self.words = True, True, 0

    def _on_passive(self, *, unnamed: bool) -> None:
        """`được`, `bị`; `unnamed`: of some without a name, not of the one before: `A chúc mừng các cán bộ được …`."""
        now = self.current
        if unnamed and now.before and now.verb is None:
            now.others, now.before = now.others + now.before, []
        now.passive = now.passive or not now.posts
        if now.deciders and self.words == 0 and not (now.before or now.speaks or self.last):
            now.deciders.pop()  # `Ủy ban Kiểm tra được bầu gồm …`: it is what is elected

    def on_verb(self, verb: VerbEntry, token: Token) -> None:
        """A verb of decision opens or goes on a chain; the other words only link."""
        now = self.current
        self.words, self.proposing = 0, token.text.casefold().endswith(" đề nghị")  # `phê chuẩn đề nghị của …`
        if self.rebuked and verb.event == "lose" and self.last in _BESIDES:
            now.killed = False
        if self.later and verb.event:  # `ba năm sau được bầu làm …`: a decision, of a day that is not told
            now.past, now.undated = False, True
        if verb.kind in _EVENTS:
            self._on_event(verb, token)
            self.current.join = self.current.join or token.text.casefold().endswith("tham gia")
        elif self.after_replaced and now.replaced is not None and (verb.kind == "move" or is_move(token)):
            moved = None if verb.kind == "move" else read_verb("điều động")
            self.on_reason(read_verb("chuyển công tác"), moved, token)
            self.current.link = verb.kind == "link"
        elif verb.kind == "copula":
            self._on_copula(token)
        elif verb.kind == "link":
            self._on_post_link(token)
        else:
            self._on_link(verb, token)

    def _on_post_link(self, token: Token) -> None:
        """`giữ chức`, `làm`: a post follows; after `để` it is only what another decision will be for."""
        if self.purpose and self.current.posts and self.current.subjects:
            self.flush(token.start)
            self.current.killed = True
        now = self.current
        self.purpose = False
        now.link, now.aimed = True, now.verb is not None
        if now.listed and now.after and token.text.casefold().startswith("giữ"):
            now.posts, now.listed = [], False  # the posts over the list are told one by one

    def _on_link(self, verb: VerbEntry, token: Token) -> None:
        """`chức vụ`, `tham gia`, `phụ trách`, `kiêm`: what kind of post follows."""
        now = self.current
        if verb.kind == "post":
            now.link = now.link or now.verb is not None
        elif verb.kind == "join":
            now.join = now.join or now.verb is not None or token.text.casefold().startswith("tham gia")
        elif verb.kind == "charge":
            now.charge = now.charge or now.verb is not None
        elif verb.kind == "also":
            now.link = now.also = True

    def _on_copula(self, token: Token) -> None:
        """`là`: what somebody is, or who has the posts before it; `gồm`: who is in a body."""
        now = self.current
        word = token.text.casefold()
        if word in _GATHERS:
            self.members = self.house
            now.toward = now.toward or bool(now.posts or now.free) or self._lets_go()
            return
        if word in _STILL and now.posts and now.subjects:
            self.go_on(token)
            now = self.current
        elif now.copula and now.listed and now.after and now.after[-1].after and self.last == "":
            now = self._on_next_holder(now.after[-1])
        now.copula = True
        now.present = now.present or word in _STILL
        now.toward = now.toward or (not now.before and bool(now.posts or now.free)) or self._lets_go()

    def _lets_go(self) -> bool:
        """Tell whether it is still to be said who leaves: `Các cán bộ nghỉ hưu từ ngày 1/6 gồm ông A, …`."""
        now = self.current
        return now.verb is not None and now.verb.kind == "leave" and not (now.subjects or now.posts)

    def _on_next_holder(self, subject: Subject) -> Predicate:
        """`Bộ trưởng là ông A, Chủ nhiệm Văn phòng là ông B`: what seems beside the first name is the second's."""
        self.current.after[-1] = subject._replace(after=(), end=subject.person.end)
        self.flush(subject.person.end)
        self.current.posts = list(subject.after)
        self.current.listed = self.current.toward = True
        return self.current

    def _on_leave(self) -> None:
        """Part who leaves from the others that were named, or wait for the name."""
        now = self.current
        if now.before and now.after:  # `ông A bàn giao công việc cho bà B và nghỉ hưu`
            now.others += now.after
            now.after, now.toward = [], False
        if now.signed:  # `ông A ký quyết định nghỉ hưu đối với bà B`
            now.others, now.before = now.others + now.before[: self.signers], now.before[self.signers :]
        if not (now.before or now.deciders or now.free) and self.words == 0 and self.last == "":
            now.toward = True  # `Nghỉ hưu đợt này có ông A, Phó Giám đốc …`

    def _on_event(self, verb: VerbEntry, token: Token) -> None:
        now = self.current
        as_reason = self.last in _WHY or (self.last in _PASSIVES and self.before_last in _WHY)
        if verb.kind == "leave" and (self.purpose or as_reason):
            return
        if self.after_replaced and now.replaced is not None:
            self.on_reason(verb, verb, token)
            return
        if now.posts or (now.after and now.verb is not None and now.verb.event == "lose"):
            self.flush(token.start)
            now = self.current
        if verb.kind == "leave":
            self._on_leave()
        if verb.kind == "ask" and self.last not in _ASKED:
            now.granted = True
        if now.verb is not None and now.verb.action in _APPROVALS and verb.action in _APPROVED:
            return
        if not now.passive and not now.toward:
            now.free = []  # a title before an active verb is the decider's
        now.verb = verb
        now.aside = now.aside or as_reason
        now.charge = now.charge or verb.kind == "in_charge"
