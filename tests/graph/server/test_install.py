"""The jars: whole or fetched again, from a lock file that names no address."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.server.install import Jar, find_missing, install_jars, parse_lock, read_library
from graph.server.progress import Progress
from graph.server.release import RELEASES, Release

ERROR_CODE = Jar(
    "org.neo4j", "neo4j-exceptions", "5.26.31", "",
    next(
        line.split()[1]
        for line in RELEASES[0].lock_file.read_text().splitlines()
        if line.startswith("org.neo4j:neo4j-exceptions:")
    ),
)  # fmt: skip


@pytest.mark.parametrize(("release", "jars"), [(RELEASES[0], 213), (RELEASES[1], 230)], ids=["5.26", "2026"])
def test_a_lock_file_holds_coordinates_and_checksums_only(release: Release, jars: int) -> None:
    lines = [line for line in release.lock_file.read_text().splitlines() if not line.startswith("#")]
    assert len(lines) == jars
    assert all(re.fullmatch(r"[\w.-]+(:[\w.-]+){2,3} [0-9a-f]{64}", line) for line in lines)
    parsed = parse_lock(release.lock_file.read_text())
    assert len({jar.name for jar in parsed}) == jars
    assert sum(jar.classifier != "" for jar in parsed) == 4
    assert f"neo4j-{release.version}.jar" in {jar.name for jar in parsed}


def test_a_broken_jar_is_fetched_again_and_a_whole_one_is_left(tmp_path: Path) -> None:
    steps: list[Progress] = []
    install_jars([ERROR_CODE], tmp_path, report=steps.append)
    jar = tmp_path / "neo4j-exceptions-5.26.31.jar"
    good = jar.read_bytes()
    assert [(step.done, step.total) for step in steps] == [(0, 1), (1, 1)]

    jar.write_bytes(good[:1000])
    assert find_missing([ERROR_CODE], tmp_path) == (ERROR_CODE,)
    install_jars([ERROR_CODE], tmp_path, report=steps.append)
    assert jar.read_bytes() == good
    assert {path.name for path in tmp_path.iterdir()} == {jar.name, "fetch.lock"}

    before = jar.stat().st_mtime_ns
    steps.clear()
    install_jars([ERROR_CODE], tmp_path, report=steps.append)
    assert (jar.stat().st_mtime_ns, steps) == (before, [])


def test_a_jar_with_another_checksum_is_refused(tmp_path: Path) -> None:
    other = dataclasses.replace(ERROR_CODE, sha256="0" * 64)
    with pytest.raises(StoreError, match=r"neo4j-exceptions-5\.26\.31\.jar .*checksum"):
        install_jars([other], tmp_path, report=lambda _: None)
    assert list(tmp_path.glob("*.jar")) == []
    assert list(tmp_path.glob(".part-*")) == []


def test_without_a_network_the_error_names_the_ways_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A proxy on a port where nobody listens: every request fails as on a machine cut off.
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(StoreError) as told:
        install_jars([ERROR_CODE], tmp_path, report=lambda _: None)
    for text in (told.value.text.vi, told.value.text.en):
        assert "NEO4J_URI" in text
        assert "CADRES_NEO4J_LIB" in text
        assert "://" not in text
    assert list(tmp_path.glob("*.jar")) == []


def test_a_filled_cache_may_be_read_only(
    open_folder: Path, without_rights: Callable[[Path], AbstractContextManager[None]], tmp_path: Path
) -> None:
    install_jars([ERROR_CODE], tmp_path, report=lambda _: None)
    shutil.copy(tmp_path / ERROR_CODE.name, open_folder)
    (open_folder / ERROR_CODE.name).chmod(0o644)
    with without_rights(open_folder):
        install_jars([ERROR_CODE], open_folder, report=lambda _: None)
        missing = dataclasses.replace(ERROR_CODE, artifact="neo4j-schema")
        with pytest.raises(StoreError, match="CADRES_CACHE"):
            install_jars([ERROR_CODE, missing], open_folder, report=lambda _: None)


@pytest.mark.parametrize(
    ("names", "family"),
    [
        (["neo4j-5.26.12.jar", "neo4j-kernel-5.26.12.jar"], "5.26"),
        (["neo4j-2026.01.3.jar", "other-1.jar"], "2026"),
    ],
)
def test_a_folder_of_the_users_own_tells_its_version(tmp_path: Path, names: list[str], family: str) -> None:
    for name in names:
        (tmp_path / name).touch()
    library = read_library(tmp_path)
    assert library.release.family == family
    assert library.version == names[0].removeprefix("neo4j-").removesuffix(".jar")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], r"exactly one neo4j-<version>\.jar"),
        (["neo4j-5.26.1.jar", "neo4j-5.26.2.jar"], r"exactly one .*5\.26\.1.*5\.26\.2"),
        (["neo4j-4.4.40.jar"], r"this is Neo4j 4\.4\.40; we run 5\.26\.x and 2026\.x"),
        (["neo4j-5.260.1.jar"], r"this is Neo4j 5\.260\.1"),
    ],
)
def test_a_folder_that_is_no_library_of_ours_is_refused(tmp_path: Path, names: list[str], said: str) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(StoreError, match=said):
        read_library(tmp_path)
