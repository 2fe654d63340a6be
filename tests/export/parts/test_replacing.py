import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.export.parts.replacing import replacing
from tawatur.records.errors import FailedError

_SLOW = """
import sys, time
from pathlib import Path
from tawatur.export.parts.replacing import replacing
with replacing(Path(sys.argv[1])) as place:
    (place / "a.txt").write_text("half")
    print("written", flush=True)
    time.sleep(60)
"""


def test_files_take_their_places_once_all_are_written(tmp_path: Path) -> None:
    with replacing(tmp_path / "out") as place:
        (place / "a.txt").write_text("new", encoding="utf-8")
        assert not (tmp_path / "out" / "a.txt").exists()
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "new"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(FailedError) as error:
        _fail(tmp_path)
    assert error.value.code == "export_unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"


def _fail(folder: Path) -> None:
    with replacing(folder) as place:
        (place / "a.txt").write_text("new", encoding="utf-8")
        raise OSError("no space left on device")


def test_an_export_that_is_killed_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", _SLOW, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
