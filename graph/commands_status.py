"""What `status` tells: where the graph lives, whether the local server runs and for whom, what is in it."""

from __future__ import annotations

from collections.abc import Callable

from graph.errors import Text
from graph.loading import Loading, read_loading
from graph.overview import read_undoing, read_unfinished
from graph.server import Running, find
from graph.settings import Settings
from graph.store import Store


def describe_status(settings: Settings, open_graph: Callable[[], Store]) -> Text:
    """Say where the graph lives and what is in it; a local server that was never started stays unstarted."""
    if settings.neo4j_uri is not None:
        return _join([_describe_graph(open_graph())])
    running = find(settings)
    where = _describe_local(settings, running)
    if running is None and not (settings.home / "data").exists():
        return _join([where, Text(vi="Đồ thị còn trống.", en="The graph is empty.")])
    return _join([where, _describe_graph(open_graph(), read_loading(settings.home))])


def _describe_local(settings: Settings, running: Running | None) -> Text:
    home = settings.home
    if running is None:
        return Text(
            vi=f"Neo4j cục bộ trong {home}: không chạy (tự chạy khi cần).",
            en=f"Local Neo4j in {home}: not running (it starts when needed).",
        )
    clients = ", ".join(map(str, running.clients))
    return Text(
        vi=f"Neo4j cục bộ trong {home}: đang chạy, tiến trình {running.pid}; đang dùng: {clients or 'không ai'}.",
        en=f"Local Neo4j in {home}: running, process {running.pid}; used by: {clients or 'nobody'}.",
    )


def _describe_graph(store: Store, loading: Loading | None = None) -> Text:
    version, edition = store.version()
    counts = [f"  {label}: {n}" for label, n in store.counts().items()]
    where = f"{store.address}, Neo4j {version} {edition}"
    return _join(
        [
            Text(vi=f"Đồ thị: {where}", en=f"Graph: {where}"),
            *(Text(vi=line, en=line) for line in counts),
            *([_describe_loading(loading)] if loading is not None else []),
            *(
                Text(
                    vi=f"Lần nạp dở dang: {name}; chạy lại cùng lệnh nạp để tiếp tục.",
                    en=f"Unfinished load: {name}; run the same load again to go on.",
                )
                for name in read_unfinished(store, running=loading.input if loading is not None else None)
            ),
            *(
                Text(
                    vi=f"Lần gỡ dở dang: chạy lại python -m loaders undo {id}",
                    en=f"Unfinished undo: run python -m loaders undo {id} again",
                )
                for id in read_undoing(store)
            ),
        ]
    )


def _describe_loading(loading: Loading) -> Text:
    return Text(
        vi=f"Đang nạp: {loading.input}, {loading.done} trên {loading.total} dòng.",
        en=f"Being loaded: {loading.input}, {loading.done} of {loading.total} rows.",
    )


def _join(texts: list[Text]) -> Text:
    return Text(vi="\n".join(text.vi for text in texts), en="\n".join(text.en for text in texts))
