import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from tests.web.conftest import Answer, ask_app

from tawatur.access.book import Book
from tawatur.web.access_log import log_to
from tawatur.web.app import Safety, app
from tawatur.web.door import Access
from tawatur.web.guard import LARGEST_BODY, LONGEST_ADDRESS

HOST = "desk.example"
ORIGIN = {"origin": f"https://{HOST}", "host": HOST}
FORM = {"content-type": "application/x-www-form-urlencoded"}
PASSWORD = "كلمة سر طويلة بما يكفي"  # noqa: S105

Ask = Callable[..., Answer]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "s.sqlite-access")
    book.add("سامي", "read", PASSWORD)
    return book


@pytest.fixture
def door(library: Any, book: Book, tmp_path: Path) -> Iterator[Ask]:
    """Ask a server that is reached from elsewhere; `form` is what a form sends."""
    access, log = Access(book=book, https=True), log_to(tmp_path / "log")
    served = app(library, "en", Safety(access=access, hosts=(HOST,), log=log))

    def ask(path: str, method: str = "GET", form: dict[str, str] | None = None, **headers: str) -> Answer:
        sent = urlencode(form).encode() if form is not None else b""
        named = {"host": HOST, **(FORM if form is not None else {}), **headers}
        return asyncio.run(ask_app(served, path, method, named, sent))

    yield ask
    log.handlers[0].close()


def _signed_in(door: Ask) -> str:
    answer = door("/login", "POST", {"name": "سامي", "secret": PASSWORD}, **ORIGIN)
    assert answer.status == 303
    return answer.headers["set-cookie"].split(";")[0]


def test_who_is_not_known_is_asked_who_he_is(door: Ask) -> None:
    answer = door("/story/y-1.html")
    assert answer.status == 303
    assert answer.headers["location"] == "/login?next=story/y-1.html"
    assert 'name="secret"' in door("/login").text


def test_a_program_that_is_not_known_is_told_to_bring_a_token(door: Ask) -> None:
    answer = door("/api/v1/stories")
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_who_signs_in_reads_and_who_goes_out_does_not(door: Ask) -> None:
    cookie = _signed_in(door)
    page = door("/", cookie=cookie)
    assert page.status == 200
    token = page.text.split('name="csrf" value="')[1].split('"')[0]
    assert door("/logout", "POST", {"csrf": token}, cookie=cookie, **ORIGIN).status == 303
    assert door("/", cookie=cookie).status == 303


def test_the_cookie_of_a_session_is_for_this_server_alone(door: Ask) -> None:
    cookie = door("/login", "POST", {"name": "سامي", "secret": PASSWORD}, **ORIGIN).headers["set-cookie"]
    assert cookie.startswith("__Host-tawatur=")
    for part in ("HttpOnly", "SameSite=strict", "Secure", "Path=/"):
        assert part in cookie


def test_a_wrong_password_is_told_and_sets_no_cookie(door: Ask) -> None:
    answer = door("/login", "POST", {"name": "سامي", "secret": "غيرها"}, **ORIGIN)
    assert answer.status == 401
    assert "set-cookie" not in answer.headers
    assert "do not belong together" in answer.text


def test_after_five_wrong_passwords_even_the_right_one_waits(door: Ask) -> None:
    for _ in range(5):
        assert door("/login", "POST", {"name": "سامي", "secret": "غيرها"}, **ORIGIN).status == 401
    answer = door("/login", "POST", {"name": "سامي", "secret": PASSWORD}, **ORIGIN)
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) > 0


def test_wrong_tokens_are_limited_too(door: Ask) -> None:
    answers = [door("/", authorization="Bearer x").status for _ in range(7)]
    assert answers == [401] * 5 + [429] * 2


def test_a_token_reads_as_its_user(door: Ask, book: Book) -> None:
    token = book.add("برنامج", "read")
    assert door("/", authorization=f"Bearer {token}").status == 200


@pytest.mark.parametrize(
    "after", ["https://attacker.example/", "//attacker.example", "/\\attacker.example", "x\r\nset-cookie:a=b"]
)
def test_signing_in_leads_to_no_other_site(door: Ask, after: str) -> None:
    answer = door("/login", "POST", {"name": "سامي", "secret": PASSWORD, "next": after}, **ORIGIN)
    assert answer.headers["location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(door: Ask) -> None:
    answer = door("/login", "POST", {"name": "سامي", "secret": PASSWORD, "next": "story/y-1.html"}, **ORIGIN)
    assert answer.headers["location"] == "/story/y-1.html"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://attacker.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_forms_of_other_sites_are_refused(door: Ask, headers: dict[str, str]) -> None:
    cookie = _signed_in(door)
    assert door("/logout", "POST", {"csrf": "x"}, cookie=cookie, **headers).status == 403
    assert door("/", cookie=cookie).status == 200


def test_a_form_without_the_pages_token_is_refused(door: Ask) -> None:
    cookie = _signed_in(door)
    for form in ({}, {"csrf": ""}, {"csrf": "x"}):
        assert door("/logout", "POST", form, cookie=cookie, **ORIGIN).status == 403
    assert door("/", cookie=cookie).status == 200


def test_who_may_only_read_cannot_edit(door: Ask) -> None:
    cookie = _signed_in(door)
    page = door("/", cookie=cookie)
    token = page.text.split('name="csrf" value="')[1].split('"')[0]
    answer = door("/edit", "POST", {"csrf": token, "do": "undo"}, cookie=cookie, **ORIGIN)
    assert answer.status == 403
    assert "only read" in answer.text


def test_only_names_that_are_allowed_are_answered(door: Ask) -> None:
    assert door("/login", host="DESK.example.:8443").status == 200
    for host in ("attacker.example", "desk.example.attacker.example", "xdesk.example", f"{HOST}@attacker.example"):
        assert door("/login", host=host).status == 421


def test_oversized_requests_are_refused(door: Ask) -> None:
    assert door(f"/login?next={'x' * LONGEST_ADDRESS}").status == 414
    assert door("/login", "POST", {"name": "x" * LARGEST_BODY}, **ORIGIN).status == 413
    assert door("/login", "POST", {"name": "x"}, **ORIGIN, **{"content-length": str(LARGEST_BODY + 1)}).status == 413
    assert door("/login", "POST", {"name": "x"}, **ORIGIN, **{"content-length": "-1"}).status == 413


def test_what_is_no_form_is_refused(door: Ask) -> None:
    answer = door("/login", "POST", {"name": "x"}, **ORIGIN, **{"content-type": "text/plain"})
    assert answer.status == 415
    many = {f"f{number}": "" for number in range(700)}
    assert door("/login", "POST", many, **ORIGIN).status == 400


def test_the_log_says_who_asked_for_what_and_when_and_no_secret(door: Ask, tmp_path: Path) -> None:
    cookie = _signed_in(door)
    door("/index.html?name=%D8%B3%D8%B1%D9%8A", cookie=cookie)
    door("/x\n{}", host="attacker.example")
    lines = [json.loads(line) for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert [(one["who"], one["path"], one["status"]) for one in lines] == [
        (None, "/login", 303),
        ("سامي", "/index.html", 200),
        (None, "/x\n{}", 421),
    ]
    assert lines[1]["when"].startswith("20")
    text = (tmp_path / "log").read_text(encoding="utf-8")
    assert cookie.split("=")[1] not in text
    assert PASSWORD not in text
    assert "name=" not in text


def test_a_secure_server_says_so(door: Ask) -> None:
    assert "max-age=" in door("/login").headers["strict-transport-security"]
