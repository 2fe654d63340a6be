"""What every answer of the server is wrapped in: it answers only to names it knows, to requests of bounded size, and lets nothing in
from outside.
"""

import asyncio
import re
from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A page of another site may bind its own name to 127.0.0.1 (DNS rebinding); its requests then carry that name.
_OWN = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?")
LONGEST_ADDRESS = 8 * 1024  # bytes of path and query
LARGEST_BODY = 64 * 1024  # bytes; no form of the pages comes near
_BODY_SECONDS = 10.0  # for a body to arrive

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        b"base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer", browsers send forms with «Origin: null», which cannot be checked
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
_SECURE = ((b"strict-transport-security", b"max-age=31536000"),)
_CACHE = (b"cache-control", b"private, no-cache")


class Guard:
    """An ASGI application around another one. `hosts` are names beside this machine's own by which the server is asked, each
    answered on any port.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = (), *, https: bool = False) -> None:
        self._app = app
        self._hosts = frozenset(host.lower().rstrip(".") for host in hosts)
        self._headers = (*HEADERS, *_SECURE) if https else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is asked under a foreign name (421) or is too large (413, 414); add the headers to every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", ()))
                cache = [] if any(name.lower() == b"cache-control" for name, _ in own) else [_CACHE]
                message["headers"] = [*own, *self._headers, *cache]
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            await PlainTextResponse(refusal, status_code=int(refusal[:3]))(scope, receive, guarded)
            return
        await self._app(scope, _bounded(receive), guarded)

    def _refusal(self, scope: Scope) -> str | None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or not self._known(hosts[0]):
            return "421 Misdirected Request"
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return "414 URI Too Long"
        sizes = [value for name, value in scope["headers"] if name == b"content-length"]
        if any(not size.isdigit() or len(size) > 15 or int(size) > LARGEST_BODY for size in sizes):
            return "413 Content Too Large"
        return None

    def _known(self, host: str) -> bool:
        name = re.sub(r":\d{1,5}\Z", "", host).lower().rstrip(".")
        return _OWN.fullmatch(host) is not None or name in self._hosts


def _bounded(receive: Receive) -> Receive:
    """The same request, that ends in HTTPException where its body is too large (413) or arrives too slowly (408)."""
    size, ended = 0, False

    async def bounded() -> Message:
        nonlocal size, ended
        if ended:  # what comes now is that the reader has gone, which may be much later
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), _BODY_SECONDS)
        except TimeoutError as error:
            raise HTTPException(408) from error
        size += len(message.get("body", b""))
        ended = not message.get("more_body", False)
        if size > LARGEST_BODY:
            raise HTTPException(413)
        return message

    return bounded
