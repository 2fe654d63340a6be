"""The server of the page: a Starlette application over a library."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tawatur.records.errors import StoreError, TawaturError, UsageError
from tawatur.records.view import Library
from tawatur.report.messages import LANGUAGES, Lang, messages
from tawatur.web import search
from tawatur.web.address import Address, parse
from tawatur.web.pages import Page, missing, page
from tawatur.web.render import render
from tawatur.web.rendered import Rendered
from tawatur.web.setting import Editor, Place, other, setting
from tawatur.web.source import Held, Marked, Source, StoreSource

if TYPE_CHECKING:
    import logging

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from tawatur.search.protocol import Index
    from tawatur.web.door import Access

STATIC = "static/"
_LONGEST, _MOST = 300, 20  # letters of a value, values


@dataclass(frozen=True, kw_only=True)
class Safety:
    """Who may come in, under which names beside this machine's own the server is asked, and where it is written who asked what."""

    access: "Access"
    hosts: tuple[str, ...] = ()
    log: "logging.Logger | None" = None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why an edit was not made, and the way back to its page."""

    reason: str
    back: str


def app(library: Library | Source, lang: Lang = "ar", safety: "Safety | None" = None) -> "ASGIApp":
    """Give the application. `lang` is the language until the reader chooses another (`?lang=en`, kept in a cookie).

    Pages are made in threads; each asks a library of its own, which stays in one state until the page is done. `safety`
    says who may come in; without it, it is for a server of this machine alone, whose user is called "-".
    """
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    from tawatur.web.access_log import AccessLog
    from tawatur.web.api.routes import Api
    from tawatur.web.door import Access, Door
    from tawatur.web.editing import Editing
    from tawatur.web.guard import Guard
    from tawatur.web.login import Login
    from tawatur.web.workers import BusyError, Workers

    source = library if isinstance(library, Source) else Held(library)
    workers = Workers(source)
    rendered = Rendered()
    safety = safety or Safety(access=Access(local="-"))

    async def answer(request: "Request") -> "Response":
        return await workers.run(lambda found: _answer(request, found, lang, rendered))

    async def unusable(request: "Request", error: Exception) -> "Response":
        return _unusable(_language(request, lang), error)

    editing = Editing(source.path) if isinstance(source, StoreSource) else None

    async def edit(request: "Request") -> "Response":
        if not editing:
            return _closed()
        spoken = _language(request, lang)

        async def refused(error: TawaturError, back: str) -> "Response":
            return await workers.run(lambda found: _refused(found, spoken, error, back))

        return await editing.form(request, refused)

    api = [Api(workers, editing).mount()] if editing else []
    login = Login(safety.access, workers, lambda request: _language(request, lang), _place)
    files = StaticFiles(packages=[("tawatur.web", "static")])
    routes = [
        Mount("/static", files),
        *api,
        *login.routes(),
        Route("/edit", edit, methods=["POST"]),
        Route("/{path:path}", answer, methods=["GET"]),
    ]
    inner: ASGIApp = Starlette(routes=routes, exception_handlers={BusyError: _busy, StoreError: unusable})
    guarded = Guard(Door(inner, safety.access), safety.hosts, https=safety.access.https)
    return AccessLog(guarded, safety.log) if safety.log else guarded


def _closed() -> "Response":
    """Say that what is shown cannot be edited."""
    from starlette.responses import PlainTextResponse

    return PlainTextResponse("404 Not Found (these pages cannot be edited)", status_code=404)


def _refused(library: Library, lang: Lang, error: TawaturError, back: str) -> "Response":
    """Say why an edit was not made, with the way back."""
    from starlette.responses import HTMLResponse

    from tawatur.web.editing import status_of

    surroundings = setting(library, lang, Address(kind="index"), _place(lang), {})
    reason = messages("errors", lang)(error.code, **error.values)
    return HTMLResponse(render("refused", surroundings, Refusal(reason=reason, back=back)), status_code=status_of(error))


def _busy(_: "Request", error: Exception) -> "Response":
    """Say that the answer cannot be had now."""
    from starlette.responses import PlainTextResponse

    return PlainTextResponse(f"503 Service Unavailable ({error})", status_code=503, headers={"Retry-After": "2"})


def _unusable(lang: Lang, error: Exception) -> "Response":
    """Say what is wrong with the store, and what to do; not in which folder it is, which is nothing to those who read from elsewhere."""
    from starlette.responses import PlainTextResponse

    told = error if isinstance(error, StoreError) else StoreError("store_failed", path="", error=error)
    values = {**told.values, "path": Path(str(told.values.get("path", ""))).name}
    return PlainTextResponse(messages("errors", lang)(told.code, **values) + "\n", status_code=503, headers={"Retry-After": "30"})


def _page(library: Library, lang: Lang, address: Address, place: Place, rendered: Rendered) -> Page | None:
    """A page, from those that were made before where the store is as it was then."""
    if not isinstance(library, Marked):
        return page(library, lang, address, place)
    key = (library.state(), lang, address, replace(place, switch=_no_switch))
    return rendered.of(key, lambda: page(library, lang, address, place))


def _no_switch(_: Address) -> str:
    """Where the link to the other language follows from the address alone, it tells no two pages apart."""
    return ""


def _answer(request: "Request", library: Library, default: Lang, rendered: Rendered) -> "Response":
    from starlette.responses import HTMLResponse

    lang = _language(request, default)
    path, index = request.path_params["path"], _index(library)
    place = _for(_place(lang, index is not None, search.places(request.query_params.get("found", ""))), request)
    if index is not None and path == "search":
        return _kept(request, _searched(request, library, lang, index, place), lang)
    address = parse(path)
    if address:
        address = replace(address, asked=_asked(request))
    found = _page(library, lang, address, place, rendered) if address else None
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
    here = replace(place, switch=lambda _: switch)
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


def _index(library: Library) -> "Index | None":
    """The search over a library, where it has one: one in memory has not."""
    searching = getattr(library, "searching", None)
    return searching() if searching else None


def _asked(request: "Request") -> tuple[tuple[str, str], ...]:
    """What a form asks: the first value of each name, cut where it is longer than any form makes it."""
    unasked = ("lang", "found")
    found = [(name, value[:_LONGEST]) for name, value in request.query_params.items() if name not in unasked and value.strip()]
    return tuple(found[:_MOST])


def _for(place: Place, request: "Request") -> Place:
    """The place for who asks."""
    from tawatur.web.door import person_of

    person = person_of(request.scope)
    if person is None:
        return place
    one = Editor(name=person.name, token=person.csrf)
    return replace(place, editor=one if person.role == "edit" else None, visitor=one if person.by == "session" else None)


def _place(lang: Lang, searchable: bool = False, found: tuple[tuple[int, int], ...] = ()) -> Place:
    def switch(address: Address) -> str:
        return f"?{urlencode([*address.asked, ('lang', other(lang))])}"

    return Place(static=STATIC, switch=switch, live=True, searchable=searchable, found=found)


def _depth(path: str) -> Address:
    """An address from whose depth links lead back to the root: one folder down for most, none at the root."""
    return Address(kind="story", id="x") if "/" in path else Address(kind="index")
