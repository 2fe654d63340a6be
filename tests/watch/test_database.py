"""A watch over a store on a PostgreSQL server that goes away and comes back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.postgresql import Running
from tests.watch.conftest import WORDS, Desk

from tawatur.pipeline import reading
from tawatur.store.address import Server
from tawatur.store.sqlite import Store


def test_a_watch_goes_on_when_the_server_is_back(
    tmp_path: Path, database: Server, postgresql: Running, way: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    desk, out = Desk(folder=tmp_path / "in", store=database), way()
    desk.write("first", WORDS["first"])
    from tawatur.pipeline.annotating import annotate

    def breaking(*given: Any, **more: Any) -> Any:
        postgresql.end_connections(database)
        return annotate(*given, **more)

    with Store(database) as store:
        watch = desk.watch(store, out, every=10.0)
        watch.start()
        watch.round()
        desk.write("second", WORDS["second"])
        desk.time += 100.0
        with monkeypatch.context() as patched:
            patched.setattr(reading, "annotate", breaking)
            watch.round()
        assert (watch.health.store_errors, watch.health.articles, out.got) == (1, 1, [])
        desk.time += 100_000.0
        watch.round()
        assert {alert.kind for alert in out.got} >= {"origin"}
        assert len(store.states()) == 2
