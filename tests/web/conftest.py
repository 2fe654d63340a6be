"""A library of invented happenings, and a way to ask the server without a network."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import pytest
from tests.web import invented as built

from tawatur.web.app import app


@pytest.fixture(scope="session")
def invented() -> Any:
    """The module that builds libraries in memory."""
    return built


@pytest.fixture(scope="session")
def library(invented: Any) -> Any:
    """A library in memory."""
    return invented.Invented()


@dataclass(frozen=True)
class Answer:
    """What the server answers; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    text: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(library: Any) -> Ask:
    """Ask the server for a path: `ask("/", host="localhost", method="GET")`; other names are headers."""

    def one(path: str, method: str = "GET", host: str | None = "127.0.0.1:8765", **headers: str) -> Answer:
        named = {**headers, **({"host": host} if host is not None else {})}
        return asyncio.run(ask_app(app(library), path, method, named))

    return one


async def ask_app(application: Any, path: str, method: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
    """Ask an application for a path; `body` is sent in one piece."""
    bare, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(bare),
        "raw_path": bare.encode("latin-1"),
        "root_path": "",
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8765),
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await application(scope, receive, send)
    answer = b"".join(message.get("body", b"") for message in sent)
    named = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(status=sent[0]["status"], headers=named, text=answer.decode("utf-8"))
