"""The pages and answers of a server are the same, byte for byte, over a file and over a PostgreSQL database."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import pytest
from tests.postgresql import Running
from tests.web.conftest import Answer, ask_app

from tawatur.store.copying import copy
from tawatur.web.app import app
from tawatur.web.source import StoreSource

_LINK = re.compile(r'(?:href|src)="([^"#?]*(?:\?[^"#]*)?)')
_TOKEN = re.compile(r'(?<=name="csrf" value=")[^"]*')  # of each server's own
_OF_ONE_KIND = 4  # pages of articles, of stories, of names and so on
_ALWAYS = (
    *(f"/search?q={quote(query)}" for query in ("وزير", "«مجلس الوزراء»", "نوع:تصريح قال", "قال -وزير", "متحدث:وزير", "ترتيب:تاريخ في", "وزير:")),
    *(f"/search?q={quote('وزير')}&format={form}" for form in ("json", "rss")),
    *(f"/api/v1/{path}" for path in ("", "stories", "entities", "findings", "commitments", "wires", f"search?q={quote('وزير')}")),
)  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, postgresql: Running) -> Iterator[tuple[Any, Any]]:
    """Two servers, over the example corpus in a file and over its copy in a database."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, "-m", "tawatur.cli.main", "demo", str(folder), "--json"], check=True, capture_output=True)
    file, database = folder / "tawatur.sqlite", postgresql.fresh()
    copy(file, database)
    sources = StoreSource(file), StoreSource(database)
    yield app(sources[0]), app(sources[1])
    for source in sources:
        source.close()
    postgresql.drop(database)


def _asked(served: tuple[Any, Any], path: str) -> Answer:
    """What the first server answers; the second must answer the same."""
    one, other = (asyncio.run(ask_app(each, path, "GET", {"host": "localhost"})) for each in served)
    assert one.status == other.status, path
    assert _TOKEN.sub("", one.text) == _TOKEN.sub("", other.text), path
    return one


def test_every_kind_of_page_and_answer_is_the_same(served: tuple[Any, Any]) -> None:
    waiting, seen, kinds = ["/", *_ALWAYS], set(_ALWAYS) | {"/"}, dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        answer = _asked(served, path)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for link in _LINK.findall(answer.text):
            to = urlsplit(urljoin(f"http://localhost{path}", unescape(link)))
            kind = to.path.strip("/").partition("/")[0]
            whole = quote(to.path, safe="/%") + (f"?{to.query}" if to.query else "")
            if to.netloc == "localhost" and kind != "static" and whole not in seen and kinds.get(kind, 0) < _OF_ONE_KIND:
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(whole)
                waiting.append(whole)
    assert {"article", "story", "name"} <= kinds.keys()
    assert len(seen) > 30
