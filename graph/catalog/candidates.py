"""The two errors of a name: it fits nothing, or several, listed with id, posts and years (RULES 27)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import QuestionError

_MOST_LISTED = 20


def years(started: str | None, ended: str | None) -> str:
    """Write a period by its years, `?` for a start and nothing for an end that is not known."""
    return f"{(started or '?')[:4]}–{(ended or '')[:4]}"


def refuse_unknown(param: str, text: str, *, vi: str, en: str) -> QuestionError:
    """Make the error of a name that nothing bears."""
    return QuestionError(
        vi=f'{param}: không có {vi} mang tên hay mã «{text}»; thử câu hỏi search với text="{text}"',
        en=f"{param}: there is no {en} of the name or id '{text}'; try the question search with text=\"{text}\"",
    )


def refuse_ambiguous(param: str, text: str, candidates: Sequence[str]) -> QuestionError:
    """Make the error of a name that several bear."""
    shown = " | ".join(candidates[:_MOST_LISTED])
    more = f" | … (+{len(candidates) - _MOST_LISTED})" if len(candidates) > _MOST_LISTED else ""
    return QuestionError(
        vi=f"{param}: «{text}» hợp với {len(candidates)} mục, hãy dùng mã: {shown}{more}",
        en=f"{param}: '{text}' fits {len(candidates)}, give an id: {shown}{more}",
    )
