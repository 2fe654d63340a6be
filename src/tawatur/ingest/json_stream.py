"""JSON read piece by piece: the items of a list of any length, in bounded memory."""

import codecs
import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from tawatur.ingest.decode import encoding_of
from tawatur.ingest.reasons import Reason, Refused

_CHUNK = 256 * 1024
_SPACE = " \t\r\n"


class Item(NamedTuple):
    """A value: `key` is the member of the outermost object that it belongs to; `listed`, that it is one of a list's."""

    key: str | None
    value: Any
    listed: bool


class _Text:
    """Decoded text of a stream, of which only what is not read yet is held."""

    def __init__(self, stream: io.BufferedReader, limit: int) -> None:
        encoding = encoding_of(stream.peek(_CHUNK))
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._stream = stream
        self._limit = limit
        self._buffer = ""
        self._at = 0
        self._ended = False
        self._scan = json.JSONDecoder(strict=False)

    def _more(self, size: int) -> None:
        chunk = self._stream.read(size)
        self._ended = not chunk
        self._buffer = self._buffer[self._at :] + self._decoder.decode(chunk, final=self._ended)
        self._at = 0

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._buffer):
                if self._buffer[self._at] not in _SPACE:
                    return self._buffer[self._at]
                self._at += 1
            if self._ended:
                return ""
            self._more(_CHUNK)

    def take(self, expected: str) -> str:
        """Take the next character, one of `expected`. Raises Refused where it is another."""
        got = self.peek()
        if not got or got not in expected:
            raise Refused(Reason.MALFORMED, f"JSON: {' or '.join(expected)} expected, found {got or 'the end'!r}")
        self._at += 1
        return got

    def value(self) -> Any:
        """Take the next value. Raises Refused where it is broken or longer than the limit."""
        self.peek()
        size = _CHUNK
        while True:
            try:
                value, end = self._scan.raw_decode(self._buffer, self._at)
            except RecursionError:
                raise Refused(Reason.MALFORMED, "JSON: nested too deeply") from None
            except ValueError as problem:
                if self._ended:
                    raise Refused(Reason.MALFORMED, f"JSON: {problem}") from None
            else:
                # a number at the end of what is read may go on
                if end < len(self._buffer) or self._ended or not isinstance(value, int | float):
                    self._at = end
                    return value
            if len(self._buffer) - self._at > self._limit:
                raise Refused(
                    Reason.TOO_LARGE, f"one value of the JSON is longer than {self._limit:,} letters, or broken; split it"
                )
            self._more(size)
            size *= 2


def items(stream: io.BufferedReader, limit: int) -> Iterator[Item]:
    """Give the items of the outermost list, or the members of the outermost object and the items of its lists.

    `limit` is the length of one value in letters. Raises Refused where the JSON is broken; what stood before it is given.
    """
    text = _Text(stream, limit)
    first = text.peek()
    if first == "[":
        yield from _list(text, None)
    elif first == "{":
        yield from _object(text)
    else:
        raise Refused(Reason.MALFORMED, "JSON: neither a list nor an object")
    if text.peek():
        raise Refused(Reason.MALFORMED, "JSON: something follows after its end; is it JSON Lines? Then name it .jsonl")


def _list(text: _Text, key: str | None) -> Iterator[Item]:
    text.take("[")
    if text.peek() == "]":
        text.take("]")
        return
    while True:
        yield Item(key, text.value(), True)
        if text.take(",]") == "]":
            return


def _object(text: _Text) -> Iterator[Item]:
    text.take("{")
    if text.peek() == "}":
        text.take("}")
        return
    while True:
        if text.peek() != '"':
            text.take('"')
        key = text.value()
        text.take(":")
        if text.peek() == "[":
            yield from _list(text, key)
        else:
            yield Item(key, text.value(), False)
        if text.take(",}") == "}":
            return
