"""Commands that are killed at random moments; `python -m bench.faults` does it a hundred times."""

import sys
from pathlib import Path

import pytest
from bench.faults.killing import bench
from bench.faults.stores import SqliteStores

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found by means of Linux")


@pytest.mark.parametrize(("command", "times"), [("read", 3), ("watch", 2)])
def test_nothing_is_lost_by_a_kill_and_the_next_run_ends_as_an_undisturbed_one(tmp_path: Path, command: str, times: int) -> None:
    with bench(tmp_path, SqliteStores(tmp_path), 56) as (killer, courses):
        found = list(killer.killed(courses[command], times, seed=11))
    assert len(found) == times
    assert [one for one in found if one.faults] == []
