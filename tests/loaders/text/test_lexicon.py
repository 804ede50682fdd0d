"""Words of a user's own: they reach every stage of one reading, and no other reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.gazetteers import COLUMNS, read_gazetteers
from loaders.text import make_claims, read_text
from loaders.text.explain import why_not
from tests.loaders.text.telling import document, short

AN = "Đỗ Văn An"
SPEAKS = f"Ông {AN}, {{}}, phát biểu."


def write(folder: Path, file: str, *lines: str) -> Path:
    header = "\t".join(COLUMNS[file])
    (folder / file).write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "line", "text", "fact"),
    [
        pytest.param(
            "roles.tsv",
            "Trưởng bộ phận\t-\t-\t-\tyes\t13\tHead of Unit\tx",
            SPEAKS.format("Trưởng bộ phận Sở Y tế tỉnh Sơn La"),
            ("hold", AN, "Trưởng bộ phận", "Sở Y tế tỉnh Sơn La"),
            id="a role",
        ),
        pytest.param(
            "surnames.tsv",
            "Xang\trare\tx",
            "Xang Văn Tuấn, Bí thư Tỉnh ủy Sơn La, phát biểu.",
            ("hold", "Xang Văn Tuấn", "Bí thư", "Tỉnh ủy Sơn La"),
            id="a surname",
        ),
        pytest.param(
            "bodies.tsv",
            "Viện Sông Hồng mênh mông\tVSH\tinstitute\tcentral\t-\t-\t-\t-\t-\tx",
            SPEAKS.format("Giám đốc VSH"),
            ("hold", AN, "Giám đốc", "Viện Sông Hồng mênh mông"),
            id="a body",
        ),
        pytest.param(
            "places.tsv",
            "Sông Hồng\tSH\tcity\t-\t-\t-\tx",
            SPEAKS.format("Giám đốc Công an SH"),
            ("hold", AN, "Giám đốc", "Công an thành phố Sông Hồng"),
            id="a place",
        ),
        pytest.param(
            "districts.tsv",
            "Trà Khê\t-\thuyện\tSơn La\t-\t-\tx",
            f"UBND huyện Trà Khê họp.\n{SPEAKS.format('Giám đốc Sở Y tế')}",
            ("hold", AN, "Giám đốc", "Sở Y tế tỉnh Sơn La"),
            id="a district",
        ),
        pytest.param(
            "furniture.tsv",
            "Hết bài\tline\tx",
            f"Hôm nay họp.\nHết bài\n{SPEAKS.format('Bí thư Tỉnh ủy Sơn La')}",
            None,
            id="a line that ends an article",
        ),
    ],
)
def test_words_of_ones_own_are_read(
    tmp_path: Path, file: str, line: str, text: str, fact: tuple[str, str, str, str] | None
) -> None:
    given = document(text)
    before = read_text(given).facts
    own = read_text(given, read_gazetteers(write(tmp_path, file, line))).facts
    assert [short(each) for each in own] == ([] if fact is None else [fact])
    assert before != own
    assert read_text(given).facts == before


def test_a_sign_of_ones_own_names_the_issuer(tmp_path: Path) -> None:
    known = read_gazetteers(write(tmp_path, "issuers.tsv", "VSH\tViện Sông Hồng\tx"))
    [fact] = read_text(
        document(f"Quyết định số 12/QĐ-VSH bổ nhiệm ông {AN} giữ chức Giám đốc Sở Y tế tỉnh Sơn La."), known
    ).facts
    assert fact.issuer == "Viện Sông Hồng"


def test_claims_and_reasons_know_them_too(tmp_path: Path) -> None:
    known = read_gazetteers(write(tmp_path, "roles.tsv", "Trưởng bộ phận\t-\t-\t-\tyes\t13\tHead of Unit\tx"))
    given = document(SPEAKS.format("Trưởng bộ phận Sở Y tế tỉnh Sơn La"))
    [claim] = make_claims(given, read_text(given, known), "source-1", known)
    assert (claim.rank, claim.head, claim.title_en) == (13, True, "Head of Unit")
    assert "was read as" in why_not(given, "Trưởng bộ phận", "en", known)
    assert "was read as" not in why_not(given, "Trưởng bộ phận", "en")
