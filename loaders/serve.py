"""The process of the app: it imports what the pages stand on, then hands over to Streamlit's own command line.

An entry point (`python -m loaders.serve --server.port=8501`). Streamlit imports nothing of ours before somebody opens
a page; that reader would wait for it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from streamlit.web import cli

# The pages themselves are left to Streamlit: their parts are registered with a server that runs.
GROUNDS = ("graph.console", "graph.catalog", "graph.store", "loaders.desk", "loaders.first_data", "pandas", "altair")


def main(options: Sequence[str]) -> None:
    """Serve the app with some options of `streamlit run`, to its end."""
    for name in GROUNDS:
        import_module(name)
    cli.main(["run", "app.py", *options], prog_name="streamlit")


if __name__ == "__main__":
    main(sys.argv[1:])
