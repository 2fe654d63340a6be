"""What feeds and sitemaps name: entries, and what is done with each. A summary is not an article: its page is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Source
from tawatur.ingest.web import is_address
from tawatur.records.document import Given, Hint

# own reading of feeds: a teaser has 10 to 60 words; what a feed calls its content has to be more than that, and than the summary
_ARTICLE_WORDS = 60
_REMEDY = "the feed gives only a summary; --fetch fetches the page"


class Entry(NamedTuple):
    """One entry: `content` is HTML; `given` is what the feed says of it; `hints`, where it came from."""

    address: str | None
    key: str | None
    given: Given
    hints: tuple[Hint, ...] = ()
    content: str = ""
    summary: str = ""
    plain: bool = False  # `content` is plain text


def found_in(entries: Iterable[Entry], source: Source, context: Context) -> Iterator[Found]:
    """Give each entry's article: from the feed where it stands there whole, else its page where pages are asked for."""
    bound = context.options.bounds.entries
    for number, entry in enumerate(islice(entries, bound + 1), 1):
        path = f"{source.path}#{number}"
        if number > bound:
            yield dropped(path, Reason.TOO_LARGE, f"the feed has more than {bound:,} entries; those after it were not read")
        elif _is_article(entry):
            yield _raw(entry, path, source)
        elif not context.options.web.pages:
            yield dropped(entry.address or path, Reason.SUMMARY_ONLY, f"{_REMEDY} ({entry.given.title or path})")
        else:
            yield from fetched(entry, path, context, source.depth)


def _raw(entry: Entry, path: str, source: Source) -> Raw:
    # an entry is known by its place in the feed only where nothing else is: the place is another's when the feed is next read
    own = entry.key or entry.given.title
    identity = f"{source.path}#{own}" if own else path
    return Raw(
        source=path if entry.address else identity,
        format="text" if entry.plain else "html",
        text=entry.content,
        identity=identity,
        key=entry.key,
        address=entry.address,
        fetched=source.fetched,
        whole=True,
        given=entry.given,
        hints=entry.hints,
    )


def fetched(entry: Entry, path: str, context: Context, depth: int) -> Iterator[Found]:
    """Give the page of an entry, as a source to be read; nothing where it was read in this run already."""
    if not entry.address or not is_address(entry.address):
        yield dropped(path, Reason.NOT_FETCHED, f"the entry names no page of the web ({entry.address or 'none'})")
        return
    try:
        page = context.web.get(entry.address)
    except Refused as refused:
        yield dropped(entry.address, refused.reason, refused.detail)
        return
    if page is not None:
        yield replace(page, given=entry.given, hints=entry.hints, depth=depth + 1)


def _is_article(entry: Entry) -> bool:
    count = _count(entry.content)
    return count >= _ARTICLE_WORDS and count > _count(entry.summary)


def _count(html: str) -> int:
    return len(re.sub(r"<[^>]*>", " ", html).split())
