"""The server's jars: listed in a lock file with checksums, fetched once into a cache that all graphs share.

A jar in the cache under its own name is whole: it comes under another name, is checked, then renamed.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from jgo.maven import MavenContext

from graph.errors import StoreError
from graph.server.locks import holding
from graph.server.progress import Progress, Report
from graph.server.release import Release, parse_release
from graph.settings import Settings

THREADS = 8
REQUEST_SECONDS = 60
TRIES = 3
FETCH_LOCK_SECONDS = 1800.0


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of a lock file: Maven coordinates and the checksum the file must have."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def name(self) -> str:
        tail = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{tail}.jar"


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of jars that is one whole Neo4j, and its exact version."""

    folder: Path
    version: str
    release: Release


class _ChecksumError(Exception):
    """A fetched jar is not the one the lock file means."""


def parse_lock(text: str) -> tuple[Jar, ...]:
    """Read the jars of a lock file; `#` begins a remark."""
    jars = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        coordinates, sha256 = line.split()
        group, artifact, version, *classifier = coordinates.split(":")
        jars.append(Jar(group, artifact, version, "".join(classifier), sha256))
    return tuple(jars)


def open_library(settings: Settings, release: Release, *, report: Report) -> Library:
    """Return the jars to run: the user's own folder, else those of the lock file, fetched where missing."""
    if settings.neo4j_lib is not None:
        return read_library(settings.neo4j_lib)
    folder = settings.cache / f"neo4j-{release.version}"
    install_jars(parse_lock(release.lock_file.read_text(encoding="utf-8")), folder, report=report)
    return Library(folder, release.version, release)


def read_library(folder: Path) -> Library:
    """Read the version of the jars in a folder that the user named off the name of the server's own jar."""
    names = sorted(path.name for path in folder.glob("neo4j-[0-9]*.jar"))
    if len(names) != 1:
        found = ", ".join(names) if names else "0"
        raise StoreError(
            vi=f"CADRES_NEO4J_LIB={folder}: cần thư mục lib/ của một bản Neo4j, có đúng một tệp "
            f"neo4j-<phiên bản>.jar (thấy: {found}).",
            en=f"CADRES_NEO4J_LIB={folder}: it must be the lib/ folder of a Neo4j, with exactly one "
            f"neo4j-<version>.jar (found: {found}).",
        )
    version = names[0].removeprefix("neo4j-").removesuffix(".jar")
    return Library(folder, version, parse_release(version, where=folder))


def install_jars(jars: Iterable[Jar], folder: Path, *, report: Report) -> None:
    """Make sure that each jar is in the folder, whole; fetch what is not."""
    wanted = tuple(jars)
    if not find_missing(wanted, folder):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with holding(folder / "fetch.lock", seconds=FETCH_LOCK_SECONDS):
            # Whoever held the lock before us may have fetched all of it.
            missing = find_missing(wanted, folder)
            with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as part:
                _fetch_all(missing, folder, Path(part), report=report)
    except OSError as error:
        raise _unwritable(folder, error) from error


def find_missing(jars: Iterable[Jar], folder: Path) -> tuple[Jar, ...]:
    """Find the jars that are absent, cut short or otherwise not what the lock file says."""
    wanted = tuple(jars)
    with ThreadPoolExecutor(THREADS) as pool:
        whole = pool.map(lambda jar: _is_whole(folder / jar.name, jar), wanted)
        return tuple(jar for jar, good in zip(wanted, whole, strict=True) if not good)


def _is_whole(path: Path, jar: Jar) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except FileNotFoundError:
        return False


def _fetch_all(jars: tuple[Jar, ...], folder: Path, part: Path, *, report: Report) -> None:
    pool = ThreadPoolExecutor(THREADS)
    try:
        running = [pool.submit(_fetch, jar, folder, part) for jar in jars]
        report(Progress("fetch", 0, len(jars)))
        for done, future in enumerate(as_completed(running), start=1):
            future.result()
            report(Progress("fetch", done, len(jars)))
    finally:
        pool.shutdown(cancel_futures=True)


def _fetch(jar: Jar, folder: Path, part: Path) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            _fetch_once(jar, folder, part)
            return
        except _ChecksumError as error:
            if attempt == TRIES:
                raise _wrong_checksum(jar) from error
        # jgo raises RuntimeError for an answer that is not 200; the errors of requests are OSErrors.
        except (OSError, RuntimeError) as error:
            if _is_of_the_disk(error):
                raise
            if attempt == TRIES:
                raise _no_network(jar, error) from error
        time.sleep(0.3 * attempt)


def _fetch_once(jar: Jar, folder: Path, part: Path) -> None:
    # A folder for each try: jgo takes any file that lies in its cache, a half one too, for the jar.
    with tempfile.TemporaryDirectory(dir=part) as own:
        context = MavenContext(repo_cache=Path(own), local_repos=[], timeout=REQUEST_SECONDS)
        component = context.project(jar.group, jar.artifact).at_version(jar.version)
        fetched = component.artifact(classifier=jar.classifier).resolve()
        if not _is_whole(fetched, jar):
            raise _ChecksumError(jar.name)
        fetched.replace(folder / jar.name)


def _is_of_the_disk(error: Exception) -> bool:
    if not isinstance(error, OSError) or isinstance(error, (ConnectionError, TimeoutError)):
        return False
    return error.errno is not None


def _wrong_checksum(jar: Jar) -> StoreError:
    return StoreError(
        vi=f"{jar.name} tải về không khớp mã kiểm tra trong tệp khóa: hãy thử lại, hoặc đặt CADRES_NEO4J_LIB "
        "hay NEO4J_URI.",
        en=f"{jar.name} as fetched does not have the checksum of the lock file: try again, or set "
        "CADRES_NEO4J_LIB or NEO4J_URI.",
    )


def _no_network(jar: Jar, error: Exception) -> StoreError:
    why = type(error).__name__
    return StoreError(
        vi=f"Không tải được {jar.name} của Neo4j ({why}): hãy nối mạng rồi thử lại, hoặc đặt NEO4J_URI tới "
        "một Neo4j có sẵn, hoặc CADRES_NEO4J_LIB tới thư mục lib/ của một bản Neo4j đã giải nén.",
        en=f"Could not fetch Neo4j's {jar.name} ({why}): connect to the network and try again, or set "
        "NEO4J_URI to a Neo4j that runs, or CADRES_NEO4J_LIB to the lib/ folder of an unpacked Neo4j.",
    )


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        vi=f"Không ghi được vào {folder} ({error.strerror}), nơi giữ các tệp của Neo4j: hãy đặt CADRES_CACHE "
        "tới một thư mục ghi được.",
        en=f"Cannot write to {folder} ({error.strerror}), where Neo4j's files are kept: set CADRES_CACHE to "
        "a folder that can be written.",
    )
