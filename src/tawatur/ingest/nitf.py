"""NITF, the IPTC's older XML for one article: its whole body is the text, with headline, byline and dateline."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tawatur.ingest.markup import child, children, descend, descendants, inner, parse_xml, root_name, words
from tawatur.ingest.moments import given_time
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.source import Context, Found, Reader, Source, all_of
from tawatur.records.document import Given, Hint

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the article."""
    root = parse_xml(all_of(stream, context.options.bounds.document, "the file"))
    yield from article(root, source.path)


def article(root: Element, path: str, key: str | None = None, given: Given | None = None) -> Iterator[Found]:
    """Give the article of an `nitf` element; `given` (of a package about it) goes before what the element says."""
    body = child(root, "body")
    if body is None or not words(body):
        raise Refused(Reason.NO_TEXT, "the NITF has no body")
    data = descend(root, "head", "docdata")
    head = child(body, "body.head")
    identity = child(data, "doc-id")
    key = key or (identity.get("id-string") if identity is not None else None)
    yield Raw(
        source=path,
        format="html",
        text=inner(body),
        identity=key or path,
        key=key,
        whole=True,
        given=given or _given(root, head, data),
        hints=tuple(_hints(root, data)),
    )


def _given(root: Element, head: Element | None, data: Element | None) -> Given:
    published = descend(root, "head", "pubdata")
    issued = child(data, "date.release", "date.issue")
    byline = child(head, "byline")
    language = root.get(_XML_LANG) or next((body.get("lang") or body.get(_XML_LANG) for body in children(root, "body")), None)
    return Given(
        title=words(descend(head, "hedline", "hl1")) or words(descend(root, "head", "title")),
        outlet=published.get("name") if published is not None else None,
        author=words(child(byline, "person")) or words(byline),
        published=given_time(
            (issued.get("norm") if issued is not None else None)
            or (published.get("date.publication") if published is not None else None)
        ),
        language=language,
    )


def _hints(root: Element, data: Element | None) -> Iterator[Hint]:
    source = next(descendants(root, "doc.rights", "doc.copyright"), None)
    if source is not None and (source.get("owner") or source.get("holder")):
        yield Hint(name="nitf:rights", value=str(source.get("owner") or source.get("holder")))
    for element in descendants(data, "evloc") if data is not None else ():
        yield Hint(name="nitf:place", value=" ".join(str(value) for value in element.attrib.values()))


READER = Reader(
    "nitf",
    (".xml", ".nitf"),
    ("application/nitf+xml", "application/xml", "text/xml"),
    lambda head: root_name(head) == "nitf",
    read,
)
