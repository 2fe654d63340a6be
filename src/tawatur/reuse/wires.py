"""Who carries whom over a period: agency to publisher, and publisher to publisher where no agency stands behind the text.

Every sentence of an article's own prose is given to one source or to none: to the agency that its paragraph or its article credits,
else to the one agency that is credited where it stands too, else to the earlier article of another publisher that it was taken
from. Where two agencies claim one sentence of an article that credits neither, it is given to nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tawatur.records.article import Article
from tawatur.records.reuse import Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.view import DocumentView
from tawatur.records.wire import Carried, Manner, Printing, Publisher, SourceKind, Wire, Wires
from tawatur.reuse.origin import credited


class Printed(NamedTuple):
    """What is asked of an article: its publisher and day, whom it credits, names for a fact, and the places of its own sentences."""

    document: str
    publisher: str | None
    outlet: str | None
    day: str | None
    credits: tuple[str, ...]
    unnamed: bool
    named: frozenset[str]
    parts: tuple[tuple[int, int, str], ...]  # paragraphs of which one agency is credited
    sentences: tuple[tuple[int, int], ...]


class Source(NamedTuple):
    """Where a sentence comes from."""

    kind: SourceKind
    key: str


_Place = tuple[str, int]


def printed(view: DocumentView) -> Printed:
    """Give of an article what this module asks of it."""
    return print_of(view.article, view.settled, view.sentences)


def print_of(article: Article, settled: Settled, sentences: Iterable[Sentence]) -> Printed:
    """Give of an article what this module asks of it, from its records."""
    published = settled.publication.published
    return Printed(
        document=article.document,
        publisher=article.publisher or article.outlet,
        outlet=article.outlet,
        day=published[:10] if published else None,
        credits=credited(article),
        unnamed=any(one.credit and one.agency is None for one in article.agencies),
        named=frozenset(settled.cites),
        parts=tuple(_parts(article)),
        sentences=tuple((one.start, one.end) for one in sentences if one.kind == "body"),
    )


def _parts(article: Article) -> Iterator[tuple[int, int, str]]:
    credits = [one for one in article.agencies if one.credit and one.agency and one.span]
    for line in article.lines if len(credits) > 1 else ():
        inside = {one.agency for one in credits if one.span and line.start <= one.span.start < line.end}
        if line.kind == "body" and len(inside) == 1:
            yield line.start, line.end, str(inside.pop())


def printings(articles: Iterable[Printed], pairs: Iterable[Reuse]) -> Iterator[Printing]:
    """Give of each article what of its prose is whose, in the order in which they come. The cost grows with sentences and pairs."""
    every = {one.document: one for one in articles}
    claims, sources = _evidence(every, pairs)
    for one in every.values():
        found = sorted(_sources(one, every, claims, sources).items())
        yield Printing(
            document=one.document,
            day=one.day,
            publisher=one.publisher,
            outlet=one.outlet,
            letters=sum(end - start for start, end in one.sentences),
            carried=tuple(
                Carried(kind=source.kind, source=source.key, letters=letters, manner=_manner(one, source.key))
                for source, letters in found
            ),
        )


def wires(articles: Iterable[Printed], pairs: Iterable[Reuse], since: str | None = None, until: str | None = None) -> Wires:
    """Give the graph of the articles of `since` to `until` (ISO dates, inclusive). The cost grows with sentences and pairs."""
    every = {one.document: one for one in articles}
    claims, sources = _evidence(every, pairs)
    bounded = since is not None or until is not None
    undated = sum(one.day is None for one in every.values()) if bounded else 0
    chosen = [one for one in every.values() if _within(one.day, since, until)]
    carried: dict[tuple[Source, str | None], Counter[str]] = defaultdict(Counter)
    for one in chosen:
        for source, letters in _sources(one, every, claims, sources).items():
            found = carried[source, one.publisher]
            found["articles"] += 1
            found["letters"] += letters
            found[_manner(one, source.key)] += 1
    publishers = _publishers(chosen)
    rows = [_wire(source, publishers[publisher], found) for (source, publisher), found in carried.items()]
    return Wires(
        since=since,
        until=until,
        articles=len(chosen),
        undated=undated,
        publishers=tuple(sorted(publishers.values(), key=lambda one: (-one.letters, one.publisher or ""))),
        wires=tuple(sorted(rows, key=lambda one: (-one.letters, one.kind, one.source, one.publisher or ""))),
    )


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since is None or since <= day) and (until is None or day <= until)


def _evidence(
    every: Mapping[str, Printed], pairs: Iterable[Reuse]
) -> tuple[dict[_Place, dict[str, float]], dict[_Place, tuple[str, str, float]]]:
    """For each sentence the agencies that are credited where it stands too, and the earliest article it was taken from, with the share."""
    claims: dict[_Place, dict[str, float]] = defaultdict(dict)
    sources: dict[_Place, tuple[str, str, float]] = {}
    for row in pairs:
        if row.template or row.degree == "rewritten":
            continue
        for mine, other, taken in ((row.a, row.b, "a_from_b"), (row.b, row.a, "b_from_a")):
            theirs = every.get(other.document)
            place = (mine.document, mine.start)
            if theirs is None or mine.document not in every:
                continue
            if len(theirs.credits) == 1:
                claims[place][theirs.credits[0]] = max(row.score, claims[place].get(theirs.credits[0], 0.0))
            elif row.direction == taken and theirs.publisher != every[mine.document].publisher:
                found = (theirs.day or "", theirs.document, row.score)
                sources[place] = min(sources.get(place, found), found)
    return claims, sources


def _sources(
    one: Printed,
    every: Mapping[str, Printed],
    claims: Mapping[_Place, dict[str, float]],
    sources: Mapping[_Place, tuple[str, str, float]],
) -> dict[Source, int]:
    """The letters of an article's prose by their source. An article that credits two agencies as a whole counts for each of them."""
    found: dict[Source, float] = defaultdict(float)
    for start, end in one.sentences:
        place, size = (one.document, start), end - start
        claimed = claims.get(place, {})
        part = next((agency for first, last, agency in one.parts if first <= start < last), None)
        if one.credits:
            told = {part} if part else (set(claimed) & set(one.credits) if len(one.credits) > 1 else set())
            for agency in sorted(told if len(told) == 1 else one.credits):
                found[Source("agency", agency)] += size
        elif len(claimed) == 1:
            [(agency, share)] = claimed.items()
            found[Source("agency", agency)] += size * share
        elif not claimed and place in sources and (publisher := every[sources[place][1]].publisher):
            found[Source("publisher", publisher)] += size * sources[place][2]
    return {source: round(letters) for source, letters in found.items()}


def _manner(one: Printed, agency: str) -> Manner:
    if agency in one.credits:
        return "credited"
    return "named" if agency in one.named or one.unnamed else "silent"


def _publishers(chosen: Iterable[Printed]) -> dict[str | None, Publisher]:
    outlets: dict[str | None, set[str]] = defaultdict(set)
    counts: dict[str | None, Counter[str]] = defaultdict(Counter)
    for one in chosen:
        outlets[one.publisher] |= {one.outlet} if one.outlet else set()
        counts[one.publisher]["articles"] += 1
        counts[one.publisher]["letters"] += sum(end - start for start, end in one.sentences)
    return {
        name: Publisher(
            publisher=name, outlets=tuple(sorted(outlets[name])), articles=found["articles"], letters=found["letters"]
        )
        for name, found in counts.items()
    }


def _wire(source: Source, publisher: Publisher, found: Counter[str]) -> Wire:
    told = source.kind == "agency"
    return Wire(
        source=source.key,
        kind=source.kind,
        publisher=publisher.publisher,
        outlets=publisher.outlets,
        articles=found["articles"],
        letters=found["letters"],
        share=round(found["letters"] / max(1, publisher.letters), 4),
        credited=found["credited"] if told else None,
        named=found["named"] if told else None,
        silent=found["silent"] if told else None,
    )
