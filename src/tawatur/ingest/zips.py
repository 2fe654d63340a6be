"""Zip archives: every member is an input again. Nothing is written to disk under a member's name."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Guarded, Reader, Source, buffered, seekable

_ENCRYPTED = 1  # flag of a member
# what the module raises for bytes that are no zip's: also where a name is not in its encoding, or a length is cut off
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OverflowError, EOFError, struct.error, zlib.error)


def looks_like_zip(head: bytes) -> bool:
    """Whether the first bytes are a zip's."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the members, in the order of their names."""
    with opened(stream) as archive:
        yield from members(source, archive, archive.infolist(), context)


@contextmanager
def opened(stream: io.BufferedReader) -> Iterator[zipfile.ZipFile]:
    """Open a zip. Raises Refused where it is broken."""
    with seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as problem:
            raise Refused(Reason.MALFORMED, f"the zip is broken: {problem}") from None
        with archive:
            yield archive


def members(source: Source, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], context: Context) -> Iterator[Found]:
    """Give these members of an open zip. Raises Refused where there is none."""
    some = [info for info in infos if not (info.filename.endswith("/") or info.filename.startswith("__MACOSX/"))]
    if not some:
        raise Refused(Reason.EMPTY, "the archive has no member")
    for info in sorted(some, key=lambda info: info.filename):
        context.budget.member()
        if info.flag_bits & _ENCRYPTED:
            detail = "the member has a password; unpack it and read the folder"
            yield dropped(f"{source.path}!{info.filename}", Reason.ENCRYPTED, detail)
            continue
        yield source.inside(info.filename, _opener(archive, info, context))


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, context: Context) -> Callable[[], IO[bytes]]:
    def opener() -> IO[bytes]:
        context.budget.ratio(info.compress_size, info.file_size)  # what it says of itself; what comes out is counted below
        try:
            member = Guarded(archive.open(info), "member of the zip", (*_BROKEN, OSError, lzma.LZMAError))
            return buffered(member, context.budget, lambda: info.compress_size)
        except _BROKEN as problem:
            raise Refused(Reason.MALFORMED, f"the member of the zip is broken: {problem}") from None

    return opener


READER = Reader("zip", (".zip",), ("application/zip",), looks_like_zip, read)
