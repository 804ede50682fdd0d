"""The front-end parts: what is committed in dist is what the sources build, and the licences lie beside."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PARTS = Path(__file__).resolve().parents[3] / "graph" / "views" / "components"
BUILT = ("graph.js", "editor.js", "wording.js")
SOURCES = ("src", "build.mjs", "package.json", "package-lock.json")


def packages() -> dict[str, dict[str, object]]:
    locked: dict[str, dict[str, object]] = json.loads((PARTS / "package-lock.json").read_text("utf-8"))["packages"]
    return {name.removeprefix("node_modules/"): entry for name, entry in locked.items() if name}


def copy_sources(folder: Path) -> Path:
    for name in SOURCES:
        source = PARTS / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def install(folder: Path) -> None:
    """Bring the packages of the lock file: those that lie here already, else from a registry, else skip."""
    if (PARTS / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(PARTS / "node_modules")
        return
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=10000"]
    try:
        got = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=90, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not bring the packages of the front-end parts in time")
    if got.returncode:
        pytest.skip("no package registry can be reached, so the front-end parts are not built anew")


def test_what_is_committed_is_what_the_sources_build(tmp_path: Path) -> None:
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node is not installed, so the front-end parts are not built anew")
    folder = copy_sources(tmp_path)
    install(folder)
    subprocess.run(["node", "build.mjs", "built"], cwd=folder, check=True, timeout=60)
    for name in BUILT:
        built, committed = (folder / "built" / name).read_bytes(), (PARTS / "dist" / name).read_bytes()
        assert built == committed, f"{name} is not what src builds: run `npm run build` in {PARTS.name}"


def test_versions_are_pinned_and_the_lock_file_names_no_address() -> None:
    told = json.loads((PARTS / "package.json").read_text("utf-8"))
    wanted = told["dependencies"] | told["devDependencies"]
    locked = packages()
    assert wanted == {name: locked[name]["version"] for name in wanted}
    assert [name for name, entry in locked.items() if "resolved" in entry or "integrity" not in entry] == []


def test_every_package_that_is_built_in_has_its_licence_beside() -> None:
    licences = (PARTS / "THIRD-PARTY.txt").read_text("utf-8")
    built_in = {name: entry for name, entry in packages().items() if "esbuild" not in name}
    assert len(built_in) > 10
    assert {entry["license"] for entry in built_in.values()} == {"MIT"}
    assert [name for name, entry in built_in.items() if f"{name} {entry['version']}\n" not in licences] == []
