"""Coming in and going out."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tawatur.access.book import Book, User
from tawatur.records.view import Library
from tawatur.report.messages import Lang
from tawatur.web.address import Address
from tawatur.web.door import Access, address_of, cookie_of
from tawatur.web.forms import back_to, fields, first
from tawatur.web.render import render
from tawatur.web.setting import Place, setting
from tawatur.web.workers import Workers

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

_AT_ONCE = 2  # passwords that are looked at together: each takes 32 MB and a core


@dataclass(frozen=True)
class LoginPage:
    """`wrong` says why the last attempt failed, empty where there was none."""

    next: str
    name: str
    wrong: str


class Login:
    """The routes by which users come in and go out."""

    def __init__(
        self, access: Access, workers: Workers, language: Callable[["Request"], Lang], place: Callable[[Lang], Place]
    ) -> None:
        self._access = access
        self._workers = workers
        self._language = language
        self._place = place
        self._room = asyncio.Semaphore(_AT_ONCE)

    def routes(self) -> list["Route"]:
        """The routes."""
        from starlette.routing import Route

        return [
            Route("/login", self._page, methods=["GET"]),
            Route("/login", self._come_in, methods=["POST"]),
            Route("/logout", self._go_out, methods=["POST"]),
        ]

    async def _page(self, request: "Request") -> "Response":
        return await self._shown(request, request.query_params.get("next", ""))

    async def _come_in(self, request: "Request") -> "Response":
        from starlette.responses import RedirectResponse

        book = self._access.book
        found = await fields(request, token=False)
        name, secret, after = first(found, "name").strip(), first(found, "secret"), first(found, "next")
        if book is None or not await asyncio.to_thread(book.users):
            return RedirectResponse(back_to(after), status_code=303)
        wait = book.shut(name, address_of(request.scope))
        if wait:
            return await self._shown(request, after, name, status=429, wait=wait)
        async with self._room:
            user = await asyncio.to_thread(_looked_at, book, name, secret, address_of(request.scope))
        if user is None:
            return await self._shown(request, after, name, status=401)
        old = cookie_of(request.headers, self._access.cookie)
        await asyncio.to_thread(book.end, old)  # a session is never carried over from before
        response = RedirectResponse(back_to(after), status_code=303)
        secret = await asyncio.to_thread(book.begin, user)
        response.set_cookie(self._access.cookie, secret, httponly=True, samesite="strict", secure=self._access.https, path="/")
        return response

    async def _go_out(self, request: "Request") -> "Response":
        from starlette.responses import RedirectResponse

        await fields(request)
        if self._access.book:
            await asyncio.to_thread(self._access.book.end, cookie_of(request.headers, self._access.cookie))
        response = RedirectResponse("/login", status_code=303)
        response.delete_cookie(self._access.cookie, httponly=True, samesite="strict", secure=self._access.https, path="/")
        response.headers["Clear-Site-Data"] = '"cache"'
        return response

    async def _shown(self, request: "Request", after: str, name: str = "", *, status: int = 200, wait: int = 0) -> "Response":
        from starlette.responses import HTMLResponse

        lang = self._language(request)

        def made(library: Library) -> str:
            here = setting(library, lang, Address(kind="index"), self._place(lang), {})
            wrong = {401: here.m("login_wrong"), 429: here.m("login_wait", minutes=-(-wait // 60))}.get(status, "")
            return render("login", here, LoginPage(next=after, name=name, wrong=wrong))

        response = HTMLResponse(await self._workers.run(made), status_code=status, headers={"Cache-Control": "no-store"})
        if wait:
            response.headers["Retry-After"] = str(wait)
        return response


def _looked_at(book: Book, name: str, secret: str, address: str) -> User | None:
    user = book.known(name, secret)
    if user is None:
        book.fail(name, address)
    return user
