"""Whole stores moved from one kind into another."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, Desk, made
from tests.postgresql import Running, Stores

from tawatur import correct
from tawatur.records.alert import Alert
from tawatur.records.errors import FailedError, UsageError
from tawatur.records.finding import Reason
from tawatur.store import copying
from tawatur.store.address import Place
from tawatur.store.alerts import Told
from tawatur.store.backup import backup
from tawatur.store.sqlite import Store

_KINDS = ("sqlite", "postgresql")
_NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(params=_KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Where the copy goes: a file, or a database."""
    if request.param == "sqlite":
        yield tmp_path / "copy.sqlite"
    else:
        server: Running = request.getfixturevalue("postgresql")
        database = server.fresh()
        yield database
        server.drop(database)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, shared_stores: Stores) -> Iterator[Desk]:
    """A store that holds something of every kind: also what was judged, taken down, refused and told. It grows with the tests."""
    desk = made(tmp_path_factory.mktemp("full") / "in", shared_stores("full"))
    gone = CUP.replace("الجزر", "السواحل").replace("النوارس", "البجع")
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP, "gone.txt": gone, "empty.txt": ""}.items():
        desk.put(name, text)
    desk.read()
    correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=_NOON)
    correct.join(desk.store, desk.story("nine.txt").id, desk.story("cup.txt").id, who="نادية", when=_NOON)
    correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="نادية", when=_NOON)
    correct.confirm(desk.store, next(iter(desk.found.findings())).id, who="نادية", when=_NOON)
    correct.apply(desk.store)
    correct.forget(desk.store, "gone.txt", who="نادية", when=_NOON)
    told = Told(desk.store)
    alert = Alert(id="a-1", kind="origin", key="k", says=Reason(ar="أ", en="a"), made="2024-05-01T12:00:00+00:00")
    told.keep([alert])
    told.seen(["a-2"])
    told.mark([alert], "mail", "sent", "2024-05-01T12:00:00+00:00")
    desk.store.remember("odd\x00name\ud800", "\x01")
    yield desk
    desk.store.close()


def _rows(store: Store) -> dict[str, list[Any]]:
    """All rows but the note on the index of search, which each database makes for itself."""
    every = copying.TABLES | copying.FOLLOWING
    rows = {table: store.query(f"SELECT * FROM {table} ORDER BY {key}") for table, key in every.items()}  # noqa: S608
    return rows | {"state": [row for row in rows["state"] if row[0] != "search"]}


def test_a_copy_has_every_row_and_the_same_export_and_grows_as_the_other(full: Desk, target: Place) -> None:
    seen: list[tuple[int, int]] = []
    rows = copying.copy(full.store.path, target, lambda done, of: seen.append((done, of)))
    assert rows["documents"] == len(_rows(full.store)["documents"]) > 0
    assert seen[-1][0] == seen[-1][1] == sum(rows.values()) - rows["document_entities"]
    with Store(target, create=False) as store:
        other = Desk(full.folder, store)
        assert _rows(store) == _rows(full.store)
        assert other.exported() == full.exported()
        assert correct.history(other.found) == correct.history(full.found)
        full.put("more.txt", CUP.replace("بكأس", "بدرع"))
        for desk in (full, other):
            desk.read()
            correct.origin(desk.store, "more.txt", "reuters", who="نادية", when=_NOON)
            correct.apply(desk.store)
        assert other.exported() == full.exported()
        assert correct.history(other.found) == correct.history(full.found)
        assert [row[0] for row in _rows(store)["documents"]] == [row[0] for row in _rows(full.store)["documents"]]


def test_a_row_of_every_table_with_letters_of_every_kind_is_copied(tmp_path: Path, target: Place, postgresql: Running) -> None:
    odd = {"TEXT": "نص\x00\x01\ud7ff\ud800\t\\N", "INTEGER": 7, "BLOB": b"\x00\xff\\"}
    names = '{"names":[{"entity":"e-1","text":"\\u0000\\\\u0000"},{"entity":null},{"entity":"e-1"}],"quotes":[{"speaker":"e-1"}]}'
    with Store(tmp_path / "odd.sqlite") as store:
        for table in copying.TABLES:
            kinds = [row[2] for row in store.query(f"PRAGMA table_info({table})")]
            values = [names if table == "settled" and place else odd[kind] for place, kind in enumerate(kinds)]
            store.write(f"INSERT INTO {table} VALUES ({', '.join('?' * len(kinds))})", [values])  # noqa: S608
        assert store.query("SELECT entity, mentions, statements FROM document_entities") == [("e-1", 2, 1)]
        copying.copy(store.path, target)
        database = postgresql.fresh()
        copying.copy(target, database)
        for place in (target, database):
            with Store(place) as other:
                assert _rows(other) == _rows(store)
                other.write("INSERT INTO corrections (id, body) VALUES (?, ?)", [("next", "{}")])
                assert other.query("SELECT n FROM corrections ORDER BY n") == [(7,), (8,)]
    postgresql.drop(database)


def test_nothing_is_copied_on_to_what_is_there(full: Desk, target: Place) -> None:
    with Store(target) as store:
        store.remember("name", "قبل")
        with pytest.raises(UsageError) as error:
            copying.copy(full.store.path, target)
        assert error.value.code == "store_taken"
        assert store.query("SELECT * FROM state") == [("name", "قبل")]
    with pytest.raises(UsageError) as error:
        copying.copy(full.store.path, full.store.path)
    assert error.value.code == "copy_same"


def test_a_copy_that_is_cut_off_leaves_nothing_and_can_be_made_again(full: Desk, target: Place) -> None:
    def cut(done: int, of: int) -> None:
        if done > of // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copying.copy(full.store.path, target, cut)
    with Store(target) as store:
        assert not any(_rows(store).values())
    assert copying.copy(full.store.path, target)["documents"] == len(_rows(full.store)["documents"])


def test_a_copy_that_does_not_read_back_the_same_is_thrown_away(
    full: Desk, target: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = copying._put

    def careless(target: Store, table: str, rows: Iterator[Any]) -> None:
        put(target, table, rows)
        if table == "stories":
            target.write("UPDATE stories SET body = 'x' || body", [()])

    monkeypatch.setattr(copying, "_put", careless)
    with pytest.raises(FailedError) as error:
        copying.copy(full.store.path, target)
    assert (error.value.code, error.value.values["tables"]) == ("copy_differs", "stories")
    with Store(target) as store:
        assert not any(_rows(store).values())


def test_a_copy_is_of_one_moment_while_others_write(full: Desk, target: Place) -> None:
    before = _rows(full.store)

    def write(done: int, of: int) -> None:
        with Store(full.store.path) as other:
            other.write("INSERT INTO inputs VALUES (?) ON CONFLICT DO NOTHING", [(f"zz{done}",)])

    copying.copy(full.store.path, target, write)
    with Store(target) as store:
        assert _rows(store) == before
    assert len(_rows(full.store)["inputs"]) > len(before["inputs"])


def test_a_backup_of_either_kind_goes_back_into_either(full: Desk, target: Place, tmp_path: Path) -> None:
    before = full.exported()
    held = backup(full.store, tmp_path / "backup.sqlite")
    done = correct.restore(tmp_path / "backup.sqlite", target)
    assert (done.documents, done.aside) == (held.rows["documents"], None)
    with Store(target) as store:
        assert Desk(full.folder, store).exported() == before
        assert _rows(store) == _rows(full.store)


def _tables_of_sqlite(folder: Path) -> dict[str, list[str]]:
    with Store(folder / "tables.sqlite"):
        db = sqlite3.connect(folder / "tables.sqlite")
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}
        db.close()
    return tables


def test_every_table_of_both_kinds_is_copied_and_has_the_same_columns(tmp_path: Path, postgresql: Running) -> None:
    database = postgresql.fresh()
    with Store(database) as store:
        sql = """SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'
                 ORDER BY table_name, ordinal_position"""
        mine: dict[str, list[str]] = {}
        for table, column in store.query(sql):
            mine.setdefault(table, []).append(column)
    postgresql.drop(database)
    searched = re.compile(r"search_|sqlite_")  # each database has its own index
    theirs = {name: columns for name, columns in _tables_of_sqlite(tmp_path).items() if not searched.match(name)}
    assert {name: columns for name, columns in mine.items() if not searched.match(name) and name != "schema_version"} == theirs
    assert theirs.keys() == (copying.TABLES | copying.FOLLOWING).keys()


def test_every_text_of_a_database_sorts_letter_by_letter(postgresql: Running) -> None:
    database = postgresql.fresh()
    with Store(database) as store:
        sql = """SELECT table_name::text, column_name::text FROM information_schema.columns
                 WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"""
        assert store.query(sql) == [("schema_version", "program")]
    postgresql.drop(database)
