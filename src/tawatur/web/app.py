"""The server of the page: a Starlette application over a library."""

from typing import TYPE_CHECKING

from tawatur.records.view import Library
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.web.address import Address, parse
from tawatur.web.pages import missing, page
from tawatur.web.setting import Place, other
from tawatur.web.source import Held, Source

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

STATIC = "static/"


def app(library: Library | Source, lang: Lang = "ar") -> "ASGIApp":
    """Give the application. `lang` is the language until the reader chooses another (`?lang=en`, kept in a cookie).

    Pages are made in threads; each asks a library of its own, which stays in one state until the page is done.
    """
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    from tawatur.web.guard import Guard
    from tawatur.web.workers import BusyError, Workers

    workers = Workers(library if isinstance(library, Source) else Held(library))

    async def answer(request: "Request") -> "Response":
        return await workers.run(lambda found: _answer(request, found, lang))

    files = StaticFiles(packages=[("tawatur.web", "static")])
    routes = [Mount("/static", files), Route("/{path:path}", answer, methods=["GET"])]
    return Guard(Starlette(routes=routes, exception_handlers={BusyError: _busy}))


def _busy(_: "Request", error: Exception) -> "Response":
    """Say that the answer cannot be had now."""
    from starlette.responses import PlainTextResponse

    return PlainTextResponse(f"503 Service Unavailable ({error})", status_code=503, headers={"Retry-After": "2"})


def _answer(request: "Request", library: Library, default: Lang) -> "Response":
    from starlette.responses import HTMLResponse

    lang = _language(request, default)
    address = parse(request.path_params["path"])
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


def _place(lang: Lang) -> Place:
    return Place(static=STATIC, switch=lambda address: f"?lang={other(lang)}")


def _depth(path: str) -> Address:
    """An address from whose depth links lead back to the root: one folder down for most, none at the root."""
    return Address(kind="story", id="x") if "/" in path else Address(kind="index")
