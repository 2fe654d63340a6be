"""The description of the API (OpenAPI 3.1), made from the endpoints and the records themselves."""

from functools import cache
from typing import Any

import msgspec

from tawatur import __version__
from tawatur.web.api.answers import Edited, Wrong
from tawatur.web.api.asking import Param
from tawatur.web.api.endpoints import ENDPOINTS, Endpoint
from tawatur.web.edits import EDITS

ROOT = "/api/v1"
_REF = "#/components/schemas/{name}"
_ABOUT = (
    "What Tawatur read and found, as JSON. Every record says on which words it stands: `start` and `end` are places in the text of"
    " the article `document`, counted in code points."
)


@cache
def description() -> bytes:
    """Give the description as JSON."""
    types = [one.answer for one in ENDPOINTS]
    schemas, components = msgspec.json.schema_components([*types, Edited, Wrong], ref_template=_REF)
    answers = dict(zip([one.name for one in ENDPOINTS], schemas, strict=False))
    *_, edited, wrong = schemas
    paths = {f"{ROOT}/{one.path}".rstrip("/"): {"get": _get(one, answers[one.name], wrong)} for one in ENDPOINTS}
    paths[f"{ROOT}/edits"]["post"] = _post(edited, wrong)
    told = {
        "openapi": "3.1.0",
        "info": {"title": "Tawatur", "version": __version__, "description": _ABOUT, "license": _LICENSE},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}, {}],
    }
    return msgspec.json.encode(told)


_LICENSE = {"name": "Apache-2.0", "identifier": "Apache-2.0"}


def _get(one: Endpoint, answer: Any, wrong: Any) -> dict[str, Any]:
    answers = {"200": _answer("What was asked for.", answer), "304": {"description": "As it was: the ETag that was given holds."}}
    if any(param.where == "path" for param in one.params):
        answers["404"] = _answer("There is none.", wrong)
    return {
        "operationId": one.name,
        "summary": one.told,
        "parameters": [_param(param) for param in one.params],
        "responses": {**answers, **_refusals(wrong)},
    }


def _param(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "in": param.where,
        "description": param.told,
        "required": param.where == "path" or param.required,
        "schema": dict(param.schema),
    }


def _post(answer: Any, wrong: Any) -> dict[str, Any]:
    return {
        "operationId": "edit",
        "summary": "Correct something; for users of the role edit. What follows from it is made anew while others read.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"oneOf": _edits()}}}},
        "responses": {
            "201": _answer("It is kept.", answer),
            "404": _answer("What it speaks of is not there.", wrong),
            "409": _answer("What it speaks of is not so that it could be edited like that.", wrong),
            "403": _answer("Only for users who may edit.", wrong),
            "413": _answer("The body is too large.", wrong),
            "415": _answer("The body is no JSON.", wrong),
            **_refusals(wrong),
        },
    }


def _edits() -> list[dict[str, Any]]:
    """One schema for each kind of edit: the names of its fields and which it needs."""
    found = []
    for kind, edit in EDITS.items():
        fields = {name: _field(name) for name in (*edit.needs, *edit.may)}
        properties = {"do": {"const": kind}, **fields}
        found.append({"type": "object", "properties": properties, "required": ["do", *edit.needs], "additionalProperties": False})
    return found


def _field(name: str) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1, "maxLength": 1000, "pattern": r"\S"}
    several = {"articles", "names", "parts"}
    return {"type": "array", "items": text, "minItems": 1, "maxItems": 500} if name in several else text


def _refusals(wrong: Any) -> dict[str, Any]:
    return {
        "400": _answer("What was asked cannot be read, or is not there to be edited.", wrong),
        "401": _answer("Say who you are.", wrong),
        "429": _answer("Too many attempts failed.", wrong),
        "503": _answer("Try again in a moment.", wrong),
    }


def _answer(told: str, schema: Any) -> dict[str, Any]:
    return {"description": told, "content": {"application/json": {"schema": schema}}}
