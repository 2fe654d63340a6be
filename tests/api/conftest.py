"""A server over a store of our own articles, asked without a network."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, Desk, made
from tests.web.conftest import Answer, ask_app

from tawatur.web.app import Safety, app
from tawatur.web.door import Access
from tawatur.web.following import Following, apply
from tawatur.web.source import StoreSource

Call = Callable[..., Answer]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two reports of one happening, whose second brings the toll up to date, and one of another."""
    folder = tmp_path_factory.mktemp("api")
    desk = made(folder / "in", folder / "s.sqlite")
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        desk.put(name, text)
    desk.read()
    return desk


@pytest.fixture(scope="session")
def served(desk: Desk) -> Any:
    """The application, for the user of this machine."""
    return app(StoreSource(desk.store.path), "en", Safety(access=Access(local="نادية")))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from edits is made in this process."""

    def begin(self: Following, wait: float) -> bool:
        apply(self._path)
        return True

    monkeypatch.setattr(Following, "begin", begin)


@pytest.fixture
def call(served: Any) -> Call:
    """Ask: `call("stories?limit=1")`, or send JSON with `send=`."""

    def one(path: str, send: Any = None, method: str = "", **headers: str) -> Answer:
        named = {"host": "localhost", **({"content-type": "application/json"} if send is not None else {}), **headers}
        body = json.dumps(send).encode() if send is not None else b""
        return asyncio.run(
            ask_app(served, f"/api/v1/{path}".rstrip("/"), method or ("POST" if send is not None else "GET"), named, body)
        )

    return one
