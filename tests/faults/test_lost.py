"""A store whose file is deleted, moved or replaced while it is used."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.faults.helpers import Newsroom
from tests.web.conftest import ask_app

from tawatur.ingest import Options
from tawatur.records.errors import StoreError
from tawatur.store.sqlite import Store
from tawatur.watch import Watch, WatchOptions
from tawatur.web.app import app
from tawatur.web.source import StoreSource


def _gone(store: Path) -> None:
    store.unlink()


def _moved(store: Path) -> None:
    store.rename(store.with_name("elsewhere.sqlite"))


def _replaced(store: Path) -> None:
    copy = store.with_name("copy.sqlite")
    shutil.copyfile(store, copy)
    copy.replace(store)


@pytest.mark.parametrize("lose", [_gone, _moved, _replaced])
def test_nothing_is_said_to_be_kept_in_a_file_that_is_not_the_store_any_more(newsroom: Newsroom, lose: Any) -> None:
    with Store(newsroom.store) as store:

        def write() -> None:
            with store.transaction():
                store.remember("a word", "of today")
                lose(newsroom.store)

        with pytest.raises(StoreError) as error:
            write()
        assert error.value.code == "store_gone"
        with pytest.raises(StoreError, match="store_gone"), store.transaction():
            store.remember("another", "word")


def _watch(newsroom: Newsroom, store: Store, clock: list[float]) -> Watch:
    options = WatchOptions(every=10.0)
    return Watch(store, [str(newsroom.articles)], Options(), options, [], clock=lambda: clock[0], now=lambda: clock[0])


def test_a_watch_whose_store_was_moved_goes_on_when_it_is_put_back(newsroom: Newsroom) -> None:
    clock = [1000.0]
    with Store(newsroom.store) as store:
        watch = _watch(newsroom, store, clock)
        watch.start()
        watch.round()
        assert watch.health.store_errors == 0
        _moved(newsroom.store)
        beat = watch.health.beat
        for _ in range(4):
            clock[0] += 20.0
            watch.round()
        assert watch.health.store_errors
        assert watch.health.beat == beat
        assert watch.health.failing == {}
        newsroom.store.with_name("elsewhere.sqlite").rename(newsroom.store)
        clock[0] += 20.0
        errors = watch.health.store_errors
        watch.round()
        assert (watch.health.store_errors, watch.health.beat) == (errors, clock[0])


def test_a_watch_whose_store_was_replaced_goes_on_with_the_new_one(newsroom: Newsroom) -> None:
    clock = [1000.0]
    with Store(newsroom.store) as store:
        watch = _watch(newsroom, store, clock)
        watch.start()
        _replaced(newsroom.store)
        watch.round()
        assert watch.health.store_errors
        clock[0] += 20.0
        watch.round()
        assert watch.health.beat == clock[0]
        store.remember("a word", "of today")
    with Store(newsroom.store) as again:
        assert again.state("a word") == "of today"


def test_a_server_whose_store_is_gone_says_so_and_shows_the_new_one_once_it_is_there(newsroom: Newsroom) -> None:
    source = StoreSource(newsroom.store)
    asked = app(source, "en")

    def page() -> Any:
        return asyncio.run(ask_app(asked, "/", "GET", {"host": "localhost"}))

    assert page().status == 200
    kept = newsroom.store.read_bytes()
    _gone(newsroom.store)
    for _ in range(2):
        answer = page()
        assert answer.status == 503
        assert str(newsroom.store.parent) not in answer.text
    assert "There is no store at s.sqlite" in answer.text
    newsroom.store.write_bytes(kept)
    assert page().status == 200
    source.close()


def test_an_edit_is_refused_while_the_store_is_gone_and_is_made_in_the_one_that_is_there_now(newsroom: Newsroom) -> None:
    from tawatur.web.editing import Editing

    editing = Editing(newsroom.store)
    with Store(newsroom.store) as store:
        document = next(iter(store.states()))
    edit = {"article": [document], "day": ["2021-03-05"]}
    aside = newsroom.store.rename(newsroom.store.with_name("aside.sqlite"))
    with pytest.raises(StoreError, match="store_missing"):
        asyncio.run(editing.edit("date", edit, "سامي"))
    aside.rename(newsroom.store)
    asyncio.run(editing.edit("date", edit, "سامي"))
    with Store(newsroom.store) as store:
        assert [told.document for told in store.corrections()] == [document]
