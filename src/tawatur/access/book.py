"""The book of who may come in: a file beside the store, readable by its owner alone. All processes of a server share it."""

import os
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple, get_args

from tawatur.access.secrets import LONGEST, SHORTEST, digest, hashed, matches, new_token, same
from tawatur.records.errors import FailedError, UsageError
from tawatur.write_ahead import write_ahead

Role = Literal["read", "edit"]
ROLES: tuple[Role, ...] = get_args(Role)
_NAME = re.compile(r"\w[\w .@-]{0,59}")
_PATIENCE = 10.0  # seconds that another process which writes to the book is waited for
_IDLE = 12 * 3600.0  # seconds after which a session that is not used ends
_AHEAD = 300.0  # seconds that a note may seem to come from the future; more, and the clock was set back since it was written
_LONG = 7 * 24 * 3600.0  # seconds after which any session ends
_SEEN = 300.0  # seconds between two notes that a session was used
_WINDOW = 900.0  # seconds for which a failed attempt counts
_TRIES = 5  # failed attempts for one name from one address
_TRIES_FROM = 20  # from one address
_TRIES_FOR = 100  # for one name: enough that nobody is shut out by a stranger at one address
_SCHEMA = """
CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT, token TEXT UNIQUE, added REAL NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY, name TEXT NOT NULL, csrf TEXT NOT NULL, begun REAL NOT NULL, seen REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS failures (name TEXT NOT NULL, address TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS failures_at ON failures (at);
"""


class User(NamedTuple):
    """Who may come in. `by`: with a password or with a token."""

    name: str
    role: Role
    by: Literal["password", "token"]


class Session(NamedTuple):
    """A user who is in, and what his forms must bring along."""

    user: User
    csrf: str


def book_path(store: Path) -> Path:
    """The book of a store."""
    return store.with_name(f"{store.name}-access")


class Book:
    """The users of a server, their sessions and failed attempts. `clock` gives seconds since 1970. Raises FailedError where the
    file cannot be used.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._clock = clock
        self._lock = Lock()
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            write_ahead(self._db, _PATIENCE)
            self._db.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise FailedError("access_unusable", path=path, error=error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # users

    def add(self, name: str, role: Role, password: str | None = None) -> str | None:
        """Let a user in with a password; without one, give the token with which he comes in. It cannot be had again.

        Raises UsageError where the name is taken or none, or the password too short or too long.
        """
        if not _NAME.fullmatch(name):
            raise UsageError("access_name", name=name)
        if password is not None and not SHORTEST <= len(password) <= LONGEST:
            raise UsageError("access_password", least=SHORTEST, most=LONGEST)
        token = new_token("tawatur") if password is None else None
        row = (name, role, hashed(password) if password else None, digest(token) if token else None, self._clock())
        try:
            self._run("INSERT INTO users VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError as error:
            raise UsageError("access_taken", name=name) from error
        return token

    def remove(self, name: str) -> None:
        """Let a user in no more, and end his sessions. Raises UsageError where there is none of this name."""
        self._user(name)
        self._run("DELETE FROM users WHERE name = ?", (name,))
        self._run("DELETE FROM sessions WHERE name = ?", (name,))

    def users(self) -> list[User]:
        """All who may come in, by name."""
        rows = self._run("SELECT name, role, token IS NOT NULL FROM users ORDER BY name")
        return [_user(name, role, token) for name, role, token in rows]

    def _user(self, name: str) -> User:
        found = next((one for one in self.users() if one.name == name), None)
        if found is None:
            raise UsageError("access_unknown", name=name)
        return found

    # coming in

    def known(self, name: str, secret: str) -> User | None:
        """The user of this name whose password or token this is, or None. As slow for a name that is none as for one that is."""
        rows = self._run("SELECT role, password, token FROM users WHERE name = ?", (name,))
        role, password, token = rows[0] if rows else ("read", None, None)
        typed = matches(secret, password or _NOBODY) and password is not None
        right = typed if token is None else same(digest(secret), token)
        return _user(name, role, token is not None) if right else None

    def bearer(self, token: str) -> User | None:
        """The user whose token this is, or None."""
        rows = self._run("SELECT name, role FROM users WHERE token = ?", (digest(token),))
        return _user(rows[0][0], rows[0][1], True) if rows else None

    def begin(self, user: User) -> str:
        """Begin a session and give the secret by which it is known."""
        secret, now = new_token("s"), self._clock()
        self._run("DELETE FROM sessions WHERE seen < ? OR begun < ?", (now - _IDLE, now - _LONG))
        self._run("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", (digest(secret), user.name, new_token("f"), now, now))
        return secret

    def session(self, secret: str) -> Session | None:
        """The session of this secret, or None where there is none or it has ended."""
        sql = """SELECT u.name, u.role, u.token IS NOT NULL, s.csrf, s.begun, s.seen
                 FROM sessions s JOIN users u ON u.name = s.name WHERE s.digest = ?"""
        rows = self._run(sql, (digest(secret),))
        if not rows:
            return None
        name, role, token, csrf, begun, seen = rows[0]
        now = self._clock()
        if now - seen > _IDLE or now - begun > _LONG or max(begun, seen) - now > _AHEAD:
            return None
        if now - seen > _SEEN:
            self._run("UPDATE sessions SET seen = ? WHERE digest = ?", (now, digest(secret)))
        return Session(_user(name, role, token), csrf)

    def end(self, secret: str) -> None:
        """End a session."""
        self._run("DELETE FROM sessions WHERE digest = ?", (digest(secret),))

    # failed attempts

    def fail(self, name: str, address: str) -> None:
        """Remember an attempt that failed."""
        now = self._clock()
        self._run("DELETE FROM failures WHERE at < ? OR at > ?", (now - _WINDOW, now + _AHEAD))
        self._run("INSERT INTO failures VALUES (?, ?, ?)", (name[:60], address, now))

    def shut(self, name: str, address: str) -> int:
        """Seconds for which no attempt for this name from this address is looked at; 0 where one is."""
        now = self._clock()
        waits = [
            self._wait("name = ? AND address = ?", (name[:60], address), _TRIES, now),
            self._wait("address = ?", (address,), _TRIES_FROM, now),
            self._wait("name = ?", (name[:60],), _TRIES_FOR, now),
        ]
        return max(waits)

    def _wait(self, which: str, values: tuple[str, ...], most: int, now: float) -> int:
        """Attempts of a time that has not come yet were written before the clock was set back, and shut nobody out."""
        since = now - _WINDOW
        sql = f"SELECT at FROM failures WHERE {which} AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT 1 OFFSET ?"  # noqa: S608 (words of our own)
        rows = self._run(sql, (*values, since, now + _AHEAD, most - 1))
        return int(rows[0][0] - since) + 1 if rows else 0

    def _run(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        try:
            with self._lock, closing(self._db.execute(sql, values)) as found:
                return found.fetchall()
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise FailedError("access_unusable", path=self.path, error=error) from error


def _user(name: str, role: Role, token: bool) -> User:
    return User(name, role, "token" if token else "password")


# a hash of no password that anyone has, so that a name that is none takes as long to refuse as a wrong password
_NOBODY = "scrypt$32768$8$2$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
