"""Who asks, and what he may do: told from a session, a token, or from being at this machine."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tawatur.access.book import Book, Role
from tawatur.access.secrets import new_token

_SAFE = ("GET", "HEAD")
_PUBLIC = ("/login", "/static/")  # what is answered to everyone: it tells nothing of what the store holds
API = "/api/"
_KEY = "tawatur.person"


class Person(NamedTuple):
    """Who asks. `csrf` is what his forms must bring along; `by`: at this machine, in a session, or with a token."""

    name: str
    role: Role
    csrf: str
    by: Literal["local", "session", "token"]


@dataclass(frozen=True, kw_only=True)
class Access:
    """Who may come in. `book` holds the users; as long as it has none, whoever asks is `local`, if that is not empty.

    `csrf` is what forms bring along that are sent from this machine without a session; all processes of a server share it.
    """

    book: Book | None = None
    local: str = ""
    https: bool = False
    csrf: str = field(default_factory=lambda: new_token("f"))

    @property
    def cookie(self) -> str:
        """The name of the session's cookie. A browser takes one of the first name only over https and for this host alone."""
        return "__Host-tawatur" if self.https else "tawatur"

    def users(self) -> bool:
        """Whether anyone must say who he is."""
        return self.book is not None and bool(self.book.users())


def person_of(scope: Scope) -> Person | None:
    """Who asks; None on the pages that everyone may see."""
    found: Person | None = scope.get(_KEY)
    return found


class Door:
    """An ASGI application around another one: only who may come in is let through, and only to what he may do."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask who it is (303 to the login, 401 for programs); refuse (403) what he may not do, and forms of other sites."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        answer = await asyncio.to_thread(self._refusal, scope, headers) if self._access.book else self._refusal(scope, headers)
        await (answer or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        found = self._person(scope, headers)
        if isinstance(found, Response):
            return found
        scope[_KEY] = found
        path, changes = scope["path"], scope["method"] not in _SAFE
        if changes and (found is None or found.by != "token") and not same_origin(headers, strict=not path.startswith(API)):
            if path.startswith(API):
                return JSONResponse({"code": "access_site", "error": "sent from another site"}, status_code=403)
            return PlainTextResponse("403 Forbidden (sent from another site)", status_code=403)
        if found is None and not path.startswith(_PUBLIC):
            return _ask(scope)
        if changes and found is not None and found.role != "edit" and path not in ("/login", "/logout"):
            return _forbidden(path)
        return None

    def _person(self, scope: Scope, headers: Mapping[str, str]) -> Person | Response | None:
        access = self._access
        if access.book is None or not access.users():
            return Person(access.local, "edit", access.csrf, "local") if access.local else None
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._bearer(access.book, token.strip(), address_of(scope))
        session = access.book.session(cookie_of(headers, access.cookie))
        return Person(*session.user[:2], session.csrf, "session") if session else None

    def _bearer(self, book: Book, token: str, address: str) -> Person | Response:
        wait = book.shut("", address)
        if wait:
            return JSONResponse(
                {"code": "access_wait", "error": "too many failed attempts"}, status_code=429, headers={"Retry-After": str(wait)}
            )
        user = book.bearer(token)
        if user is None:
            book.fail("", address)
            return _unknown()
        return Person(user.name, user.role, secrets.token_urlsafe(8), "token")


def address_of(scope: Scope) -> str:
    """The address from which it is asked."""
    return str(scope["client"][0]) if scope.get("client") else "-"


def cookie_of(headers: Mapping[str, str], name: str) -> str:
    """The value of a cookie, empty where there is none."""
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[name].value if name in cookies else ""


def same_origin(headers: Mapping[str, str], *, strict: bool) -> bool:
    """Whether a request comes from a page of this server; where nothing tells, only if it need not be `strict`."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""
    site = headers.get("sec-fetch-site")
    return site == "same-origin" if site is not None else not strict


def _ask(scope: Scope) -> Response:
    path: str = scope["path"]
    if path.startswith(API) or scope["method"] not in _SAFE:
        return _unknown()
    return RedirectResponse(f"/login?next={quote(path.lstrip('/'))}", status_code=303)


def _unknown() -> Response:
    headers = {"WWW-Authenticate": 'Bearer realm="tawatur"'}
    return JSONResponse(
        {"code": "access_unknown", "error": "say who you are: Authorization: Bearer TOKEN"}, status_code=401, headers=headers
    )


def _forbidden(path: str) -> Response:
    if path.startswith(API):
        return JSONResponse({"code": "access_read", "error": "this user may only read"}, status_code=403)
    return PlainTextResponse("403 Forbidden (you may only read)", status_code=403)
