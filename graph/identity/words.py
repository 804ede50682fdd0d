"""Why two may be one, and why claims were taken for one person, in words."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import Lang, Text

REASONS: Mapping[str, Text] = {  # the keys of graph/identity/compare.py
    "same_name": Text(vi="cùng họ tên", en="the same name"),
    "like_name": Text(vi="tên chỉ khác cách viết (i/y, chữ hoa)", en="names that differ in spelling only (i/y, case)"),
    "no_diacritics": Text(vi="một tên viết không dấu", en="one name printed without diacritics"),
    "same_body": Text(vi="cùng một tổ chức, cùng lúc hay liền nhau", en="one body, at once or one after the other"),
    "born": Text(vi="cùng năm sinh", en="the same year of birth"),
    "same_place": Text(vi="cùng nơi và cùng cấp", en="one place and level"),
    "born_near": Text(vi="năm sinh lệch một năm", en="years of birth one apart"),
    "rare_name": Text(vi="chỉ hai người mang tên này", en="only two bear the name"),
    "two_places": Text(vi="cùng lúc ở hai nơi (điểm trừ)", en="in two places at once (counts against)"),
}
GROUNDS: Mapping[str, Text] = {  # of graph/identity/individuals.py
    "own_id": Text(vi="cùng mã do nguồn đặt", en="the source's own id"),
    "same_decision": Text(vi="cùng tên trong một quyết định", en="the same name in one decision"),
    "same_source": Text(vi="cùng tên trong một nguồn", en="the same name in one source"),
    "same_post": Text(vi="cùng tên, cùng chức vụ", en="the same name in the same post"),
    "judgement": Text(vi="có người nhận định là một", en="somebody judged them to be one"),
}
VERDICTS: Mapping[str, Text] = {
    "same": Text(vi="là một người", en="one person"),
    "different": Text(vi="là hai người", en="two persons"),
    "unsure": Text(vi="chưa rõ", en="not sure"),
}


def say_reasons(reasons: list[str], lang: Lang) -> str:
    """Say reasons in one line."""
    return "; ".join(REASONS[reason].say(lang) for reason in reasons)
