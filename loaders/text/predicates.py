"""What one clause says is done to whom: the form that step 3 fills and step 4 reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Posts, Subject
from loaders.text.mentions import Token, When
from loaders.text.titles import Title

MEMBER = "Ủy viên"
BOARD_MEMBER = "Thành viên"
IN_CHARGE = "Phụ trách"


@dataclass(slots=True)
class Predicate:
    """What one clause says is done to whom; filled item by item."""

    start: int
    end: int = 0
    verb: VerbEntry | None = None
    before: list[Subject] = field(default_factory=list)
    after: list[Subject] = field(default_factory=list)
    others: list[Subject] = field(default_factory=list)  # named before the one the verb is of
    posts: list[Title] = field(default_factory=list)
    free: list[Title] = field(default_factory=list)  # titles with nobody beside them, before any verb
    deciders: list[Body | Posts] = field(default_factory=list)
    named: list[Body] = field(default_factory=list)  # the bodies it names, whatever for
    dates: list[tuple[Token, When]] = field(default_factory=list)
    shifts: list[Token] = field(default_factory=list)  # days told by another one: `cùng ngày`, `ngày hôm sau`
    number: Token | None = None
    term: str | None = None
    years: tuple[str, str] | None = None  # a span printed alone: `1999-2004, ông …`
    replaced: Subject | None = None
    replaced_verb: VerbEntry | None = None
    replacers: list[Body | Posts] = field(default_factory=list)  # who decided on the one who is replaced
    predecessor: bool = False  # who is replaced is called so: `người tiền nhiệm`
    link: bool = False
    also: bool = False  # `kiêm`, `đồng thời là`
    aimed: bool = False  # the word that links to a post came after the verb
    copula: bool = False
    join: bool = False
    charge: bool = False
    toward: bool = False
    passive: bool = False
    killed: bool = False
    past: bool = False
    struck: bool = False  # a past post is struck off by discipline: `xóa tư cách`
    decided: bool = False  # the clause speaks of a decision
    listed: bool = False  # the persons come after the posts, as a list
    present: bool = False
    granted: bool = False  # what somebody asked for was granted
    signed: bool = False  # its subject signs what is decided
    aside: bool = False  # tells of another decision than the text's: why somebody was replaced
    same: bool = False  # the post told last: `miễn nhiệm chức vụ này`
    counted: bool = False  # the posts are counted, and who has them is told below: `bầu ba Phó Chủ tịch`
    respective: bool = False  # the first post is the first person's: `lần lượt`
    titled: bool = False  # the posts are printed beside the persons: `bổ nhiệm các chức danh: ông A, …`
    undated: bool = False  # told of no day of its own nor of that of the meeting: `trong đợt này`
    spread: bool = False  # read from persons with titles that an earlier verb reaches

    @property
    def subjects(self) -> list[Subject]:
        if self.signed and self.verb is not None and self.verb.kind != "leave" and not (self.after or self.passive):
            return []
        if self.after and not (self.passive and self.before and not self.toward):
            return self.after
        return self.before

    @classmethod
    def given(
        cls, stretch: tuple[int, int], verb: VerbEntry | None, subject: Subject, posts: Sequence[Title]
    ) -> Predicate:
        """What a row of a table or a line of a form gives or takes, with no clause around it."""
        return cls(
            *stretch, verb=verb, before=[subject], posts=list(posts), link=True, decided=True, passive=True, spread=True
        )

    @property
    def stands_alone(self) -> bool:
        """Tell whether it says more than who, or who else holds the posts of a list: `ông A, kiêm nhiệm …`."""
        return self.speaks and not (self.also and not self.posts and self.verb is None)

    @property
    def speaks(self) -> bool:
        """Tell whether it says anything of its own: a verb or a word that links to a post."""
        return self.verb is not None or self.link or self.copula or self.join or self.charge
