"""Which gazetteers there are, their columns, and the entries of ours and of a user's folder together."""

from __future__ import annotations

from pathlib import Path

from graph.errors import InputError
from loaders.gazetteers.rows import Row, read_rows

OURS = Path(__file__).parent
COLUMNS: dict[str, tuple[str, ...]] = {
    "roles.tsv": ("title", "aliases", "puts_back", "default_body", "head", "rank", "english", "example"),
    "titles.tsv": ("title", "aliases", "role", "body", "example"),
    "heads.tsv": ("head", "aliases", "kind", "level", "needs", "leader", "example"),
    "bodies.tsv": (
        "name", "aliases", "kind", "level", "parent", "parent_kind", "valid_from", "valid_until", "successor",
        "example",
    ),
    "fields.tsv": ("field", "aliases", "example"),
    "places.tsv": ("name", "aliases", "level", "valid_from", "valid_until", "successor", "example"),
    "districts.tsv": ("name", "aliases", "level", "province", "valid_from", "valid_until", "example"),
    "verbs.tsv": ("phrase", "aliases", "event", "action", "kind", "example"),
    "cues.tsv": ("phrase", "kind", "example"),
    "honorifics.tsv": ("words", "kind", "sex", "example"),
    "surnames.tsv": ("surname", "weight", "example"),
    "abbreviations.tsv": ("short", "full", "example"),
    "issuers.tsv": ("suffix", "issuer", "example"),
    "furniture.tsv": ("mark", "how", "example"),
    "columns.tsv": ("head", "kind", "example"),
    "tail_words.tsv": ("word", "example"),
    "closers.tsv": ("word", "example"),
    "bare.tsv": ("bare", "full", "before", "example"),
}  # fmt: skip
_KEYS = {"districts.tsv": ("name", "level", "province")}


def read_entries(file: str, folder: Path | None = None) -> tuple[Row, ...]:
    """Read one gazetteer; entries of `folder` come after ours and replace those of the same key."""
    rows = read_rows(OURS / file, COLUMNS[file], _key_of(file))
    more = read_own_entries(file, folder) if folder is not None else ()
    replaced = {row.key(_key_of(file)) for row in more}
    return (*(row for row in rows if row.key(_key_of(file)) not in replaced), *more)


def read_own_entries(file: str, folder: Path) -> tuple[Row, ...]:
    """Read the entries that a user's folder has in one gazetteer."""
    return read_rows(folder / file, COLUMNS[file], _key_of(file)) if (folder / file).exists() else ()


def _key_of(file: str) -> tuple[str, ...]:
    return _KEYS.get(file, COLUMNS[file][:1])


def check_folder(folder: Path) -> None:
    """Refuse a user's folder that is none, or holds what is no gazetteer; a README and hidden files may stand by."""
    if not folder.is_dir():
        raise InputError(
            vi=f"{folder} không phải thư mục từ vựng; hãy đưa một thư mục có các tệp như surnames.tsv",
            en=f"{folder} is no folder of gazetteers; give a folder with files such as surnames.tsv",
        )
    names = {path.name for path in folder.iterdir() if not path.name.startswith((".", "README"))}
    strange, known = ", ".join(sorted(names - set(COLUMNS))), ", ".join(sorted(COLUMNS))
    if strange or not names:
        vi = f"không có tệp từ vựng nào tên là {strange}" if strange else "không có tệp từ vựng nào trong đó"
        en = f"no gazetteer is called {strange}" if strange else "there is no gazetteer in it"
        raise InputError(
            vi=f"{folder}: {vi}; các tên được nhận: {known}", en=f"{folder}: {en}; the names that are read: {known}"
        )
