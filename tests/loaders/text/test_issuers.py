"""Who decided, by the sign of the decision's number: the first sign after its form; places come from the text."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read

AN = "Đỗ Văn An"
GIVEN = f"bổ nhiệm ông {AN} giữ chức Phó Giám đốc"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Quyết định số 12/QĐ-BNN-TCCB {GIVEN} Bệnh viện Bạch Mai.", "Bộ Nông nghiệp và Phát triển nông thôn"),
        (f"Quyết định số 12/QĐ-VKSTC-V15 {GIVEN} Bệnh viện Bạch Mai.", "Viện kiểm sát nhân dân tối cao"),
        (f"Nghị quyết số 12/NQ-UBTVQH15 {GIVEN} Bệnh viện Bạch Mai.", "Ủy ban Thường vụ Quốc hội"),
        # The unit that drew it up has a sign of its own, which here is also a ministry's.
        (f"Quyết định số 12-QĐ/TĐTN-BTC {GIVEN} Bệnh viện Bạch Mai.", None),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Sở Y tế tỉnh Sơn La.", "Tỉnh ủy Sơn La"),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Sở Y tế thành phố Đà Nẵng.", "Thành ủy Đà Nẵng"),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Bệnh viện Bạch Mai.", None),
        (f"Quyết định số 12/QĐ-BYT {GIVEN} Bệnh viện Bạch Mai.", "Bộ Y tế"),
        (
            f"Bộ trưởng Bộ Y tế đã ký các quyết định bổ nhiệm. Quyết định số 12/QĐ-BYT {GIVEN} Bệnh viện Bạch Mai.",
            "Bộ trưởng Bộ Y tế",
        ),
    ],
)
def test_the_sign_names_the_issuer(text: str, issuer: str | None) -> None:
    [fact] = read(text).facts
    assert fact.issuer == issuer
