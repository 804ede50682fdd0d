"""Places by their names: which level on which day, in which province; unsure is None; the files against their source."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from loaders.gazetteers import read_entries, read_gazetteers
from loaders.gazetteers.places import find_province
from tests.loaders.gazetteers.make_districts import make_rows

TABLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "vn-admin-units"
OURS = Path(__file__).resolve().parents[3] / "loaders" / "gazetteers"
needs_tables = pytest.mark.skipif(not TABLES.is_dir(), reason="needs ../shared/data/vn-admin-units beside the checkout")
IN_2006, IN_2020, IN_2025, IN_2026 = date(2006, 5, 1), date(2020, 5, 1), date(2025, 3, 1), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("word", "name", "on", "province"),
    [
        ("huyện", "Lộc Bình", None, "Lạng Sơn"),
        ("huyện", "Lộc Bình", IN_2026, "Lạng Sơn"),  # told of a district that is no more
        ("huyện", "Châu Thành", None, None),  # ten of that name
        ("quận", "Hoàng Mai", IN_2020, "Hà Nội"),
        ("thị xã", "Hoàng Mai", IN_2020, "Nghệ An"),
        ("thị xã", "Phổ Yên", IN_2020, "Thái Nguyên"),  # a city since 2022
        ("huyện", "Tân Uyên", IN_2020, None),  # of Lai Châu, or of Bình Dương before it was raised
        ("thành phố", "Tân Uyên", IN_2025, "Bình Dương"),
        ("huyện", "Kỳ Anh", IN_2020, "Hà Tĩnh"),  # two, in one province
        ("huyện", "Ba Vì", IN_2006, "Hà Tây"),
        ("huyện", "Ba Vì", IN_2020, "Hà Nội"),
        ("huyện", "Mê Linh", IN_2006, "Vĩnh Phúc"),
        ("huyện", "A Lưới", IN_2020, "Thừa Thiên Huế"),
        ("huyện", "A Lưới", IN_2025, "Huế"),
        ("huyện", "Cư Jút", date(2003, 5, 1), None),  # Đắk Nông began in 2004
        ("huyện", "Mù Cang Chải", None, "Yên Bái"),  # another spelling
        ("quận", "Lộc Bình", None, None),
        ("huyện", "Trà Khê", None, None),
    ],
)
def test_the_province_of_a_district(word: str, name: str, on: date | None, province: str | None) -> None:
    found = find_province(read_gazetteers().place_index, word, name, on)
    assert (None if found is None else found.name) == province


@pytest.mark.parametrize(
    ("body", "on", "said"),
    [
        ("Ủy ban nhân dân huyện Lộc Bình", None, ("district", "Lộc Bình", "Ủy ban nhân dân tỉnh Lạng Sơn")),
        ("Ủy ban nhân dân huyện Châu Thành", None, ("district", "Châu Thành", None)),
        ("UBND quận Ba Đình", IN_2020, ("district", "Ba Đình", "Ủy ban nhân dân thành phố Hà Nội")),
        ("Đảng bộ huyện Lộc Bình", None, ("district", "Lộc Bình", "Đảng bộ tỉnh Lạng Sơn")),
        ("Công an huyện Lộc Bình", IN_2020, ("district", "Lộc Bình", "Công an tỉnh Lạng Sơn")),
        ("Công an thành phố Hà Nội", IN_2020, ("province", "Hà Nội", "Bộ Công an")),
        ("Sở Y tế Lạng Sơn", None, ("province", "Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn")),
        ("Hội đồng nhân dân huyện Lộc Bình", None, ("district", "Lộc Bình", None)),
        # A name of a province and of a city in it.
        ("Ủy ban nhân dân tỉnh Cao Bằng", None, ("province", "Cao Bằng", None)),
        ("Ủy ban nhân dân thành phố Cao Bằng", None, ("district", "Cao Bằng", "Ủy ban nhân dân tỉnh Cao Bằng")),
        ("Thành ủy Hòa Bình", IN_2020, ("district", "Hòa Bình", "Đảng bộ thành phố Hòa Bình")),
        ("Ủy ban nhân dân huyện Quảng Ninh", IN_2020, ("district", "Quảng Ninh", "Ủy ban nhân dân tỉnh Quảng Bình")),
        # Places that lie in each other: the first is the body's.
        ("UBND xã Hữu Liên, huyện Hữu Lũng, tỉnh Lạng Sơn", None, ("commune", "Hữu Liên", None)),
        ("UBND xã Hữu Liên huyện Hữu Lũng tỉnh Lạng Sơn", None, ("commune", "Hữu Liên", None)),
        ("UBND phường 1 (quận 3, Thành phố Hồ Chí Minh)", None, ("commune", "1", None)),
        ("UBND huyện Châu Thành, tỉnh Long An", IN_2020, ("district", "Châu Thành", "Ủy ban nhân dân tỉnh Long An")),
        ("Công an thị xã Sơn Tây, Hà Nội", IN_2020, ("district", "Sơn Tây", "Công an thành phố Hà Nội")),
        (
            "Thành ủy Thủ Đức, Thành phố Hồ Chí Minh",
            None,
            ("district", "Thủ Đức", "Đảng bộ thành phố Thủ Đức, Thành phố Hồ Chí Minh"),
        ),
        ("UBND thành phố Cao Bằng, tỉnh Cao Bằng", None, ("district", "Cao Bằng", "Ủy ban nhân dân tỉnh Cao Bằng")),
        # Words for a level that are part of others.
        (
            "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn",
            None,
            ("province", "Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ),
        (
            "Hội đồng quản trị Hợp tác xã Hữu Liên, huyện Hữu Lũng",
            None,
            ("district", "Hữu Lũng", "Hợp tác xã Hữu Liên, huyện Hữu Lũng"),
        ),
        ("Thành ủy Hải Phòng", None, ("province", "Hải Phòng", "Đảng bộ thành phố Hải Phòng")),
        ("Thành ủy Thành phố Hồ Chí Minh", None, ("province", "Hồ Chí Minh", "Đảng bộ thành phố Hồ Chí Minh")),
        # A city of a province that became one under the centre.
        ("Thành ủy Huế", IN_2020, ("district", "Huế", "Đảng bộ thành phố Huế")),
        ("Thành ủy Huế", IN_2025, ("province", "Huế", "Đảng bộ thành phố Huế")),
        (
            "Ủy ban nhân dân thành phố Huế",
            IN_2020,
            ("district", "Huế", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ),
        ("Ủy ban nhân dân thành phố Cần Thơ", date(2003, 5, 1), ("district", "Cần Thơ", None)),
    ],
)
def test_level_place_and_what_is_above(body: str, on: date | None, said: tuple[str, str, str | None]) -> None:
    facts = read_gazetteers().describe_body(body, on)
    assert (facts.level, facts.place, facts.parent) == said


def test_each_district_lies_in_its_province_on_its_last_day() -> None:
    index = read_gazetteers().place_index
    alone = 0
    for row in read_entries("districts.tsv"):
        ended = row.day("valid_until")
        assert ended is not None
        found = find_province(index, row["level"], row["name"], ended - timedelta(days=1))
        assert found is None or found.name == row["province"], row["name"]
        alone += found is not None
    assert alone > 690


@needs_tables
def test_the_districts_are_those_of_the_tables() -> None:
    lines = (OURS / "districts.tsv").read_text("utf-8").splitlines()
    made = make_rows(TABLES)
    assert len(made) == 696
    assert lines[3 : 3 + len(made)] == made


@needs_tables
def test_the_provinces_are_those_of_the_tables() -> None:
    def names(file: str) -> dict[str, str]:
        with (TABLES / file).open(encoding="utf-8") as rows:
            return {
                row["short_name"]: "city" if row["name"].startswith("Thành") else "province"
                for row in csv.DictReader(rows)
            }

    rows = read_entries("places.tsv")
    before = {row["name"]: row["level"] for row in rows if row["valid_until"] in ("", "2025-07-01")}
    after = {row["name"]: row["level"] for row in rows if not row["valid_until"]}
    assert (len(before), len(after)) == (63, 34)
    assert before == names("provinces_legacy.csv")
    assert after == names("provinces_2025.csv")
    with (TABLES / "province_merge_2025.csv").open(encoding="utf-8") as file:
        became = {tuple(_bare(row[name]) for name in ("old_name", "new_name")) for row in csv.DictReader(file)}
    ours = {(row["name"], row["successor"] or row["name"]) for row in rows if row["valid_until"] in ("", "2025-07-01")}
    assert ours == became


def _bare(name: str) -> str:
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")
