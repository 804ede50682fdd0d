"""Texts that no one would write, made from a few that one might: each recipe is a name, a seed makes it the same again.

The sample texts are in our own words; persons and decisions in them are made up.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

SAMPLES = (
    """Sở Y tế Sơn La có giám đốc mới

Chiều 20/7/2023, Chủ tịch Ủy ban nhân dân tỉnh Sơn La Lò Văn Thử trao Quyết định số 812/QĐ-UBND bổ nhiệm bà Cầm Thị Mẫu, Phó Giám đốc Sở Y tế, giữ chức Giám đốc Sở Y tế từ ngày 1/8/2023.

Ông Hà Văn Nháp (sinh năm 1963), nguyên Giám đốc Sở Y tế, thôi giữ chức vụ để nghỉ hưu. Bà Mẫu từng là Trưởng phòng Nghiệp vụ (2010-2015), rồi Phó Giám đốc Sở Y tế nhiệm kỳ 2016-2021.
""",
    """Hội đồng nhân dân huyện Mai Châu bầu chủ tịch

* Mai Châu: Tại kỳ họp thứ 12, Hội đồng nhân dân huyện Mai Châu khóa XX bầu ông Bùi Văn Thử, Phó Bí thư Huyện ủy, giữ chức Chủ tịch Ủy ban nhân dân huyện nhiệm kỳ 2021-2026, với 30/30 phiếu.
* Lạc Sơn: Ông Quách Văn Mẫu thôi giữ chức Phó Chủ tịch Hội đồng nhân dân huyện; ông Đinh Công Nháp được chỉ định tham gia Ban Chấp hành, Ban Thường vụ Huyện ủy, giữ chức Phó Bí thư Huyện ủy.
""",
    """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
Số: 45/QĐ-UBND
Hòa Bình, ngày 5 tháng 3 năm 2024
QUYẾT ĐỊNH
Điều 1. Điều động, bổ nhiệm ông Vi Văn Thử, Chánh Văn phòng, giữ chức Phó Giám đốc Sở Nội vụ tỉnh Hòa Bình, thời hạn 05 năm.
Điều 2. Quyết định có hiệu lực từ ngày ký.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Lương Văn Mẫu
""",
    """Danh sách Ban Thường vụ Huyện ủy Mai Châu nhiệm kỳ 2020-2025
STT | Họ và tên | Chức vụ
1 | Bùi Văn Thử | Bí thư Huyện ủy
2 | Quách Thị Nháp | Phó Bí thư Thường trực Huyện ủy
3 | Đinh Công Mẫu | Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện
""",
    """Thủ tướng bổ nhiệm hai thứ trưởng

Thủ tướng Chính phủ vừa ký các Quyết định số 101/QĐ-TTg và 102/QĐ-TTg ngày 3/2/2024. Theo đó, ông Đỗ Văn Thử và bà Phạm Thị Mẫu cùng giữ chức Thứ trưởng Bộ Xây dựng; ông Trần Văn Nháp (Vụ trưởng Vụ Tổ chức cán bộ, Bộ Y tế) giữ chức Thứ trưởng Bộ Y tế thay ông Lê Văn Dụ. Quốc hội đã lấy phiếu tín nhiệm đối với 44 người, trong đó ông Ngô Văn Thí có 350 phiếu tín nhiệm cao.
""",
)  # fmt: skip
PIECES = (
    "Bí thư Tỉnh ủy, ", "Phó Chủ tịch Ủy ban nhân dân tỉnh ", "ông Nguyễn Văn Thử, ", "bà Trần Thị Mẫu ", "(", ")", "((", "[",
    "ngày 20/7/2023 ", "20/7/2023, ", "Quyết định số 812/QĐ-TTg ", "nhiệm kỳ 2020-2025 ", "khóa XIII, ", "và ", ", ", ",", ";", ":",
    "giữ chức ", "thôi giữ chức ", "bổ nhiệm ", "được bầu ", "nguyên ", "đồng chí ", "Sở Y tế tỉnh Sơn La ", "Bộ ", "Ban Chấp hành ", "huyện ", "Trường A ", "Ban Thường vụ Ban Chấp hành. ", "tỉnh ", "A ",
    "Nguyễn ", "* ", "- ", "1. ", "| ", "|", "STT | Họ và tên | Chức vụ\n", "\n", "\n\n", ". ", "TP. ", '"', "“", "…", "/", "-",
)  # fmt: skip
STRANGE = (
    "\x00\x07\x1b\u200b\u200d\u2060\ufeff\u00ad\ud800\udfff\u0301\u0323\u0130\u2028\u00a0\u3000\U0001f600\U000e0041"
)
Recipe = Callable[[random.Random, str, int], str]


@dataclass(frozen=True, slots=True)
class Odd:
    """A text and the name of its recipe."""

    recipe: str
    text: str


def make_texts(count: int, seed: int, size: int, more: Sequence[str] = ()) -> Iterator[Odd]:
    """Make so many texts of about `size` characters at most, one recipe after the other."""
    chance = random.Random(seed)
    samples = (*SAMPLES, *more)
    names = list(RECIPES)
    for number in range(count):
        name = names[number % len(names)]
        yield Odd(name, RECIPES[name](chance, chance.choice(samples), size))


def _fill(words: str, size: int) -> str:
    return (words * (size // max(len(words), 1) + 1))[:size]


def _cut(chance: random.Random, text: str, size: int) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(1, size)]


def _shuffle_words(chance: random.Random, text: str, size: int) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)[:size]


def _shuffle_lines(chance: random.Random, text: str, size: int) -> str:
    lines = text.split("\n") * 2
    chance.shuffle(lines)
    return "\n".join(lines)[:size]


def _shuffle_letters(chance: random.Random, text: str, size: int) -> str:
    letters = list(text)
    for _ in range(len(letters) // 10):
        one, other = chance.randrange(len(letters)), chance.randrange(len(letters))
        letters[one], letters[other] = letters[other], letters[one]
    return "".join(letters)[:size]


def _misread(chance: random.Random, text: str, size: int) -> str:
    """The bytes of one encoding read as another."""
    return text.encode("utf-8").decode(chance.choice(["latin-1", "cp1252", "cp1258", "utf-16-le"]), "replace")[:size]


def _half_misread(chance: random.Random, text: str, size: int) -> str:
    at = chance.randrange(len(text))
    return (text[:at] + _misread(chance, text[at:], size))[:size]


def _decomposed(_: random.Random, text: str, size: int) -> str:
    return unicodedata.normalize("NFD", text)[:size]


def _strange(chance: random.Random, text: str, size: int) -> str:
    """Control and hidden characters, halves of characters, lone marks amid the words."""
    return "".join(char + (chance.choice(STRANGE) if chance.random() < 0.1 else "") for char in text)[:size]


def _marks(chance: random.Random, _: str, size: int) -> str:
    """One letter under ever more marks."""
    return "Ông A" + _fill(chance.choice("\u0301\u0323\u0302"), size - 5)


def _repeat(chance: random.Random, _: str, size: int) -> str:
    return _fill(chance.choice(PIECES), size)


def _repeat_some(chance: random.Random, _: str, size: int) -> str:
    return _fill("".join(chance.choices(PIECES, k=chance.randrange(2, 6))), size)


def _babble(chance: random.Random, _: str, size: int) -> str:
    words: list[str] = []
    length = 0
    while length < size:
        words.append(chance.choice(PIECES))
        length += len(words[-1])
    return "".join(words)[:size]


def _nested(chance: random.Random, text: str, size: int) -> str:
    opens, closes = chance.choice(["()", "[]", "“”", '""', "««»»"][:4])
    depth = size // 4
    return f"{opens * depth}{text[: size // 2]}{closes * depth}"


def _long_line(_: random.Random, text: str, size: int) -> str:
    return _fill(text.replace("\n", " "), size)


def _long_text(_: random.Random, text: str, size: int) -> str:
    return _fill(text, size)


def _list_of_names(chance: random.Random, _: str, size: int) -> str:
    names = ", ".join(
        f"{chance.choice(['Lò', 'Vi', 'Bùi'])} Văn {chance.choice(['An', 'Bé', 'Cả', 'Dụ'])}" for _ in range(size // 12)
    )
    return f"Chủ tịch nước bổ nhiệm các ông: {names} giữ chức Thứ trưởng Bộ Y tế."[:size]


def _table(chance: random.Random, _: str, size: int) -> str:
    row = " | ".join(chance.choices(["1", "Bùi Văn Thử", "Bí thư", "", "Sở Y tế"], k=chance.randrange(2, 14)))
    return "STT | Họ và tên | Chức vụ\n" + _fill(f"{row}\n", size)


RECIPES: dict[str, Recipe] = {
    "cut": _cut, "shuffled words": _shuffle_words, "shuffled lines": _shuffle_lines, "shuffled letters": _shuffle_letters,
    "misread": _misread, "half misread": _half_misread, "decomposed": _decomposed, "strange signs": _strange, "marks": _marks,
    "one piece again": _repeat, "some pieces again": _repeat_some, "babble": _babble, "nested": _nested,
    "one long line": _long_line, "long": _long_text, "names": _list_of_names, "table": _table,
}  # fmt: skip
