"""RSS (0.9 to 2.0), Atom and JSON Feed."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from tawatur.ingest.decode import decode
from tawatur.ingest.entries import Entry, found_in
from tawatur.ingest.markup import breaks_off, child, children, descendants, inner, local, parse_xml, root_name, words
from tawatur.ingest.moments import given_time
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.source import Context, Found, Reader, Source, all_of
from tawatur.records.document import Given, Hint


def read_xml(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the entries of an RSS or Atom feed."""
    data = all_of(stream, context.options.bounds.document, "the feed")
    root = parse_xml(data)
    feed = child(root, "channel")
    feed = root if feed is None else feed
    name = "entry" if local(root) == "feed" else "item"
    entries = list(descendants(root, name))
    broken = breaks_off(data)
    if not entries and not broken:
        raise Refused(Reason.EMPTY, "the feed has no entry")
    if broken and not _ends_between(data, name.encode()):
        del entries[-1:]  # half an article is none
    yield from found_in((_entry(entry, feed) for entry in entries), source, context)
    if broken:
        raise Refused(Reason.MALFORMED, "the XML of the feed breaks off; what stands before was read; take it again")


def _ends_between(data: bytes, name: bytes) -> bool:
    """Whether the last entry that begins in the bytes also ends in them."""
    marks: list[bytes] = re.findall(rb"<(/?)(?:[\w.-]+:)?" + name + rb"\b", data.replace(b"\x00", b""), re.I)
    return marks[-1:] == [b"/"]


def _entry(entry: Element, feed: Element) -> Entry:
    origin = child(entry, "source")
    named = words(child(origin, "title")) or (words(origin) if origin is not None and not len(origin) else None)
    given = Given(
        title=words(child(entry, "title")),
        outlet=named or words(child(feed, "title")),
        author=_author(entry),
        published=given_time(words(child(entry, "pubdate", "published", "date", "issued"))),
        modified=given_time(words(child(entry, "updated", "modified"))),
        language=words(child(entry, "language")) or words(child(feed, "language")) or _language(entry, feed),
    )
    # media:content has the same name, and no words
    contents = [element for element in (*children(entry, "encoded"), *children(entry, "content")) if words(element)]
    summary = child(entry, "description", "summary")
    return Entry(
        address=_link(entry),
        key=words(child(entry, "guid", "id")),
        given=given,
        hints=tuple(_hints(feed, origin, named)),
        content=_html(contents[0] if contents else None),
        summary=_html(summary),
    )


def _hints(feed: Element, origin: Element | None, named: str | None) -> Iterator[Hint]:
    for name, value in (("feed:title", words(child(feed, "title"))), ("feed:home", _link(feed))):
        if value:
            yield Hint(name=name, value=value)
    if origin is not None:
        address = origin.get("url") or _link(origin)
        if address:
            yield Hint(name="feed:source_url", value=address)
        if named:
            yield Hint(name="feed:source", value=named)


def _language(entry: Element, feed: Element) -> str | None:
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    return entry.get(name) or feed.get(name)


def _author(entry: Element) -> str | None:
    names = [words(child(author, "name")) or words(author) for author in children(entry, "creator", "author")]
    return "، ".join(dict.fromkeys(name for name in names if name)) or None


def _link(element: Element) -> str | None:
    """The address of an entry: Atom's `alternate`, RSS's `link`, else a `guid` that is one."""
    for link in children(element, "link"):
        href = link.get("href") if link.get("rel", "alternate") == "alternate" else None
        href = href or (link.text or "").strip()
        if href:
            return href
    guid = (words(child(element, "guid", "id")) or "").strip()
    return guid if guid.startswith("http") else None


def _html(element: Element | None) -> str:
    """The HTML of a content element: escaped text, or elements (Atom's xhtml)."""
    if element is None:
        return ""
    if len(element):
        return inner(element)
    return element.text or ""


def read_json(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the items of a JSON Feed."""
    try:
        feed = json.loads(decode(all_of(stream, context.options.bounds.document, "the feed")).text, strict=False)
    except (ValueError, RecursionError) as problem:
        raise Refused(Reason.MALFORMED, f"the feed is no JSON: {problem}") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise Refused(Reason.EMPTY, "the feed has no item")
    yield from found_in((_item(item, feed) for item in items if isinstance(item, dict)), source, context)


def _item(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    authors = item.get("authors") or ([item["author"]] if item.get("author") else []) or feed.get("authors") or []
    names = [author.get("name") for author in authors if isinstance(author, dict)]
    html, plain = _text(item.get("content_html")), _text(item.get("content_text"))
    hints = (
        ("feed:title", feed.get("title")),
        ("feed:home", feed.get("home_page_url")),
        ("feed:external_url", item.get("external_url")),
    )
    return Entry(
        address=_text(item.get("url")) or None,
        key=_text(item.get("id")) or None,
        given=Given(
            title=_text(item.get("title")) or None,
            outlet=_text(feed.get("title")) or None,
            author="، ".join(filter(None, map(_text, names))) or None,
            published=given_time(item.get("date_published")),
            modified=given_time(item.get("date_modified")),
            language=_text(item.get("language") or feed.get("language")) or None,
        ),
        hints=tuple(Hint(name=name, value=str(value)) for name, value in hints if value),
        content=html or plain,
        summary=_text(item.get("summary")),
        plain=not html,
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _looks_like_json_feed(head: bytes) -> bool:
    return b"//jsonfeed.org/version/" in head.replace(b"\\/", b"/")[:4096]


_MEDIA = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")

XML = Reader("feed", (".xml", ".rss", ".atom", ".rdf"), _MEDIA, lambda head: root_name(head) in ("rss", "feed", "rdf"), read_xml)
JSON = Reader("json feed", (".json",), ("application/feed+json", "application/json"), _looks_like_json_feed, read_json)
