"""A Source: an opened input on its way to a reader; and what all readers of one run share (bounds, web, budget)."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, NamedTuple, Protocol, cast

from tawatur.ingest.options import Bounds, Options
from tawatur.ingest.raw import Format, Raw
from tawatur.ingest.reasons import Exhausted, Reason, Refused
from tawatur.records.document import Given, Hint
from tawatur.records.dropped import Dropped

HEAD = 64 * 1024  # bytes that a reader may look at before it says whether the input is its kind
_REMEDY = "unpack it and read the folder"
_PIECE = 2**18  # bytes read at a time
_FREE = 16 * 2**20  # bytes that may be unpacked before the ratio counts: a page of one repeated space is no bomb


class Budget:
    """What may still be unpacked from one file. It is used up by all members, of archives in archives too."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._bytes = 0
        self._members = 0

    def spend(self, size: int) -> None:
        """Count `size` bytes unpacked. Raises Exhausted where that is more than the bounds allow."""
        self._bytes += size
        if self._bytes > self._bounds.archive:
            raise Exhausted(
                Reason.ARCHIVE_TOO_LARGE,
                f"more than {self._bounds.archive:,} bytes come out of the archive; what came before was read; {_REMEDY}",
            )

    def member(self) -> None:
        """Count a member of an archive. Raises Exhausted where there are too many."""
        self._members += 1
        if self._members > self._bounds.members:
            raise Exhausted(
                Reason.ARCHIVE_TOO_LARGE, f"more than {self._bounds.members:,} members; those before were read; {_REMEDY}"
            )

    def ratio(self, packed: int, unpacked: int) -> None:
        """Look at how far something unpacks. Raises Exhausted where no real text packs so well."""
        if unpacked > _FREE and unpacked > self._bounds.ratio * max(packed, 1):
            raise Exhausted(
                Reason.ARCHIVE_BOMB,
                f"{packed:,} bytes unpack to {unpacked:,} and more, over {self._bounds.ratio} times: "
                f"the archive is not read further; if it is sound, {_REMEDY}",
            )


class Fetcher(Protocol):
    """What readers ask for pages: `web.Web` is one."""

    missed: int

    def get(self, address: str, named: bool = False, again: bool = False) -> "Source | None":
        """Fetch an address; see `Web.get`."""
        ...

    def unread(self, address: str) -> None:
        """See `Web.unread`."""
        ...

    def is_kind(self, address: str, kind: str) -> None:
        """See `Web.is_kind`."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What the readers of one run share. `readers` is the table that a member of an archive is looked up in."""

    options: Options
    web: Fetcher
    readers: "tuple[Reader, ...]"
    budget: Budget


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name, how to open it, and what is known of it before it is read.

    `path` is shown to people and stands in the records; `name` is what its kind is read from (`a.jsonl` of `a.jsonl.gz`).
    `asked`: the user named it, so its kind is looked for in its bytes where the name does not tell. `file`: where it lies,
    if it is a file that can be opened again.
    """

    path: str
    name: str
    open: Callable[[], IO[bytes]]
    media: str | None = None
    charset: str | None = None
    address: str | None = None
    fetched: str | None = None
    depth: int = 0
    asked: bool = False
    given: Given = Given()  # noqa: RUF009 (frozen)
    hints: tuple[Hint, ...] = ()
    file: Path | None = None

    def whole(self, kind: Format, data: bytes) -> Raw:
        """Give all of this source as one document."""
        return Raw(
            source=self.path,
            format=kind,
            data=data,
            identity=self.path,
            address=self.address,
            fetched=self.fetched,
            charset=self.charset,
            given=self.given,
            hints=self.hints,
        )

    def inside(self, member: str, opener: Callable[[], IO[bytes]]) -> "Source":
        """Give the source of a member of this archive."""
        return replace(
            self, path=f"{self.path}!{member}", name=member, open=opener, depth=self.depth + 1, media=None, asked=False, file=None
        )


Found = Raw | Dropped | Source


class Reader(NamedTuple):
    """One kind of input. Others can be added: see `docs/readers.md`.

    `suffixes` are endings of names, with their dot, in lower case; `media` are media types. `sniff` is shown the first
    64 KB and says whether they are this kind. `read` is given the source, its opened stream and the context, and
    gives a Raw for each document, a Dropped for what it refuses, and a Source for each input inside it.
    """

    name: str
    suffixes: tuple[str, ...]
    media: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Source, io.BufferedReader, Context], Iterator[Found]]


Stream = IO[bytes] | io.RawIOBase | io.BufferedIOBase


class Counted(io.RawIOBase):
    """A stream that fills what it is asked for, so that its head can be looked at, and counts what comes out of it.

    `packed` tells how many bytes went in, for the ratio; None where nothing is unpacked.
    """

    def __init__(self, stream: Stream, budget: Budget | None = None, packed: Callable[[], int] | None = None) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self._out = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer as far as the stream goes. Raises Refused where the budget is used up."""
        filled = 0
        while filled < len(buffer):
            chunk = self._stream.read(len(buffer) - filled)
            if not chunk:
                break
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        self._out += filled
        if self._budget and filled:
            self._budget.spend(filled)
            if self._packed:
                self._budget.ratio(self._packed(), self._out)
        return filled

    def file(self) -> IO[bytes] | None:
        """The stream underneath, where it is a whole file and nothing is unpacked or counted."""
        return cast("IO[bytes]", self._stream) if self._budget is None and self._stream.seekable() else None

    def close(self) -> None:
        """Close the stream underneath too."""
        if not self.closed:
            self._stream.close()
        super().close()


class Guarded(io.RawIOBase):
    """A stream whose own errors (`broken`) are told as what is wrong with the input."""

    def __init__(self, stream: Stream, kind: str, broken: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._stream = stream
        self._kind = kind
        self._broken = broken

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill a part of the buffer. Raises Refused where the stream is broken."""
        try:
            chunk = self._stream.read(len(buffer)) or b""
        except self._broken as problem:
            raise Refused(Reason.MALFORMED, f"the {self._kind} is broken or cut off: {problem}") from None
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        """Close the stream underneath too."""
        if not self.closed:
            self._stream.close()
        super().close()


def buffered(stream: Stream, budget: Budget | None = None, packed: Callable[[], int] | None = None) -> io.BufferedReader:
    """Give a stream whose first `HEAD` bytes can be looked at with `peek`."""
    return io.BufferedReader(Counted(stream, budget, packed), HEAD)


def all_of(stream: IO[bytes], limit: int, what: str = "it") -> bytes:
    """Read the whole stream. Raises Refused where it is longer than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_PIECE):
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise Refused(Reason.TOO_LARGE, f"{what} is longer than {limit:,} bytes; split it")
    return b"".join(parts)


@contextmanager
def seekable(stream: io.BufferedReader) -> Iterator[IO[bytes]]:
    """Give the file on disk that the stream reads, from its beginning, or else a copy in a temporary file."""
    import shutil
    import tempfile

    if isinstance(stream.raw, Counted) and (file := stream.raw.file()):
        file.seek(0)
        yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=_FREE) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy
