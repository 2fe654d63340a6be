"""A store on a medium that can only be read."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.helpers import Newsroom, exported, remounted, tawatur

from tawatur.records.errors import StoreError
from tawatur.store.connection import connect
from tawatur.store.sqlite import Store
from tawatur.web.source import StoreSource

OnMedium = Callable[[Path], Path]


def test_a_store_on_a_read_only_medium_is_shown_exported_searched_and_copied(
    newsroom: Newsroom, read_only: OnMedium, tmp_path: Path
) -> None:
    expected = exported(newsroom.store, tmp_path / "before")
    store = read_only(newsroom.store)
    assert exported(store, tmp_path / "after") == expected
    for command in (["show", "1"], ["stories"], ["search", "الجسر"], ["backup", str(tmp_path / "copy.sqlite")]):
        done = tawatur(*command, "--store", str(store))
        assert (done.returncode, done.stderr) == (0, "")
    assert exported(tmp_path / "copy.sqlite", tmp_path / "copied") == expected


def test_the_pages_of_a_store_on_a_read_only_medium_are_served(newsroom: Newsroom, read_only: OnMedium) -> None:
    source = StoreSource(read_only(newsroom.store))
    with source.reading() as library:
        assert library.stories()
    source.close()


def test_a_backup_on_a_read_only_medium_is_read_where_it_lies(newsroom: Newsroom, read_only: OnMedium, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    assert tawatur("backup", str(copy), "--store", str(newsroom.store)).returncode == 0
    assert exported(read_only(copy), tmp_path / "out") == exported(newsroom.store, tmp_path / "other")


@pytest.mark.parametrize("command", [["read", "."], ["watch", "--once", "."], ["correct", "date", "ARTICLE", "2021-03-04"]])
def test_what_writes_is_refused_on_a_read_only_medium_with_the_remedy(
    newsroom: Newsroom, read_only: OnMedium, command: list[str]
) -> None:
    with Store(newsroom.store) as found:
        meant = {".": str(newsroom.articles), "ARTICLE": next(iter(found.states()))}
    store = read_only(newsroom.store)
    done = tawatur(*(meant.get(word, word) for word in command), "--store", str(store))
    assert done.returncode == 1
    assert f"The store {store} cannot be opened for writing" in done.stderr
    assert "Check the rights" in done.stderr


def _written_beside(store: Path, medium: OnMedium) -> Path:
    """Copy a store in whose file the last word does not stand yet."""
    with closing(connect(store)) as writing:
        writing.execute("PRAGMA wal_autocheckpoint = 0")
        writing.execute("INSERT INTO state VALUES ('a word', 'the last')")
        return medium(store)


def test_what_still_stands_beside_a_store_on_a_read_only_medium_is_read_too(newsroom: Newsroom, read_only: OnMedium) -> None:
    with Store(_written_beside(newsroom.store, read_only), create=False) as found:
        assert found.state("a word") == "the last"


def test_what_stands_beside_a_store_and_cannot_be_read_is_not_left_out_in_silence(
    newsroom: Newsroom, read_only: OnMedium, tmp_path: Path
) -> None:
    def without_its_index(path: Path) -> Path:
        (tmp_path / "part").mkdir()
        for ending in ("", "-wal"):
            (tmp_path / "part" / (path.name + ending)).write_bytes(path.with_name(path.name + ending).read_bytes())
        return read_only(tmp_path / "part" / path.name)

    done = tawatur("show", "1", "--store", str(_written_beside(newsroom.store, without_its_index)))
    assert done.returncode == 1
    assert "still stands beside it in s.sqlite-wal" in done.stderr
    assert "Copy both to where you may write" in done.stderr


def test_an_older_store_on_a_read_only_medium_is_refused_with_the_remedy(newsroom: Newsroom, read_only: OnMedium) -> None:
    with closing(sqlite3.connect(newsroom.store)) as store:
        store.execute("PRAGMA user_version = 3")
    with pytest.raises(StoreError) as error:
        Store(read_only(newsroom.store), create=False)
    assert error.value.code == "store_older"


def test_no_new_store_is_made_where_nothing_can_be_written(read_only: OnMedium, newsroom: Newsroom) -> None:
    store = read_only(newsroom.store).with_name("new.sqlite")
    done = tawatur("read", str(newsroom.articles), "--store", str(store))
    assert done.returncode == 1
    assert "cannot be opened for writing" in done.stderr


def test_what_is_read_from_where_nothing_may_be_written_while_another_writes_is_told_to_be_read_again(
    newsroom: Newsroom, read_only: OnMedium
) -> None:
    from tawatur.store.reading import ReadStore

    store = read_only(newsroom.store)

    def read_meanwhile() -> None:
        with ReadStore(store) as found, found.snapshot():
            found.states()
            remounted(store.parent, "rw")
            store.write_bytes(store.read_bytes())

    with pytest.raises(StoreError, match="store_changed"):
        read_meanwhile()
