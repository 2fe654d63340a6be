"""What a PostgreSQL server may do to a store, and what the user is told of it: never his password."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from tests.postgresql import Running

from tawatur.cli.main import main
from tawatur.records.errors import StoreError
from tawatur.store.address import Place, Server, place
from tawatur.store.postgresql_engine import let_go
from tawatur.store.reading import ReadStore
from tawatur.store.sqlite import Store

_SECRET = "s3cret/@:%"  # noqa: S105


def _code(place: Place, *, create: bool = True) -> str:
    with pytest.raises(StoreError) as error:
        Store(place, create=create)
    assert _SECRET not in str(error.value)
    return error.value.code


def _with_password(server: Server) -> Server:
    return replace(server, password=_SECRET)


def test_an_empty_database_becomes_a_store_where_one_may_be_made(database: Server) -> None:
    assert _code(database, create=False) == "store_missing"
    Store(database).close()
    Store(database, create=False).close()


def test_a_server_that_does_not_answer_is_named(database: Server) -> None:
    assert _code(replace(_with_password(database), port=1)) == "store_unreachable"


def test_a_database_that_is_not_there_is_named(database: Server) -> None:
    assert _code(replace(_with_password(database), database="nowhere")) == "store_no_database"


@pytest.mark.parametrize("password", [_SECRET, None])
def test_a_wrong_password_and_none_at_all_are_refused(database: Server, postgresql: Running, password: str | None) -> None:
    guarded = postgresql.guarded(database, "another: password")
    assert _code(replace(guarded, password=password)) == "store_password"
    Store(guarded).close()
    let_go(guarded)


def test_the_tables_of_another_program_are_left_alone(database: Server, postgresql: Running) -> None:
    postgresql.execute("CREATE TABLE notes (x text); CREATE TABLE schema_version (version text)", database.database)
    assert _code(database) == "store_foreign"
    sql = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    assert postgresql.execute(sql, database.database) == [("notes",), ("schema_version",)]


def test_a_store_of_a_newer_version_is_refused(database: Server) -> None:
    with Store(database) as store:
        store.write("INSERT INTO schema_version VALUES ('tawatur', ?)", [(99,)])
    assert _code(database) == "store_newer"


def test_a_database_of_another_encoding_is_refused(postgresql: Running, database: Server) -> None:
    postgresql.execute("CREATE DATABASE latin OWNER desk TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    latin = replace(database, database="latin")
    assert _code(latin) == "store_encoding"
    postgresql.drop(latin)


def test_a_user_who_may_not_make_tables_is_told_so(postgresql: Running, database: Server) -> None:
    postgresql.execute("CREATE DATABASE others OWNER owner TEMPLATE template0")
    others = replace(database, database="others")
    postgresql.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC", "others")
    assert _code(others) == "store_no_right"
    postgresql.drop(others)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("change", [{"port": 1}, {"database": "nowhere"}])
def test_the_command_names_the_address_without_its_password(
    database: Server, change: dict[str, object], lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = replace(_with_password(database), **change)  # type: ignore[arg-type]
    address = f"postgresql://{server.user}:s3cret%2F%40%3A%25@{server.host}:{server.port}/{server.database}"
    for command in (["stories", "--store", address], ["stories"], ["--lang", "xx", "--store", address], ["nothing", address]):
        monkeypatch.setenv("TAWATUR_STORE", address if command == ["stories"] else "")
        main([*([] if "--lang" in command else ["--lang", lang]), *command])
        told = "".join(capsys.readouterr())
        assert "s3cret" not in told
        assert str(server) in told or "stories" not in command


def _break(store: Store, postgresql: Running) -> None:
    """End the connection of a store, and let it find out."""
    assert isinstance(store.path, Server)
    postgresql.end_connections(store.path)
    with pytest.raises(StoreError):
        store.state("name")


def test_a_connection_that_breaks_in_a_transaction_leaves_nothing_half_done(database: Server, postgresql: Running) -> None:
    def write(store: Store) -> None:
        with store.transaction():
            store.remember("name", "بعد")
            _break(store, postgresql)
            store.remember("other", "بعد")  # not on another connection, outside of what has ended

    with Store(database) as store:
        store.remember("name", "قبل")
        with pytest.raises(StoreError) as error:
            write(store)
        assert error.value.code == "store_lost"
        assert (store.state("name"), store.state("other")) == ("قبل", None)


def test_who_loses_the_connection_that_holds_the_lock_stops_writing(database: Server, postgresql: Running) -> None:
    def write(store: Store) -> None:
        with store.writing():
            _break(store, postgresql)
            store.remember("name", "بعد")

    with Store(database) as store:
        with pytest.raises(StoreError) as error:
            write(store)
        assert error.value.code == "store_lost"
        with store.writing():
            store.remember("name", "قبل")


def test_readers_go_on_after_a_connection_broke(database: Server, postgresql: Running) -> None:
    def ask(reading: ReadStore) -> None:
        with reading.snapshot():
            assert reading.state("name") is None
            _break(reading, postgresql)
            reading.state("name")  # not answered from another state

    Store(database).close()
    with ReadStore(database) as reading:
        assert reading.state("name") is None
        postgresql.end_connections(database)
        with pytest.raises(StoreError) as error:
            ask(reading)
        assert error.value.code == "store_lost"
        with reading.snapshot():
            assert reading.state("name") is None


def _open(server: Server, begin: "multiprocessing.synchronize.Barrier", failed: "multiprocessing.queues.Queue[str]") -> None:
    begin.wait(30)
    try:
        Store(server).close()
    except Exception as error:
        failed.put(str(error))


def test_processes_that_begin_together_make_one_store(database: Server) -> None:
    context = multiprocessing.get_context("spawn")
    begin, failed = context.Barrier(3), context.Queue()
    processes = [context.Process(target=_open, args=(database, begin, failed)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert failed.empty()
    with Store(database, create=False) as store:
        versions = [version for (version,) in store.query("SELECT version FROM schema_version ORDER BY version")]
    assert versions == list(range(1, len(versions) + 1))


def test_the_lock_of_a_process_that_was_killed_is_free(database: Server) -> None:
    Store(database).close()
    code = f"""
import time
from tawatur.store.address import place
from tawatur.store.sqlite import Store
with Store(place({str(database)!r})) as store, store.writing():
    print("held", flush=True)
    time.sleep(60)
"""
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    with Store(database) as store:
        with pytest.raises(StoreError) as error, store.writing():
            pass
        assert error.value.code == "store_locked"
        os.kill(holder.pid, signal.SIGKILL)
        with store.writing(10):
            store.remember("name", "بعد")
    holder.communicate()


def test_those_who_judge_at_once_wait_for_each_other_and_not_for_a_long_transaction(database: Server) -> None:
    with Store(database) as reading, Store(database) as one, Store(database) as other:
        other.query("SET lock_timeout = 200")
        with reading.writing(), reading.transaction():
            reading.write("INSERT INTO inputs VALUES (?)", [("a",)])
            with one.judging():
                one.write("INSERT INTO corrections (id, body) VALUES (?, ?)", [("c-1", "{}")])
                with pytest.raises(StoreError) as error, other.judging():
                    pass
                assert error.value.code == "store_busy"
            with other.judging():
                assert other.query("SELECT id FROM corrections") == [("c-1",)]


def test_many_threads_read_and_write_at_once(database: Server) -> None:
    Store(database).close()
    failed: list[Exception] = []

    def guarded(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                work()
            except Exception as error:
                failed.append(error)

        return run

    def write(number: int) -> None:
        with Store(database) as store:
            for turn in range(20):
                with store.judging():
                    told = int(store.state("count") or 0)
                    store.remember("count", str(told + 1))
                    store.write("INSERT INTO inputs VALUES (?)", [(f"{number} {turn} {row}",) for row in range(30)])

    def read() -> None:
        with ReadStore(database) as store:
            for _ in range(20):
                with store.snapshot(time.monotonic() + 5):
                    told = int(store.state("count") or 0)
                    assert store.query("SELECT count(*) FROM inputs") == [(30 * told,)]

    threads = [threading.Thread(target=guarded(partial(write, number))) for number in range(3)]
    threads += [threading.Thread(target=guarded(read)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Store(database) as store:
        assert store.state("count") == "60"


def test_a_snapshot_with_little_time_left_stops_the_server_too(database: Server, postgresql: Running) -> None:
    Store(database).close()
    with ReadStore(database) as reading:
        began = time.monotonic()
        with pytest.raises(StoreError) as error, reading.snapshot(began + 0.3):
            reading.query("SELECT pg_sleep(30)")
        assert error.value.code == "store_slow"
        assert time.monotonic() - began < 5
    sql = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database.database}' AND state = 'active'"  # noqa: S608
    assert postgresql.execute(sql) == [(0,)]


def test_rows_that_are_asked_for_one_by_one_are_not_all_fetched(database: Server) -> None:
    with Store(database) as store:
        store.write("INSERT INTO inputs VALUES (?)", ((f"{number:06}",) for number in range(30_000)))
        began = iter(store.each("SELECT a.digest FROM inputs a CROSS JOIN inputs b"))
        assert next(began) is not None  # of 900 million
        began.close()  # type: ignore[attr-defined]
        with store.transaction():
            store.write("DELETE FROM inputs WHERE digest = ?", [("000000",)])
            assert next(iter(store.each("SELECT digest FROM inputs ORDER BY digest"))) == ("000001",)


@pytest.mark.parametrize("size", [1, 2, 19, 20, 6000])
def test_rows_that_are_there_already_are_left_as_they_are_however_many_come(database: Server, size: int) -> None:
    with Store(database) as store:
        store.write("INSERT INTO inputs VALUES (?)", [(str(number),) for number in range(0, size, 2)])
        come = [(str(number),) for number in range(size)] * 2
        assert store.write("INSERT INTO inputs VALUES (?) ON CONFLICT DO NOTHING", come) == size // 2
        assert store.query("SELECT count(*) FROM inputs") == [(size,)]


def test_what_was_deleted_is_swept_out_of_the_tables(database: Server, postgresql: Running) -> None:
    with Store(database) as store:
        store.write("INSERT INTO inputs VALUES (?)", ((f"{number:06}" * 20,) for number in range(5_000)))
        before = postgresql.execute("SELECT pg_relation_size('inputs')", database.database)[0][0]
        store.write("DELETE FROM inputs", [()])
        assert store.sweep()
        after = postgresql.execute("SELECT pg_relation_size('inputs')", database.database)[0][0]
    assert (before != 0, after) == (True, 0)


def test_a_table_in_use_is_left_for_the_next_sweep(database: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.store.postgresql._SWEEP_WAIT", "50ms")
    with Store(database) as store, ReadStore(database) as reading:
        with reading.snapshot():
            reading.state("name")
            assert not store.sweep()
        assert store.sweep()


def test_who_may_only_select_reads_and_cannot_write(database: Server, postgresql: Running) -> None:
    with Store(database) as store:
        store.remember("name", "قبل")
    user = "looking"
    for sql in (
        f"CREATE ROLE {user} LOGIN",
        f"GRANT USAGE ON SCHEMA public TO {user}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}",
    ):
        postgresql.execute(sql, database.database)
    looking = replace(database, user=user)
    with Store(looking, create=False) as store, ReadStore(looking) as reading:
        with reading.snapshot():
            assert reading.state("name") == store.state("name") == "قبل"
        with pytest.raises(StoreError) as error:
            store.remember("name", "بعد")
        assert error.value.code == "store_no_right"
    let_go(looking)
    postgresql.execute(f"DROP OWNED BY {user}", database.database)


def test_stores_in_schemas_of_one_database_do_not_meet(database: Server, postgresql: Running) -> None:
    postgresql.execute("CREATE SCHEMA one AUTHORIZATION desk; CREATE SCHEMA two AUTHORIZATION desk", database.database)
    places = [replace(database, settings=(("options", f"-c search_path={name}"),)) for name in ("one", "two")]
    with Store(places[0]) as one, Store(places[1]) as two, one.writing(), two.writing():
        one.remember("name", "أول")
        assert (one.state("name"), two.state("name")) == ("أول", None)
    for one_place in places:
        let_go(one_place)
    assert _code(database, create=False) == "store_missing"


def test_a_server_of_this_machine_is_reached_by_its_socket(database: Server, postgresql: Running) -> None:
    server = replace(database, host=None, settings=(("host", str(postgresql.folder)),))
    with Store(server) as store:
        store.remember("name", "قبل")
    assert str(server) == f"postgresql://desk@:{database.port}/{database.database}?host={postgresql.folder}"
    assert place(str(server)) == server
    let_go(server)
