"""What holds of a running local server, on each version of Neo4j."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ClientError

from graph.server import Address, attach, find
from graph.server.home import Home
from graph.settings import Family
from tests.conftest import Servers

pytestmark = pytest.mark.server


def test_the_address_lets_in_and_shows_the_version(address: Address, servers: Servers, family: Family) -> None:
    with GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        rows, _, _ = driver.execute_query("CALL dbms.components() YIELD versions, edition", database_="neo4j")
    running = find(servers.settings(family))
    assert running is not None
    assert rows[0]["versions"] == [running.version]
    assert running.version.startswith(family)
    assert rows[0]["edition"] == "community"


def test_nobody_gets_in_with_the_usual_password(address: Address) -> None:
    with (
        GraphDatabase.driver(address.uri, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_a_second_client_finds_the_server(address: Address, servers: Servers, family: Family) -> None:
    steps: list[object] = []
    with attach(servers.settings(family), progress=steps.append, command="second") as lease:
        assert lease.address == address
        running = find(servers.settings(family))
        assert running is not None
        assert {str(client) for client in running.clients} == {
            f"{os.getpid()} (pytest)", f"{os.getpid()} (second)",
        }  # fmt: skip
    assert steps == []
    running = find(servers.settings(family))
    assert running is not None
    assert [client.command for client in running.clients] == ["pytest"]


def test_the_password_stays_in_its_file(address: Address, servers: Servers, family: Family) -> None:
    home = Home(servers.settings(family).home)
    assert stat.S_IMODE(home.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
    assert home.password_file.read_text().strip() == address.password
    assert len(address.password) >= 24
    assert address.password not in repr(address)
    secret = address.password.encode()
    told = [path for path in home.folder.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert told == [home.password_file]


def test_the_password_is_in_no_command_line_and_no_environment(
    address: Address, servers: Servers, family: Family
) -> None:
    running = find(servers.settings(family))
    assert running is not None
    secret = address.password.encode()
    for pid in (running.pid, running.guard_pid):
        for name in ("cmdline", "environ"):
            shown = Path(f"/proc/{pid}/{name}").read_bytes()
            assert shown
            assert secret not in shown


def test_it_listens_on_loopback_only(address: Address, servers: Servers, family: Family) -> None:
    running = find(servers.settings(family))
    assert running is not None
    own = {str(link.readlink()) for link in Path(f"/proc/{running.pid}/fd").iterdir() if link.is_symlink()}
    listening = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in own:
                listening.append(fields[1])
    port = f"{running.port:04X}"
    assert listening in ([f"0100007F:{port}"], [f"0000000000000000FFFF00000100007F:{port}"])


@pytest.mark.parametrize("source", ["file:///etc/hostname", "http://127.0.0.1:9/x.csv"])
def test_the_server_loads_no_file_and_reaches_no_host(address: Address, source: str) -> None:
    with (
        GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver,
        pytest.raises(ClientError, match=r"(?i)allow|block|denied|refus|restrict"),
    ):
        driver.execute_query("LOAD CSV FROM $source AS row RETURN row", source=source, database_="neo4j")
