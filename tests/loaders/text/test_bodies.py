"""The names of bodies: words that only the caller can know to be part of one, and a city printed in short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.text.bodies import find_body
from loaders.text.clean import fold_for_scan
from loaders.text.context import plain_name
from loaders.text.mentions import find_tokens

PRINTED = "Vụ theo dõi thủy triều bãi ngang"


def test_a_word_marked_as_part_of_the_name_is_taken() -> None:
    tokens = find_tokens(PRINTED, fold_for_scan(PRINTED), 0, len(PRINTED))
    unmarked = find_body(tokens, 0)
    marked = find_body([tokens[0], *(replace(token, means={"tail": True}) for token in tokens[1:])], 0)
    assert unmarked is not None and unmarked[0].own == "Vụ"
    assert marked is not None and (marked[0].own, marked[1]) == (PRINTED, len(tokens))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Trung tâm Giống cây TP.HCM", "Trung tâm Giống cây Thành phố Hồ Chí Minh"),
        ("Trung tâm Giống cây Hà Nội", "Trung tâm Giống cây Hà Nội"),
    ],
)
def test_a_place_in_a_name_is_written_out(printed: str, name: str) -> None:
    found = find_body(find_tokens(printed, fold_for_scan(printed), 0, len(printed)), 0)
    assert found is not None and plain_name(found[0]) == name
