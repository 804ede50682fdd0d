"""The local Neo4j: the real server as a child process on loopback, with nothing to install first.

It knows nothing of the graph: it hands out an address, and keeps the server while somebody uses it.
"""

from graph.server.attach import Address, Lease, Running, attach, find, stop
from graph.server.progress import Progress, Report, TerminalProgress
from graph.server.serve import serve
from graph.server.state import Client

__all__ = [
    "Address",
    "Client",
    "Lease",
    "Progress",
    "Report",
    "Running",
    "TerminalProgress",
    "attach",
    "find",
    "serve",
    "stop",
]
