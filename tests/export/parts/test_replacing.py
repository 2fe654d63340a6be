import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def _under_way(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """An export that has written half a file."""
    with subprocess.Popen([sys.executable, "-c", _SLOW, str(folder)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def _one_more(folder: Path) -> None:
    with replacing(folder) as place:
        (place / "b.txt").write_text("next", encoding="utf-8")


def test_an_export_that_is_killed_leaves_no_half_file_and_the_next_one_removes_what_it_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with _under_way(tmp_path):
        pass
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
    assert [path for path in tmp_path.iterdir() if path.is_dir()]
    _one_more(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_an_export_that_is_still_at_work_is_left_alone_by_the_next_one(tmp_path: Path) -> None:
    with _under_way(tmp_path):
        _one_more(tmp_path)
        [left] = [path for path in tmp_path.iterdir() if path.is_dir()]
        assert (left / "a.txt").read_text(encoding="utf-8") == "half"


def test_what_counts_the_rows_of_an_export_takes_its_place_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    replace = Path.replace

    def noted(path: Path, target: Path) -> Path:
        order.append(target.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", noted)
    with replacing(tmp_path) as place:
        for name in ("meta.json", "documents.jsonl", "stories.jsonl"):
            (place / name).write_text("", encoding="utf-8")
    assert order == ["documents.jsonl", "stories.jsonl", "meta.json"]
