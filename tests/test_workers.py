import os
import signal
import struct
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.crew import Crew
from tawatur.records.errors import FailedError
from tawatur.workers import apart, batches, side_by_side, spread


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


def _where(batch: list[int]) -> int:
    return os.getpid()


def test_what_is_quick_is_done_in_this_process_and_what_takes_longer_in_others() -> None:
    assert set(spread(_where, range(40), size=3, workers=2, alone=60.0)) == {os.getpid()}
    assert os.getpid() not in set(spread(_where, range(40), size=3, workers=2))
    assert sum(spread(_doubled_sum, range(40), size=3, workers=2, alone=0.001)) == 2 * sum(range(40))


def _doubled_sum(batch: list[int]) -> int:
    return 2 * sum(batch)


def test_a_worker_that_is_ended_from_outside_is_named() -> None:
    with pytest.raises(FailedError) as error:
        list(spread(_die, range(40), size=3, workers=2))
    assert error.value.code == "worker_lost"


def _killed_while_it_answers(batch: list[int]) -> list[int]:
    """The process with the first batch sends half of its answer and is killed."""

    def send_half(pipe: Connection, data: "memoryview") -> None:
        pipe._send(struct.pack("!i", len(data)) + bytes(data)[: len(data) // 2])  # type: ignore[attr-defined]
        os.kill(os.getpid(), signal.SIGKILL)

    if 0 in batch:
        Connection._send_bytes = send_half  # type: ignore[attr-defined]
    return batch


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix's")
def test_a_worker_that_is_killed_with_half_an_answer_sent_is_named_and_nobody_waits_for_the_rest() -> None:
    with pytest.raises(FailedError) as error:
        list(spread(_killed_while_it_answers, range(40), size=3, workers=2))
    assert error.value.code == "worker_lost"


def _refuse(batch: list[int]) -> list[int]:
    if 20 in batch:
        raise FailedError("bad_input", detail="twenty")
    return batch


def test_what_fails_in_a_worker_fails_here_with_its_words_after_all_that_came_before() -> None:
    found: list[int] = []
    with pytest.raises(FailedError) as error:
        found.extend(number for part in spread(_refuse, range(40), size=3, workers=2) for number in part)
    assert error.value.values == {"detail": "twenty"}
    assert "in a worker process" in error.value.__notes__[0]
    assert found == list(range(18))


def _unsendable(batch: list[int]) -> object:
    return lambda: batch


def test_an_answer_that_cannot_be_sent_is_an_error() -> None:
    with pytest.raises(TypeError, match=r"PicklingError|AttributeError"):
        list(spread(_unsendable, range(40), size=3, workers=2))


def test_results_that_nobody_takes_any_more_leave_no_process() -> None:
    results = spread(_doubled, range(400), size=3, workers=2)
    assert next(results) == [0, 2, 4]
    assert len(active_children()) == 2
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []


def _who(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_what_is_done_apart_is_done_in_a_process_that_is_gone_afterwards() -> None:
    number, process = apart(_who, 7)
    assert number == 7
    assert process != os.getpid()
    assert active_children() == []


def _refused(number: int) -> int:
    raise FailedError("bad_input", detail=str(number))


def test_what_fails_apart_fails_here_with_its_words() -> None:
    with pytest.raises(FailedError) as error:
        apart(_refused, 7)
    assert error.value.values == {"detail": "7"}
    assert active_children() == []


def _gone(number: int) -> int:
    os._exit(number)


def test_a_process_apart_that_is_ended_from_outside_is_named() -> None:
    with pytest.raises(FailedError) as error:
        apart(_gone, 7)
    assert error.value.code == "worker_lost"
    assert active_children() == []


def _told_to_end(number: int) -> int:
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    return number


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_a_process_apart_goes_on_where_all_processes_of_a_service_are_told_to_end() -> None:
    assert apart(_told_to_end, 7) == 7


def test_workers_that_were_started_before_share_the_work_with_this_process_and_stay() -> None:
    with Crew() as crew:
        crew.grow_ready(_doubled, [1])
        found = list(spread(_slowly_where, range(40), size=3, workers=2, alone=60.0, crew=crew))
        assert crew.size == len(active_children()) == 1
        assert set(found) == {os.getpid(), active_children()[0].pid}
        assert list(spread(_doubled, range(40), size=3, workers=2, alone=60.0, crew=crew)) == [
            [2 * number for number in batch] for batch in batches(range(40), 3)
        ]
    assert active_children() == []


def _slowly_where(batch: list[int]) -> int:
    sleep(0.1)
    return os.getpid()


def test_workers_that_were_started_before_begin_at_once_while_this_process_does_something_else(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in "ab"]
    with Crew() as crew:
        crew.grow()
        begun = side_by_side(_written, paths, workers=2, alone=60.0, crew=crew)
        until = monotonic() + 60
        while monotonic() < until and not all(path.exists() for path in paths):
            sleep(0.01)
        assert set(begun) == {active_children()[0].pid}


def _written(path: Path) -> int:
    path.touch()
    return os.getpid()


def test_items_side_by_side_give_the_same_in_the_same_order_as_one_after_the_other() -> None:
    with Crew() as crew:
        crew.grow()
        for workers, some in ((1, None), (2, None), (2, crew)):
            assert list(side_by_side(_squared, range(9), workers=workers, crew=some)) == [n * n for n in range(9)]
    assert active_children() == []


def _squared(number: int) -> int:
    return number * number


def test_an_error_while_workers_are_at_what_was_begun_leaves_no_process() -> None:
    with pytest.raises(FailedError):
        _fail_after_beginning()
    assert active_children() == []


def _fail_after_beginning() -> None:
    with Crew() as crew:
        crew.grow()
        side_by_side(_for_long, [[60], [60]], workers=2, crew=crew)
        raise FailedError("bad_input", detail="one")


def test_more_workers_are_started_beside_those_that_were_there_where_it_takes_long() -> None:
    with Crew() as crew:
        crew.grow()
        assert sum(spread(_doubled_sum, range(40), size=3, workers=2, crew=crew)) == 2 * sum(range(40))
        assert crew.size == 2


def test_a_worker_that_is_not_ready_is_not_waited_for() -> None:
    start = monotonic()
    with Crew() as crew:
        crew.grow_ready(_for_long, [60])
    assert monotonic() - start < 10
    assert active_children() == []


def _for_long(batch: list[int]) -> None:
    sleep(batch[0])


def test_a_worker_that_does_not_get_ready_does_not_lose_any_work() -> None:
    with Crew() as crew:
        crew.grow_ready(_die, [1])
        assert sum(spread(_doubled_sum, range(40), size=3, workers=2, alone=0.1, crew=crew)) == 2 * sum(range(40))


def test_what_fails_in_this_process_beside_workers_fails_after_all_that_came_before() -> None:
    found: list[int] = []
    with Crew() as crew:
        crew.grow_ready(_for_long, [60])
        with pytest.raises(FailedError, match="bad_input"):
            found.extend(
                number for part in spread(_refuse, range(40), size=3, workers=2, alone=60.0, crew=crew) for number in part
            )
    assert found == list(range(18))


def test_an_error_beside_workers_leaves_no_process() -> None:
    with pytest.raises(FailedError):
        _fail_beside_worker()
    assert active_children() == []


def _fail_beside_worker() -> None:
    with Crew() as crew:
        crew.grow()
        crew.put(_for_long, [60])
        raise FailedError("bad_input", detail="one")
