import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.errors import FailedError
from tawatur.workers import batches, spread


def _doubled(batch: list[int]) -> list[int]:
    return [2 * number for number in batch]


def _die(batch: list[int]) -> list[int]:
    os._exit(9)


@given(st.lists(st.integers()), st.integers(1, 7))
def test_batches_hold_every_item_in_order(items: list[int], size: int) -> None:
    parts = list(batches(items, size))
    assert [item for part in parts for item in part] == items
    assert all(len(part) == size for part in parts[:-1])


def test_processes_give_the_same_results_in_the_same_order_as_one() -> None:
    items = range(40)
    assert list(spread(_doubled, items, size=3, workers=2)) == list(spread(_doubled, items, size=3, workers=1))


def test_a_worker_that_is_ended_from_outside_is_named() -> None:
    with pytest.raises(FailedError) as error:
        list(spread(_die, range(40), size=3, workers=2))
    assert error.value.code == "worker_lost"
