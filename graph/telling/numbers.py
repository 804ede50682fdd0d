"""The statements of a chain under numbers, so that every sentence can say which of them it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.evidence import Chain, Part, Statement, find_telling


@dataclass(frozen=True, slots=True)
class Numbered:
    """A chain whose statements bear numbers from 1 on: its own, then those of others that ended it."""

    chain: Chain

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in the order of their numbers."""
        return (*self.chain.statements, *self.chain.causes)

    def number(self, statement: Statement) -> int:
        """Give the number of a statement."""
        ids = [each.claim.id for each in self.statements]
        return ids.index(statement.claim.id) + 1

    def refs(self, statements: Iterable[Statement]) -> str:
        """Write the numbers of some statements as ` [1, 3]`, of none as nothing."""
        numbers = sorted({self.number(each) for each in statements})
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""

    def telling(self, part: Part) -> str:
        """Write the numbers of the statements that tell a part of the tenure."""
        return self.refs(find_telling(self.chain, part))
