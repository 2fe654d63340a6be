import sqlite3
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from threading import Barrier, Timer

import pytest

from tawatur.records.errors import StoreError
from tawatur.store.address import default_place
from tawatur.store.connection import connect, translated, writer


def test_a_new_store_is_in_wal_mode_and_of_the_newest_version(tmp_path: Path) -> None:
    connection = connect(tmp_path / "s.sqlite")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    scripts = [one for one in files("tawatur.store").joinpath("migrations").iterdir() if one.name.endswith(".sql")]
    assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts),)
    connection.close()


def test_a_store_that_another_process_makes_at_the_same_time_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    end = Timer(0.3, lambda: other.execute("COMMIT"))
    end.start()
    connect(path).close()
    end.join()
    other.close()


def test_a_new_store_can_be_made_by_several_at_once(tmp_path: Path) -> None:
    for turn in range(20):
        begin = Barrier(4)

        def open_it(path: Path, begin: Barrier = begin) -> int:
            begin.wait()
            connection = connect(path)
            try:
                return int(connection.execute("PRAGMA user_version").fetchone()[0])
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            assert len(set(pool.map(open_it, [tmp_path / f"{turn}.sqlite"] * 4))) == 1


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    connection = connect(tmp_path / "s.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError) as error:
        connect(tmp_path / "s.sqlite")
    assert error.value.code == "store_newer"
    assert error.value.values["version"] == 99


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("ملاحظات", encoding="utf-8")
    with pytest.raises(StoreError) as error:
        connect(path)
    assert error.value.code == "store_not_ours"
    assert path.read_text(encoding="utf-8") == "ملاحظات"


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError) as error:
        connect(tmp_path / "other.sqlite")
    assert error.value.code == "store_not_ours"


def test_a_missing_store_is_not_made_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        connect(tmp_path / "s.sqlite", create=False)
    assert error.value.code == "store_missing"
    assert not (tmp_path / "s.sqlite").exists()


def test_a_damaged_store_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with pytest.raises(StoreError) as error:
        connect(path)
    assert error.value.code == "store_damaged"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        connect(tmp_path / "no such folder" / "s.sqlite")
    assert error.value.code == "store_unwritable"


def test_a_full_disk_is_told_from_other_failures(tmp_path: Path) -> None:
    connection = connect(tmp_path / "s.sqlite")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then says what it says on a full disk
    with pytest.raises(StoreError) as error, translated(tmp_path / "s.sqlite"):
        connection.execute("INSERT INTO state VALUES ('x', ?)", ("x" * 100_000,))
    assert error.value.code == "store_full"
    connection.close()


def test_a_second_writer_is_told_so_at_once(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with writer(path), pytest.raises(StoreError) as error, writer(path):
        pass
    assert error.value.code == "store_locked"


def test_the_lock_goes_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with writer(path):
        pass
    with writer(path):
        assert True


def test_the_environment_names_the_default_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_STORE", "week.sqlite")
    assert default_place() == Path("week.sqlite")
    monkeypatch.delenv("TAWATUR_STORE")
    assert default_place() == Path("tawatur.sqlite")


def test_a_store_of_the_first_version_is_brought_up_and_keeps_what_it_held(tmp_path: Path) -> None:
    first = Path(str(files("tawatur.store"))) / "migrations" / "0001.sql"
    old = sqlite3.connect(tmp_path / "s.sqlite")
    old.executescript(first.read_text(encoding="utf-8"))
    old.execute("INSERT INTO entities VALUES ('e-1', '{}')")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    connection = connect(tmp_path / "s.sqlite")
    assert connection.execute("SELECT id FROM entities").fetchall() == [("e-1",)]
    assert connection.execute("SELECT count(*) FROM name_judgements").fetchone() == (0,)
    connection.close()
