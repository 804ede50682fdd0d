"""Folding of Vietnamese names: what is one name, what only looks so (RULES 17, 24; IDENTITY 3)."""

from __future__ import annotations

import unicodedata

import pytest

from graph.names import body_key, exact_key, folded, nfc, role_key, split_reference, title_case, tone_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Nguyễn Thuý", "Nguyễn Thúy"),
        (unicodedata.normalize("NFD", "Trần Đại Quang"), "Trần Đại Quang"),
        ("Lê\u00a0 An\u200b", "Lê An"),
        ("Y’ Thông", "Y'Thông"),
    ],
)
def test_exact_keys_are_equal_for_one_name(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nguyễn Văn Tiến", "Nguyễn Văn Tiên"), ("Hiến", "Hiện"), ("Lê Quý", "Lê Quí"), ("Lê An", "lê an"), ("Duy Hưng", "Duy Hùng")],
)  # fmt: skip
def test_exact_keys_differ_for_two(one: str, other: str) -> None:
    assert exact_key(one) != exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Quý", "Lê Quí"), ("LÊ AN", "Lê An"), ("Ban Tổ chức - Cán bộ", "Ban Tổ chức – Cán bộ")]
)
def test_tone_keys_overlook_case_and_i_y(one: str, other: str) -> None:
    assert tone_key(one) == tone_key(other)


def test_tone_keys_keep_tones() -> None:
    assert tone_key("Lê Thị Hiền") != tone_key("Lê Thị Hiện")


def test_folded_finds_without_diacritics_and_writes_out() -> None:
    assert folded("Đỗ Văn Phới, UBND TP.HCM") == "do van phoi uy ban nhan dan thanh pho ho chi minh"


@pytest.mark.parametrize(
    "forms",
    [
        ("Tỉnh ủy Quảng Ninh", "Ban Chấp hành Đảng bộ tỉnh Quảng Ninh", "BCH Đảng bộ tỉnh Quảng Ninh", "TỈNH UỶ QUẢNG NINH", "Ban Chấp hành Tỉnh ủy Quảng Ninh", "Đảng ủy tỉnh Quảng Ninh"),
        ("Thành ủy Hà Nội", "Ban Chấp hành Đảng bộ thành phố Hà Nội", "Thành ủy TP. Hà Nội"),
        ("Thành ủy Thành phố Hồ Chí Minh", "BCH Đảng bộ TP.HCM", "Thành uỷ TPHCM"),
        ("Huyện ủy Thanh Trì", "Ban Chấp hành Đảng bộ huyện Thanh Trì"),
        ("Quận ủy Ba Đình", "Quận ủy quận Ba Đình", "Ban Chấp hành Quận ủy Ba Đình"),
        ("Thị ủy Sơn Tây", "Ban Chấp hành Đảng bộ thị xã Sơn Tây", "Thị ủy TX. Sơn Tây"),
        ("Ban Thường vụ Tỉnh ủy Sơn La", "BTV Tỉnh ủy Sơn La", "Ban Thường vụ Đảng bộ tỉnh Sơn La"),
        ("Đảng ủy Quân khu 1", "Ban Chấp hành Đảng bộ Quân khu 1"),
        ("UBKT Trung ương", "Ủy ban Kiểm tra TƯ", "Uỷ ban Kiểm tra T.Ư", "Ủy ban kiểm tra TW"),
        ("Sở Kế hoạch và Đầu tư tỉnh Sơn La", "Sở Kế hoạch - Đầu tư tỉnh Sơn La", "Sở Kế hoạch & Đầu tư tỉnh Sơn La"),
        ("Ủy ban Pháp luật của Quốc hội", "Ủy ban Pháp luật Quốc hội"),
        ("UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"),
    ],
    ids=lambda forms: forms[0],
)  # fmt: skip
def test_rule_17_and_24_one_body_in_many_prints(forms: tuple[str, ...]) -> None:
    assert len({body_key(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng bộ tỉnh Sơn La", "Tỉnh ủy Sơn La"),
        ("Ban Thường vụ Tỉnh ủy Sơn La", "Tỉnh ủy Sơn La"),
        ("Thành ủy Sơn La", "Tỉnh ủy Sơn La"),
        ("BỘ TƯ PHÁP", "Bộ Trung ương Pháp"),
        ("Bộ Tư lệnh Thủ đô", "Bộ Trung ương lệnh Thủ đô"),
    ],
)
def test_rule_17_other_bodies_stay_others(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


def test_small_forms() -> None:
    assert nfc(" a\u0302\u0301 \n b ") == "ấ b"
    assert title_case("NGUYỄN VĂN AN") == "Nguyễn Văn An"
    assert title_case("Nguyễn Văn AN") == "Nguyễn Văn AN"
    assert role_key("Phó Chủ tịch UBND") == role_key("phó chủ tịch Uỷ ban nhân dân")
    assert split_reference("Sở Y tế @ Hà  Nội") == ("Sở Y tế", "Hà Nội")
    assert split_reference("Sở Y tế") == ("Sở Y tế", None)
