"""The costly part of reading HTML: parse, make lines, collect hints, find the article."""

import re
from typing import Any

import msgspec

from tawatur.ingest.decode import Decoded, declared_charset, decode
from tawatur.ingest.lines import linearise
from tawatur.ingest.main import mark_main
from tawatur.ingest.metadata import hints
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.saved import saved_from
from tawatur.records.document import Hint, Layout

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class Page(msgspec.Struct, frozen=True):
    """A page as read: its text, its lines, its hints, and how it was decoded."""

    text: str
    layout: tuple[Layout, ...]
    hints: tuple[Hint, ...]
    decoded: Decoded


def read_page(raw: Raw) -> Page:
    """Read a Raw of format `html`. Raises Refused where there is no text in it."""
    decoded = Decoded(raw.text, "str") if raw.text is not None else _decoded(raw.data or b"", raw.charset)
    root = parse(decoded.text)
    if root is None:
        raise Refused(Reason.NO_TEXT, "there is no element in the page; save it again from a browser")
    text, layout = linearise(root)
    if not text:
        detail = "the page holds no text outside script, style and template; save it as the browser shows it"
        raise Refused(Reason.NO_TEXT, detail)
    if raw.whole:
        layout = tuple(msgspec.structs.replace(place, main=True) for place in layout)
        return Page(text, layout, (), decoded)
    found = (*saved_from(decoded.text), *hints(root))
    return Page(text, mark_main(root, text, layout), found, decoded)


def _decoded(data: bytes, charset: str | None) -> Decoded:
    return decode(data, charset or declared_charset(data))


def parse(text: str) -> Any:
    """Parse HTML into an lxml tree without comments; None where there is nothing. Nothing is fetched.

    Raises Refused where elements stand in each other so deep that the parser would leave out what is in them.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    data = _DECLARATION.sub("", text).replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any("Excessive depth" in str(entry.message) for entry in parser.error_log):
        raise Refused(Reason.MALFORMED, "elements stand over 2,000 deep in each other: save the page from a browser")
    return root
