"""Two that write to one store at once: the second is told, or waits, and nothing is lost."""

import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from bench.faults import corpus
from tests.faults.helpers import COMMAND, Newsroom, exported, tawatur
from tests.postgresql import Stores
from tests.watch.conftest import WORDS, Desk, Way

from tawatur import correct
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.records.alert import Alert
from tawatur.records.errors import StoreError
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def test_of_two_readings_at_once_one_is_told_to_wait_and_nothing_is_lost(tmp_path: Path, newsroom: Newsroom) -> None:
    together = tmp_path / "both.sqlite"
    command = [*COMMAND, "read", str(newsroom.articles), "--store", str(together), "--workers", "1"]
    begun = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in begun]
    codes = [process.returncode for process in begun]
    assert sorted(codes) in ([0, 1], [0, 0])  # the one may have ended before the other began
    if 1 in codes:
        assert f"Another tawatur is reading articles into {together}" in said[codes.index(1)][1]
    assert exported(together, tmp_path / "one") == exported(newsroom.store, tmp_path / "two")


def test_what_is_judged_while_articles_are_read_is_kept_and_holds_in_what_the_reading_makes(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    corpus.write(tmp_path / "in", 10, seed=3)
    with Store(newsroom.store) as store, Store(newsroom.store) as desk:
        document = next(iter(store.states()))
        judged: list[str] = []

        def meanwhile(step: str, done: int, total: int | None) -> None:
            if step == "annotate" and not judged:
                judged.append(correct.date(desk, document, "2021-04-01", who="سامي").id)

        read(store, [str(tmp_path / "in")], Options(), progress=meanwhile)
        assert judged
        view = StoreLibrary(store).document(document)
        assert view
        assert view.settled.publication.published == "2021-04-01"


def test_an_edit_waits_for_what_a_reading_writes_and_is_kept(newsroom: Newsroom) -> None:
    code = (
        "import sys, time; from pathlib import Path; from tawatur.store.sqlite import Store\n"
        "with Store(Path(sys.argv[1])) as store, store.transaction():\n"
        "    store.remember('word', 'of the other'); print('begun', flush=True); time.sleep(2)"
    )
    with subprocess.Popen([COMMAND[0], "-c", code, str(newsroom.store)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        started = time.monotonic()
        with Store(newsroom.store) as store:
            document = next(iter(store.states()))
            told = correct.date(store, document, "2021-04-01", who="سامي")
        assert time.monotonic() - started > 0.5
        assert other.wait() == 0
    with Store(newsroom.store) as store:
        assert store.state("word") == "of the other"
        assert [one.id for one in store.corrections()] == [told.id]


def test_a_takedown_during_a_round_of_the_watch_is_told_to_wait_and_holds_in_the_next_rounds(
    tmp_path: Path, stores: Stores
) -> None:
    (tmp_path / "in").mkdir()
    desk = Desk(folder=tmp_path / "in", store=stores("desk"))
    path = desk.write("first", WORDS["first"])
    refused: list[str] = []
    with Store(desk.store) as store:
        watch = desk.watch(store, Way())
        watch.start()
        watch.round()
        [document] = store.states()
        desk.write("second", WORDS["second"])
        from tawatur.watch import taking

        def reading(*arguments: Any, **named: Any) -> Any:
            def meanwhile(step: str, done: int, total: int | None) -> None:
                if step == "annotate":
                    with Store(desk.store) as other, pytest.raises(StoreError) as error:
                        correct.forget(other, document, who="سامي")
                    refused.append(error.value.code)

            return read(*arguments, progress=meanwhile, **named)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(taking, "read", reading)
            desk.time += 1000.0
            watch.round()
        assert refused == ["store_locked"]
        with Store(desk.store) as other:
            correct.forget(other, document, who="سامي")
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        desk.time += 1000.0
        watch.round()
        assert document not in store.states()
        assert len(store.states()) == 1


def test_one_round_of_a_watch_whose_store_another_reads_into_fails_and_says_so(newsroom: Newsroom) -> None:
    from tawatur.store.connection import writer

    command = ("watch", "--once", str(newsroom.articles), "--store", str(newsroom.store), "--workers", "1")
    with writer(newsroom.store):
        done = tawatur(*command)
    assert done.returncode == 1
    assert "store_locked" in done.stderr
    assert tawatur(*command).returncode == 0


def test_two_watches_over_one_store_tell_each_alert_once_between_them(tmp_path: Path, stores: Stores) -> None:
    (tmp_path / "in").mkdir()
    desk = Desk(folder=tmp_path / "in", store=stores("desk"))
    out, between = Way(), Way()
    with Store(desk.store) as one, Store(desk.store) as two:
        first, second = desk.watch(one, out), desk.watch(two, between)
        desk.write("first", WORDS["first"])
        first.start()
        second.start()
        first.round()
        waiting = first._sender._told.waiting

        def slowly(way: str) -> list[Alert]:
            found = waiting(way)
            second._sender.send()  # the other one sends what the first one has just seen waiting
            return found

        first._sender._told.waiting = slowly  # type: ignore[method-assign]
        desk.write("second", WORDS["second"])
        desk.time += 1000.0
        first.round()
    got = [alert.id for alert in (*out.got, *between.got)]
    assert between.got
    assert len(got) == len(set(got))


def test_an_export_during_a_reading_is_of_one_state(newsroom: Newsroom, tmp_path: Path) -> None:
    from tawatur.cli.stored import library
    from tawatur.export import write

    before = exported(newsroom.store, tmp_path / "before")
    corpus.write(tmp_path / "in", 20, seed=4)
    with library(newsroom.store) as found:
        assert found.counts()["documents"] == 40
        with Store(newsroom.store) as store:
            read(store, [str(tmp_path / "in")], Options())
        write(found, tmp_path / "during")
    assert {path.name: path.read_bytes() for path in (tmp_path / "during").iterdir()} == before
