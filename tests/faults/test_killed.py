"""Commands that are killed at random moments; `python -m bench.faults` does it a hundred times."""

import sys
from pathlib import Path

import pytest
from bench.faults.killing import bench
from bench.faults.servers import PostgresStores
from bench.faults.stores import SqliteStores, Stores

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found by means of Linux")


@pytest.mark.parametrize(("kind", "command", "times"), [("sqlite", "read", 3), ("sqlite", "watch", 2), ("postgresql", "read", 1)])
def test_nothing_is_lost_by_a_kill_and_the_next_run_ends_as_an_undisturbed_one(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, command: str, times: int
) -> None:
    stores: Stores = SqliteStores(tmp_path) if kind == "sqlite" else PostgresStores(request.getfixturevalue("postgresql"))
    with bench(tmp_path, stores, 56) as (killer, courses):
        found = list(killer.killed(courses[command], times, seed=11))
    assert len(found) == times
    assert [one for one in found if one.faults] == []
