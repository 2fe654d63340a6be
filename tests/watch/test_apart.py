"""Rounds that are worked on in a process of their own."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from tests.faults.helpers import COMMAND
from tests.watch.conftest import Desk

from tawatur.records.errors import StoreError
from tawatur.store.sqlite import Store
from tawatur.watch.doing import apart, here


@pytest.fixture
def file_desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "in"
    folder.mkdir()
    return Desk(folder=folder, store=tmp_path / "s.sqlite")


def _rounds(desk: Desk, store: Store, out: Any, texts: Any, doing: Any) -> Any:
    desk.write("first", texts["first"])
    watch = desk.watch(store, out, doing=doing)
    watch.start()
    watch.round()
    desk.write("second", texts["second"])
    desk.time += 1000.0
    watch.round()
    return watch


def test_a_round_tells_the_same_from_a_process_of_its_own_as_from_this_one(
    desk: Desk, way: Callable[..., Any], texts: Any, tmp_path: Path
) -> None:
    there, own = way(), way()
    with Store(desk.store) as store:
        one = _rounds(desk, store, there, texts, apart(desk.store))
        assert active_children() == []
    (desk.folder / "second.txt").unlink()
    with Store(tmp_path / "here.sqlite") as store:
        other = _rounds(desk, store, own, texts, here(store))
    assert {alert.kind for alert in there.got} >= {"origin"}
    assert [(alert.id, alert.says) for alert in there.got] == [(alert.id, alert.says) for alert in own.got]
    assert (one.health.articles, one.health.alerts, one.health.failing) == (
        other.health.articles,
        other.health.alerts,
        other.health.failing,
    )


def test_a_store_that_is_gone_is_not_made_anew_by_a_round_apart(file_desk: Desk, way: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store(path) as store:
        watch = file_desk.watch(store, way(), doing=apart(path))
        watch.start()
        path.rename(tmp_path / "aside.sqlite")
        watch.round()
        assert watch.health.store_errors > 0
        assert not path.exists()
        (tmp_path / "aside.sqlite").rename(path)
        before = watch.health.store_errors
        file_desk.time += 1000.0
        watch.round()
        assert watch.health.store_errors == before


def _lost(store: Store, asked: Any) -> Any:
    os._exit(9)


def test_a_round_whose_process_is_killed_fails_and_the_next_one_is_asked(desk: Desk, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), doing=apart(desk.store))
        watch.start()
        real, watch._doing = watch._doing, lambda _, asked: apart(desk.store)(_lost, asked)
        watch.round()
        assert watch.health.last_failure
        assert list(watch.health.failing) == [str(desk.folder)]
        watch._doing = real
        desk.time += 1000.0
        watch.round()
        assert watch.health.articles == 1
        assert watch.health.failing == {}


def test_what_a_round_apart_raises_of_a_store_arrives_with_its_code(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        apart(tmp_path / "none.sqlite")(_lost, None)
    assert error.value.code == "store_missing"


@pytest.mark.skipif(os.name == "nt", reason="process groups of Unix")
def test_a_watch_all_of_whose_processes_are_told_to_end_ends_its_round_first(file_desk: Desk, texts: Any, tmp_path: Path) -> None:
    file_desk.write("first", texts["first"])
    store = tmp_path / "s.sqlite"
    command = [*COMMAND, "watch", str(file_desk.folder), "--store", str(store), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as watch:
        try:
            _until(lambda: store.exists() and _kept(store))
            os.killpg(watch.pid, signal.SIGTERM)
            assert watch.wait(60) == 0
        finally:
            watch.kill()
    with Store(store) as found:
        assert len(found.states()) == 1
        assert found.state("derived") is not None


def _kept(path: Path) -> bool:
    """Whether a round has kept an article; it has still to be annotated."""
    with Store(path) as store:
        return bool(store.query("SELECT 1 FROM documents"))


def _until(condition: Callable[[], bool]) -> None:
    """Wait until something is so, a minute at the most."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
