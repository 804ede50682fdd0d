"""Files with bytes changed, cut out, doubled: `read_documents` may only read them or raise InputError, and in time."""

from __future__ import annotations

import io
import random
import tempfile
import time
import traceback
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx

from graph.errors import InputError
from loaders.documents import read_documents

FIXTURES = Path(__file__).parents[1] / "loaders" / "fixtures"
MOST_SECONDS = 10.0


def sample_files() -> dict[str, bytes]:
    """The files that are changed, by kind: a page, a paper as PDF, one as DOCX."""
    paper = docx.Document()
    paper.add_heading("Sở Y tế có giám đốc mới", 1)
    paper.add_paragraph("Ngày 20/7/2023, Thủ tướng Chính phủ bổ nhiệm ông Đỗ Văn Thử giữ chức Thứ trưởng Bộ Y tế.")
    table = paper.add_table(rows=2, cols=2)
    table.cell(1, 1).text = "Bí thư"
    packed = io.BytesIO()
    paper.save(packed)
    return {
        ".html": (FIXTURES / "news.html").read_bytes(),
        ".pdf": (FIXTURES / "table.pdf").read_bytes(),
        ".docx": packed.getvalue(),
    }


def change_bytes(chance: random.Random, content: bytes) -> bytes:
    """Change some bytes, cut a stretch out, double one, or end the file early."""
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(changed))
        changed[at] = chance.randrange(256)
    start = chance.randrange(len(changed))
    stretch = slice(start, start + chance.randrange(1, 2_000))
    match chance.randrange(4):
        case 0:
            del changed[stretch]
        case 1:
            changed[start:start] = changed[stretch] * chance.randrange(1, 5)
        case 2:
            del changed[start:]
    return bytes(changed)


def change_part(chance: random.Random, content: bytes) -> bytes:
    """Change the bytes of one part of a DOCX, so that the zip around it stays whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice(["word/document.xml", *parts])
    parts[name] = change_bytes(chance, parts[name] or b"x")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for each, part in parts.items():
            packed.writestr(each, part)
    return out.getvalue()


KINDS = (".html", ".pdf", ".docx")


def fuzz_files(count: int, seed: int, kinds: Sequence[str] = KINDS) -> list[str]:
    """Read so many changed files of each kind; say what else than InputError came, and what took too long."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="cadres-fuzz-") as folder:
        files = sample_files()
        for suffix in kinds:
            content = files[suffix]
            chance = random.Random(f"{seed}{suffix}")
            for number in range(count):
                change = change_part if suffix == ".docx" and number % 2 else change_bytes
                path = Path(folder) / f"odd{suffix}"
                path.write_bytes(change(chance, content))
                faults += _read(path, f"{suffix} {number}")
    return faults


def _read(path: Path, name: str) -> list[str]:
    start = time.perf_counter()
    try:
        for document in read_documents(path):
            document.text.encode("utf-8")
    except InputError as error:
        if "\n" in error.say("vi") or str(path) not in error.say("en"):
            return [f"{name}: {error.say('en')}"]
    except Exception:  # noqa: BLE001  (what may come is what we look for)
        return [f"{name}: {traceback.format_exc(limit=-3)}"]
    spent = time.perf_counter() - start
    return [f"{name}: {spent:.1f} s"] if spent > MOST_SECONDS else []
