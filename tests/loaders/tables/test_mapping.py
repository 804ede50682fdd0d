"""Other people's columns through a mapping file (DESIGN 8), and the faults of the file itself."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import InputError
from loaders.reports import RowError, TableClaim
from loaders.tables import read_mapping, read_table
from tests.loaders.tables.reading import read_claims, read_errors, write

ROOT = Path(__file__).resolve().parents[3]
IFG = ROOT.parent / "shared" / "data" / "ifg-ministers"
IFG_MAPPING = ROOT / "loaders" / "tables" / "mappings" / "ifg-ministers.yaml"
MAIN = "who,post,dept,from,to\n1,p1,Home Office,01.05.1990,1994\n2,p2,Treasury,05.1997,\n"
PEOPLE = "id,name,since\n1,Lord Freeman,2000\n1,Roger Freeman,\n2,Ann Lee,\n"
POSTS = "id,title\np1,Minister\np2,Clerk\n"
MAPPING = """table: tenures
columns:
  person: person.name
  role: post.title
  organization: dept
  started: from
  ended: to
  person_id: who
constants: {id_source: x}
dates: ["%d.%m.%Y", "%m.%Y", "%Y"]
join:
  person: {file: people.csv, key: id, by: who, latest: since}
  post: {file: posts.csv, key: id, by: post}
"""


def _files(folder: Path, *, main: str = MAIN, people: str = PEOPLE, mapping: str = MAPPING) -> tuple[Path, Path]:
    write(folder, people, "people.csv")
    write(folder, POSTS, "posts.csv")
    return write(folder, main, "main.csv"), write(folder, mapping, "m.yaml")


def test_columns_constants_dates_and_side_files(tmp_path: Path) -> None:
    first, second = read_claims(*_files(tmp_path))
    assert (first.person, first.names, first.role, first.organization) == (
        "Lord Freeman",
        ("Roger Freeman",),
        "Minister",
        "Home Office",
    )
    assert (first.person_id, first.id_source) == ("1", "x")
    assert [str(day) for day in (first.date, first.end, second.date)] == ["1990-05-01", "1994", "1997-05"]
    assert (second.person, second.names, second.end) == ("Ann Lee", (), None)


def test_a_workbook_s_date_cells_need_no_format(tmp_path: Path) -> None:
    _, mapping = _files(tmp_path)
    book = Workbook()
    book.worksheets[0].append(MAIN.split("\n")[0].split(","))
    book.worksheets[0].append([2, "p2", "Treasury", date(1997, 5, 2), None])
    book.save(tmp_path / "main.xlsx")
    assert [str(claim.date) for claim in read_claims(tmp_path / "main.xlsx", mapping)] == ["1997-05-02"]


def test_columns_that_bear_our_names_need_no_mention(tmp_path: Path) -> None:
    table = write(tmp_path, "person,role,organization,started,ended,remark\nA B,C,D,2020,,x\n")
    assert len(read_claims(table, write(tmp_path, "ignore: [remark]\n", "m.yaml"))) == 1


def test_names_may_come_from_several_columns(tmp_path: Path) -> None:
    table = write(tmp_path, "name,aka,short,role,organization,started,ended\nAnn Lee,A. Lee,Annie,C,D,2020,\n")
    mapping = write(tmp_path, "columns:\n  person: name\n  names: [aka, short, name]\n", "m.yaml")
    assert [(claim.person, claim.names) for claim in read_claims(table, mapping)] == [("Ann Lee", ("A. Lee", "Annie"))]


def test_rows_that_a_side_file_cannot_answer(tmp_path: Path) -> None:
    main = MAIN + "3,p1,Home Office,1990,\n2,p1,Home Office,next year,\n,p1,Home Office,1990,\n"
    errors = read_errors(*_files(tmp_path, main=main))
    assert [(error.row, error.value, error.text.en) for error in errors] == [
        (4, "3", "main.csv, row 4: no row of people.csv has '3' for its id; complete that file"),
        (
            5,
            "next year",
            "main.csv, row 5, column started: 'next year' is not a date of the form %d.%m.%Y or %m.%Y or %Y "
            "that the mapping gives",
        ),
        (6, "", "main.csv, row 6, column person: the cell is blank; fill it in"),
    ]
    assert errors[0].text.vi == "main.csv, dòng 4: không có dòng nào của people.csv có id là «3»; hãy bổ sung tệp đó"


def test_several_rows_that_differ_need_a_word_on_which_counts(tmp_path: Path) -> None:
    paths = _files(tmp_path)
    write(tmp_path, POSTS + "p1,Chief\n", "posts.csv")
    assert [error.text.en for error in read_errors(*paths)] == [
        "main.csv, row 2: several rows of posts.csv fit and differ in title (Chief, Minister); "
        "say latest in the join post"
    ]


def _fault(folder: Path, mapping: str, **files: str) -> InputError:
    main, path = _files(folder, mapping=mapping, **files)
    with pytest.raises(InputError) as caught:
        list(read_table(main, mapping=read_mapping(path), first_load=date(2026, 1, 1)))
    return caught.value


FAULTS = [
    (("columns:", "colums:"), "m.yaml, line 2: 'colums' is not known; perhaps columns"),
    (("tenures", "tenure"), "m.yaml, line 1: there is no table 'tenure'; perhaps tenures"),
    (("  role:", "  rol:"), "m.yaml, line 4: 'rol' is not known; perhaps role"),
    (("  role:", "  person:"), "m.yaml, line 4: 'person' stands twice"),
    (("{id_source: x}", "{person_id: x}"), "m.yaml, line 9: person_id stands under columns and under constants; keep one"),
    (("{id_source: x}", "x"), "m.yaml, line 9: lines of 'name: value' are needed here"),
    (('"%d.%m.%Y"', "day"), "m.yaml, line 10: not a date format; examples: %d/%m/%Y, %Y-%m-%d, %Y"),
    (("key: id, by: who, ", "key: id, "), "m.yaml, line 12: the join person lacks by"),
    (("latest", "newest"), "m.yaml, line 12: 'newest' is not known; perhaps file, key, by, latest"),
    (("role: post.title", "role: [post, dept]"), "m.yaml, line 3: role takes exactly one column; names alone takes a list of them"),
    (("started: from", "started:"), "m.yaml, line 6: one piece of text is needed here"),
    (("columns:", "columns: ]"), "m.yaml, line 2: this is not valid YAML "),
    (("organization: dept", "organization: dep"), "main.csv: there is no column 'dep', which m.yaml (organization) asks for; the nearest is 'dept'; mend the mapping"),
    (("post.title", "post.titel"), "posts.csv: there is no column 'titel', which m.yaml (join post) asks for; the nearest is 'title'; mend the mapping"),
    (("  ended: to\n", ""), "main.csv: the table tenures lacks the column ended; add it, or point to it with --mapping"),
    (("posts.csv", "nowhere.csv"), "nowhere.csv: the file cannot be opened (No such file or directory)"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "en"), FAULTS)
def test_a_mapping_that_does_not_fit(tmp_path: Path, change: tuple[str, str], en: str) -> None:
    assert (mapping := MAPPING.replace(*change)) != MAPPING
    assert _fault(tmp_path, mapping).text.en.startswith(en)


def test_a_column_the_mapping_does_not_speak_of(tmp_path: Path) -> None:
    error = _fault(tmp_path, MAPPING, main=MAIN.replace("to\n", "to,party\n", 1).replace("\n1,", ",\n1,"))
    assert error.text.en == (
        "main.csv: m.yaml does not speak of the column 'party'; put it under columns, or under ignore to leave it out"
    )
    assert error.text.vi == (
        "main.csv: cột «party» không được m.yaml nhắc đến; hãy ghi vào columns, hoặc vào ignore để bỏ qua"
    )


@pytest.mark.parametrize(
    ("content", "en"),
    [
        (b"", "m.yaml: the file is empty; it needs columns at least"),
        (b"table: \xff", "m.yaml: byte 7 is not UTF-8; save the file as UTF-8"),
        (b"- a\n", "m.yaml, line 1: lines of 'name: value' are needed here"),
    ],
)
def test_a_mapping_file_that_cannot_be_read(tmp_path: Path, content: bytes, en: str) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_mapping(path)
    assert caught.value.text.en == en


@pytest.mark.skipif(not IFG.is_dir(), reason="the folder ../shared with the IfG ministers database is not here")
def test_the_ifg_ministers_by_mapping_alone() -> None:
    read = list(
        read_table(
            IFG / "appointment.csv",
            mapping=read_mapping(IFG_MAPPING),
            published=date(2026, 6, 19),
            first_load=date(2026, 11, 24),
        )
    )
    assert [each.text.en for each in read if isinstance(each, RowError)] == []
    claims = [each.claim for each in read if isinstance(each, TableClaim)]
    assert len(claims) == len({claim.id for claim in claims}) == 3667
    assert Counter(claim.event for claim in claims) == {"held": 3667 - 147, "hold": 147}
    backwards = [c.person for c in claims if c.date and c.end and c.end.first < c.date.first]
    assert sorted(map(str, backwards)) == ["James Murray", "Lucy Rigby"]
    cranborne = {(c.person, c.names) for c in claims if "Viscount Cranborne" in c.names}
    assert cranborne == {("Marquess of Salisbury", ("Viscount Cranborne", "Robert Cranborne"))}
    assert {claim.id_source for claim in claims} == {"ifg"}
    assert {claim.head for claim in claims} == {None}
