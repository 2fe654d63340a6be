"""The letters that PostgreSQL's texts cannot hold, NUL and lone surrogates, written in others and read back.

What is written sorts as what it stands for, letter by letter: U+0001 begins what stands for NUL, and U+D7FF, which no script uses, what
stands for a surrogate; each is written so itself where a text holds it. No two texts are written the same.
"""

import re
from typing import Any

from psycopg import Connection
from psycopg.adapt import Buffer, Dumper, Loader
from psycopg.pq import Format

_NUL, _HALF = "\x01", "\ud7ff"
_FIRST, _ROOM = 0xD800, 0xE000  # the first surrogate, and the letter for private use that stands for it
_UNWRITABLE = re.compile("[\x00\x01\ud7ff-\udfff]")
_WRITTEN = re.compile("\x01[\x01\x02]|\ud7ff[\x01\ue000-\ue7ff]")


def written(text: str) -> str:
    """Give a text as PostgreSQL can hold it."""
    return _UNWRITABLE.sub(_write, text)


def read(text: str) -> str:
    """Give the text that was written so."""
    return _WRITTEN.sub(_read, text) if _NUL in text or _HALF in text else text


def _write(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in "\x00\x01":
        return _NUL + ("\x01" if letter == "\x00" else "\x02")
    return _HALF + ("\x01" if letter == _HALF else chr(ord(letter) - _FIRST + _ROOM))


def _read(found: re.Match[str]) -> str:
    first, second = found[0][0], found[0][1]
    if first == _NUL:
        return "\x00" if second == "\x01" else "\x01"
    return _HALF if second == "\x01" else chr(ord(second) - _ROOM + _FIRST)


class TextDumper(Dumper):
    """Writes every text that is handed to PostgreSQL. Its type is left to the statement, as that of a value in quotation marks."""

    format = Format.TEXT

    def dump(self, obj: str) -> Buffer:
        """Give the text as it is sent."""
        return (written(obj) if _UNWRITABLE.search(obj) else obj).encode()


class TextLoader(Loader):
    """Reads every text that PostgreSQL gives."""

    format = Format.TEXT

    def load(self, data: Buffer) -> str:
        """Give the text that was sent so."""
        return read(str(data, "utf-8"))


class NumberLoader(Loader):
    """Reads what PostgreSQL adds up beyond its own integers, as SQLite gives it: an int, or a float where it has decimals."""

    format = Format.TEXT

    def load(self, data: Buffer) -> int | float:
        """Give the number."""
        text = str(data, "ascii")
        return float(text) if "." in text or "N" in text else int(text)


def teach(connection: "Connection[Any]") -> None:
    """Have a connection write and read so."""
    connection.adapters.register_dumper(str, TextDumper)
    connection.adapters.register_loader("text", TextLoader)
    connection.adapters.register_loader("numeric", NumberLoader)
