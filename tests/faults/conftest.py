"""A small newsroom in files and a store it was read into, and places in which something is wrong: no room, nothing to be written."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench.faults import corpus
from tests.faults.helpers import Newsroom, tawatur


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom that was read; nothing may write to it."""
    folder = tmp_path_factory.mktemp("newsroom")
    corpus.write(folder / "in", 40)
    made = Newsroom(folder / "in", folder / "s.sqlite")
    assert tawatur("read", str(made.articles), "--store", str(made.store), "--workers", "1").returncode == 0
    return made


@pytest.fixture
def newsroom(read_once: Newsroom, tmp_path: Path) -> Newsroom:
    """A copy of it for one test."""
    store = tmp_path / "s.sqlite"
    store.write_bytes(read_once.store.read_bytes())
    return Newsroom(read_once.articles, store)


def _mount(*arguments: str) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False, text=True)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], tuple[Path, Callable[[], None]]]]:
    """A way to have a disk of so many bytes, and a way to make it larger."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = []

    def disk(size: str) -> tuple[Path, Callable[[], None]]:
        _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
        mounted.append(folder)
        return folder, lambda: _mount("-o", "remount,size=80m", str(folder))

    yield disk
    for one in mounted:
        subprocess.run(["umount", "--lazy", str(one)], check=True)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Callable[[Path], Path]]:
    """A way to have files on a medium that can only be read."""
    folder = tmp_path / "medium"
    folder.mkdir()
    mounted = []

    def put(path: Path) -> Path:
        for part in path.parent.glob(f"{path.name}*"):
            (folder / part.name).write_bytes(part.read_bytes())
        _mount("--bind", str(folder), str(folder))
        mounted.append(folder)
        _mount("-o", "remount,ro,bind", str(folder))
        return folder / path.name

    yield put
    for one in mounted:
        subprocess.run(["umount", "--lazy", str(one)], check=True)
