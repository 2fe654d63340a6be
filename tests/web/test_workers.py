import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.postgresql import Stores

from tawatur.records.errors import StoreError
from tawatur.store.sqlite import Store
from tawatur.web.source import Held, Source, StoreSource
from tawatur.web.workers import BusyError, Workers


def test_a_slow_answer_holds_up_no_other(library: Any) -> None:
    gate = threading.Event()

    async def both() -> str:
        workers = Workers(Held(library), threads=2)
        slow = asyncio.ensure_future(workers.run(lambda _: gate.wait(10)))
        quick = await workers.run(lambda _: "سريع")
        assert not slow.done()
        gate.set()
        await slow
        return quick

    assert asyncio.run(both()) == "سريع"


def test_what_takes_too_long_is_given_up(library: Any) -> None:
    gate = threading.Event()

    async def one() -> None:
        workers = Workers(Held(library), seconds=0.1)
        with pytest.raises(BusyError) as error:
            await workers.run(lambda _: gate.wait(10))
        assert error.value.code == "server_slow"
        gate.set()

    asyncio.run(one())


def test_more_than_may_wait_are_turned_away_until_there_is_room(library: Any) -> None:
    gate = threading.Event()

    async def many() -> None:
        workers = Workers(Held(library), threads=1, waiting=1)
        held = [asyncio.ensure_future(workers.run(lambda _: gate.wait(10))) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError) as error:
            await workers.run(lambda _: None)
        assert error.value.code == "server_busy"
        gate.set()
        await asyncio.gather(*held)
        await asyncio.sleep(0.05)
        assert await workers.run(lambda _: "مكان") == "مكان"

    asyncio.run(many())


def test_an_answer_whose_time_passed_while_it_waited_is_not_begun(library: Any) -> None:
    gate = threading.Event()
    begun: list[bool] = []

    async def two() -> None:
        workers = Workers(Held(library), threads=1, seconds=0.1)
        results = await asyncio.gather(
            workers.run(lambda _: gate.wait(10)), workers.run(lambda _: begun.append(True)), return_exceptions=True
        )
        assert [type(one) for one in results] == [BusyError, BusyError]
        gate.set()
        await asyncio.sleep(0.1)

    asyncio.run(two())
    assert begun == []


def test_a_store_that_is_out_of_time_is_told_as_slow() -> None:
    class Late(Source):
        @contextmanager
        def reading(self, until: float) -> Iterator[Any]:
            raise StoreError("store_slow", path="s.sqlite")
            yield

    async def one() -> None:
        with pytest.raises(BusyError) as error:
            await Workers(Late()).run(lambda _: None)
        assert error.value.code == "server_slow"

    asyncio.run(one())


def test_readings_of_a_store_at_one_time_have_connections_of_their_own(stores: Stores) -> None:
    Store(stores("s")).close()
    source = StoreSource(stores("s"))
    until = time.monotonic() + 10
    with source.reading(until) as one, source.reading(until) as two:
        assert one.stories() == two.stories() == []
        with Store(stores("s")) as store:
            store.write("INSERT INTO dropped VALUES ('ingest', 'ملف', 'empty', '')", [()])
        assert one.dropped() == []
    with source.reading(until) as three:
        assert len(three.dropped()) == 1
    source.close()


def test_a_store_that_was_warmed_answers_as_before(stores: Stores) -> None:
    Store(stores("s")).close()
    source = StoreSource(stores("s"))
    source.warm()
    with source.reading() as library:
        assert list(library.stories()) == []
    source.close()
