"""The gazetteers' module: faults name file and line, a user's folder adds, roles and bodies are described by rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.gazetteers import COLUMNS, read_gazetteers
from loaders.gazetteers.roles import split_capacity

MEMBER = "Ủy viên @ "


def write(folder: Path, file: str, *lines: str) -> Path:
    header = "\t".join(COLUMNS[file])
    (folder / file).write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("roles.tsv", "Giám đốc\t-\t-\t-\tmaybe\t10\tDirector\tx", "column head has 'maybe'"),
        ("roles.tsv", "Giám đốc\t-\t-\t-\tyes\tten\tDirector\tx", "column rank has 'ten'"),
        ("roles.tsv", "Giám đốc\t-\tyes", "needs 8 columns"),
        ("verbs.tsv", "ban\t-\tgive\tban\tdecision\tx", "column event has 'give'"),
        ("cues.tsv", "hẳn\tnever\tx", "column kind has 'never'"),
        ("surnames.tsv", "Zơ\toften\tx", "column weight has 'often'"),
        ("surnames.tsv", "Zơ\trare\t-", "the column example must not be empty"),
        ("honorifics.tsv", "ngài\tlead\tx\tx", "column sex has 'x'; use one of: m, f, -"),
        ("furniture.tsv", "Hết\tpage\tx", "column how has 'page'"),
        ("places.tsv", "Sông Hồng\t-\tprovince\t2025\t-\t-\tx", "column valid_from has '2025'; write a day"),
        (
            "places.tsv",
            "Sông Hồng\t-\tprovince\t2025-07-01\t2025-07-01\t-\tx",
            "valid_until 2025-07-01 must come after valid_from 2025-07-01",
        ),
        ("districts.tsv", "Hồng\t-\thuyện\tHà Xa\t-\t-\tx", "the province 'Hà Xa' is not in places.tsv"),
        ("districts.tsv", "Hồng\t-\txã\tHà Nội\t-\t-\tx", "column level has 'xã'"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, file: str, line: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_gazetteers(write(tmp_path, file, line))
    assert f"{file}, line 2: {said}" in caught.value.say("en")
    assert f"{file}, dòng 2" in caught.value.say("vi")


def test_an_entry_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    folder = write(tmp_path, "surnames.tsv", "Zơ\trare\tx", "Zơ\trare\tx")
    with pytest.raises(InputError, match="line 3: 'Zơ' stands already on line 2"):
        read_gazetteers(folder)


def test_districts_of_one_name_in_two_provinces_are_no_fault(tmp_path: Path) -> None:
    folder = write(tmp_path, "districts.tsv", "Hồng\t-\thuyện\tHà Nội\t-\t-\tx", "Hồng\t-\thuyện\tSơn La\t-\t-\tx")
    assert {each.province for each in read_gazetteers(folder).districts if each.name == "Hồng"} == {"Hà Nội", "Sơn La"}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ["surname.tsv", "roles.tsv"],
            "no gazetteer is called surname.tsv; the names that are read: abbreviations.tsv",
        ),
        (["surnames.txt"], "no gazetteer is called surnames.txt"),
        ([], "there is no gazetteer in it"),
        (["README.md", ".DS_Store"], "there is no gazetteer in it"),
    ],
)
def test_a_folder_of_other_files_is_a_fault(tmp_path: Path, names: list[str], said: str) -> None:
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_gazetteers(tmp_path)
    assert said in caught.value.say("en") and str(tmp_path) in caught.value.say("vi")


def test_a_folder_that_is_none_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder of gazetteers"):
        read_gazetteers(tmp_path / "none")


def test_what_is_not_utf_8_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "surnames.tsv").write_bytes("surname\tweight\texample\nZơ\trare\tx\n".encode("utf-16"))
    with pytest.raises(InputError, match="surnames.tsv is not UTF-8; save it as UTF-8"):
        read_gazetteers(tmp_path)


def test_the_mark_that_editors_put_before_utf_8_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "surnames.tsv").write_bytes("surname\tweight\texample\r\nZơ\tusual\tx\r\n".encode("utf-8-sig"))
    assert read_gazetteers(tmp_path).surnames["Zơ"] == "usual"


def test_a_wrong_header_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "issuers.tsv").write_text("sign\tissuer\n", encoding="utf-8")
    with pytest.raises(InputError, match="the header must be: suffix issuer example"):
        read_gazetteers(tmp_path)


def test_a_folder_adds_to_and_replaces_entries(tmp_path: Path) -> None:
    write(
        tmp_path, "roles.tsv", "Giám đốc\t-\t-\t-\tno\t77\tHead\tx", "Trưởng thôn\t-\tThôn\t-\tyes\t13\tHamlet Head\tx"
    )
    known = read_gazetteers(tmp_path)
    assert known.describe_role("Giám đốc", "Sở Y tế tỉnh Sơn La").rank == 77
    assert known.describe_role("Trưởng thôn", "Thôn Nà Pài").head is True
    assert known.describe_role("Phó Giám đốc", "Sở Y tế tỉnh Sơn La").rank == 25


@pytest.mark.parametrize(
    ("role", "organization", "head", "seats"),
    [
        ("Bí thư", "Tỉnh ủy Sơn La", True, 1),
        ("Bí thư", "Ban Bí thư", False, None),
        ("Phó Bí thư", "Tỉnh ủy Sơn La", False, None),
        ("Tổng Bí thư", "Ban Chấp hành Trung ương Đảng", True, 1),
        ("Quyền Giám đốc", "Sở Y tế tỉnh Sơn La", True, 1),
        ("Phó Giám đốc phụ trách", "Sở Y tế tỉnh Sơn La", False, None),
        ("giám đốc", "Sở Y tế tỉnh Sơn La", True, 1),
        ("Người quét sân", "Sở Y tế tỉnh Sơn La", None, None),
    ],
)
def test_who_leads_alone(role: str, organization: str, head: bool | None, seats: int | None) -> None:
    facts = read_gazetteers().describe_role(role, organization)
    assert (facts.head, facts.seats) == (head, seats)


@pytest.mark.parametrize(
    ("role", "organization", "implied"),
    [
        ("Bí thư", "Tỉnh ủy Sơn La", ("Ban Thường vụ Tỉnh ủy Sơn La", "Ban Chấp hành Đảng bộ tỉnh Sơn La")),
        ("Phó Bí thư", "Đảng ủy Bộ Y tế", ("Ban Thường vụ Đảng ủy Bộ Y tế", "Ban Chấp hành Đảng bộ Bộ Y tế")),
        ("Ủy viên", "Ban Thường vụ Huyện ủy Lộc Bình", ("Ban Chấp hành Đảng bộ huyện Lộc Bình",)),
        ("Ủy viên", "Ban Thường vụ Thành uỷ Hải Phòng", ("Ban Chấp hành Đảng bộ thành phố Hải Phòng",)),
        ("Ủy viên", "Bộ Chính trị", ("Ban Chấp hành Trung ương Đảng",)),
        ("Bí thư", "Ban Bí thư", ("Ban Chấp hành Trung ương Đảng",)),
        ("Ủy viên", "Tỉnh ủy Sơn La", ()),
        ("Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La", ()),
    ],
)
def test_rule_17_what_a_post_implies(role: str, organization: str, implied: tuple[str, ...]) -> None:
    found = read_gazetteers().describe_role(role, organization).implies
    assert found == tuple(MEMBER + body for body in implied)


@pytest.mark.parametrize(
    ("printed", "role", "capacity"),
    [
        ("Quyền Bộ trưởng", "Bộ trưởng", "acting"),
        ("Phó Bí thư phụ trách", "Phó Bí thư", "in_charge"),
        ("Ủy viên dự khuyết", "Ủy viên", "alternate"),
        ("Phụ trách", "Phụ trách", "in_charge"),
        ("Giám đốc", "Giám đốc", "full"),
    ],
)
def test_rule_15_capacity_leaves_the_role(printed: str, role: str, capacity: str) -> None:
    assert split_capacity(printed) == (role, capacity)


@pytest.mark.parametrize(
    ("organization", "leader"),
    [
        ("Công an tỉnh Sơn La", "Giám đốc"),
        ("Tỉnh đoàn Sơn La", "Bí thư"),
        ("Hội đồng thành viên X", "Chủ tịch"),
        ("X", None),
    ],
)
def test_rule_15_the_post_of_a_bare_in_charge(organization: str, leader: str | None) -> None:
    assert read_gazetteers().find_leader(organization) == leader


@pytest.mark.parametrize(
    ("name", "ended", "successors"),
    [
        ("Bộ Giao thông Vận tải", date(2025, 3, 1), ("Bộ Xây dựng",)),
        ("Ủy ban Dân tộc", date(2025, 3, 1), ("Bộ Dân tộc và Tôn giáo",)),
        ("Ban Dân vận Trung ương", date(2025, 2, 3), ("Ban Tuyên giáo và Dân vận Trung ương",)),
        ("Ủy ban Tư pháp của Quốc hội", date(2025, 2, 18), ("Ủy ban Pháp luật và Tư pháp của Quốc hội",)),
        ("Bộ Y tế", None, ()),
    ],
)
def test_what_became_of_a_body(name: str, ended: date | None, successors: tuple[str, ...]) -> None:
    [entry] = [body for body in read_gazetteers().bodies if body.name == name]
    assert (entry.valid_until, entry.successors) == (ended, successors)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Tỉnh ủy Sơn La", ("committee", "province", "Sơn La", "Đảng bộ tỉnh Sơn La", "leads")),
        ("Ban Thường vụ Tỉnh ủy Sơn La", ("standing_committee", "province", "Sơn La", "Tỉnh ủy Sơn La", "organ")),
        ("Ủy ban Kiểm tra Tỉnh ủy Sơn La", ("inspection", "province", "Sơn La", "Tỉnh ủy Sơn La", "structural")),
        ("Sở Y tế tỉnh Sơn La", ("department", "province", "Sơn La", "Ủy ban nhân dân tỉnh Sơn La", "structural")),
        ("UBND TP Hải Phòng", ("people_committee", "province", "Hải Phòng", None, None)),
        (
            "Ủy ban nhân dân thành phố Móng Cái",
            ("people_committee", "district", "Móng Cái", "Ủy ban nhân dân tỉnh Quảng Ninh", "structural"),
        ),
        ("Vụ Tổ chức cán bộ Bộ Nội vụ", ("department", "unit", None, "Bộ Nội vụ", "structural")),
        ("Bộ Giao thông vận tải", ("ministry", "central", None, "Chính phủ", "structural")),
        ("Ban Chấp hành Đảng bộ Chính phủ", ("committee", "central", None, "Đảng bộ Chính phủ", "leads")),
        ("Ủy ban Pháp luật Quốc hội", ("assembly", "central", None, "Quốc hội", "structural")),
        ("Hội LHPN Việt Nam tỉnh Sơn La", ("union", "province", "Sơn La", None, None)),
        ("Quân khu I", ("army", None, None, "Bộ Quốc phòng", "structural")),
        ("Bảo hiểm xã hội Việt Nam", ("agency", "central", None, None, None)),  # its parent changed
        ("Đảng ủy Thông tấn xã Việt Nam", ("committee", "unit", None, "Đảng bộ Thông tấn xã Việt Nam", "leads")),
        ("Cái gì đó", (None, None, None, None, None)),
    ],
)
def test_what_a_body_is(name: str, said: tuple[str | None, ...]) -> None:
    facts = read_gazetteers().describe_body(name)
    assert (facts.kind, facts.level, facts.place, facts.parent, facts.parent_kind) == said
