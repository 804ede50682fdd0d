"""`python -m loaders`: read texts and tables, load them, take loads back. Here the environment is read."""

from __future__ import annotations

import io
import os
import sys

from loaders.commands import run


def main() -> int:
    """Run the command line of this process and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = run(sys.argv[1:], os.environ, out=sys.stdout, errors=sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has had enough; what is left must not fail again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
