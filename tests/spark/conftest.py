"""One Spark for all tests of the engine; they are skipped where it cannot be started."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tawatur.pipeline.spark import Spark

# little memory, two processors, and as little compiling as can be: the tests run on few rows
SETTINGS = {
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def missing() -> str | None:
    """What is missing for Spark on this machine."""
    if find_spec("pyspark") is None:
        return "PySpark is not installed: pip install 'tawatur[spark]'"
    return None if shutil.which("java") else "there is no Java: apt install openjdk-17-jre-headless"


@pytest.fixture(scope="package")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """An engine that is kept for all tests."""
    if told := missing():
        pytest.skip(told)
    with Spark("local[2]", tmp_path_factory.mktemp("spark") / "work", keep=True, settings=SETTINGS) as engine:
        yield engine


@pytest.fixture
def work(spark: Spark, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work folder of the test's own for that engine."""
    from tawatur.pipeline.spark.stages import Stages

    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setattr(spark, "stages", Stages(folder, spark.stages.spark))
    return folder
