"""Tar archives, read as a stream: every regular member is an input again. Compressed ones come through `compressed.py`."""

import io
import tarfile
from collections.abc import Callable, Iterator
from typing import IO

from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Guarded, Reader, Source


def looks_like_tar(head: bytes) -> bool:
    """Whether the mark of POSIX or GNU tar stands in its place."""
    return head[257:262] == b"ustar"


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the members, in the order of the archive (it is read once, from its beginning)."""
    some = False
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if not member.isdir():
                    some = True
                    context.budget.member()
                    yield _member(source, archive, member)
    except (tarfile.TarError, EOFError) as problem:
        raise Refused(Reason.MALFORMED, f"the tar is broken: {problem}; what stands before the break was read") from None
    if not some:
        raise Refused(Reason.EMPTY, "the archive has no member")


def _member(source: Source, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Found:
    name = member.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").removeprefix("./")
    if not member.isreg():
        return dropped(f"{source.path}!{name}", Reason.NOT_A_FILE, "a link or device in an archive is not followed")
    return source.inside(name, _opener(archive, member))


def _opener(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
    def opener() -> IO[bytes]:
        stream = archive.extractfile(member)
        if stream is None:
            raise Refused(Reason.MALFORMED, "the member of the tar cannot be read")
        return io.BufferedReader(Guarded(stream, "tar", (tarfile.TarError, EOFError)))

    return opener


READER = Reader("tar", (".tar",), ("application/x-tar",), looks_like_tar, read)
