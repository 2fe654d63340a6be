"""HTML: one page, one document. Here it is only found; `page.py` reads it."""

import io
import re
from collections.abc import Iterator

from tawatur.ingest.markup import root_name
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.source import Context, Found, Reader, Source, all_of

_OTHER_XML = frozenset({"rss", "feed", "rdf", "opml", "urlset", "sitemapindex", "newsitem", "newsmessage", "packageitem", "nitf"})
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b", re.I)


def looks_like_html(head: bytes) -> bool:
    """Whether the first bytes hold a tag of HTML, in any encoding, and are no other XML (a feed may quote HTML)."""
    root = root_name(head)
    return root == "html" or (root not in _OTHER_XML and bool(_TAG.search(head.replace(b"\x00", b"")[:8192])))


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the page as one document."""
    data = all_of(stream, context.options.bounds.document, "the page")
    if not data.strip():
        raise Refused(Reason.EMPTY, "the page is empty; save it again from a browser")
    yield source.whole("html", data)


READER = Reader("html", (".html", ".htm", ".xhtml", ".shtml"), ("text/html", "application/xhtml+xml"), looks_like_html, read)
