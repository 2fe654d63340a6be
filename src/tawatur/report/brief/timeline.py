"""The timeline of a story: deeds, statements, figures that changed and reports, each on its day, each in words of a source."""

import re
from collections.abc import Iterator, Sequence

from tawatur.arabic.fold import fold
from tawatur.records.brief import BriefSentence, Entry, EntryKind
from tawatur.records.finding import Side
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.records import kind_of
from tawatur.report.brief.compose.base import Writer, overlaps, side_span
from tawatur.report.brief.compose.said import direct
from tawatur.report.brief.compose.tolls import telling
from tawatur.report.deeds import reported
from tawatur.report.order import in_order
from tawatur.report.statements import group

_MOST = {"event": 16, "statement": 8, "update": 12, "report": 12}  # entries of a kind: what a line can still be read with
_DATED = re.compile(r"\d{4}-(\d{2}|W\d{2}|Q\d)")  # a month or something shorter; a whole year is no place on a line
# share (in %) of the shorter one's letters that stand in the other: two entries of a day are then one; as report/statements.py has it,
# raised, for two deeds of one day are told in like words
_ALIKE = 75.0
_ORDER: dict[EntryKind, int] = {"update": 0, "event": 1, "statement": 2, "report": 3}


def entries(writer: Writer) -> list[Entry]:
    """Give the entries in the order of time, each told once."""
    found = [*_events(writer), *_updates(writer), *_statements(writer)]
    told = [part.span for one in found for part in one.sentence.parts if part.kind == "words" and part.span]
    found += _reports(writer, told)
    ordered = sorted(found, key=lambda one: (begin(one.date), _ORDER[one.kind], one.sentence.text))
    return [one for number, one in enumerate(ordered) if not any(_same(one, other) for other in ordered[:number])]


def begin(date: str) -> str:
    """Give the first day, week or month of a value of time."""
    return date.partition("/")[0].partition("T")[0]


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries of one day tell much the same words."""
    from rapidfuzz import fuzz

    if begin(one.date) != begin(other.date) or {one.kind, other.kind} == {"update"}:
        return False
    return fuzz.partial_ratio(*(fold(_words(entry)) for entry in (one, other))) >= _ALIKE


def _words(entry: Entry) -> str:
    return next((part.text for part in entry.sentence.parts if part.kind == "words"), "")


def _entry(kind: EntryKind, date: str, sentence: BriefSentence) -> Entry:
    return Entry(date=date, kind=kind, sentence=sentence)


def _events(writer: Writer) -> Iterator[Entry]:
    """Deeds with a time, those that most articles tell first; several deeds of one sentence are one entry."""
    seen: set[tuple[str, Span]] = set()
    events = [
        one for one in writer.evidence.view.events if one.date and one.status == "happened" and not one.said_by and reported(one)
    ]
    for event in sorted(events, key=lambda one: (-len(one.evidence), one.id)):
        date = event.date or ""
        span = next((writer.tight(one) for one in event.evidence if writer.fits(one) and _over(writer, one, date)), None)
        if span is None or not _DATED.match(date) or (date, span) in seen or len(seen) >= _MOST["event"]:
            continue
        seen.add((date, span))
        parts = [frame.day(date, writer.lang), writer.label(span), writer.words(span)]
        yield _entry("event", date, writer.sentence("entry", parts, [span, *filter(writer.evidence.holds, event.evidence)]))


def _over(writer: Writer, span: Span, date: str) -> bool:
    """Whether a deed stands in prose and its time was over on the day of the article, as far as that is known."""
    sentence, day = writer.evidence.sentence(span), _published(writer, span.document)
    if sentence is None or sentence.kind != "body":
        return False
    found = writer.evidence.documents[span.document].settled.dates
    latest = [one.latest for one in found if one.value == date and one.latest]
    return not day or (max(latest) if latest else date)[:10] <= day


def _published(writer: Writer, document: str) -> str:
    return (writer.evidence.documents[document].settled.publication.published or "")[:10]


def _updates(writer: Writer) -> Iterator[Entry]:
    """Each value of a toll that changed, on the day on which it was first published."""
    seen: set[tuple[str, str]] = set()
    for finding in sorted((one for one in writer.evidence.view.findings if one.kind == "update"), key=lambda one: one.id):
        kind = kind_of(finding)
        for value in dict.fromkeys(side.value for side in finding.sides):
            side = _earliest(writer, finding.sides, value)
            if (
                not kind
                or not value
                or not value.isdecimal()
                or side is None
                or (kind, value) in seen
                or finding.judged == "dismissed"
            ):
                continue
            seen.add((kind, value))
            span, date = side_span(side), _published(writer, side.document)
            parts = [frame.day(date, writer.lang), frame.term(kind, writer.lang), frame.number(value), writer.label(span)]
            if len(seen) <= _MOST["update"]:
                yield _entry(
                    "update", date, writer.sentence("entry_updated", [*parts, writer.words(span)], [span], finding=finding)
                )


def _earliest(writer: Writer, sides: Sequence[Side], value: str | None) -> Side | None:
    """The side of the earliest day that gives a value."""
    dated = [
        side
        for side in sides
        if side.value == value and writer.evidence.holds(side_span(side)) and _published(writer, side.document)
    ]
    first = min((_published(writer, side.document) for side in dated), default=None)
    return telling(writer, [side for side in dated if _published(writer, side.document) == first], value)


def _statements(writer: Writer) -> Iterator[Entry]:
    """Statements in the speakers' words, on the day of the article that first carries them; those of most articles first."""
    left = _MOST["statement"]
    for statement in sorted(group(writer.evidence.view), key=lambda one: -one.documents):
        quote = next((one for one in statement.quotes if _quotable(writer, one)), None)
        if quote is None or not left:
            continue
        date = _published(writer, quote.document)
        sentence = direct(writer, quote, statement.quotes, "entry_said", day=date)
        if sentence:
            left -= 1
            yield _entry("statement", date, sentence)


def _quotable(writer: Writer, quote: Quote) -> bool:
    span = Span(document=quote.document, start=quote.start, end=quote.end)
    return quote.kind == "direct" and writer.fits(span) and bool(_published(writer, quote.document))


def _reports(writer: Writer, told: Sequence[Span]) -> Iterator[Entry]:
    """The first report of each day, where no other entry tells it already."""
    days: set[str] = set()
    for view in in_order(writer.evidence.view):
        day = _published(writer, view.document.id)
        lead = next((one for one in view.sentences if one.kind == "body"), None)
        if not day or lead is None or day in days or len(days) >= _MOST["report"]:
            continue
        span = writer.tight(Span(document=view.document.id, start=lead.start, end=lead.end))
        if writer.fits(span) and not overlaps(span, told):
            days.add(day)
            parts = [frame.day(day, writer.lang), writer.label(span), writer.words(span)]
            yield _entry("report", day, writer.sentence("entry", parts, [span]))
