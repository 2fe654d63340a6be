"""The access log: one line of JSON for each request, saying who asked for what and when."""

import json
import logging
import sys
import time
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.web.door import address_of, person_of

TERMINAL = Path("-")


def log_to(path: Path) -> logging.Logger:
    """Give the log that is written to `path`, or to standard error for "-". A file that was moved away is begun anew, so that the
    operator's own means can rotate it. Raises OSError where it cannot be written.
    """
    log = logging.Logger("tawatur.access", logging.INFO)
    if path == TERMINAL:
        handler: logging.Handler = logging.StreamHandler(sys.stderr)
    else:
        handler = WatchedFileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    return log


class AccessLog:
    """An ASGI application around another one. What was searched for is left out: only paths are logged."""

    def __init__(self, app: ASGIApp, log: logging.Logger) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write down what was answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 500, 0

        async def seen(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, seen)
        finally:
            person = person_of(scope)
            told = {
                "when": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "who": person.name if person else None,
                "by": person.by if person else None,
                "from": address_of(scope),
                "method": scope["method"],
                "path": scope["path"][:500],
                "status": status,
                "bytes": size,
                "ms": round((time.perf_counter() - began) * 1000, 1),
            }
            self._log.info(json.dumps(told, ensure_ascii=True))
