import time

import pytest
from tests.postgresql import Stores

from tawatur.records.errors import StoreError
from tawatur.store.address import Place
from tawatur.store.reading import ReadStore
from tawatur.store.sqlite import Store

_ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def path(stores: Stores) -> Place:
    with Store(stores("s")) as store:
        store.remember("name", "قبل")
    return stores("s")


def test_a_snapshot_stays_in_one_state_while_another_writes(path: Place) -> None:
    with Store(path) as writing, ReadStore(path) as reading:
        with reading.snapshot():
            assert reading.state("name") == "قبل"
            writing.remember("name", "بعد")
            assert reading.state("name") == "قبل"
        with reading.snapshot():
            assert reading.state("name") == "بعد"


def test_reading_does_not_wait_for_a_transaction_of_a_writer(path: Place) -> None:
    with Store(path) as writing, ReadStore(path) as reading, writing.transaction():
        writing.remember("name", "بعد")
        began = time.monotonic()
        with reading.snapshot():
            assert reading.state("name") == "قبل"
        assert time.monotonic() - began < 1


def test_nothing_can_be_written(path: Place) -> None:
    with ReadStore(path) as reading, pytest.raises(StoreError):
        reading.remember("name", "بعد")
    with ReadStore(path) as reading:
        assert reading.state("name") == "قبل"


def test_a_query_that_takes_too_long_is_stopped(path: Place) -> None:
    with ReadStore(path) as reading:
        began = time.monotonic()
        with pytest.raises(StoreError) as error, reading.snapshot(began + 0.2):
            reading.query(_ENDLESS)
        assert error.value.code == "store_slow"
        assert time.monotonic() - began < 5


def test_after_its_time_a_snapshot_answers_nothing_more(path: Place) -> None:
    with ReadStore(path) as reading:
        with pytest.raises(StoreError) as error, reading.snapshot(time.monotonic() - 1):
            reading.state("name")
        assert error.value.code == "store_slow"
        with reading.snapshot():
            assert reading.state("name") == "قبل"


def test_a_missing_store_is_not_made(stores: Stores) -> None:
    with pytest.raises(StoreError) as error:
        ReadStore(stores("none"))
    assert error.value.code == "store_missing"
