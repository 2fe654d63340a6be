"""The timeline of a story: deeds, statements, figures that changed and reports, each on its day, each in words of a source."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

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
    ordered = sorted(found, key=lambda one: (day_of(one.date) or date.max, _ORDER[one.kind], one.sentence.text))
    return [one for number, one in enumerate(ordered) if not any(_same(one, other) for other in ordered[:number])]


def begin(value: str) -> str:
    """Give the first day, week or month of a value of time."""
    return value.partition("/")[0].partition("T")[0]


def day_of(value: str) -> date | None:
    """Give the first day of a value of time: of a day, week, month or quarter; None for anything longer or not understood."""
    text = begin(value)
    try:
        if "-W" in text:
            return date.fromisocalendar(int(text[:4]), int(text[6:8]), 1)
        if "-Q" in text:
            return date(int(text[:4]), 3 * int(text[6]) - 2, 1)
        return date.fromisoformat(text if len(text) > len("2019-06") else f"{text}-01")
    except ValueError:
        return None


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries of one day tell much the same words."""
    from rapidfuzz import fuzz

    if begin(one.date) != begin(other.date) or {one.kind, other.kind} == {"update"}:
        return False
    return fuzz.partial_ratio(*(fold(_words(entry)) for entry in (one, other))) >= _ALIKE


def _words(entry: Entry) -> str:
    return next((part.text for part in entry.sentence.parts if part.kind == "words"), "")


def _entry(kind: EntryKind, value: str, sentence: BriefSentence) -> Entry:
    return Entry(date=value, kind=kind, sentence=sentence)


def _events(writer: Writer) -> Iterator[Entry]:
    """Deeds with a time, those that most articles tell first; several deeds of one sentence are one entry."""
    seen: set[tuple[str, Span]] = set()
    events = [
        one for one in writer.evidence.view.events if one.date and one.status == "happened" and not one.said_by and reported(one)
    ]
    for event in sorted(events, key=lambda one: (-len(one.evidence), one.id)):
        value = event.date or ""
        span = next((writer.tight(one) for one in event.evidence if writer.fits(one) and _over(writer, one, value)), None)
        if span is None or not _DATED.match(value) or (value, span) in seen or len(seen) >= _MOST["event"]:
            continue
        seen.add((value, span))
        parts = [frame.day(value, writer.lang), writer.label(span), writer.words(span)]
        yield _entry("event", value, writer.sentence("entry", parts, [span, *filter(writer.evidence.holds, event.evidence)]))


def _over(writer: Writer, span: Span, value: str) -> bool:
    """Whether a deed stands in prose and its time was over on the day of the article, as far as that is known."""
    sentence, day = writer.evidence.sentence(span), writer.evidence.published(span.document)
    if sentence is None or sentence.kind != "body":
        return False
    found = writer.evidence.documents[span.document].settled.dates
    latest = [one.latest for one in found if one.value == value and one.latest]
    return not day or (max(latest) if latest else value)[:10] <= day


def _updates(writer: Writer) -> Iterator[Entry]:
    """Each value of a toll that changed, on the day on which it was first published."""
    seen: set[tuple[str, str]] = set()
    updates = [one for one in writer.evidence.view.findings if one.kind == "update" and one.judged != "dismissed"]
    for finding in sorted(updates, key=lambda one: one.id):
        kind = kind_of(finding)
        for value in dict.fromkeys(side.value for side in finding.sides):
            side = _earliest(writer, finding.sides, value)
            if not kind or not value or not value.isdecimal() or side is None or (kind, value) in seen:
                continue
            seen.add((kind, value))
            span, day = side_span(side), writer.evidence.published(side.document)
            parts = [frame.day(day, writer.lang), frame.term(kind, writer.lang), frame.number(value), writer.label(span)]
            if len(seen) <= _MOST["update"]:
                yield _entry(
                    "update", day, writer.sentence("entry_updated", [*parts, writer.words(span)], [span], finding=finding)
                )


def _earliest(writer: Writer, sides: Sequence[Side], value: str | None) -> Side | None:
    """The side of the earliest day that gives a value."""
    dated = [
        side
        for side in sides
        if side.value == value and writer.evidence.holds(side_span(side)) and writer.evidence.published(side.document)
    ]
    first = min((writer.evidence.published(side.document) for side in dated), default=None)
    return telling(writer, [side for side in dated if writer.evidence.published(side.document) == first], value)


def _statements(writer: Writer) -> Iterator[Entry]:
    """Statements in the speakers' words, on the day of the article that first carries them; those of most articles first."""
    left = _MOST["statement"]
    for statement in sorted(writer.evidence.statements, key=lambda one: -one.documents):
        quote = next((one for one in statement.quotes if _quotable(writer, one)), None)
        if quote is None or not left:
            continue
        day = writer.evidence.published(quote.document)
        sentence = direct(writer, quote, statement.quotes, "entry_said", day=day)
        if sentence:
            left -= 1
            yield _entry("statement", day, sentence)


def _quotable(writer: Writer, quote: Quote) -> bool:
    span = Span(document=quote.document, start=quote.start, end=quote.end)
    return quote.kind == "direct" and writer.fits(span) and bool(writer.evidence.published(quote.document))


def _reports(writer: Writer, told: Sequence[Span]) -> Iterator[Entry]:
    """The first report of each day, where no other entry tells it already."""
    days: set[str] = set()
    for view in in_order(writer.evidence.view):
        day = writer.evidence.published(view.document.id)
        lead = next((one for one in view.sentences if one.kind == "body"), None)
        if not day or lead is None or day in days or len(days) >= _MOST["report"]:
            continue
        span = writer.tight(Span(document=view.document.id, start=lead.start, end=lead.end))
        if writer.fits(span) and not overlaps(span, told):
            days.add(day)
            parts = [frame.day(day, writer.lang), writer.label(span), writer.words(span)]
            yield _entry("report", day, writer.sentence("entry_published", parts, [span]))
