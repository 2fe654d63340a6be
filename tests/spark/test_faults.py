"""Workers and drivers that are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from bench.spark import Shown
from tests.spark.conftest import SETTINGS
from tests.spark.newsroom import archive, exported

from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.pipeline.spark import Spark, comparing
from tawatur.pipeline.spark.sharing import share
from tawatur.records.base import to_json
from tawatur.reuse import find
from tawatur.store.sqlite import Store

pytestmark = pytest.mark.spark


# what the first of all workers does that comes to it: it gives half of what it found, and is killed
_DYING = """
def dying(rows, *fixed):
    import os, signal
    from tawatur.pipeline.spark.comparing import compare

    found = list(compare(rows, *fixed))
    yield from found[: len(found) // 2]
    try:
        os.close(os.open(os.environ["TAWATUR_TEST_KILLED"], os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        yield from found[len(found) // 2 :]
    else:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_that_is_killed_in_the_midst_of_the_join_changes_nothing(
    spark: Spark, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = tmp_path / "killed"
    monkeypatch.setenv("TAWATUR_TEST_KILLED", str(killed))
    names: dict[str, Any] = {"__name__": "__main__"}  # so that it is sent to the workers as it is: they know none of the tests
    exec(_DYING, names)  # noqa: S102
    monkeypatch.setattr(comparing, "compare", names["dying"])
    shown = Shown.of(120)
    share(spark.stages, shown)
    assert killed.exists()
    found = find(shown.texts, shown.sentences, shown.quotes, shown.articles)
    assert [one for row in spark.stages.rows("shared", ["rows"]) for one in row["rows"]] == [to_json(one) for one in found.pairs]
    assert sorted(row["family"] for row in spark.stages.rows("families")) == sorted(map(to_json, found.families))
    assert len(found.families) > 10


def test_a_driver_that_is_killed_between_stages_goes_on_from_the_last_finished_one(
    spark: Spark, work: Path, tmp_path: Path
) -> None:
    where = archive(tmp_path / "archive", 60)
    with Store(tmp_path / "local.sqlite") as store:
        read(store, [str(where)], Options())
    _killed(tmp_path / "spark.sqlite", where, work, once="compared.json")
    # the command line leaves the store's own files out
    as_asked = Options(exclude=tuple(f"spark.sqlite{ending}" for ending in ("", "-wal", "-shm", "-lock", "-work")))
    before = {one.stem: one.read_bytes() for one in work.glob("*.json")}
    assert before.keys() >= {"read", "annotated", "pages", "texts", "met", "compared"}
    assert "families" not in before
    with Store(tmp_path / "spark.sqlite") as store:
        read(store, [str(where)], as_asked, engine=spark)
    again = [name for name in spark.stages.done if name in before]
    assert set(again) <= {"listed", "shown"}  # what the driver hands over is written anew, and is what it was
    assert exported(tmp_path / "local.sqlite", tmp_path / "one") == exported(tmp_path / "spark.sqlite", tmp_path / "two")


def _killed(store: Path, where: Path, work: Path, *, once: str) -> None:
    """Read over Spark from the command line, and kill that once a file stands in the work folder."""
    settings = store.with_name("conf")
    settings.mkdir()
    told = "".join(f"{name} {value}\n" for name, value in SETTINGS.items())
    (settings / "spark-defaults.conf").write_text(f"# the user's own\n{told}", encoding="utf-8")
    command = [sys.executable, "-m", "tawatur.cli.main", "read", str(where), "--store", str(store), "--quiet"]
    command += ["--engine", "spark", "--master", "local[2]", "--work", str(work)]
    environment = {**os.environ, "SPARK_CONF_DIR": str(settings)}
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment) as driver:
        until = time.monotonic() + 600
        while not (work / once).exists():
            assert driver.poll() is None, driver.communicate()[1]
            assert time.monotonic() < until
            time.sleep(0.02)
        driver.kill()
    assert driver.returncode == -signal.SIGKILL
