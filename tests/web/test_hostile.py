"""An article that means harm, read as any other and shown on every page and by every endpoint of the API."""

import asyncio
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.correct.conftest import NINE, Desk, made
from tests.web.conftest import Answer, ask_app

from tawatur.web.address import PLAIN
from tawatur.web.api.endpoints import ENDPOINTS
from tawatur.web.app import app
from tawatur.web.source import StoreSource

_EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>{{7*7}}"
_ARTICLE = f"""{_EVIL} انهيار جسر الصفصاف في تالمين

نشر في: 12 أيار 2023

ارتفعت حصيلة القتلى إلى 14 قتيلا في انهيار جسر الصفصاف في مدينة تالمين {_EVIL} فجر الخميس بعد مطر غزير.

وقال وزير المال فهد {_EVIL} المرجان إن المال {_EVIL} قليل. وقال المرجان إن الجسر قديم javascript:alert(4).
"""
_ROW = {
    "title": f"جسر {_EVIL}",
    "text": _ARTICLE,
    "source": f"منبر {_EVIL}",
    "url": "javascript:alert(5)//" + _EVIL,
    "author": _EVIL,
    "date": "2023-05-12",
}


class _Reader(HTMLParser):
    """What a browser would run or go to."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in ("iframe", "object", "embed", "base", "style") or (
            tag == "script" and not (named.get("src") or "").endswith(".js")
        ):
            self.harm.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.harm.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction") and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                self.harm.append(f"{tag} {name}={value}")
        if tag == "a" and named.get("href"):
            self.links.add((named["href"] or "").partition("#")[0])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("hostile")
    desk = made(folder / "in", folder / "s.sqlite")
    desk.put("nine.txt", NINE)
    desk.put("evil.txt", _ARTICLE)
    desk.put("evil.jsonl", json.dumps(_ROW, ensure_ascii=False))
    desk.put("<img src=x onerror=alert(6)>.txt", _ARTICLE.replace("14", "15"))
    desk.put("<svg onload=alert(7)>.bin", "\x00\x01")
    desk.read()
    return desk


@pytest.fixture(scope="module")
def served(desk: Desk) -> Any:
    return app(StoreSource(desk.store.path))


def _ask(served: Any, path: str) -> Answer:
    return asyncio.run(ask_app(served, path, "GET", {"host": "localhost"}))


def _all_pages(served: Any, desk: Desk) -> dict[str, Answer]:
    """Every page that is reached from the first one and from each plain kind, in both languages."""
    waiting = ["index.html", *(f"{kind}.html" for kind in PLAIN), "search.html?q=%3Cscript%3E", "nothing/<script>"]
    waiting += [f"article/{view.document.id}.html" for view in desk.found.documents()]
    seen: dict[str, Answer] = {}
    while waiting and len(seen) < 400:
        path = waiting.pop()
        if path in seen:
            continue
        seen[path] = answer = _ask(served, f"/{path}")
        if answer.headers.get("content-type", "").startswith("text/html"):
            reader = _Reader()
            reader.feed(answer.text)
            here = Path("/", path.partition("?")[0]).parent
            for link in reader.links:
                bare, _, query = link.partition("?")
                to = re.sub(r"[^/]+/\.\./", "", str(here / bare)).lstrip("/") if bare else path.partition("?")[0]
                if not re.match(r"\w+:", link):
                    waiting.append(to + (f"?{query}" if query else ""))
    return seen


def test_nothing_of_a_hostile_article_runs_on_any_page(served: Any, desk: Desk) -> None:
    pages = _all_pages(served, desk)
    shown = {path for path, answer in pages.items() if "alert(1)" in answer.text}
    assert len(shown) >= 4, "the hostile words are shown nowhere: nothing was tried"
    harm = {}
    for path, answer in pages.items():
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        reader = _Reader()
        reader.feed(answer.text)
        if reader.harm:
            harm[path] = reader.harm
        assert "{{7*7}}" in answer.text or "49" not in re.findall(r"'&gt;.{0,40}", answer.text)
        assert "unsafe" not in answer.headers["content-security-policy"]
    assert harm == {}


def test_what_no_page_is_made_of_is_sent_as_what_no_browser_runs(served: Any, desk: Desk) -> None:
    for path, answer in _all_pages(served, desk).items():
        kind = answer.headers.get("content-type", "")
        assert kind.startswith(("text/html", "application/", "text/plain", "text/css", "image/svg")), path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_every_endpoint_tells_hostile_words_as_json_alone(served: Any, desk: Desk) -> None:
    document = next(view.document.id for view in desk.found.documents() if "alert(1)" in view.document.text)
    ids = {"stories": desk.found.story_of(document), "articles": document, "names": next(iter(desk.found.called())).id}
    told = ""
    for one in ENDPOINTS:
        path = one.path.replace("{id}", str(ids.get(one.path.split("/")[0])))
        answer = _ask(served, f"/api/v1/{path}".rstrip("/") + ("?q=alert" if one.name == "search" else ""))
        assert answer.status == 200, (path, answer.text)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        json.loads(answer.text)
        told += answer.text
    assert "alert(1)" in told


@pytest.mark.parametrize(
    "path",
    ["/static/../../app.py", "/static/%2e%2e/%2e%2e/app.py", "/static//etc/passwd", "/article/../../../etc/passwd.html",
     "/api/v1/articles/..%2f..%2fetc", "/api/v1/../../etc/passwd", "/story/%00.html", "/static/..%5c..%5capp.py"],
)  # fmt: skip
def test_no_path_leads_out_of_the_pages(served: Any, path: str) -> None:
    answer = _ask(served, path)
    assert answer.status in (400, 404)
    assert "root:" not in answer.text
    assert "def app" not in answer.text
