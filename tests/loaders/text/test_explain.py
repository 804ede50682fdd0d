"""What `extract` prints: the JSON of DESIGN 3, the reasons for a fact, the reasons for none."""

from __future__ import annotations

import json

import pytest

from loaders.text import read_text
from loaders.text.explain import explain, fact_json, why_not
from tests.loaders.text.telling import document, sample


def test_the_json_has_the_form_of_the_design() -> None:
    given = sample()
    said = json.loads(json.dumps(fact_json(given, read_text(given)), ensure_ascii=False))
    assert list(said) == ["doc_id", "facts", "aliases", "votes"]
    wanted = {
        "person", "event", "action", "role", "organization", "issuer", "decision_number", "date", "end", "term",
        "quote", "inferred",
    }  # fmt: skip
    for fact in said["facts"]:
        assert wanted <= set(fact)
        quote = fact["quote"]
        assert given.text[quote["start"] : quote["end"]] == quote["text"]
    assert said["aliases"] == [["Đỗ Văn Phới", "Đỗ Văn Phớn"]]
    [vote] = said["votes"]
    assert {"date", "body", "subjects", "level", "wording", "quote"} <= set(vote)


def test_a_fact_is_explained_by_rule_words_and_what_was_completed() -> None:
    given = sample()
    [fact] = [f for f in read_text(given).facts if f.role == "Bí thư" and f.person == "Vũ Việt Trang"]
    said = explain(given, fact, "en")
    assert "rule: apposition" in said
    assert "'Vũ Việt Trang'" in said and "'Đảng ủy'" in said
    assert "inferred: organization" in said and "host: the body of the next title" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Giám đốc Sở Y tế", "was read as: hold Lê Nam"),
        ("Đỗ Văn An", "has 'dự kiến': not decided yet"),
        ("Trần Thị Bình", "is a person with no title beside it"),
        ("Hồ Văn Cường", "article's tail"),
        ("Vụ trưởng", "does not occur"),
        ("Chủ tịch Quốc hội", "is a title with no person beside it"),
    ],
)
def test_where_a_reading_was_lost(words: str, said: str) -> None:
    text = (
        "Ông Lê Nam, Giám đốc Sở Y tế tỉnh Sơn La, dự. Thủ tướng dự kiến bổ nhiệm ông Đỗ Văn An giữ chức Bộ trưởng Bộ Y tế. "
        "Bà Trần Thị Bình hát. Theo Chủ tịch Quốc hội, việc này cần bàn.\n\nTin liên quan\nÔng Hồ Văn Cường"
    )
    assert said in why_not(document(text), words, "en")
