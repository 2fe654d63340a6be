import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.web.conftest import ask_app

from tawatur.records.errors import StoreError
from tawatur.web.app import app
from tawatur.web.source import Source

Ask = Callable[..., Any]


def test_the_first_page_is_in_arabic_and_right_to_left(ask: Ask) -> None:
    answer = ask("/")
    assert answer.status == 200
    assert '<html lang="ar" dir="rtl">' in answer.text
    assert "6 مقالات" in answer.text
    assert "أصلان مستقلان" in answer.text


def test_the_choice_of_english_is_kept(ask: Ask) -> None:
    chosen = ask("/?lang=en")
    assert '<html lang="en" dir="ltr">' in chosen.text
    kept = chosen.headers["set-cookie"].split(";")[0]
    assert kept == "lang=en"
    assert '<html lang="en" dir="ltr">' in ask("/dropped.html", cookie=kept).text
    assert '<html lang="ar" dir="rtl">' in ask("/?lang=ar", cookie=kept).text


def test_an_unknown_language_is_not_kept(ask: Ask) -> None:
    answer = ask("/?lang=x%0d%0aset-cookie:a=b")
    assert '<html lang="ar"' in answer.text
    assert "set-cookie" not in answer.headers


def test_every_page_of_the_library_answers(ask: Ask, library: Any) -> None:
    paths = ["index.html", "dropped.html"]
    paths += [f"story/{story.id}.html" for story in library.stories()]
    paths += [f"article/{identity}.html" for identity in library.ids.values()]
    assert {path: ask(f"/{path}").status for path in paths} == dict.fromkeys(paths, 200)


def test_an_alias_of_a_story_leads_to_it(ask: Ask, library: Any) -> None:
    story = library.stories()[0]
    assert ask(f"/story/{story.aliases[0]}.html").status == 200


@pytest.mark.parametrize(
    "path",
    ["/story/y-0000000000000000.html", "/article/d-0.html", "/story/%2e%2e%2fetc%2fpasswd.html", "/nothing", "/index.99.html",
     "/dropped.2.html", "/static/../app.py", "/static/none.css", "/article/%00.html"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(ask: Ask, path: str) -> None:
    assert ask(path).status == 404


def test_the_page_for_what_is_not_there_leads_back(ask: Ask) -> None:
    answer = ask("/story/y-0000000000000000.html")
    assert 'href="../index.html"' in answer.text


def test_every_answer_forbids_what_comes_from_elsewhere(ask: Ask) -> None:
    for path in ("/", "/nothing", "/static/page.css", "/static/page.js"):
        headers = ask(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "host", ["attacker.example", "attacker.example:8765", "127.0.0.1.attacker.example", "", "localhost@x", "10.0.0.1"]
)
def test_a_foreign_host_is_refused(ask: Ask, host: str) -> None:
    answer = ask("/", host=host)
    assert answer.status == 421
    assert "<html" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:1", "localhost", "localhost:8765", "[::1]:8765"])
def test_the_names_of_this_machine_are_answered(ask: Ask, host: str) -> None:
    assert ask("/", host=host).status == 200


def test_nothing_can_be_sent_to_a_page(ask: Ask) -> None:
    near = {"origin": "http://127.0.0.1:8765"}
    assert ask("/", method="POST", **near).status == 405
    assert ask("/index.html", method="DELETE", **near).status == 405


def test_pages_hold_no_inline_scripts_or_styles(ask: Ask, library: Any) -> None:
    story = library.story_of(library.ids["wire"])
    for path in ("/", f"/story/{story}.html", f"/article/{library.ids['market']}.html", "/dropped.html"):
        html = ask(path).text
        assert "<style" not in html
        assert " style=" not in html
        assert not re.search(r"<[^>]* on\w+=", html)
        assert html.count("<script") == 1
        assert "http://" not in html
        assert "https://" not in html


def test_a_page_that_cannot_be_made_in_time_is_said_to_be_unavailable() -> None:
    class Late(Source):
        @contextmanager
        def reading(self, until: float) -> Iterator[Any]:
            raise StoreError("store_slow", path="s.sqlite")
            yield

    answer = asyncio.run(ask_app(app(Late()), "/", "GET", {"host": "localhost"}))
    assert answer.status == 503
    assert answer.headers["retry-after"] == "2"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
