"""Office lines and the posts they name: where they are cut, whose body serves whom, what is a capacity, what is reported."""

from __future__ import annotations

import pytest

from loaders.offices.lines import Post, read_line

CENTRE = "Ban Chấp hành Trung ương Đảng"
FRONT = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"


def posts(line: str, place: str = "") -> list[str]:
    return [f"{post.role} @ {post.organization}" for post in read_line(line, place).posts]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ủy viên Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", [f"Ủy viên @ {CENTRE}"]),
        ("Chủ tịch UBND tỉnh Sơn La", ["Chủ tịch @ Ủy ban nhân dân tỉnh Sơn La"]),
        ("Phó Bí thư Tỉnh ủy Sơn La\n(thường trực từ 7/2016)", ["Phó Bí thư @ Tỉnh ủy Sơn La"]),
        ("Phó Bí thư Tỉnh ủy Sơn La (Thường trực)", ["Phó Bí thư Thường trực @ Tỉnh ủy Sơn La"]),
        ("Bí thư Tỉnh ủy Sơn La (Đã bị cách chức)", ["Bí thư @ Tỉnh ủy Sơn La"]),
        ("Chủ tịch Ủy ban nhân dân huyện Trần Văn Thời", ["Chủ tịch @ Ủy ban nhân dân huyện Trần Văn Thời"]),
        ("Bí thư Huyện ủy Lộc Bình, tỉnh Lạng Sơn", ["Bí thư @ Huyện ủy Lộc Bình"]),
        ("Phó bí thư tỉnh Sơn La", ["Phó Bí thư @ Tỉnh ủy Sơn La"]),
        ("Thường vụ Tỉnh ủy Sơn La", ["Ủy viên @ Ban Thường vụ Tỉnh ủy Sơn La"]),
        ("Đại biểu Quốc hội Việt Nam khóa 14 tỉnh Sơn La", ["Đại biểu @ Quốc hội"]),
        (
            "Trưởng đoàn Đại biểu Quốc hội Việt Nam khóa XIV tỉnh Sóc Trăng",
            ["Trưởng Đoàn @ Đoàn đại biểu Quốc hội tỉnh Sóc Trăng"],
        ),
        ("Trưởng đoàn\nĐại biểu Quốc hội khóa XV tỉnh Sơn La", ["Trưởng Đoàn @ Đoàn đại biểu Quốc hội tỉnh Sơn La"]),
        ("Vụ trưởng Pháp chế Bộ Y tế", ["Vụ trưởng @ Vụ Pháp chế Bộ Y tế"]),
        ("Hiệu trưởng trường Đại học Sao Biển", ["Hiệu trưởng @ Trường Đại học Sao Biển"]),
        ("Chủ tịch Ủy ban Quốc gia UNESCO", ["Chủ tịch @ Ủy ban Quốc gia UNESCO"]),
        ("Hiệu trưởng Trường Chính trị (Bộ Giáo dục)", ["Hiệu trưởng @ Trường Chính trị Bộ Giáo dục"]),
        ("Hiệu trưởng Trường Sĩ quan (thuộc Bộ QP)", ["Hiệu trưởng @ Trường Sĩ quan"]),
        ("Chủ nhiệm Ủy ban Dân tộc (thuộc Quốc hội)", ["Chủ nhiệm @ Ủy ban Dân tộc của Quốc hội"]),
        (
            "Thứ trưởng Bộ Ngoại giao (Chính phủ Cách mạng lâm thời)",
            ["Thứ trưởng @ Bộ Ngoại giao Chính phủ Cách mạng lâm thời Cộng hòa miền Nam Việt Nam"],
        ),
    ],
)
def test_a_line_of_one_post(line: str, found: list[str]) -> None:
    assert posts(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(
            "Cục trưởng Cục Quản lý trại, cơ sở giáo dục (C99), Tổng cục Cảnh sát, Bộ Công an (Việt Nam)",
            ["Cục trưởng @ Cục Quản lý trại, cơ sở giáo dục Tổng cục Cảnh sát Bộ Công an"],
            id="a body has commas of its own, its hosts follow",
        ),
        pytest.param(
            "Phó Bí thư Tỉnh ủy\nChủ tịch UBND tỉnh Sơn La",
            ["Phó Bí thư @ Tỉnh ủy Sơn La", "Chủ tịch @ Ủy ban nhân dân tỉnh Sơn La"],
            id="a break before a title parts, the place serves both",
        ),
        pytest.param(
            "Chủ tịch\nHội Luật gia Việt Nam", ["Chủ tịch @ Hội Luật gia Việt Nam"], id="a host after a break"
        ),
        pytest.param(
            "Thứ trưởng Bộ Y tế - Trưởng ban Ban Quản lý Dự án Sông Hồng",
            ["Thứ trưởng @ Bộ Y tế", "Trưởng Ban @ Ban Quản lý dự án Sông Hồng"],
            id="a dash before a title",
        ),
        pytest.param(
            "Trưởng ban Tư tưởng – Văn hóa Trung ương",
            ["Trưởng Ban @ Ban Tư tưởng - Văn hóa Trung ương"],
            id="a dash within a name",
        ),
        pytest.param(
            "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
            ["Bộ trưởng @ Ủy ban Dân tộc", "Chủ nhiệm @ Ủy ban Dân tộc"],
            id="a minister by the next title",
        ),
        pytest.param(
            "Bộ trưởng, Phó Chủ nhiệm Ủy ban Dân tộc",
            ["Phó Chủ nhiệm @ Ủy ban Dân tộc"],
            id="a deputy with a minister's rank leads nothing",
        ),
        pytest.param(
            "Bí thư, Chính ủy Quân khu 8",
            ["Bí thư @ Đảng ủy Quân khu 8", "Chính ủy @ Quân khu 8"],
            id="a secretary takes the committee of the next title's body",
        ),
        pytest.param(
            "Phó Bí thư, Chủ tịch UBND huyện Lộc Bình",
            ["Phó Bí thư @ Huyện ủy Lộc Bình", "Chủ tịch @ Ủy ban nhân dân huyện Lộc Bình"],
            id="beside the State's body the Party's of that place",
        ),
        pytest.param(
            "Chính ủy - Bí thư Đảng ủy Quân đoàn 5",
            ["Chính ủy @ Quân đoàn 5", "Bí thư @ Đảng ủy Quân đoàn 5"],
            id="a commander is not in the committee",
        ),
        pytest.param(
            "Phó Tư lệnh Tham mưu trưởng Quân khu 8",
            ["Phó Tư lệnh @ Quân khu 8", "Tham mưu trưởng @ Quân khu 8"],
            id="two titles with nothing between",
        ),
        pytest.param(
            "Vụ trưởng, Thư ký Chánh Văn phòng Quốc hội",
            ["Vụ trưởng @ Văn phòng Quốc hội", "Thư ký @ Chánh Văn phòng Quốc hội"],
            id="a rank before a post is one too",
        ),
        pytest.param(
            f"Bí thư Đảng Đoàn; Chủ tịch\n{FRONT}",
            [f"Bí thư @ Đảng đoàn {FRONT}", f"Chủ tịch @ {FRONT}"],
            id="a group of Party members takes its host",
        ),
    ],
)
def test_where_a_line_is_cut_and_whose_body_serves_whom(line: str, found: list[str]) -> None:
    assert posts(line) == found


@pytest.mark.parametrize(
    ("line", "role", "capacity"),
    [
        ("Quyền Giám đốc Sở Y tế tỉnh Sơn La", "Giám đốc", "acting"),
        ("Giám đốc Sở Y tế tỉnh Sơn La (Quyền)", "Giám đốc", "acting"),
        ("Phó Giám đốc phụ trách Sở Y tế tỉnh Sơn La", "Phó Giám đốc", "in_charge"),
        ("Thứ trưởng phụ trách Bộ Y tế", "Thứ trưởng", "in_charge"),
        ("Phó Giám đốc Sở Y tế tỉnh Sơn La\nPhụ trách Sở Y tế tỉnh Sơn La", "Phó Giám đốc", "in_charge"),
        ("Phụ trách điều hành Sở Y tế tỉnh Sơn La", "Giám đốc", "in_charge"),
        ("Phó Giám đốc Sở Y tế tỉnh Sơn La\nPhụ trách dự phòng, kiểm nghiệm", "Phó Giám đốc", "full"),
        ("Phó Giám đốc Sở Y tế tỉnh Sơn La phụ trách Khối điều trị", "Phó Giám đốc", "full"),
        ("Ủy viên dự khuyết Trung ương Đảng khóa IX", "Ủy viên", "alternate"),
    ],
)
def test_a_word_is_a_capacity_only_where_it_qualifies_the_post(line: str, role: str, capacity: str) -> None:
    [post] = read_line(line).posts
    assert (post.role, post.capacity) == (role, capacity)


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("Ủy viên Trung ương Đảng khóa IX, X", "khóa IX, X"),
        ("Ủy viên Trung ương Đảng khoá VI,VII", "khóa VI, VII"),
        ("Ủy viên Trung ương Đảng khóa IX\nỦy viên Trung ương Đảng khóa X", "khóa IX, X"),
        ("Ủy viên Trung ương Đảng XIII", "khóa XIII"),
        ("Chủ tịch HĐND tỉnh Sơn La khóa XIV, nhiệm kỳ 2016 - 2021", "2016-2021"),
        ("Chủ tịch HĐND tỉnh Sơn La (nhiệm kỳ 2016-2021)", "2016-2021"),
        ("Chủ tịch HĐND tỉnh Sơn La", ""),
    ],
)
def test_several_terms_of_one_membership_are_joined(line: str, term: str) -> None:
    assert [post.term for post in read_line(line).posts] == [term]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Tư lệnh Quân chủng Hải quân Việt Nam", "Quân chủng Hải quân"),
        ("Bộ trưởng Bộ Năng lượng Việt Nam", "Bộ Năng lượng"),
        ("Tư lệnh Quân khu 8, Quân đội nhân dân Việt Nam", "Quân khu 8"),
        ("Chủ tịch Hội Luật gia Việt Nam", "Hội Luật gia Việt Nam"),
        ("Tổng Giám đốc Thông tấn xã Việt Nam", "Thông tấn xã Việt Nam"),
        ("Chủ tịch Quốc hội nuớc\nCộng hoà Xã hội chủ nghĩa Việt Nam", "Quốc hội"),
        ("Chủ nhiệm Ủy ban Pháp luật Quốc hội Việt Nam", "Ủy ban Pháp luật của Quốc hội"),
        ("Trưởng ban Tổ chức Trung ương Đảng Cộng sản Việt Nam", "Ban Tổ chức Trung ương"),
        ("Phó Trưởng ban Ban Chỉ đạo Tây Nam Bộ", "Ban Chỉ đạo Tây Nam Bộ"),
    ],
)
def test_the_country_goes_where_it_is_no_part_of_the_name(line: str, body: str) -> None:
    assert [post.organization for post in read_line(line).posts] == [body]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", "empty"),
        ("Phu nhân Chủ tịch nước", "no_post"),
        ("Chủ tịch danh dự Hội Luật gia Việt Nam", "no_post"),
        ("Thợ cả Xưởng mộc Sông Hồng", "no_title"),
        ("Thứ trưởng Bộ Y tế, Tổng thầu Xưởng mộc", "no_title"),
        ("Chủ tịch Sông Hồng Corporation", "unread"),
        ("Bí thư Tỉnh ủy", "no_body"),
        ("Giám đốc Sở Y tế", "no_body"),
    ],
)
def test_a_line_that_is_not_split_is_reported_and_gives_no_post(line: str, fault: str) -> None:
    found = read_line(line)
    assert (found.posts, found.fault) == ((), fault)


def test_the_constituency_beside_a_line_says_where_its_body_is() -> None:
    assert posts("Giám đốc Sở Y tế", "Sơn La") == ["Giám đốc @ Sở Y tế tỉnh Sơn La"]
    assert posts("Đại sứ Đặc mệnh toàn quyền", "Lào") == ["Đại sứ @ Đại sứ quán Việt Nam tại Lào"]
    assert posts("Bí thư Tỉnh ủy Lạng Sơn", "Sơn La") == ["Bí thư @ Tỉnh ủy Lạng Sơn"]


def test_what_is_sure_of_a_line_stands_beside_what_is_not() -> None:
    found = read_line("Cục trưởng, Đại biểu Quốc hội khóa XV")
    assert found.posts == (Post("Đại biểu", "Quốc hội", "full", "khóa XV"),)
    assert (found.fault, found.rest) == ("no_body", "Cục trưởng")
