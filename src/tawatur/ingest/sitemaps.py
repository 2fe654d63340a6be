"""News sitemaps and indexes of sitemaps: lists of addresses, so their pages are read only where pages are asked for."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tawatur.ingest.entries import Entry, fetched
from tawatur.ingest.markup import child, children, local, parse_xml, root_name, words
from tawatur.ingest.moments import given_time
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Reader, Source, all_of
from tawatur.records.document import Given, Hint


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the pages, or the sitemaps, that the sitemap names. Of a sitemap for news, what it says of each page is kept."""
    root = parse_xml(all_of(stream, context.options.bounds.document, "the sitemap"))
    entries = [_entry(element) for element in children(root, "url", "sitemap")]
    if not entries:
        raise Refused(Reason.EMPTY, "the sitemap names no page")
    if not context.options.web.pages:
        kind = "sitemaps" if local(root) == "sitemapindex" else "pages"
        yield dropped(source.path, Reason.NOT_FETCHED, f"it names {len(entries):,} {kind} and holds none; --fetch fetches them")
        return
    bound = context.options.bounds.entries
    for number, entry in enumerate(entries[:bound], 1):
        yield from fetched(entry, f"{source.path}#{number}", context, source.depth)
    if len(entries) > bound:
        detail = f"the sitemap names more than {bound:,} pages; those after it were not read"
        yield dropped(source.path, Reason.TOO_LARGE, detail)


def _entry(element: Element) -> Entry:
    news = child(element, "news")
    publication = child(news, "publication")
    changed = words(child(element, "lastmod"))
    return Entry(
        address=words(child(element, "loc")),
        key=None,
        given=Given(
            title=words(child(news, "title")),
            outlet=words(child(publication, "name")),
            published=given_time(words(child(news, "publication_date"))),
            language=words(child(publication, "language")),
        ),
        hints=(Hint(name="sitemap:lastmod", value=changed),) if changed else (),
    )


READER = Reader(
    "sitemap", (".xml",), ("application/xml", "text/xml"), lambda head: root_name(head) in ("urlset", "sitemapindex"), read
)
