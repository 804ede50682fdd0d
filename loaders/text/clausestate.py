"""Step 3: what a reader of clauses remembers while it goes through one, and how it closes a predicate."""

from __future__ import annotations

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Posts
from loaders.text.clausewords import membership
from loaders.text.mentions import Token
from loaders.text.predicates import Predicate


class ClauseState:
    """The predicate being filled, those done, and what was seen since."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.done: list[Predicate] = []
        self.current = Predicate(start)
        self.replacing = False
        self.after_replaced = False  # what is told next is why somebody was replaced
        self.after_comma = False
        self.predecessor = False
        self.waiting = False  # what is said up to the next comma is not decided yet: `trong khi chờ …`
        self.before_that = False  # what comes first in the clause came after what it tells
        self.purpose = False
        self.considered = False  # `xem xét`: what is agreed to next is decided all the same
        self.rebuked = False  # `cảnh cáo`: no loss by itself, but what is taken besides is: `cảnh cáo và cho thôi …`
        self.later = False  # `ba năm sau`: on no day that is told
        self.gap = True
        self.depth = 0  # of brackets
        self.signer: Posts | None = None  # who may sign, named behind what is decided: `do Chủ tịch nước A ký`
        self.signers = 0  # how many of those named before the verb sign what follows
        self.last = ""
        self.before_last = ""
        self.words = 0
        self.listing = False
        self.proposing = False  # what is named next only proposes
        self.house: Body | None = None  # the body named last that has members
        self.members: Body | None = None  # the body whose members are being listed

    def flush(self, at: int) -> None:
        """Close the current predicate; the next one keeps what holds for the whole clause."""
        last = self.close(at)
        killed = last.killed and last.verb is None
        self.current = Predicate(self.start, killed=killed, past=last.past, struck=last.struck, decided=last.decided)

    def close(self, at: int) -> Predicate:
        """Close the current predicate: no other follows in this clause, unless one is opened."""
        last = self.current
        last.end = max(last.end, at)
        if self.members is not None:
            last.free, self.members = [membership(self.members)], None
        if last.toward and last.free and not last.posts and not last.subjects:
            last.posts, last.listed = last.free, True
        self.done.append(last)
        return last

    def end_aside(self) -> None:
        """At a comma: what was for, proposed or before is told; `Trước khi thay ông A làm …,` replaced nobody yet."""
        if self.before_that:
            self.current.replaced, self.current.dates = None, []
            self.replacing = self.after_replaced = False
        self.purpose = self.proposing = self.before_that = False

    def go_on(self, token: Token) -> None:
        """`thôi giữ chức A và tiếp tục làm B`: the same person, of whom something else is said."""
        subjects = self.current.subjects
        self.flush(token.start)
        self.current.before = list(subjects)

    def on_reason(self, why: VerbEntry, verb: VerbEntry | None, token: Token) -> None:
        """Why somebody was replaced; what the verb gives to that person may follow: `thay ông A về làm …`."""
        now = self.current
        assert now.replaced is not None
        self.after_replaced = False
        now.replaced_verb = why
        self.flush(token.start)
        self.current.before, self.current.verb, self.current.aside = [now.replaced], verb, True
        after = now.replaced.end
        self.current.deciders = now.replacers = [item for item in now.deciders if item.start >= after]
        now.deciders = [item for item in now.deciders if item.start < after]
