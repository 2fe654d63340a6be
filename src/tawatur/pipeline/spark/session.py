"""Starting and stopping Spark."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.records.errors import FailedError, UsageError

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

_JAVA = 17  # the oldest that Spark 4 runs on
_SECONDS = 5.0  # for the master to take a connection, and for Java to tell its version
_RETRIES = 4  # of a task, as on a cluster: in local mode Spark would give up at the first worker that is lost
_PARTS = 4  # of a shuffle, for each processor in local mode

_JVM = "spark.driver.extraJavaOptions"

# what is set unless the user's spark-defaults.conf says otherwise
_SETTINGS = {
    "spark.app.name": "tawatur",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",  # rows with whole texts: some 20 MB a batch
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
}


@contextmanager
def session(master: str, settings: Mapping[str, str] | None = None) -> Iterator["SparkSession"]:
    """Give a session of Spark at `master`, and end it, with the process that Spark runs in, at the end of the block.

    Raises UsageError where PySpark is missing or `master` is no address of one, FailedError where there is no Java, or Spark
    cannot be started.
    """
    check(master)
    from pyspark import SparkConf

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf()
    with as_file(files("tawatur.resources").joinpath("spark_log.properties")) as logged:
        chosen = {**_SETTINGS, **_local(master), **(settings or {})}
        chosen[_JVM] = f"-Dlog4j2.configurationFile={logged.as_uri()} {chosen.get(_JVM, '')}"
        for name in chosen.keys() - _said():
            conf.set(name, chosen[name])
        conf.setMaster(_patient(master))
        with _started(conf, master) as spark:
            yield spark


@contextmanager
def _started(conf: "SparkConf", master: str) -> Iterator["SparkSession"]:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    try:
        spark = SparkSession.builder.config(conf=conf).getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        _end()
        raise FailedError("spark_failed", error=first_line(error)) from error
    except Exception as error:  # what Java threw
        _end()
        raise FailedError("spark_unreachable", master=master, error=first_line(error)) from error
    try:
        yield spark
    finally:
        spark.stop()
        _end()


def check(master: str) -> None:
    """Raise what `session` would raise without starting anything."""
    try:
        import pandas  # noqa: F401
        import pyarrow  # noqa: F401
        import pyspark  # noqa: F401
    except ImportError as error:
        raise UsageError("extra_missing", what="--engine spark", extra="spark") from error
    _check_java()
    if not re.fullmatch(r"local(\[[\d*]+(,\d+)?\])?|yarn|(spark|k8s)://\S+", master):
        raise UsageError("spark_master", master=master)
    if master.startswith("spark://"):
        _check_masters(master)


def first_line(error: BaseException) -> str:
    """What an error says, without the stack of Java."""
    java = getattr(error, "java_exception", None)
    told = str(java.toString() if java is not None else error).strip()
    return next((line.strip() for line in told.splitlines() if line.strip()), type(error).__name__)


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin") if home else None)  # noqa: PTH118
    if java is None:
        raise FailedError("java_missing", needed=_JAVA)
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise FailedError("java_missing", needed=_JAVA) from error
    found = re.search(r'version "(\d+)', told)
    if found and int(found[1]) < _JAVA:
        raise FailedError("java_old", found=found[1], needed=_JAVA)


def _check_masters(master: str) -> None:
    """Raise FailedError where none of the masters takes a connection: Spark itself would try for minutes."""
    problem: object = "no address"
    for address in master.removeprefix("spark://").split(","):
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS).close()
        except (OSError, ValueError) as error:
            problem = error
        else:
            return
    raise FailedError("spark_unreachable", master=master, error=problem)


def _local(master: str) -> dict[str, str]:
    """What is set where all runs on this machine: nothing is reached from outside, and shuffles are cut into few parts."""
    if not master.startswith("local"):
        return {}
    asked = re.search(r"\[(\d+)", master)
    processors = int(asked[1]) if asked else (os.cpu_count() or 1) if "*" in master else 1
    return {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": str(_PARTS * processors),
    }


def _said() -> set[str]:
    """The settings in the user's spark-defaults.conf: PySpark would put ours before them."""
    home = os.environ.get("SPARK_HOME")
    folder = os.environ.get("SPARK_CONF_DIR") or (home and f"{home}/conf")
    try:
        lines = Path(folder or "", "spark-defaults.conf").read_text(encoding="utf-8").splitlines() if folder else []
    except OSError:
        return set()
    return {re.split(r"[\s=:]", line.strip(), maxsplit=1)[0] for line in lines if line.strip() and not line.startswith("#")}


def _patient(master: str) -> str:
    """In local mode, the master's address with a number of tries for each task."""
    if not master.startswith("local") or "," in master:
        return master
    threads = re.search(r"\[(.+)\]", master)
    return f"local[{threads[1] if threads else 1},{_RETRIES}]"


def _end() -> None:
    """End the process of Java that this one started, which `SparkSession.stop` leaves running."""
    from pyspark import SparkContext

    gateway, SparkContext._gateway, SparkContext._jvm = SparkContext._gateway, None, None
    if gateway is None:
        return
    gateway.shutdown()
    process = getattr(gateway, "proc", None)
    if process is not None:
        process.stdin.close()  # it ends when this is closed
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
