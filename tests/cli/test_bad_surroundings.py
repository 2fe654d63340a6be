"""What is wrong around the input: rights, disks, stores, names; and what becomes of a run that is ended."""

import ctypes
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.helpers import ARTICLE, Ask, Place

from tawatur.web.address import Address

_COMMAND = [sys.executable, "-m", "tawatur.cli.main", "--lang", "en"]
_DAC_OVERRIDE, _DAC_READ_SEARCH, _PR_CAPBSET_DROP = 1, 2, 24  # linux/capability.h, linux/prctl.h


def _without_privileges() -> None:
    """Make of root a user whom the rights of files bind (in the new process, before the command begins)."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def _bound(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([*_COMMAND, *arguments], capture_output=True, check=False, preexec_fn=_without_privileges)


@pytest.fixture
def locked(place: Place) -> Place:
    """A folder with a file, a folder without any right, and one that may be listed but not entered."""
    if sys.platform != "linux":
        pytest.skip("rights are taken from root by means of Linux")
    for name in ("shut", "listed"):
        (place.folder / name).mkdir()
        place.put(f"{name}/a.txt", ARTICLE.encode())
    place.put("mine.txt", ARTICLE.encode())
    for name, mode in (("shut", 0o000), ("listed", 0o444), ("mine.txt", 0o000)):
        (place.folder / name).chmod(mode)
    probe = subprocess.run(["ls", str(place.folder / "shut")], capture_output=True, check=False, preexec_fn=_without_privileges)
    if probe.returncode == 0:
        pytest.skip("this system does not let rights be taken from root")
    return place


def test_folders_and_files_without_rights_are_refused_and_the_rest_is_read(locked: Place) -> None:
    done = _bound("read", str(locked.folder), "--store", str(locked.store))
    assert (done.returncode, done.stderr) == (3, b"")
    refused = {source: (reason, detail.partition("; ")[2]) for source, reason, detail in locked.refused()}
    assert refused == {
        "shut": ("no_permission", "change its rights (chmod u+rx)"),
        "listed/a.txt": ("no_permission", "change its rights (chmod u+x)"),
        "mine.txt": ("no_permission", "change its rights (chmod u+r)"),
    }


def test_a_named_folder_without_rights_is_called_by_its_name(locked: Place) -> None:
    shut = str(locked.folder / "shut")
    assert _bound("read", shut, "--store", str(locked.store)).returncode == 3
    assert [row["source"] for row in locked.exported("dropped")] == [shut]


@pytest.mark.parametrize("command", [["read", "."], ["stories"], ["export", "out"], ["serve"]])
def test_a_store_in_a_folder_without_rights_is_named_with_the_remedy(locked: Place, command: list[str]) -> None:
    path = locked.folder / "shut" / "s.sqlite"
    done = _bound(*command, "--store", str(path))
    assert done.returncode == 1
    assert str(path) in done.stderr.decode()
    assert "Check the rights" in done.stderr.decode()


def test_a_full_disk_is_told_and_the_same_command_goes_on_where_it_was(place: Place) -> None:
    resource = pytest.importorskip("resource")
    for number in range(120):
        place.put(f"{number}.txt", (ARTICLE.replace("أربعين", str(number)) * 4).encode())

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    command = [*_COMMAND, "read", str(place.folder), "--store", str(place.store), "--workers", "1"]
    done = subprocess.run(command, capture_output=True, check=False, preexec_fn=bound)
    assert done.returncode == 1
    assert f"The disk is full: the store {place.store}" in done.stderr.decode()
    assert "Free some space and run the same command again" in done.stderr.decode()
    assert place.read().code == 0
    assert len(place.exported("documents")) == 121


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_output_that_cannot_be_written_is_told(place: Place) -> None:
    place.read()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*_COMMAND, "stories", "--store", str(place.store)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The system refused")


@pytest.mark.parametrize("command", [["read", "."], ["stories"], ["show", "1"], ["export", "out"], ["serve"]])
@pytest.mark.parametrize(("lang", "words"), [("ar", "إصدارٌ أحدث"), ("en", "newer Tawatur")])
def test_a_store_of_a_newer_version_is_refused_by_every_command(
    place: Place, ask: Ask, command: list[str], lang: str, words: str
) -> None:
    place.read()
    with closing(sqlite3.connect(place.store)) as store:
        store.execute("PRAGMA user_version = 99")
    done = ask("--lang", lang, *command, "--store", str(place.store))
    assert done.code == 1
    assert words in done.err
    assert str(place.store) in done.err
    assert "--store" in done.err


@pytest.mark.parametrize("name", ["no such folder", "no*.txt", ""])
def test_what_is_not_there_is_wrong_use_and_makes_no_store(place: Place, ask: Ask, name: str) -> None:
    where = str(place.folder / name) if name else ""
    done = ask("--lang", "en", "read", str(place.folder), where, "--store", str(place.store))
    assert done.code == 2
    assert f"There is nothing at {where}" in done.err
    assert "Check the name" in done.err
    assert not place.store.exists()


_HOSTILE = [b"a\nb", b"\xe2\x80\xaefdp.exe", b"<script>alert(1)<", b"\xff\xfe", b"\xfe\xff", b"\x1b[31mred", b"'\"&{{7*7}}"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
def test_hostile_names_break_no_table_no_export_and_no_page(place: Place) -> None:
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store
    from tawatur.web.pages import page
    from tawatur.web.setting import Place as Site

    folder = os.fsencode(place.folder)
    for number, name in enumerate(_HOSTILE):
        for ending, data in ((b".txt", ARTICLE.replace("أربعين", str(number)).encode()), (b".docx", b"PK")):
            with open(folder + b"/" + name + ending, "wb") as file:  # noqa: PTH123 (the name is bytes)
                file.write(data)
    done = place.read()
    assert done.code == 3
    assert not {"\x1b", "\u202e"} & set(done.out)
    refused = [source for source, _, _ in place.refused()]
    assert len(set(refused)) == len(_HOSTILE)
    assert "a\nb.docx" in refused
    assert "<script>alert(1)<.docx" in refused
    documents = place.exported("documents")
    assert len({row["source"] for row in documents}) == 1 + len(_HOSTILE)
    assert {row["version_of"] for row in documents} == {None}
    with Store(place.store) as store:
        made = page(StoreLibrary(store), "ar", Address(kind="dropped"), Site(static="static/", switch=lambda _: "?"))
    assert made
    assert "<script>alert" not in made.html
    assert "&lt;script&gt;alert" in made.html
    assert not {"\x1b", "\u202e"} & set(made.html)
    made.html.encode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
def test_a_name_that_is_no_utf_8_can_be_written_to(place: Place) -> None:
    place.read()
    out = os.fsdecode(os.fsencode(place.store.parent) + b"/\xff")
    assert place.ask("export", out, "--store", str(place.store), "--json").code == 0
    assert (Path(out) / "meta.json").exists()


@pytest.fixture
def run(place: Place) -> "subprocess.Popen[bytes]":
    """A reading of many articles in two worker processes, a part of which is kept already."""
    for number in range(800):
        place.put(f"{number}.txt", (ARTICLE.replace("أربعين", str(number)) * 4).encode())
    command = [*_COMMAND, "read", str(place.folder), "--store", str(place.store), "--workers", "2"]
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # tests that run in the background have it ignored, and so had the command
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    signal.signal(signal.SIGINT, before)
    for _ in range(2000):
        if process.poll() is not None or (place.store.exists() and _kept(place.store)):
            break
        time.sleep(0.01)
    assert process.poll() is None
    return process


def _kept(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
            return int(store.execute("SELECT count(*) FROM inputs").fetchone()[0])
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0


def _alive(group: int) -> list[str]:
    """The processes of a group that are not yet gone, after some seconds at most."""
    listed: list[str] = []
    for _ in range(100):
        done = subprocess.run(["ps", "-e", "-o", "pgid=,stat=,args="], capture_output=True, check=True, text=True)
        found = [line.split(None, 2) for line in done.stdout.splitlines()]
        listed = [line[-1] for line in found if line[0] == str(group) and not line[1].startswith("Z")]
        if not listed:
            break
        time.sleep(0.05)
    return listed


def _sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as store:
        return bool(store.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are Unix's")
def test_ctrl_c_ends_a_run_with_one_message_a_sound_store_and_no_process_left(
    place: Place, run: "subprocess.Popen[bytes]"
) -> None:
    os.killpg(run.pid, signal.SIGINT)  # a terminal sends it to all processes of the command
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130
    assert said.decode() == "Stopped. What was read is kept; the same command goes on where it was.\n"
    assert _alive(run.pid) == []
    assert _sound(place.store)
    assert _kept(place.store) > 0


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are Unix's")
def test_a_run_that_is_killed_leaves_no_worker_process(place: Place, run: "subprocess.Popen[bytes]") -> None:
    run.kill()
    run.communicate(timeout=30)
    assert _alive(run.pid) == []
    assert _sound(place.store)
