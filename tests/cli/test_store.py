"""The command over a PostgreSQL server: as over a file, word for word."""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.cli.helpers import ARTICLE, Ask, Done
from tests.correct.conftest import CUP, FOURTEEN, NINE
from tests.postgresql import Running, Stores
from tests.serving import serving as process

import tawatur
from tawatur.store.address import Place, Server
from tawatur.store.postgresql_engine import let_go

_PASSWORD = "s3cret/@:%"  # noqa: S105


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs to this machine's user is kept with the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of our own."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {"good.txt": ARTICLE, "nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP, "empty.txt": ""}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def both(folder: Path, tmp_path: Path, ask: Ask, database: Server) -> tuple[str, str]:
    """A file and a database into which the same articles were read."""
    stores = str(tmp_path / "s.sqlite"), str(database)
    told = [ask("--lang", "en", "read", str(folder), "--store", store, "--workers", "1") for store in stores]
    assert told[0].out == told[1].out
    assert {done.code for done in told} == {3}  # one is empty
    return stores


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_command_tells_the_same_of_both(both: tuple[str, str], ask: Ask, tmp_path: Path) -> None:
    def asked(*command: str) -> str:
        told = [ask("--lang", "en", *command, "--store", store) for store in both]
        assert [done.out for done in told] == [told[0].out] * 2
        assert [done.err for done in told] == [told[0].err.replace(both[0], store) for store in both]
        assert [done.code for done in told] == [0, 0], (command, told[0].err)
        return told[0].out

    [story, *_] = json.loads(asked("stories", "--json"))
    commands: list[list[str]] = [
        ["stories"], ["show", story["id"]], ["findings"], ["findings", "--json"], ["commitments"], ["names", "show", "سامي النورس"], ["names", "list"],
        ["wires"], ["wires", "--since", "2023-05-01", "--json"], ["drift"], ["search", "الجسر"], ["search", '"جسر الصفصاف"', "--json"],
        ["brief", story["id"], "--format", "md"], ["brief", story["id"], "--format", "json"], ["correct", "list"],
        ["correct", "date", "cup.txt", "2023-05-18", "--who", "نادية"], ["names", "merge", "سامي النورس", "فهد المرجان", "--who", "نادية"],
        ["export", str(tmp_path / "out"), "--quiet"], ["forget", "good.txt", "--yes", "--who", "نادية"], ["stories", "--json"], ["forget", "--list", "--json"],
    ]  # fmt: skip
    for command in commands:
        if command[0] in ("forget", "correct", "names"):  # with times and ids of their own
            told = [ask("--lang", "en", *command, "--store", store) for store in both]
            assert {done.code for done in told} == {0}, told
        else:
            asked(*command)


def test_the_export_of_both_is_the_same_byte_for_byte(both: tuple[str, str], ask: Ask, tmp_path: Path) -> None:
    formats = [part for name in ("folder", "csv", "gexf", "jsonld") for part in ("--format", name)]
    for number, store in enumerate(both):
        assert ask("export", str(tmp_path / f"out{number}"), "--store", store, "--quiet", *formats).code == 0
    one, other = (_files(tmp_path / f"out{number}") for number in (0, 1))
    assert one == other
    assert len(one) > 10


def test_a_store_is_copied_and_a_backup_put_back_by_the_command(
    both: tuple[str, str], ask: Ask, tmp_path: Path, database: Server
) -> None:
    copy, saved = str(tmp_path / "copy.sqlite"), str(tmp_path / "saved.sqlite")
    told = ask("--lang", "en", "store", "copy", both[1], copy)
    assert (told.code, "4 documents" in told.out) == (0, True)
    again = ask("--lang", "en", "store", "copy", both[1], copy)
    assert (again.code, "holds a store already" in again.err) == (2, True)
    assert ask("backup", saved, "--store", both[1]).code == 0
    assert ask("forget", "cup.txt", "--yes", "--who", "نادية", "--store", both[1]).code == 0
    unsure = ask("--lang", "en", "restore", saved, "--store", both[1])
    assert (unsure.code, "--yes" in unsure.err) == (2, True)
    done = json.loads(ask("restore", saved, "--yes", "--store", both[1], "--json").out)
    assert (done["documents"], done["buried"]) == (3, 1)


def test_a_watch_reads_into_a_database_and_tells(folder: Path, database: Server, ask: Ask, tmp_path: Path) -> None:
    feed = tmp_path / "alerts.xml"
    for _ in range(2):
        done = ask("watch", str(folder), "--once", "--feed", str(feed), "--store", str(database), "--workers", "1")
        assert done.code == 0, done.err
        (folder / "more.txt").write_text(FOURTEEN.replace("14", "21").replace("سامي النورس", "هلال الزنبقي"), encoding="utf-8")
    assert len(json.loads(ask("stories", "--json", "--store", str(database)).out)) > 0
    assert feed.exists()


def test_a_program_opens_a_database_by_its_address(folder: Path, database: Server) -> None:
    with tawatur.open(str(database)) as desk:
        assert desk.read(folder)["documents"] == 4
        assert desk.stories()
        assert desk.search("الجسر").total > 0
    with tawatur.open(str(database), create=False) as desk:
        assert desk.names("سامي النورس")


@pytest.fixture
def guarded(postgresql: Running, database: Server) -> Iterator[Server]:
    """The database for a user with a password."""
    server = postgresql.guarded(database, _PASSWORD)
    yield server
    let_go(server)


def test_a_password_stands_in_nothing_that_is_printed_or_written(folder: Path, guarded: Server, ask: Ask, tmp_path: Path) -> None:
    address = str(guarded).replace("@", f":{quote(_PASSWORD, safe='')}@", 1)
    told: list[Done] = [
        ask(*command, "--store", address)
        for command in (
            ["read", str(folder), "--workers", "1"], ["stories"], ["export", str(tmp_path / "out")], ["backup", str(tmp_path / "saved.sqlite")],
            ["access", "add", "nadia"], ["show", "none"], ["search", "الجسر"], ["restore", str(tmp_path / "saved.sqlite")],
        )
    ]  # fmt: skip
    told.append(ask("store", "copy", address, str(tmp_path / "copy.sqlite")))
    told.append(ask("store", "copy", address, address))
    assert [done.code for done in told] == [3, 0, 0, 0, 0, 2, 0, 2, 0, 2]
    written = b"".join(_files(tmp_path).values()) + " ".join(_files(tmp_path)).encode()
    for form in (_PASSWORD, quote(_PASSWORD, safe="")):
        assert form not in " ".join(done.out + done.err for done in told)
        assert form.encode() not in written
    assert "news" in " ".join(_files(tmp_path / "data"))  # who may come in is kept beside no file of the server's


@pytest.fixture
def serving(guarded: Server, folder: Path, ask: Ask, tmp_path: Path) -> Iterator[int]:
    """A server of two processes over a database: its port."""
    address = str(guarded).replace("@", f":{quote(_PASSWORD, safe='')}@", 1)
    assert ask("read", str(folder), "--store", address, "--workers", "1").code == 3
    with process("127.0.0.1", ["--store", address], lambda port: _get(port, "/api/v1/stories")) as port:
        yield port


def _get(port: int, path: str) -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": "localhost"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def test_pages_are_served_from_a_database(serving: int) -> None:
    status, body = _get(serving, "/api/v1/stories")
    assert (status, json.loads(body)["total"] > 0) == (200, True)
    assert [_get(serving, path)[0] for path in ("/", "/search?q=" + quote("الجسر"), "/api/v1/search?q=" + quote("الجسر"))] == [
        200
    ] * 3


def test_the_same_names_of_places_mean_the_same_store(stores: Stores) -> None:
    one: Place = stores("s")
    with tawatur.open(str(one)), tawatur.open(str(one), create=False) as desk:
        assert desk.stories() == []
