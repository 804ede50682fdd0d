"""Folding of Vietnamese text: the one place where two spellings become one key.

Three keys of a name (IDENTITY 3): `exact_key` (Unicode form and tone placement only), `tone_key` (case, i/y and
spaces too), `folded` (no diacritics; finds candidates, never joins; `block_key` puts i and y together besides).
Bodies and roles have `body_key`, `role_key`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]\s*")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnpqrstvxu])y(?=\d?$)")
_WORD = re.compile(r"[^\W_]+(?:\d)?")

ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "ubkt": "ủy ban kiểm tra",
    "đbqh": "đại biểu quốc hội",
    "chqs": "chỉ huy quân sự",
    "lhpn": "liên hiệp phụ nữ",
    "lđlđ": "liên đoàn lao động",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "hđqt": "hội đồng quản trị",
    "hđtv": "hội đồng thành viên",
    "tw": "trung ương",
    "tp": "thành phố",
    "tx": "thị xã",
    "hcm": "Hồ Chí Minh",
    "tphcm": "thành phố Hồ Chí Minh",
}
_POINTED = re.compile(r"(?<!\w)(TP|TX)\.\s*", re.IGNORECASE)
_CENTRAL = re.compile(  # in capitals `TƯ PHÁP`, `TƯ LỆNH` are words
    r"(?<!\w)(?:T\.\s?Ư\.?|T\.W\.?|TƯ(?!\s+(?:PHÁP|LỆNH|VẤN|LIỆU|NHÂN|TƯỞNG|DUY|THỤC)(?!\w)))(?!\w)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_OPTIONAL = re.compile(" (?:va1|cua4)(?= )")  # và, của
_DOUBLED = re.compile(r"\b(tinh4|thanh1 phô2|huyên5|quân5|thi5 xa3) \1\b")  # `Thành ủy TP. X`
# RULES 17: a party committee goes by many names; each phrase of a body's name is put in the form at the right.
_COMMITTEES = (
    ("tỉnh ủy", "đảng ủy tỉnh"),
    ("thành ủy", "đảng ủy thành phố"),
    ("huyện ủy", "đảng ủy huyện"),
    ("quận ủy", "đảng ủy quận"),
    ("thị ủy", "đảng ủy thị xã"),
    ("ban chấp hành đảng bộ", "đảng ủy"),
    ("ban chấp hành đảng ủy", "đảng ủy"),
    ("ban thường vụ đảng bộ", "ban thường vụ đảng ủy"),
    ("trung ương đảng cộng sản việt nam", "trung ương đảng"),
)


def nfc(text: str) -> str:
    """Compose, drop hidden characters, collapse spaces: how every name is kept."""
    return _SPACES.sub(" ", _HIDDEN.sub("", unicodedata.normalize("NFC", text))).strip()


def title_case(name: str) -> str:
    """Give a name printed in capitals its usual case; leave any other as it is."""
    if not name.isupper() or len(name) < 4:
        return name
    return " ".join(word[:1] + word[1:].lower() for word in name.split(" "))


def _move_tones(text: str) -> str:
    """Move each syllable's tone to its end as a digit, so that `hoà` and `hòa` are one."""
    out: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", text):
        if char in _TONES:
            tone = _TONES[char]
        elif char.isalpha() or unicodedata.combining(char):
            out.append(char)
        else:
            out.append(tone + char)
            tone = ""
    return unicodedata.normalize("NFC", "".join(out) + tone)


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """The key under which two printed names are the same name: Unicode form, tone placement, apostrophes."""
    return _move_tones(_APOSTROPHES.sub("'", nfc(name)))


@lru_cache(maxsize=65536)
def tone_key(name: str) -> str:
    """The exact key without case, punctuation and the i/y of `Lý`, `Lí`."""
    plain = _DASHES.sub("-", _APOSTROPHES.sub("", nfc(name))).casefold().replace("&", " và ")
    words = _WORD.findall(_move_tones(plain))
    return " ".join(_FINAL_Y.sub("i", word) for word in words)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Text without diacritics, case or punctuation, abbreviations written out: for finding, never for joining."""
    bare = "".join(char for char in unicodedata.normalize("NFD", spell_out(text)) if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", bare.replace("đ", "d").replace("Đ", "D").casefold()))


@lru_cache(maxsize=65536)
def block_key(name: str) -> str:
    """The key under which all ways to print a person's name meet, other names too: it finds, and never joins."""
    return " ".join(_FINAL_Y.sub("i", word) for word in folded(name).split())


def spell_out(text: str) -> str:
    """Write out the abbreviations of bodies and places (`UBND`, `TƯ`, `TP.`)."""
    text = _POINTED.sub(r"\1 ", _CENTRAL.sub("Trung ương", nfc(text)))
    return _LETTERS.sub(lambda word: ABBREVIATIONS.get(word.group().casefold(), word.group()), text)


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """The key of a body's name: tone key, abbreviations out, a party committee under one name (RULES 17, 24).

    Without words that some prints leave out or put as a dash: `Kế hoạch - Đầu tư`, `Ủy ban Pháp luật (của) Quốc hội`.
    """
    key = _OPTIONAL.sub("", f" {tone_key(spell_out(name))} ")
    for printed, kept in _committee_keys():
        key = key.replace(printed, kept)
    return _DOUBLED.sub(r"\1", key.strip())


@lru_cache(maxsize=1)
def _committee_keys() -> tuple[tuple[str, str], ...]:
    return tuple((f" {tone_key(printed)} ", f" {tone_key(kept)} ") for printed, kept in _COMMITTEES)


@lru_cache(maxsize=65536)
def role_key(title: str) -> str:
    """The key of a role's title: tone key with abbreviations out."""
    return tone_key(spell_out(title))


@lru_cache(maxsize=65536)
def split_reference(text: str) -> tuple[str, str | None]:
    """Part `name @ place` or `name @ parent` into name and qualifier (RULES 27)."""
    name, mark, qualifier = text.partition(" @ ")
    return nfc(name), (nfc(qualifier) if mark else None)


def reference_key(reference: str) -> str:
    """The key of the name in a reference, whatever tells it from its like."""
    return body_key(split_reference(reference)[0])


def split_post(text: str) -> tuple[str, str]:
    """Part `role @ organization`, as an implied post is written, into the two; the body may have a qualifier."""
    role, _, body = text.partition(" @ ")
    return role, body
