"""The folder of one local Neo4j: its layout, password, configuration, and the version that wrote its data.

The password is random, in a file that only its owner can read, and nowhere else in clear.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.server.locks import refuse_windows
from graph.server.release import Release, is_newer, parse_release

HASH_ROUNDS = 1024

CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
db.transaction.timeout=30s
db.memory.transaction.max=256m
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
db.tx_log.preallocate=false
db.tx_log.rotation.size=8m
db.tx_log.rotation.retention_policy=2 files
db.shutdown_transaction_end_timeout=1s
internal.db.transaction.shutdown_terminated_transaction_wait_timeout=1s
"""


@dataclass(frozen=True, slots=True)
class Home:
    """The names of everything in the folder; holds nothing else."""

    folder: Path

    @property
    def launch_lock(self) -> Path:
        """Held by whoever looks for the server, starts it or stops it."""
        return self.folder / "launch.lock"

    @property
    def server_lock(self) -> Path:
        """Held by the guard and by java as long as either lives."""
        return self.folder / "server.lock"

    @property
    def state_file(self) -> Path:
        return self.folder / "state.json"

    @property
    def clients(self) -> Path:
        return self.folder / "clients"

    @property
    def password_file(self) -> Path:
        return self.folder / "password"

    @property
    def version_file(self) -> Path:
        return self.folder / "version"

    @property
    def port_file(self) -> Path:
        """The last port: taken again if free, so that clients of a server that died find the next one."""
        return self.folder / "port"

    @property
    def conf(self) -> Path:
        return self.folder / "conf"

    @property
    def auth_file(self) -> Path:
        return self.folder / "data" / "dbms" / "auth.ini"

    @property
    def console_log(self) -> Path:
        return self.folder / "logs" / "console.log"

    @property
    def guard_log(self) -> Path:
        return self.folder / "logs" / "guard.log"


def open_home(folder: Path) -> Home:
    """Make the folder and what must be in it; an error if it cannot be written."""
    refuse_windows()
    home = Home(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        for name in ("conf", "data", "logs", "run", "clients"):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return home
    except OSError as error:
        raise StoreError(
            vi=f"Không ghi được vào {folder} ({error.strerror}), nơi Neo4j cục bộ giữ dữ liệu: hãy đặt "
            "CADRES_HOME tới một thư mục ghi được.",
            en=f"Cannot write to {folder} ({error.strerror}), where the local Neo4j keeps its data: set "
            "CADRES_HOME to a folder that can be written.",
        ) from error


def read_version(home: Home) -> str | None:
    """Read which version last wrote the data; None in a new home."""
    try:
        return home.version_file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def refuse_newer_data(home: Home, release: Release) -> None:
    """Raise if the data was written by a release that this one cannot follow."""
    version = read_version(home)
    if version is None or not is_newer(parse_release(version, where=home.version_file), release):
        return
    raise StoreError(
        vi=f"Dữ liệu trong {home.folder} do Neo4j {version} ghi, Neo4j {release.family} không mở được: "
        "hãy đặt CADRES_NEO4J=2026 hoặc đặt CADRES_HOME tới một thư mục khác.",
        en=f"The data in {home.folder} was written by Neo4j {version}, which Neo4j {release.family} cannot "
        "open: set CADRES_NEO4J=2026, or CADRES_HOME to another folder.",
    )


def write_login(home: Home) -> None:
    """Choose the password and hand its hash to the server, before the first start; later do nothing."""
    if _has_system_database(home):
        read_password(home)
        return
    if not home.password_file.exists():
        _write_private(home.password_file, secrets.token_urlsafe(24) + "\n")
    home.auth_file.parent.mkdir(mode=0o700, exist_ok=True)
    _write_private(home.auth_file, make_auth_line(read_password(home), secrets.token_bytes(32)))


def read_password(home: Home) -> str:
    """Read the password of the local server."""
    try:
        return home.password_file.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise StoreError(
            vi=f"Không đọc được tệp mật khẩu {home.password_file} ({error.strerror}): hãy trả nó về chỗ cũ, "
            "hoặc đặt CADRES_HOME tới một thư mục khác.",
            en=f"Cannot read the password file {home.password_file} ({error.strerror}): put it back, or set "
            "CADRES_HOME to another folder.",
        ) from error


def make_auth_line(password: str, salt: bytes) -> str:
    """Return the line by which Neo4j learns the first user's password."""
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(HASH_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"neo4j:SHA-256,{digest.hex()},{salt.hex()},{HASH_ROUNDS}:\n"


def write_conf(home: Home, release: Release, port: int) -> None:
    """Write the configuration for this start."""
    lines = CONF.format(port=port) + "".join(f"{line}\n" for line in release.conf)
    (home.conf / "neo4j.conf").write_text(lines, encoding="utf-8")


def choose_port(home: Home) -> int:
    """Choose the port of the last start if it is free, else any free one."""
    try:
        last = int(home.port_file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        last = 0
    return _find_free_port(last) or choose_any_port()


def choose_any_port() -> int:
    """Choose a free port of the loopback address."""
    port = _find_free_port(0)
    assert port is not None
    return port


def _find_free_port(port: int) -> int | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return None
        chosen = probe.getsockname()[1]
        assert isinstance(chosen, int)
        return chosen


def _has_system_database(home: Home) -> bool:
    return (home.folder / "data" / "databases" / "system").exists()


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(descriptor, 0o600)
        file.write(text)
