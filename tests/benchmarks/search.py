"""Time the search box's question over many people: by whole names, without diacritics, by a beginning, by nothing known.

    python -m tests.benchmarks.search [PEOPLE] [--family 5.26|2026]

The people are made up and written as the product writes them, each with one tenure in one of 800 posts; 100,000 by default.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from datetime import date

from graph.catalog import read_catalog
from graph.names import exact_key, folded, tone_key
from graph.plan import State, plan_changes
from graph.schema import tie
from graph.settings import FAMILIES
from graph.store import Store
from tests.benchmarks.generate import BODIES, ROLES, make_name
from tests.benchmarks.scratch import print_table, scratch_store
from tests.graph.conftest import Decision

AT_ONCE = 5_000
TIMES = 20
POSTS = 800
TODAY = date(2026, 6, 30)


def put_posts(store: Store) -> None:
    """Write the posts, each in a body of its own place."""
    state = State()
    for number in range(POSTS):
        body, role = f"{BODIES[number % len(BODIES)]} Thử nghiệm {number // 8}", ROLES[number // 8 % len(ROLES)]
        title = f"{role} {body}"
        state.node("Organization", f"org-{number}", name=body, names=[body], search=folded(body))
        state.node("Post", f"post-{number}", title=title, search=folded(title))
        state.link(tie("IN_BODY", "Post"), f"post-{number}", f"org-{number}")
    store.apply(lambda _: Decision(plan_changes(State(), state)))


def put_people(store: Store, names: list[str], first: int) -> None:
    """Write some people and the tenure of each."""
    state = State()
    for number, name in enumerate(names, start=first):
        person, tenure = f"person-{number}", f"tenure-{number}"
        keys = {"exact_keys": [exact_key(name)], "tone_keys": [tone_key(name)]}
        state.node("Person", person, name=name, names=[name], search=folded(name), **keys)
        state.node("Tenure", tenure, started_min=date(2015, 1, 1), started_max=date(2015, 1, 1))
        state.node("Post", f"post-{number % POSTS}")
        state.link(tie("HELD"), person, tenure)
        state.link(tie("IN_POST", "Tenure"), tenure, f"post-{number % POSTS}")
    stored = State(nodes={at: node for at, node in state.nodes.items() if at[0] == "Post"})
    store.apply(lambda _: Decision(plan_changes(stored, state)))


def measure(store: Store, text: str) -> list[str]:
    """Ask for a text again and again; a row of hits, the first, the median and the longest time in milliseconds."""
    catalog, took, rows = read_catalog(), [], []
    for _ in range(TIMES):
        start = time.perf_counter()
        rows = list(catalog.ask(store, "search", {"text": text, "limit": 8}, today=TODAY).rows)
        took.append(1000 * (time.perf_counter() - start))
    return [f"{text!r}", str(len(rows)), *(f"{each:.0f}" for each in (took[0], statistics.median(took), max(took)))]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=int, nargs="?", default=100_000)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    said = parser.parse_args()
    draw = random.Random(1)
    names = [make_name(draw) for _ in range(said.people)]
    with scratch_store(said.family) as store:
        put_posts(store)
        for first in range(0, said.people, AT_ONCE):
            put_people(store, names[first : first + AT_ONCE], first)
        time.sleep(5)  # the server fills its index behind the writes
        whole = names[said.people // 2]
        asked = [
            whole,
            folded(whole),
            folded(whole).upper(),
            folded(names[7])[:-2],
            "nguyen",
            "n",
            "chu tich",
            "xyz khong co",
        ]
        print(f"{store.counts()['Person']} people")
        print_table(["text", "hits", "first ms", "median ms", "longest ms"], [measure(store, text) for text in asked])


if __name__ == "__main__":
    main()
