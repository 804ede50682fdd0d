"""What a page shows of its wikitext: flags, notes, targets of links and templates of duration are left out."""

from __future__ import annotations

import pytest

from loaders.offices.wikitext import show


@pytest.mark.parametrize(
    ("wikitext", "shown"),
    [
        ("Bí thư [[Tỉnh ủy Hải Dương|Tỉnh ủy Sơn La]]", "Bí thư Tỉnh ủy Sơn La"),
        ("[[Tập_tin:Co do.svg|22px|link=]]<br/>Chủ tịch<Br />[[Quốc hội]]", "Chủ tịch\nQuốc hội"),
        ("[[Hình:A.svg|ảnh của [[ai]]]] Bộ trưởng", "Bộ trưởng"),
        (
            "Giám đốc<!-- ẩn --> Sở<ref name=\"a\">{{chú thích web|url=x}}</ref><ref name='b' /> Y tế",
            "Giám đốc Sở Y tế",
        ),
        ("''nay''<br>{{số năm theo năm và ngày|2021|1|30}}", "nay"),
        ("[[1 tháng 5]] năm [[2010]] <small>{{Số năm theo năm và ngày|2010|5|1}}</small>", "1 tháng 5 năm 2010"),
        ("{{start date|2011|1|18}}", "2011-01-18"),
        ("{{nowrap|Phó Bí thư}}&nbsp;{{VIE}}", "Phó Bí thư"),
        ("Bộ trưởng{{efn|Trước đó gọi là [[Ủy ban]] {{small|x}}}} Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("{{VIE}}", ""),
    ],
)
def test_only_the_shown_text_counts(wikitext: str, shown: str) -> None:
    assert show(wikitext) == shown
