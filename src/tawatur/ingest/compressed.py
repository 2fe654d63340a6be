"""Compressed files: gzip, bzip2, xz and zstandard. What is inside is an input again, under its name without the ending."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO

from tawatur.ingest.optional import optional
from tawatur.ingest.source import Context, Found, Guarded, Reader, Source, Stream, buffered

_ENDINGS = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError)


class _Packed(io.RawIOBase):
    """The packed stream, with a count of what was taken from it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        count = self._stream.readinto(buffer)
        self.taken += count
        return count


def _gzip(stream: IO[bytes]) -> Stream:
    return gzip.GzipFile(fileobj=stream)


def _bz2(stream: IO[bytes]) -> Stream:
    return bz2.BZ2File(stream)


def _xz(stream: IO[bytes]) -> Stream:
    return lzma.LZMAFile(stream)


def _zstd(stream: IO[bytes]) -> Stream:
    zstandard = optional("zstandard", "zstd", "zstandard")
    # 2**27 bytes: the largest window that the zstd command itself unpacks without being told
    opened: Stream = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(stream, read_across_frames=True)
    return opened


def unpacked(source: Source, stream: io.BufferedReader, context: Context, kind: str) -> io.BufferedReader:
    """Give the unpacked stream of a compressed one, counted against the budget."""
    packed = _Packed(stream)
    opened = _OPENERS[kind](io.BufferedReader(packed))
    return buffered(Guarded(opened, kind, _BROKEN), context.budget, lambda: packed.taken)


def _reader(kind: str, suffixes: tuple[str, ...], media: tuple[str, ...], magic: bytes) -> Reader:
    def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
        yield replace(
            source,
            name=_inner_name(source.name),
            open=lambda: unpacked(source, stream, context, kind),
            media=None,
            depth=source.depth + 1,
        )

    return Reader(kind, suffixes, media, lambda head: head.startswith(magic), read)


def _inner_name(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return stem + _ENDINGS.get(f".{suffix}".lower(), "") if dot else name


_OPENERS: dict[str, Callable[[IO[bytes]], Stream]] = {"gzip": _gzip, "bzip2": _bz2, "xz": _xz, "zstandard": _zstd}

READERS = (
    _reader("gzip", (".gz", ".tgz"), ("application/gzip", "application/x-gzip"), b"\x1f\x8b"),
    _reader("bzip2", (".bz2", ".tbz2", ".tbz"), ("application/x-bzip2",), b"BZh"),
    _reader("xz", (".xz", ".txz"), ("application/x-xz",), b"\xfd7zXZ"),
    _reader("zstandard", (".zst", ".tzst"), ("application/zstd",), b"\x28\xb5\x2f\xfd"),
)
