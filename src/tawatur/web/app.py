"""The server of the page: a Starlette application over a library."""

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tawatur.records.view import Library
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.web.address import Address, parse
from tawatur.web.pages import missing, page
from tawatur.web.setting import Place, other

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

STATIC = "static/"
_LONGEST, _MOST = 300, 20  # letters of a value, values


def app(library: Library, lang: Lang = "ar") -> "ASGIApp":
    """Give the application. `lang` is the language until the reader chooses another (`?lang=en`, kept in a cookie).

    The library is asked in the thread of the event loop, one request after the other, so that a store's connection
    stays in one thread.
    """
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    from tawatur.web.guard import Guard

    async def answer(request: "Request") -> "Response":
        return _answer(request, library, lang)

    files = StaticFiles(packages=[("tawatur.web", "static")])
    return Guard(Starlette(routes=[Mount("/static", files), Route("/{path:path}", answer, methods=["GET"])]))


def _answer(request: "Request", library: Library, default: Lang) -> "Response":
    from starlette.responses import HTMLResponse

    lang = _language(request, default)
    address = parse(request.path_params["path"])
    if address:
        address = replace(address, asked=_asked(request))
    place = _place(lang)
    found = page(library, lang, address, place) if address else None
    if found:
        response = HTMLResponse(found.html)
    else:
        response = HTMLResponse(missing(library, lang, _depth(request.path_params["path"]), place), status_code=404)
    if request.query_params.get("lang") == lang:
        response.set_cookie("lang", lang, samesite="strict", httponly=True, max_age=365 * 24 * 3600)
    response.headers["Content-Language"] = lang
    response.headers["Vary"] = "Cookie"
    return response


def _language(request: "Request", default: Lang) -> Lang:
    """The language asked for, else the one kept, else the default."""
    for asked in (request.query_params.get("lang"), request.cookies.get("lang")):
        for lang in LANGUAGES:
            if asked == lang:
                return lang
    return default


def _asked(request: "Request") -> tuple[tuple[str, str], ...]:
    """What a form asks: the first value of each name, cut where it is longer than any form makes it."""
    found = [(name, value[:_LONGEST]) for name, value in request.query_params.items() if name != "lang" and value.strip()]
    return tuple(found[:_MOST])


def _place(lang: Lang) -> Place:
    def switch(address: Address) -> str:
        return f"?{urlencode([*address.asked, ('lang', other(lang))])}"

    return Place(static=STATIC, switch=switch, live=True)


def _depth(path: str) -> Address:
    """An address from whose depth links lead back to the root: one folder down for most, none at the root."""
    return Address(kind="story", id="x") if "/" in path else Address(kind="index")
