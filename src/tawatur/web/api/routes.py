"""The API's routes: each request is read, answered from one state of the store, and marked with that state (ETag)."""

from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from tawatur import __version__, correct
from tawatur.records.base import content_id
from tawatur.records.errors import StoreError, TawaturError, UsageError
from tawatur.records.judged import AnyJudgement
from tawatur.records.view import Library
from tawatur.report.messages import messages
from tawatur.store.library import StoreLibrary
from tawatur.web.api.answers import Wrong
from tawatur.web.api.asking import read
from tawatur.web.api.endpoints import ENDPOINTS, Endpoint, edited
from tawatur.web.api.openapi import description
from tawatur.web.door import Person, person_of
from tawatur.web.editing import Editing, status_of
from tawatur.web.edits import EDITS
from tawatur.web.workers import BusyError, Workers

_encode = msgspec.json.Encoder().encode
_JSON = "application/json"
_Body = dict[str, str | list[str]]


class Api:
    """The API of a store."""

    def __init__(self, workers: Workers, editing: Editing) -> None:
        self._workers = workers
        self._editing = editing

    def mount(self) -> Mount:
        """The routes below /api."""
        routes = [Route("/openapi.json", _described, methods=["GET"])]
        routes += [Route(f"/v1/{one.path}".rstrip("/"), self._get(one), methods=["GET"]) for one in ENDPOINTS]
        routes += [Route("/v1/edits", self._edit, methods=["POST"]), Route("/{path:path}", _none)]
        return Mount("/api", routes=routes)

    def _get(self, one: Endpoint) -> Any:
        async def answer(request: Request) -> Response:
            try:
                return await self._workers.run(lambda found: _made(one, found, request))
            except TawaturError as error:
                return _told(error)

        return answer

    async def _edited(self, kind: str, fields: dict[str, list[str]], who: str) -> tuple[AnyJudgement, bool]:
        """Carry out an edit. Raises HTTPException where it is well formed, and what it speaks of is not there or not so."""
        try:
            return await self._editing.edit(kind, fields, who)
        except UsageError as error:
            if error.code in ("edit_unknown", "edit_field"):
                raise
            status = 404 if error.code.endswith("_unknown") else 409
            raise HTTPException(status, messages("errors", "en")(error.code, **error.values)) from error

    async def _edit(self, request: Request) -> Response:
        person = person_of(request.scope)
        try:
            if person is None or person.role != "edit":
                raise HTTPException(403)
            body = await _body(request, person)
            kind = body.pop("do", [""])[0]
            told, _ = await self._edited(kind, body, person.name)
            entry = await self._workers.run(lambda found: edited(correct.entry(_store(found), told)))
        except TawaturError as error:
            return _told(error)
        except HTTPException as error:
            return _wrong(error.status_code, "api_refused", error.detail)
        return Response(_encode(entry), status_code=201, media_type=_JSON)


def _made(one: Endpoint, found: Library, request: Request) -> Response:
    library = _store(found)
    asked = read(one.params, {**request.query_params, **request.path_params})
    mark = f'"{content_id("e", library.state(), __version__, request.url.path, request.url.query)}"'
    headers = {"ETag": mark}
    given = request.headers.get("if-none-match", "")
    if mark in [part.strip().removeprefix("W/") for part in given.split(",")]:
        return Response(status_code=304, headers=headers)
    answer = one.make(library, asked)
    if answer is None:
        return _wrong(404, "api_none", "there is none of this id")
    return Response(_encode(answer), media_type=_JSON, headers=headers)


def _store(found: Library) -> StoreLibrary:
    if not isinstance(found, StoreLibrary):
        raise TypeError("the API answers from a store")
    return found


async def _body(request: Request, person: Person) -> dict[str, list[str]]:
    """The fields of an edit. A session brings along the token of its pages: a browser would send the cookie by itself."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise HTTPException(415)
    if person.by == "session" and request.headers.get("x-csrf-token") != person.csrf:
        raise HTTPException(403, "the header X-CSRF-Token is missing")
    try:
        body = msgspec.json.decode(await request.body(), type=_Body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("api_body", error=error) from error
    fields = {name: [value] if isinstance(value, str) else value for name, value in body.items()}
    kind = EDITS.get((fields.get("do") or [""])[0])
    unknown = sorted(set(fields) - {"do", *kind.needs, *kind.may}) if kind else []
    if unknown or not fields.get("do"):
        raise UsageError("api_body", error=f"unknown: {', '.join(unknown)}" if unknown else "do is missing")
    return fields


async def _described(_: Request) -> Response:
    return Response(description(), media_type=_JSON)


async def _none(_: Request) -> Response:
    return _wrong(404, "api_none", "there is no such address; /api/openapi.json tells what there is")


def _told(error: TawaturError) -> Response:
    status = 503 if isinstance(error, BusyError | StoreError) else status_of(error)
    response = _wrong(status, error.code, messages("errors", "en")(error.code, **error.values))
    if status == 503:
        response.headers["Retry-After"] = "2"
    return response


def _wrong(status: int, code: str, told: str) -> Response:
    return Response(_encode(Wrong(code=code, error=told)), status_code=status, media_type=_JSON)
