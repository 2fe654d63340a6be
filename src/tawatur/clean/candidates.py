"""Candidates for the publication date: from the source's fields, the page's metadata, the address, lines and prose."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.clean import days, residue
from tawatur.clean.looked import Looked, candidate, iso, read_days
from tawatur.clean.rows import Row
from tawatur.clean.times import months, weekdays
from tawatur.records.article import DateCandidate
from tawatur.records.document import Document
from tawatur.records.span import Span
from tawatur.records.time import Date

# Weights, set by hand in the order of trust that six real pages and the corpus showed: of 6,021 days that the corpus's
# addresses tell, 5,956 lie within a day of the reading; of 27 that its prose calls its own, 24. What is below
# `published.LEAST` does not date an article alone.
_GIVEN, _METADATA, _ADDRESS, _LABELLED, _DATELINE, _TIME, _TODAY, _MARKUP, _YESTERDAY, _LINE = (
    0.9, 0.9, 0.85, 0.85, 0.8, 0.8, 0.75, 0.75, 0.7, 0.65,
)  # fmt: skip
_BEFORE, _ONLY_TIME, _LEAD, _CAPTION, _OTHER_TIME = 0.5, 0.5, 0.45, 0.4, 0.3
_ALONE = 14  # words of a line that is a date with little about it

_PUBLISHED_FIELDS = (
    "jsonld:datePublished", "meta:article:published_time", "meta:og:article:published_time", "itemprop:datePublished",
    "meta:datepublished", "meta:og:published_time", "meta:publishdate", "meta:publish_date", "meta:publish-date", "meta:pubdate",
    "meta:dc.date.issued", "meta:dcterms.created", "meta:dcterms.issued", "meta:dc.date", "meta:dcterms.date", "meta:date",
    "meta:sailthru.date", "meta:parsely-pub-date", "meta:cxenseparse:recs:publishtime", "meta:article.published", "meta:article:post_time",
    "meta:originalpublicationdate", "meta:displaydate", "meta:release_date", "meta:newsdate", "jsonld:dateCreated", "itemprop:dateCreated",
    "time:pubdate", "feed:published", "sitemap:publication_date",
)  # fmt: skip
_MODIFIED_FIELDS = (
    "jsonld:dateModified", "meta:article:modified_time", "meta:og:updated_time", "itemprop:dateModified", "meta:datemodified",
    "meta:lastmod", "meta:last-modified", "meta:dcterms.modified", "meta:dc.date.modified", "meta:article.updated", "meta:og:article:modified_time",
)  # fmt: skip
_MARKUP_FIELDS = ("itemprop:dc:date", "itemprop:dcterms:created", "itemprop:dc:created", "itemprop:date", "itemprop:created")

_MODIFIED_WORDS = re.compile(r"تحديث|تعديل|محدث|عدل|updated|modified|last update", re.IGNORECASE)
_PUBLISHED_WORDS = re.compile(r"نشر|تاريخ|اضيف|كتب|حرر|صدر|published|posted|date", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d{2}|1[34]\d{2})(?!\d)")
_TODAY_WORD = re.compile(r"(?<!\w)(?:هذا\s+)?(?:ال)?(?:يوم|صباح|مساء|ظهر|فجر|ليل|ليله|عصر)?\s*(اليوم)(?!\w)")
_YESTERDAY_WORD = re.compile(r"(?<!\w)(امس)(?!\w)")
# «اليوم الخميس 5 …», «اليوم (5 …», «اليوم الموافق 5 …»; not «ذلك اليوم الأخير من …»
_THIS_DAY = re.compile(r"(?<!ذلك )(?<!\w)اليوم[\s،,(:]*(?:الموافق\s*)?(?:\d|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?!\w))")
_PAST_DAY = re.compile(
    r"(?<!\w)(?:اول\s+(?:من\s+)?)?امس(?:\s+الاول)?[\s،,(:)]*(?:الموافق\s*)?(?:ال)?(?:\d|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)"
)
_UNTIL = re.compile(r"(?<!\w)(?:حتي|لغايه|منذ|الي|بحلول|قبل|بعد|اعتبارا من|من)\s*$")
_SLASHES = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]")
_HOUR_ALONE = re.compile(r"^(?:[\d.,]+\s?[km]?)?\s*\d{1,2}:\d{2}$")
_QUOTES = '«»“”"'
_LEAD_LINES = 2
_PLACE = 4  # words of a place before a dateline's day
# a head with its year that ends on a dash, with brackets before it or without
_DATED_HEAD = re.compile(r"[^\n.،:]{0,60}?(?:19|20)\d\d[^\n.،:()]{0,6}(?:\([^()\n]{2,40}\)\s*[-–—:]{1,3}|\s[-–—]{1,3})\s")
_UNDER = 5  # lines under the prose in which a message's own hour stands


@cache
def _weekday_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وبل]?({'|'.join(sorted(weekdays(), key=len, reverse=True))})(?!\w)")


def candidates(looked: Looked) -> list[DateCandidate]:
    """Give every candidate, in the order of the places that they were looked for in."""
    return [
        *_given(looked.document),
        *_metadata(looked.document),
        *_times(looked),
        *_address(looked.document),
        *_visible(looked),
        *_datelines(looked),
        *_prose(looked),
        *_captions(looked),
    ]


def _given(document: Document) -> Iterator[DateCandidate]:
    for role, value in (("published", document.given.published), ("modified", document.given.modified)):
        found = days.parse(value) if value else None
        if found:
            yield candidate(role, found, "given", _GIVEN, f"the source's own field `{role}`")


def _metadata(document: Document) -> Iterator[DateCandidate]:
    values: dict[str, list[str]] = {}
    for hint in document.hints:
        values.setdefault(hint.name.lower(), []).append(hint.value)
    for role, fields in (("published", _PUBLISHED_FIELDS), ("modified", _MODIFIED_FIELDS)):
        for field in fields:
            for value in values.get(field.lower(), [])[:1]:
                found = days.parse(value)
                if found:
                    yield candidate(role, found, "metadata", _METADATA, f"the page's metadata, {field}")
    for field in _MARKUP_FIELDS:
        found_days = [found for value in values.get(field, []) if (found := days.parse(value))]
        if len({found[:10] for found in found_days}) == 1:
            yield candidate("published", found_days[0], "metadata", _MARKUP, f"the page's marked-up {field}")


def _times(looked: Looked) -> Iterator[DateCandidate]:
    """The page's <time> elements: those beside the title and the prose; a related article's can do no more than support."""
    low, first = _head(looked)
    title = _title_row(looked)
    seen = False
    for index, drawn in enumerate(looked.drawn):
        value = days.parse(drawn.datetime) if drawn is not None and drawn.datetime else None
        if value is None or not low <= index <= first or _masthead(looked, index, title):
            continue
        seen = True
        row = looked.rows[index]
        role = "modified" if _MODIFIED_WORDS.search(row.folded) else "published"
        span = Span(document=looked.document.id, start=row.start, end=row.end)
        yield candidate(role, value, "metadata", _TIME, "the <time> beside the title", span)
    values = [value for hint in looked.document.hints if hint.name == "time:datetime" and (value := days.parse(hint.value))]
    if values and not seen:
        alone = _signs_off(looked) or not any(block.main for block in looked.document.layout)
        one = len({value[:10] for value in values}) == 1 and alone
        yield candidate("published", values[0], "metadata", _ONLY_TIME if one else _OTHER_TIME, "a <time> of the page")


def _signs_off(looked: Looked) -> bool:
    """Whether a <time> stands right under the prose, with nothing but counters between: a message's own."""
    bodies = [index for index, line in enumerate(looked.lines) if line.kind == "body"]
    for index in range(bodies[-1] + 1, min(len(looked.rows), bodies[-1] + _UNDER)) if bodies else ():
        drawn, row = looked.drawn[index], looked.rows[index]
        if drawn is not None and drawn.datetime:
            return bool(_HOUR_ALONE.search(row.folded))
        if row.size > 2 and not residue.starts(row):
            return False
    return False


def _head(looked: Looked) -> tuple[int, int]:
    """The rows between which the head of the article stands: from three before the title to the first line of prose."""
    kinds = [line.kind for line in looked.lines]
    bodies = [index for index, kind in enumerate(kinds) if kind == "body"]
    titles = [index for index, kind in enumerate(kinds) if kind == "title"]
    first = bodies[0] if bodies else len(kinds)
    title = titles[0] if titles and titles[0] <= first else max(0, first - 6)
    return max(0, title - 3), first


def _address(document: Document) -> Iterator[DateCandidate]:
    found = days.in_address(document.address) if document.address else None
    if found:
        yield candidate("published", found, "address", _ADDRESS, "the page's address")


def _visible(looked: Looked) -> Iterator[DateCandidate]:
    """Lines beside the prose that show a date: «نشر في: 12 مارس 2020», «الخميس 05 مارس 2020 - 10:30»."""
    low, first = _head(looked)
    bodies = [index for index, line in enumerate(looked.lines) if line.kind == "body"]
    last = bodies[-1] if bodies else len(looked.rows)
    title = _title_row(looked)
    for index in range(max(0, low - 3), min(len(looked.rows), last + 4)):
        row, drawn = looked.rows[index], looked.drawn[index]
        if looked.lines[index].kind not in ("furniture", "byline", "dateline", "credit") or row.size > 30:
            continue
        linked = drawn is not None and drawn.linked > 0.5 and not title < index < first
        if not _YEAR.search(row.folded) or "©" in row.text or "حقوق" in row.folded or linked:
            continue
        outside = index > first or _masthead(looked, index, title)
        before = looked.lines[index].kind == "furniture" and index < title
        yield from _shown(looked, row, 0.0 if outside else _BEFORE if before else _LINE)


def _masthead(looked: Looked, index: int, title: int) -> bool:
    """Whether a row stands above the title in what heads every page of the site: today's date may stand there."""
    drawn = looked.drawn[index]
    return drawn is not None and drawn.masthead and not drawn.main and index < title


def _title_row(looked: Looked) -> int:
    return next((index for index, line in enumerate(looked.lines) if line.kind == "title"), -1)


def _shown(looked: Looked, row: Row, weight: float) -> Iterator[DateCandidate]:
    """The dates of one line by what stands before each. `weight` is that of a date without a word of what it is."""
    text, at = looked.document.text, row.start
    dates = read_days(looked, row.start, row.end) or _english(row)
    for number, date in enumerate(dates):
        label = fold(text[at : date.start])
        at = date.end
        following = dates[number + 1] if number + 1 < len(dates) else None
        between = fold(text[date.end : following.start]) if following is not None else ""
        if (
            following is not None
            and iso(following)[:10] == iso(date)[:10]
            and not ("T" in iso(date) and _MODIFIED_WORDS.search(between))
        ):
            continue  # the day, then its hour: the hour's turn says both
        if number and iso(dates[number - 1])[:10] == iso(date)[:10]:
            label = fold(text[dates[number - 2].end if number > 1 else row.start : date.start])
        elif following is None:
            label += _clock_label(fold(text[date.end : row.end]))
        span = Span(document=looked.document.id, start=date.start, end=date.end)
        modified = [m.start() for m in _MODIFIED_WORDS.finditer(label)]
        published = [m.start() for m in _PUBLISHED_WORDS.finditer(label)]
        if modified and (not published or modified[-1] > published[-1]):
            yield candidate("modified", iso(date), "text", _LABELLED, "a line that says when it was changed", span)
        elif published:
            yield candidate("published", iso(date), "text", _LABELLED, "a line that says when it was published", span)
        elif weight and row.size <= _ALONE:
            yield candidate("published", iso(date), "text", weight, "a line with a date beside the title", span)


def _english(row: Row) -> list[Date]:
    """The day of a line in English («March 12, 2020»), which pages in Arabic show too."""
    match = days.ENGLISH.search(row.text)
    value = days.parse(match.group()) if match else None
    if match is None or value is None:
        return []
    start, end = row.start + match.start(), row.start + match.end()
    return [Date(document="", start=start, end=end, text=match.group(), type="date", value=value, basis="absolute")]


def _clock_label(after: str) -> str:
    """What follows a day and tells of its hour («… 2013، آخر تحديث 14:00»): it labels the day too."""
    return after if re.fullmatch(r"\D{0,30}\d{1,2}[:.]\d{2}.*", after) else ""


def _datelines(looked: Looked) -> Iterator[DateCandidate]:
    for credit in looked.credits:
        if not credit.of("place") or not _YEAR.search(fold(looked.document.text[credit.start : credit.end])):
            continue
        for date in read_days(looked, credit.start, credit.end):
            span = Span(document=looked.document.id, start=date.start, end=date.end)
            yield candidate("published", iso(date), "text", _DATELINE, "the dateline", span)


def _prose(looked: Looked) -> Iterator[DateCandidate]:
    """«اليوم الخميس 5 مارس/ آذار 2020» anywhere in the prose; a weekday with its full date in the lead."""
    body = [row for row, line in zip(looked.rows, looked.lines, strict=True) if line.kind == "body"]
    yield from _head_of_prose(looked, body[:1])
    for number, row in enumerate(body):
        if not _YEAR.search(row.folded) or not _full_date(row):
            continue
        lead = number < _LEAD_LINES
        today = _TODAY_WORD.search(row.folded) or _YESTERDAY_WORD.search(row.folded)
        if today or (lead and _weekday_word().search(row.folded)):
            yield from _told(looked, row, lead)


def _head_of_prose(looked: Looked, rows: Sequence[Row]) -> Iterator[DateCandidate]:
    """«عين الوادي 12 كانون الأول 2016 (وكالة) - »: a dateline of a place or an agency that no list knows."""
    for row in rows:
        head = _DATED_HEAD.match(row.text)
        dates = read_days(looked, row.start, row.start + head.end()) if head else []
        if head and len(dates) == 1 and len(row.text[: dates[0].start - row.start].split()) <= _PLACE:
            span = Span(document=looked.document.id, start=dates[0].start, end=dates[0].end)
            yield candidate(
                "published", iso(dates[0])[:10], "text", _DATELINE, "the head of the prose, drawn as a dateline", span
            )


def _full_date(row: Row) -> bool:
    """Whether the line can hold a day, month and year: cheap, so that the reader is called on few lines."""
    return bool(_SLASHES.search(row.folded)) or any(word in months() or word[1:] in months() for word in row.plain.split())


def _told(looked: Looked, row: Row, lead: bool) -> Iterator[DateCandidate]:
    text = looked.document.text
    marks = {mark: [m.start() for m in re.finditer(mark, row.text)] for mark in _QUOTES}
    for date in read_days(looked, row.start, row.end):
        head = fold(text[max(row.start, date.start - 30) : date.start])
        words = fold(date.text)
        span = Span(document=looked.document.id, start=date.start, end=date.end)
        if _UNTIL.search(head) or _inside_marks(marks, date.start - row.start):
            continue
        told = f"{head.split(chr(10))[-1]} {words}"
        if _THIS_DAY.search(told):
            yield candidate("published", iso(date)[:10], "text", _TODAY, "the prose calls this day today", span)
        elif (past := _PAST_DAY.search(told)) is not None:
            by = 2 if "اول" in past.group() else 1
            value = days.shifted(iso(date)[:10], by)
            if value:
                yield candidate("published", value, "text", _YESTERDAY, f"the prose calls this day {by} before its own", span)
        elif lead and _weekday_word().search(words):
            yield candidate("published", iso(date)[:10], "text", _LEAD, "the lead names this day in full", span)


def _inside_marks(marks: Mapping[str, Sequence[int]], at: int) -> bool:
    """Whether a place stands inside a quotation that was opened on its line: its day may be the day of utterance.

    `marks` holds the places of each mark on the line.
    """

    def last(mark: str) -> int:
        number = bisect_left(marks[mark], at)
        return marks[mark][number - 1] if number else -1

    return last("«") > last("»") or last("“") > last("”") or bisect_left(marks['"'], at) % 2 == 1


def _captions(looked: Looked) -> Iterator[DateCandidate]:
    """A caption's full date: a day on which the article can be written, not more, unless the lead's weekday is that day."""
    body = [row for row, line in zip(looked.rows, looked.lines, strict=True) if line.kind == "body"][:_LEAD_LINES]
    told = {weekdays()[m.group(1)] for row in body for m in _weekday_word().finditer(row.folded[:400])}
    yesterday = any(_YESTERDAY_WORD.search(row.folded[:400]) for row in body)
    seen: set[str] = set()
    for row, line in zip(looked.rows, looked.lines, strict=True):
        if line.kind != "caption" or not _YEAR.search(row.folded):
            continue
        for date in read_days(looked, row.start, row.end):
            value = iso(date)[:10]
            if value in seen:
                continue
            seen.add(value)
            span = Span(document=looked.document.id, start=date.start, end=date.end)
            agrees = not yesterday and days.weekday(value) in told
            weight = _CAPTION + 0.25 if agrees else _CAPTION - 0.1
            reason = "a caption's date, whose weekday the lead names" if agrees else "a caption's date"
            yield candidate("published", value, "text", weight, reason, span)
