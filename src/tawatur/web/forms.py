"""Reading what a form sends."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

from tawatur.access.secrets import same
from tawatur.web.address import parse
from tawatur.web.door import person_of

if TYPE_CHECKING:
    from starlette.requests import Request

_FIELDS = 600  # of one form: a story of 500 articles may be parted
_FORM = "application/x-www-form-urlencoded"


async def fields(request: "Request", *, token: bool = True) -> dict[str, list[str]]:
    """Give the values of each field of a form.

    Raises HTTPException: 415 where it is none, 400 where it cannot be read, 403 where `token` is asked for and the form does not
    bring along what the pages of its sender do.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415)
    try:
        body = (await request.body()).decode("ascii")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as error:
        raise HTTPException(400) from error
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    person = person_of(request.scope)
    if token and (person is None or not same(first(found, "csrf"), person.csrf)):
        raise HTTPException(403, "the form is too old: go back, load the page again and repeat")
    return found


def first(found: dict[str, list[str]], name: str) -> str:
    """The first value of a field, empty where there is none."""
    return found.get(name, [""])[0]


def back_to(path: str) -> str:
    """Give the way to a page of this server, from its root; the first page where `path` is none of them."""
    plain, _, rest = path.partition("?")
    if parse(plain) is None or any(mark in rest for mark in "\r\n\\#"):
        return "/"
    return f"/{path}"
