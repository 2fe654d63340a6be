"""A PostgreSQL server of the tests' own: started once, ended with them, with a fresh database for each test that asks."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import psycopg

from tawatur.store.address import Place, Server

Stores = Callable[[str], Place]  # where the store of a name lies

_USER = "desk"
_PREFIX = "tawatur-pg-"
_START_SECONDS = 60.0
_OLD_SECONDS = 3600.0
_SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "autovacuum=off")
_numbers = count(1)


def programs() -> Path | None:
    """The folder of PostgreSQL's programs: of PATH, or where Debian puts them; None where there is none."""
    found = shutil.which("postgres")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name), reverse=True)
    return next((place for place in places if (place / "initdb").exists() and (place / "postgres").exists()), None)


class Running:
    """A server that runs."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port = port
        self.folder = folder  # of its socket
        self._admin = f"host={folder} port={port} user=owner"

    def execute(self, sql: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement as the server's owner, and give its rows."""
        with psycopg.connect(self._admin, dbname=database, autocommit=True) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def fresh(self) -> Server:
        """An empty database, whose owner may do nothing else."""
        name = f"news_{next(_numbers)}"
        self.execute(f"CREATE DATABASE {name} OWNER {_USER} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        return Server(host="127.0.0.1", port=self.port, database=name, user=_USER)

    def guarded(self, server: Server, password: str) -> Server:
        """The same database for another user, who owns it from now on and needs a password."""
        user = f"guarded_{next(_numbers)}"
        self.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{password}'; ALTER DATABASE {server.database} OWNER TO {user}")
        return replace(server, user=user, password=password)

    def end_connections(self, server: Server) -> None:
        """End all connections to a database, as a server does that is stopped."""
        self.execute(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{server.database}'")  # noqa: S608

    def drop(self, server: Server) -> None:
        """Take a database away, whoever still uses it."""
        from tawatur.store import postgresql_engine

        postgresql_engine.let_go(server)
        self.execute(f"DROP DATABASE IF EXISTS {server.database} WITH (FORCE)")


@contextmanager
def running(programs: Path) -> Iterator[Running]:
    """A server in a folder of its own, on a free port of this machine alone."""
    _clear()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    process: subprocess.Popen[bytes] | None = None
    try:
        as_user = _not_root(folder)
        data = folder / "data"
        command = [
            *as_user,
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "owner",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=_START_SECONDS, cwd=folder)
        (data / "pg_hba.conf").write_text(
            "local all owner,desk trust\nhost all desk,looking 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n",
            encoding="utf-8",
        )
        port = _free_port()
        options = [part for setting in _SETTINGS for part in ("-c", setting)]
        command = [
            *as_user,
            str(programs / "postgres"),
            "-D",
            str(data),
            "-p",
            str(port),
            "-h",
            "127.0.0.1",
            "-k",
            str(folder),
            *options,
        ]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, start_new_session=True)
        server = Running(port, folder)
        _wait(server, process, folder / "log")
        server.execute(f"CREATE ROLE {_USER} LOGIN")
        yield server
    finally:
        if process is not None:
            process.send_signal(signal.SIGINT)  # it ends its connections first
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGQUIT)
                process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _clear() -> None:
    """Take away what tests that were killed left: their server has ended with them, its folder stayed."""
    for old in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another run may just take its own away
            if not (old / "data" / "postmaster.pid").exists() and time.time() - old.stat().st_mtime > _OLD_SECONDS:
                shutil.rmtree(old, ignore_errors=True)


def _not_root(folder: Path) -> list[str]:
    """How a program is run as a user that PostgreSQL starts for, since it refuses root, and ended with the tests, however they end."""
    if not shutil.which("setpriv"):
        return []
    ending = ["setpriv", "--pdeathsig=INT"]
    if os.geteuid() != 0:
        return ending
    shutil.chown(folder, "nobody")
    folder.chmod(0o755)
    return [*ending, "--reuid=65534", "--regid=65534", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _wait(server: Running, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.execute("SELECT 1")
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")) from None
            time.sleep(0.05)
