"""OPML: a list of feeds, as readers of feeds export it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tawatur.ingest.markup import descendants, parse_xml, root_name
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import HEAD, Context, Found, Reader, Source, all_of
from tawatur.ingest.web import is_address


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the feeds that the list names. One that merely lies in a folder fetches nothing unless pages are asked for."""
    feeds = _addresses(all_of(stream, context.options.bounds.document, "the list of feeds"))
    if not (source.asked or context.options.web.pages):
        detail = f"it names {len(feeds):,} feeds; name the file itself, or say --fetch, to fetch them"
        yield dropped(source.path, Reason.NOT_FETCHED, detail)
        return
    for address in feeds:
        try:
            feed = context.web.get(address, again=True)
        except Refused as refused:
            yield dropped(address, refused.reason, refused.detail)
        else:
            yield from () if feed is None else (replace(feed, depth=source.depth + 1),)


def _addresses(data: bytes) -> list[str]:
    """The feeds of a list, each once. Raises Refused where there is none."""
    root = parse_xml(data)
    outlines = ((outline.get("xmlUrl") or outline.get("xmlurl") or "").strip() for outline in descendants(root, "outline"))
    feeds = list(dict.fromkeys(address for address in outlines if address))
    if not feeds:
        raise Refused(Reason.EMPTY, "the list names no feed")
    return feeds


def named_in(where: str) -> list[str]:
    """Give the feeds that a list of feeds on this machine names; `where` itself where it is none, or cannot be read."""
    if not where.lower().endswith((".opml", ".xml")) or is_address(where):
        return [where]
    try:
        with Path(where).expanduser().open("rb") as file:
            head = file.read(HEAD)
            return _addresses(head + file.read()) if root_name(head) == "opml" else [where]
    except (OSError, ValueError, Refused):  # reading it says what is wrong
        return [where]


READER = Reader(
    "list of feeds",
    (".opml", ".xml"),
    ("text/x-opml", "application/xml", "text/xml"),
    lambda head: root_name(head) == "opml",
    read,
)
