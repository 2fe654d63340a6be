"""What is said where Spark cannot be used; nothing of it starts Spark."""

import socket
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import ask as ask
from tests.cli.conftest import place as place
from tests.cli.conftest import plain_environment as plain_environment
from tests.cli.helpers import Place
from tests.spark.conftest import missing

needs_spark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


def _refused(place: Place, *more: str) -> str:
    done = place.read("--engine", "spark", *more)
    assert done.code in (1, 2)
    assert not place.store.exists()
    assert "Traceback" not in done.err
    return done.err


def test_without_pyspark_the_extra_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert "pip install 'tawatur[spark]'" in _refused(place)


@needs_spark
def test_without_java_it_is_asked_for(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "Java 17" in _refused(place)


@needs_spark
def test_an_old_java_is_refused(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", encoding="utf-8")
    (tmp_path / "bin" / "java").chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert "version 11" in _refused(place)


@needs_spark
def test_what_is_no_address_of_a_master_is_refused(place: Place) -> None:
    assert "'somewhere' is no address" in _refused(place, "--master", "somewhere")


@needs_spark
def test_a_master_that_does_not_answer_is_named(place: Place) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert f"no Spark master at spark://127.0.0.1:{port}" in _refused(place, "--master", f"spark://127.0.0.1:{port}")


@needs_spark
def test_a_work_folder_that_cannot_be_written_is_named(place: Place, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert f"work folder {tmp_path / 'file' / 'work'}" in _refused(place, "--work", str(tmp_path / "file" / "work"))


@needs_spark
def test_a_work_folder_in_which_another_run_works_is_named(place: Place, tmp_path: Path) -> None:
    from tawatur.pipeline.spark.stages import locked

    (tmp_path / "work").mkdir()
    with locked(tmp_path / "work"):
        assert "Another tawatur works in the folder" in _refused(place, "--work", str(tmp_path / "work"))


@pytest.mark.parametrize("option", [("--master", "local[2]"), ("--work", "somewhere")])
def test_what_is_said_to_spark_goes_with_spark(place: Place, option: tuple[str, str]) -> None:
    done = place.read(*option)
    assert (done.code, f"{option[0]} goes with --engine spark" in done.err) == (2, True)
    assert not place.store.exists()


def test_what_the_users_own_settings_of_spark_say_is_left_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.pipeline.spark import session

    told = "# spark.ui.enabled true\nspark.sql.shuffle.partitions=400\n\n  spark.driver.memory   8g\n"
    (tmp_path / "spark-defaults.conf").write_text(told, encoding="utf-8")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    assert session._said() == {"spark.sql.shuffle.partitions", "spark.driver.memory"}
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path / "none"))
    assert session._said() == set()
