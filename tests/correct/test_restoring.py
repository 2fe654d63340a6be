"""Backups: made while the store is used, read back, and put in its place again."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.correct.conftest import CUP, Desk

from tawatur import correct
from tawatur.records.errors import FailedError, StoreError
from tawatur.store import backup as copies
from tawatur.store import forgetting
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def _sources(desk: Desk) -> set[str]:
    return {view.document.source for view in desk.found.documents()}


def test_a_backup_put_back_gives_the_export_of_its_time(desk: Desk, tmp_path: Path) -> None:
    correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON)
    correct.apply(desk.store)
    before = desk.exported()
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    desk.put("more.txt", CUP.replace("الجزر", "الموانئ"))
    desk.read()
    assert "more.txt" in _sources(desk)
    done = correct.restore(tmp_path / "copy.sqlite", desk.store.path)
    assert desk.exported() == before  # also to those who had it open
    assert (done.documents, done.judgements, done.buried, done.aside) == (3, 0, 0, None)


def test_a_backup_is_one_file_that_can_be_read_where_nothing_may_be_written(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    copied = copies.backup(desk.store, folder / "copy.sqlite")
    assert [path.name for path in folder.iterdir()] == ["copy.sqlite"]
    folder.chmod(0o500)
    assert copies.check(folder / "copy.sqlite") == copied
    folder.chmod(0o700)
    assert copied.rows["documents"] == 3
    assert copied.bytes == (folder / "copy.sqlite").stat().st_size


def test_a_backup_is_of_one_moment_while_others_write(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "_PAGES", 1)
    finding = next(one for one in desk.found.findings() if one.kind == "update").id
    ended = threading.Event()

    def judge() -> None:
        with Store(desk.store.path) as store:
            while not ended.is_set():
                correct.confirm(store, finding, who="سعاد")

    thread = threading.Thread(target=judge)
    thread.start()
    try:
        for number in range(3):
            copies.backup(desk.store, tmp_path / f"{number}.sqlite")
    finally:
        ended.set()
        thread.join()
    assert copies.check(tmp_path / "2.sqlite").rows["finding_judgements"] > 0


def test_a_backup_goes_where_there_is_no_store(desk: Desk, tmp_path: Path) -> None:
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    correct.restore(tmp_path / "copy.sqlite", tmp_path / "new.sqlite")
    with Store(tmp_path / "new.sqlite", create=False) as store:
        assert {view.document.source for view in StoreLibrary(store).documents()} == _sources(desk)


def test_judgements_made_since_the_backup_are_carried_over_and_applied(desk: Desk, tmp_path: Path) -> None:
    old = correct.origin(desk.store, "cup.txt", "reuters", who="نادية", when=NOON)
    correct.apply(desk.store)
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    new = correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON + timedelta(hours=1))
    correct.undo(desk.store, old.id, who="نادية", when=NOON + timedelta(hours=2))
    correct.apply(desk.store)
    before = desk.exported()
    assert correct.restore(tmp_path / "copy.sqlite", desk.store.path).judgements == 2
    assert desk.exported() == before
    assert {one.judgement.id: one.became for one in correct.history(desk.found)} == {old.id: "undone", new.id: "applied"}


def test_what_was_taken_down_since_the_backup_stays_down(desk: Desk, tmp_path: Path) -> None:
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    [tombstone] = correct.forget(desk.store, "cup.txt", who="نادية", when=NOON)
    before = desk.exported("stories")
    assert correct.restore(tmp_path / "copy.sqlite", desk.store.path).buried == 1
    assert desk.exported("stories") == before
    assert forgetting.forgotten(desk.store) == [tombstone]
    assert not isinstance(desk.store.path, Path) or "النوارس".encode() not in desk.store.path.read_bytes()


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (b"SQLite format 3\x00", b"SQLite format 9\x00"),
        (b"SQLite format 3\x00", b"\xab" * 60),
        ("بكأس الجزر".encode(), "بدرع الجزر".encode()),  # within a text, which SQLite itself does not see
    ],
)
def test_a_damaged_backup_is_not_put_back(file_desk: Desk, tmp_path: Path, words: bytes, others: bytes) -> None:
    before = file_desk.exported()
    copies.backup(file_desk.store, tmp_path / "copy.sqlite")
    whole = (tmp_path / "copy.sqlite").read_bytes()
    at = whole.index(words)
    (tmp_path / "copy.sqlite").write_bytes(whole[:at] + others + whole[at + len(others) :])
    with pytest.raises(StoreError) as error:
        correct.restore(tmp_path / "copy.sqlite", file_desk.file)
    assert error.value.code == "backup_damaged"
    assert file_desk.exported() == before


def test_a_backup_cut_off_is_not_put_back(desk: Desk, tmp_path: Path) -> None:
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    whole = (tmp_path / "copy.sqlite").read_bytes()
    (tmp_path / "copy.sqlite").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError) as error:
        correct.restore(tmp_path / "copy.sqlite", desk.store.path)
    assert error.value.code == "backup_damaged"


def test_the_file_of_a_store_that_was_copied_by_hand_is_put_back(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "copy.sqlite").write_bytes(file_desk.file.read_bytes())
    assert correct.restore(tmp_path / "copy.sqlite", tmp_path / "new.sqlite").documents == 3


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (b"", "store_not_ours"),
        (b"no store at all, but a text of some length" * 30, "backup_damaged"),
        (None, "backup_missing"),
    ],
)
def test_what_is_no_backup_is_not_put_back(desk: Desk, tmp_path: Path, made: bytes | None, code: str) -> None:
    if made is not None:
        (tmp_path / "copy.sqlite").write_bytes(made)
    with pytest.raises(StoreError) as error:
        correct.restore(tmp_path / "copy.sqlite", desk.store.path)
    assert error.value.code == code
    assert _sources(desk) == {"cup.txt", "fourteen.txt", "nine.txt"}


def test_a_backup_of_a_newer_program_is_not_put_back(desk: Desk, tmp_path: Path) -> None:
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    with sqlite3.connect(tmp_path / "copy.sqlite") as copy:
        copy.execute("PRAGMA user_version = 9999")
    copy.close()
    with pytest.raises(StoreError) as error:
        correct.restore(tmp_path / "copy.sqlite", desk.store.path)
    assert error.value.code == "store_newer"
    assert _sources(desk) == {"cup.txt", "fourteen.txt", "nine.txt"}


def test_a_damaged_store_is_set_aside_and_the_backup_takes_its_place(file_desk: Desk, tmp_path: Path) -> None:
    copies.backup(file_desk.store, tmp_path / "copy.sqlite")
    before = file_desk.exported()
    path = file_desk.file
    file_desk.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    file_desk.store.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xab" * 200_000)
    done = correct.restore(tmp_path / "copy.sqlite", path)
    assert done.aside == path.with_name("s.sqlite.damaged-1")
    assert done.aside.exists()
    with Store(path, create=False) as store:
        assert Desk(file_desk.folder, store).exported() == before


def test_while_another_reads_nothing_is_put_back(desk: Desk, tmp_path: Path) -> None:
    copies.backup(desk.store, tmp_path / "copy.sqlite")
    with desk.read_by_another(), pytest.raises(StoreError) as error:
        correct.restore(tmp_path / "copy.sqlite", desk.store.path)
    assert error.value.code == "store_locked"


def test_a_backup_that_does_not_read_back_the_same_is_thrown_away(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = copies.contents, []

    def contents(db: sqlite3.Connection) -> dict[str, tuple[int, str]]:
        calls.append(db)
        found = real(db)
        return found if len(calls) == 1 else found | {"stories": (0, "")}

    monkeypatch.setattr(copies, "contents", contents)
    with pytest.raises(FailedError) as error:
        copies.backup(desk.store, tmp_path / "copy.sqlite")
    assert (error.value.code, error.value.values["tables"]) == ("backup_differs", "stories")
    assert not list(tmp_path.glob("*copy*"))
    assert not list(tmp_path.glob(".tawatur-*"))


def test_a_backup_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FailedError) as error:
        copies.backup(desk.store, tmp_path / "none" / "copy.sqlite")
    assert error.value.code == "backup_unwritable"
