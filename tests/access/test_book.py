import sqlite3
import stat
from pathlib import Path
from threading import Timer

import pytest

from tawatur.access.book import Book, book_path
from tawatur.records.errors import FailedError, UsageError

PASSWORD = "كلمة سر طويلة بما يكفي"  # noqa: S105


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Book:
    return Book(tmp_path / "s.sqlite-access", clock)


def test_a_book_that_another_process_makes_at_the_same_time_is_waited_for(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "s.sqlite-access"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    end = Timer(0.3, lambda: other.execute("COMMIT"))
    end.start()
    assert Book(path, clock).users() == []
    end.join()
    other.close()


def test_the_book_lies_beside_the_store_and_only_its_owner_reads_it(book: Book, tmp_path: Path) -> None:
    assert book_path(tmp_path / "s.sqlite") == book.path
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600


def test_a_token_comes_in_and_no_other(book: Book) -> None:
    token = book.add("نادية", "edit")
    assert token
    assert book.bearer(token) == ("نادية", "edit", "token")
    assert book.known("نادية", token) == ("نادية", "edit", "token")
    assert book.bearer(token[:-1]) is None
    assert book.known("نادية", "") is None


def test_a_password_comes_in_and_no_other(book: Book) -> None:
    assert book.add("سامي", "read", PASSWORD) is None
    assert book.known("سامي", PASSWORD) == ("سامي", "read", "password")
    assert book.known("سامي", PASSWORD + "x") is None
    assert book.known("غيره", PASSWORD) is None
    assert book.bearer(PASSWORD) is None


def test_neither_passwords_nor_tokens_nor_sessions_stand_in_the_file(book: Book, tmp_path: Path) -> None:
    token = book.add("one", "edit")
    book.add("two", "read", PASSWORD)
    user = book.known("two", PASSWORD)
    assert token
    assert user
    session = book.begin(user)
    book.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"two" in held
    for secret in (token, PASSWORD, session):
        assert secret.encode() not in held


def test_a_password_that_is_too_short_is_refused(book: Book) -> None:
    with pytest.raises(UsageError) as error:
        book.add("سامي", "read", "قصيرة")
    assert error.value.code == "access_password"
    assert book.users() == []


def test_a_name_is_given_once(book: Book) -> None:
    book.add("سامي", "read")
    with pytest.raises(UsageError) as error:
        book.add("سامي", "edit")
    assert error.value.code == "access_taken"


@pytest.mark.parametrize("name", ["", " ", "a\nb", "<b>", "x" * 61])
def test_a_name_is_of_letters(book: Book, name: str) -> None:
    with pytest.raises(UsageError) as error:
        book.add(name, "read")
    assert error.value.code == "access_name"


def test_a_user_who_is_removed_is_out_at_once(book: Book) -> None:
    token = book.add("سامي", "read") or ""
    user = book.bearer(token)
    assert user
    session = book.begin(user)
    assert book.session(session)
    book.remove("سامي")
    assert book.session(session) is None
    assert book.bearer(token) is None
    with pytest.raises(UsageError):
        book.remove("سامي")


def test_a_session_ends_when_it_is_not_used_and_after_a_week_in_any_case(book: Book, clock: Clock) -> None:
    user = book.bearer(book.add("سامي", "read") or "")
    assert user
    idle, used = book.begin(user), book.begin(user)
    for _ in range(13):
        clock.now += 3600
        assert book.session(used)
    assert book.session(idle) is None
    for _ in range(7 * 24):
        clock.now += 3600
        book.session(used)
    assert book.session(used) is None


def test_a_session_that_is_ended_is_no_more(book: Book) -> None:
    user = book.bearer(book.add("سامي", "read") or "")
    assert user
    session = book.begin(user)
    book.end(session)
    assert book.session(session) is None


def test_after_five_failures_a_name_waits_at_that_address_alone(book: Book, clock: Clock) -> None:
    for _ in range(4):
        book.fail("سامي", "192.0.2.1")
    assert book.shut("سامي", "192.0.2.1") == 0
    book.fail("سامي", "192.0.2.1")
    assert 0 < book.shut("سامي", "192.0.2.1") <= 901
    assert book.shut("سامي", "192.0.2.2") == 0
    assert book.shut("نادية", "192.0.2.1") == 0
    clock.now += 901
    assert book.shut("سامي", "192.0.2.1") == 0


def test_an_address_that_tries_many_names_waits(book: Book) -> None:
    for number in range(20):
        book.fail(f"n{number}", "192.0.2.1")
    assert book.shut("other", "192.0.2.1") > 0
    assert book.shut("other", "192.0.2.2") == 0


def test_a_file_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    (tmp_path / "s.sqlite-access").write_text("ليس كتابا" * 100, encoding="utf-8")
    with pytest.raises(FailedError) as error:
        Book(tmp_path / "s.sqlite-access")
    assert error.value.code == "access_unusable"
