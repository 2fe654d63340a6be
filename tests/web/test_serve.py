import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.serving import serving

from tawatur.access.book import Book, book_path
from tawatur.records.errors import FailedError, UsageError
from tawatur.store.sqlite import Store
from tawatur.web.serve import HOST, Serving, checked, is_loopback, safety, serve


def test_a_port_that_is_taken_is_told_to_the_caller(library: Any) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            serve(library, Serving(port=taken.getsockname()[1]))


def test_it_is_served_to_this_machine_alone_unless_told_otherwise() -> None:
    assert is_loopback(Serving().host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_addresses_of_this_machine_are_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "localhost.attacker.example", "desk.example", ""])  # noqa: S104
def test_other_addresses_need_users(host: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        checked(Serving(host=host, users=tmp_path / "s.sqlite-access"))
    assert error.value.code == "serve_no_access"
    book = Book(tmp_path / "s.sqlite-access")
    book.add("سامي", "read")
    book.close()
    checked(Serving(host=host, users=tmp_path / "s.sqlite-access"))


def test_beyond_this_machine_nobody_is_let_in_for_being_at_it(tmp_path: Path) -> None:
    assert safety(Serving(local="سامي")).access.local == "سامي"
    assert safety(Serving(local="سامي", host="10.0.0.1")).access.local == ""


def test_a_certificate_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "cert.pem").write_text("no", encoding="utf-8")
    with pytest.raises(FailedError) as error:
        checked(Serving(certificate=tmp_path / "cert.pem"))
    assert error.value.code == "serve_certificate"


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FailedError) as error:
        safety(Serving(log=tmp_path / "none" / "log"))
    assert error.value.code == "log_unwritable"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A server of two processes over an empty store: its port, and its log."""
    Store(tmp_path / "s.sqlite").close()
    book = Book(book_path(tmp_path / "s.sqlite"))
    book.add("سامي", "read", "كلمة سر طويلة بما يكفي")
    book.close()
    arguments = ["--store", str(tmp_path / "s.sqlite"), "--log", str(tmp_path / "log")]
    with serving(HOST, arguments, lambda port: _get(port, "/login")) as port:
        yield port, tmp_path / "log"


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_a_server_of_two_processes_answers_writes_its_log_and_ends(running: tuple[int, Path]) -> None:
    port, log = running
    assert [_get(port, path) for path in ("/", "/login", "/static/page.css", "/api/v1")] == [303, 200, 200, 401]
    for _ in range(100):  # a line is written when its answer has gone
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        if "/api/v1" in {one["path"] for one in lines}:
            break
        time.sleep(0.05)
    assert {one["path"] for one in lines} >= {"/", "/api/v1"}
    assert all(one["from"] == HOST for one in lines)


def test_a_head_that_never_ends_is_refused(running: tuple[int, Path]) -> None:
    with socket.create_connection((HOST, running[0]), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"x-a: " + b"a" * 40_000)
        assert connection.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 431"))
