"""The server of the page: a Starlette application over a library."""

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tawatur.records.errors import UsageError
from tawatur.records.view import Library
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.web import search
from tawatur.web.address import Address, parse
from tawatur.web.pages import missing, page
from tawatur.web.render import render
from tawatur.web.setting import Place, other, setting

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from tawatur.search.protocol import Index

STATIC = "static/"


def app(library: Library, lang: Lang = "ar", index: "Index | None" = None) -> "ASGIApp":
    """Give the application. `lang` is the language until the reader chooses another (`?lang=en`, kept in a cookie);
    with an `index` there is a search.

    The library is asked in the thread of the event loop, one request after the other, so that a store's connection
    stays in one thread.
    """
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    from tawatur.web.guard import Guard

    async def answer(request: "Request") -> "Response":
        return _answer(request, library, lang, index)

    files = StaticFiles(packages=[("tawatur.web", "static")])
    return Guard(Starlette(routes=[Mount("/static", files), Route("/{path:path}", answer, methods=["GET"])]))


def _answer(request: "Request", library: Library, default: Lang, index: "Index | None") -> "Response":
    from starlette.responses import HTMLResponse

    lang = _language(request, default)
    path = request.path_params["path"]
    place = _place(lang, index is not None, search.places(request.query_params.get("found", "")))
    if index is not None and path == "search":
        return _kept(request, _searched(request, library, lang, index, place), lang)
    address = parse(path)
    found = page(library, lang, address, place) if address else None
    html = found.html if found else missing(library, lang, _depth(path), place)
    return _kept(request, HTMLResponse(html, status_code=200 if found else 404), lang)


def _kept(request: "Request", response: "Response", lang: Lang) -> "Response":
    """The answer, with the language that was chosen kept."""
    if request.query_params.get("lang") == lang:
        response.set_cookie("lang", lang, samesite="strict", httponly=True, max_age=365 * 24 * 3600)
    response.headers["Content-Language"] = lang
    response.headers["Vary"] = "Cookie"
    return response


def _searched(request: "Request", library: Library, lang: Lang, index: "Index", place: Place) -> "Response":
    """Answer a search as a page, as JSON or as a feed; 400 where the query is wrong."""
    from starlette.responses import HTMLResponse, Response

    asked = search.asked(request.query_params)
    switch = f"?{urlencode({**request.query_params, 'lang': other(lang)})}"
    here = Place(static=place.static, switch=lambda _: switch, searchable=True)
    surroundings = setting(library, lang, Address(kind="search"), here, {})
    if asked.form == "html":
        made = search.search_page(asked, index, surroundings)
        return HTMLResponse(render("search", surroundings, made), status_code=400 if made.error else 200)
    try:
        _, results = search.results(asked, index)
    except UsageError as error:
        body = json.dumps({"error": search.explained(error, lang)}, ensure_ascii=False).encode("utf-8", "replace")
        return Response(body, status_code=400, media_type="application/json")
    if asked.form == "json":
        return Response(search.as_json(results), media_type="application/json")
    feed = search.as_rss(asked, results, str(request.base_url), surroundings)
    return Response(feed, media_type="application/rss+xml")


def _language(request: "Request", default: Lang) -> Lang:
    """The language asked for, else the one kept, else the default."""
    for asked in (request.query_params.get("lang"), request.cookies.get("lang")):
        for lang in LANGUAGES:
            if asked == lang:
                return lang
    return default


def _place(lang: Lang, searchable: bool, found: tuple[tuple[int, int], ...]) -> Place:
    return Place(static=STATIC, switch=lambda address: f"?lang={other(lang)}", searchable=searchable, found=found)


def _depth(path: str) -> Address:
    """An address from whose depth links lead back to the root: one folder down for most, none at the root."""
    return Address(kind="story", id="x") if "/" in path else Address(kind="index")
