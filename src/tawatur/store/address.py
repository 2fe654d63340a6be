"""Where a store lies: a file of SQLite, or a database of a PostgreSQL server by its address."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from tawatur.records.errors import UsageError

_SCHEME = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)
_SECRET = ("password", "sslpassword")  # settings of a connection that nobody may see
_PORT = 5432


@dataclass(frozen=True)
class Server:
    """A database of a PostgreSQL server. Written out, as in a message, it is without its password."""

    host: str | None
    port: int
    database: str
    user: str | None
    password: str | None = field(repr=False, default=None)
    settings: tuple[tuple[str, str], ...] = field(repr=False, default=())  # libpq's, such as sslmode

    def __str__(self) -> str:
        who = f"{quote(self.user, safe='')}@" if self.user else ""
        host = f"[{self.host}]" if self.host and ":" in self.host else self.host or ""
        port = f":{self.port}" if self.port != _PORT else ""
        shown = [(name, value) for name, value in self.settings if name not in _SECRET]
        return f"postgresql://{who}{host}{port}/{quote(self.database)}" + (f"?{urlencode(shown, safe='/')}" if shown else "")

    def hidden(self, text: str) -> str:
        """Give a text without what nobody may see of this address."""
        secrets = [self.password, *(value for name, value in self.settings if name in _SECRET)]
        for secret in filter(None, secrets):
            for form in (secret, quote(secret, safe="")):
                text = text.replace(form, "***")
        return text


Place = Path | Server


def place(named: str | os.PathLike[str] | Server) -> Place:
    """Give the place that a path or an address names. Raises UsageError where an address cannot be read; it is not repeated there."""
    if isinstance(named, Server):
        return named
    text = os.fspath(named)
    if not _SCHEME.match(text):
        return Path(named)
    try:
        parts = urlsplit(text)
        port, host = parts.port or _PORT, parts.hostname
        settings = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as error:
        raise UsageError("store_address") from error
    database = unquote(parts.path.removeprefix("/"))
    if not database or "/" in database or parts.fragment:
        raise UsageError("store_address")
    given = {name: value for name, value in settings if name == "password"}
    return Server(
        host=unquote(host) if host else None,
        port=port,
        database=database,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else given.get("password"),
        settings=tuple((name, value) for name, value in settings if name != "password"),
    )


def default_place() -> Place:
    """The store that TAWATUR_STORE names, or the one of the working folder."""
    return place(os.environ.get("TAWATUR_STORE") or "tawatur.sqlite")
