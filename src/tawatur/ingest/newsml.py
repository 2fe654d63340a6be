"""NewsML-G2: news items, alone or in a message, whose content is XHTML, NITF or plain text."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tawatur.ingest import nitf
from tawatur.ingest.markup import child, descendants, inner, local, parse_xml, root_name, words
from tawatur.ingest.moments import given_time
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Reader, Source, all_of
from tawatur.records.document import Given, Hint

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each news item with words; an item of pictures has none."""
    root = parse_xml(all_of(stream, context.options.bounds.document, "the file"))
    items = [root] if local(root) == "newsitem" else list(descendants(root, "newsitem"))
    if not items:
        raise Refused(Reason.EMPTY, "the NewsML holds no news item")
    for number, item in enumerate(items, 1):
        path = f"{source.path}#{number}" if len(items) > 1 else source.path
        try:
            yield from _item(item, path)
        except Refused as refused:
            yield dropped(path, refused.reason, refused.detail)


def _item(item: Element, path: str) -> Iterator[Found]:
    guid = item.get("guid")
    given, hints = _given(item), tuple(_hints(item))
    content = child(item, "contentset")
    for element in content if content is not None else ():
        inside = next(iter(element), None)
        if local(element) == "inlinexml" and inside is not None and local(inside) == "nitf":
            yield from nitf.article(inside, path, guid, given)
            return
        if local(element) in ("inlinexml", "inlinedata") and words(element):
            whole = inside is not None
            yield Raw(
                source=path,
                format="html" if whole else "text",
                text=inner(element) if whole else element.text or "",
                identity=guid or path,
                key=guid,
                whole=True,
                given=given,
                hints=hints,
            )
            return
    raise Refused(Reason.NO_TEXT, "the news item holds no words (a picture, or content kept in another file)")


def _given(item: Element) -> Given:
    meta, about = child(item, "itemmeta"), child(item, "contentmeta")
    language = child(about, "language")
    return Given(
        title=words(child(about, "headline")) or words(child(meta, "title")),
        outlet=_name(child(meta, "provider")) or _name(child(about, "infosource")),
        author=words(child(about, "by")) or _name(child(about, "creator")),
        published=given_time(words(child(about, "contentcreated")) or words(child(meta, "firstcreated", "versioncreated"))),
        modified=given_time(words(child(about, "contentmodified")) or words(child(meta, "versioncreated"))),
        language=(language.get("tag") if language is not None else None) or item.get(_XML_LANG),
    )


def _name(element: Element | None) -> str | None:
    """Who is named: in words, else by the code."""
    if element is None:
        return None
    return words(child(element, "name")) or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2] or None


def _hints(item: Element) -> Iterator[Hint]:
    about = child(item, "contentmeta")
    for name in ("creditline", "dateline", "located", "infosource", "slugline"):
        element = child(about, name)
        value = words(element) or _name(element)
        if value:
            yield Hint(name=f"newsml:{name}", value=value)


READER = Reader(
    "newsml",
    (".xml", ".newsml"),
    ("application/vnd.iptc.g2.newsitem+xml", "application/xml", "text/xml"),
    lambda head: root_name(head) in ("newsitem", "newsmessage", "packageitem"),
    read,
)
