"""The table of readers, and how the one for an input is chosen. Others come as plug-ins: see `docs/readers.md`."""

from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from tawatur.ingest import (
    compressed,
    feeds,
    html,
    json_rows,
    newsml,
    ninjs,
    nitf,
    opml,
    parquet,
    sitemaps,
    tables,
    tars,
    telegram,
    text,
    warc,
    zips,
)  # fmt: skip
from tawatur.ingest.decode import is_text
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.source import HEAD, Reader, Source

GROUP = "tawatur.readers"

# the first that fits is taken, so the narrow ones stand before the wide
BUILT_IN: tuple[Reader, ...] = (
    warc.WACZ,
    zips.READER,
    tars.READER,
    *compressed.READERS,
    warc.WARC,
    parquet.READER,
    feeds.XML,
    sitemaps.READER,
    opml.READER,
    newsml.READER,
    nitf.READER,
    feeds.JSON,
    telegram.READER,
    ninjs.READER,
    json_rows.LINES,
    json_rows.LINES_AS_JSON,
    json_rows.JSON,
    html.READER,
    tables.READER,
    text.READER,
)


@cache
def all_readers() -> tuple[Reader, ...]:
    """The readers of installed plug-ins, by name, and then our own."""
    added = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return (*(point.load() for point in added), *BUILT_IN)


def choose(source: Source, head: bytes, readers: tuple[Reader, ...]) -> Reader:
    """Give the reader for an input, by its name, else its media type, else (where the user named it) its bytes.

    Raises Refused where none fits.
    """
    name = source.name.lower()
    named = [reader for reader in readers if name.endswith(reader.suffixes)]
    typed = [reader for reader in readers if source.media and source.media in reader.media]
    for candidates in (named, typed, _by_bytes(readers) if source.asked else ()):
        for reader in candidates:
            if reader.sniff(head):
                return reader
    if len(head) < HEAD and not head.strip():
        raise Refused(Reason.EMPTY, "the file is empty; remove it or give it its text")
    if named:
        kinds = " or ".join(dict.fromkeys(reader.name for reader in named))
        detail = f"its name says {kinds}, but its bytes do not; name it by what it is, or save it again"
        raise Refused(Reason.BINARY if not is_text(head) else Reason.MALFORMED, detail)
    suffix = PurePosixPath(name).suffix
    which = f"no reader takes files with {suffix}" if suffix else "its name has no ending that tells its kind"
    raise Refused(Reason.OTHER_KIND, f"{which}; docs/reading.md lists what is read")


def _by_bytes(readers: tuple[Reader, ...]) -> list[Reader]:
    """The readers that may be chosen by bytes alone: any line with a comma would be a table, and any zip a WACZ."""
    return [reader for reader in readers if reader not in (tables.READER, warc.WACZ, json_rows.LINES)]
