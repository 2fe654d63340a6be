"""Running the server: on this machine alone, or beyond it for those who were given access."""

import ipaddress
import multiprocessing
import os
import signal
import socket
import ssl
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tawatur.access.secrets import new_token
from tawatur.records.errors import FailedError, UsageError
from tawatur.records.view import Library
from tawatur.report.messages import Lang
from tawatur.web.source import Source

if TYPE_CHECKING:
    from tawatur.web.app import Safety

HOST = "127.0.0.1"
PORT = 8765
CONNECTIONS = 200  # open at a time, of one process; more are told 503
_KEEP_ALIVE = 5  # seconds that a connection is kept for the next request
_SWITCH = 0.001  # seconds that a thread keeps the interpreter: the thread that takes requests shall not wait long for those that make pages
_HEAD = 16 * 1024  # bytes of a request's head


@dataclass(frozen=True, kw_only=True)
class Serving:
    """How it is served. `hosts` are names beside this machine's own by which it is asked; `users` the file of users; `local` who
    edits where there are none; `csrf` what the forms of `local` bring along.
    """

    host: str = HOST
    port: int = PORT
    lang: Lang = "ar"
    processes: int = 1
    hosts: tuple[str, ...] = ()
    users: Path | None = None
    local: str = ""
    log: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    csrf: str = field(default_factory=lambda: new_token("f"))

    @property
    def address(self) -> str:
        """Where the first page is."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.certificate else 'http'}://{host}:{self.port}/"


def serve(library: Library | Source, serving: Serving, ready: Callable[[], None] = lambda: None) -> None:
    """Serve the page until interrupted; `ready` is called when the port is had.

    Raises OSError where the port is taken, UsageError where it is reached from other machines and there are no users, FailedError
    where the certificate or the log cannot be used.
    """
    checked(serving)
    with listening(serving.host, serving.port) as found:
        ready()
        begin = multiprocessing.get_context("spawn").Process
        others = [begin(target=_other, args=(library, found, serving)) for _ in range(serving.processes - 1)]
        for other in others:
            other.start()
        try:
            run(library, found, serving)
        finally:
            for other in others:
                other.terminate()
                other.join(10)


def _other(library: Library | Source, found: socket.socket, serving: Serving) -> None:
    """Serve in a further process, until the first one ends, however that is."""

    def watch() -> None:
        first = multiprocessing.parent_process()
        if first:
            first.join()
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=watch, daemon=True).start()
    with suppress(KeyboardInterrupt):
        run(library, found, serving)


def checked(serving: Serving) -> None:
    """Raise UsageError or FailedError where it must not or cannot be served so."""
    if not is_loopback(serving.host) and not _has_users(serving):
        raise UsageError("serve_no_access", host=serving.host)
    if serving.certificate:
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(serving.certificate, serving.key)
        except (OSError, ssl.SSLError) as error:
            raise FailedError("serve_certificate", error=error) from error


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    with suppress(ValueError):
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    return host == "localhost"


def _has_users(serving: Serving) -> bool:
    from tawatur.access.book import Book

    if serving.users is None or not serving.users.exists():
        return False
    book = Book(serving.users)
    try:
        return bool(book.users())
    finally:
        book.close()


def listening(host: str, port: int) -> socket.socket:
    """Give the socket to serve on. Raises OSError where the port is taken."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))  # here rather than in uvicorn, which ends the process where the port is taken
    except OSError:
        found.close()
        raise
    return found


def run(library: Library | Source, found: socket.socket, serving: Serving) -> None:
    """Serve on a socket until interrupted."""
    import uvicorn

    from tawatur.web.app import app
    from tawatur.web.connection import Connection

    sys.setswitchinterval(_SWITCH)
    config = uvicorn.Config(
        app(library, serving.lang, safety(serving)),
        http=Connection,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whoever asks could name any address as his own
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=_HEAD,
        ssl_certfile=serving.certificate,
        ssl_keyfile=serving.key,
    )
    uvicorn.Server(config).run(sockets=[found])


def safety(serving: Serving) -> "Safety":
    """Who may come in, and where it is written down. Raises FailedError where the log or the file of users cannot be used."""
    from tawatur.access.book import Book
    from tawatur.web.access_log import log_to
    from tawatur.web.app import Safety
    from tawatur.web.door import Access

    local = serving.local if is_loopback(serving.host) else ""
    book = Book(serving.users) if serving.users and serving.users.exists() else None
    try:
        log = log_to(serving.log) if serving.log else None
    except OSError as error:
        raise FailedError("log_unwritable", path=serving.log, error=error) from error
    access = Access(book=book, local=local, https=serving.certificate is not None, csrf=serving.csrf)
    return Safety(access=access, hosts=(*serving.hosts, *_named(serving.host)), log=log)


def _named(host: str) -> tuple[str, ...]:
    """The address itself as a name by which it is asked, unless it stands for all addresses."""
    try:
        return () if ipaddress.ip_address(host).is_unspecified else (f"[{host}]" if ":" in host else host,)
    except ValueError:
        return (host,)
