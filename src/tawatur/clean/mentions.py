"""The agencies of an article: those that it is credited to, and those that it names for one fact."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.clean import agencies as named
from tawatur.clean.attribution import parse
from tawatur.clean.credits import Credit, signed_by
from tawatur.clean.page import Verdict
from tawatur.clean.registers import plain, words_of
from tawatur.clean.residue import prefix
from tawatur.clean.rows import Row
from tawatur.records.article import AgencyMention
from tawatur.records.document import Document
from tawatur.records.span import Span

# of the corpus's 36 texts of one or two lines that end on an agency's tag, 23 are pictures' captions of up to 54 words;
# the others have more than 100
_LONGEST_PICTURE = 60
LONGEST_AUTHOR = 120  # letters: the corpus's longest field of several authors has 110; what is longer is prose put there


def mentions(
    document: Document, rows: Sequence[Row], verdicts: Sequence[Verdict], credits: Sequence[Credit], own: frozenset[str]
) -> tuple[AgencyMention, ...]:
    """Give the agencies in the order of their places, those of the source's field first.

    Photo credits, and agencies in captions and furniture, are neither credit nor mention.
    """
    found = [*_field(document, own), *_credited(document, rows, verdicts, credits)]
    taken = sorted((part.start, part.end) for credit in credits for part in credit.of("agency", "wires"))
    for row, verdict in zip(rows, verdicts, strict=True):
        if verdict.reason.startswith("sign_off"):
            found += _signed(document, row)
        elif verdict.kind in ("body", "title", "heading"):
            found += _named(document, row, taken)
    return tuple(sorted(found, key=lambda mention: (mention.span is not None, mention.span.start if mention.span else 0)))


def _field(document: Document, own: frozenset[str]) -> Iterator[AgencyMention]:
    author = document.given.author
    if author and len(author) <= LONGEST_AUTHOR:
        for part in parse(author, own).of("agency", "wires"):
            yield AgencyMention(agency=part.key, credit=True)


def _credited(
    document: Document, rows: Sequence[Row], verdicts: Sequence[Verdict], credits: Sequence[Credit]
) -> Iterator[AgencyMention]:
    picture = _picture(rows, verdicts)
    for credit in credits:
        if picture is not None and credit.start > picture.start and credit.end > picture.end - 6:
            continue
        for part in credit.of("agency", "wires"):
            yield AgencyMention(agency=part.key, span=_span(document, part.start, part.end), credit=True)


def _picture(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> Row | None:
    """The one short line of prose of a text that is a picture's caption: the tag at its end is the picture's."""
    body = [row for row, verdict in zip(rows, verdicts, strict=True) if verdict.kind == "body"]
    if len(body) != 1 or body[0].size > _LONGEST_PICTURE:
        return None
    first = body[0].plain[len(plain(body[0].text[: prefix(body[0])])) :].split()[:1]
    leads = words_of("attribution", "leads")
    return None if first and (first[0] in leads or first[0].removesuffix("ت") in leads) else body[0]


def _signed(document: Document, row: Row) -> Iterator[AgencyMention]:
    found = signed_by(row)
    if found is not None:
        yield AgencyMention(agency=found[0], span=_span(document, found[1], found[2]), credit=True)


def _named(document: Document, row: Row, taken: Sequence[tuple[int, int]]) -> Iterator[AgencyMention]:
    for hit in named.find(row):
        at = bisect_left(taken, (hit.end,)) - 1  # the last credit that begins before the hit's end
        free = at < 0 or taken[at][1] <= hit.start
        if hit.sure and free and not _photographed(row, hit) and not _housed(row, hit):
            yield AgencyMention(agency=hit.key, span=_span(document, hit.start, hit.end), credit=False)


def _photographed(row: Row, hit: named.Hit) -> bool:
    """Whether the words before an agency's name make it a photograph's («الصور من رويترز»)."""
    before = row.text[max(0, hit.start - row.start - 25) : hit.start - row.start]
    return any(word.strip('(«"[:') in words_of("agencies", "photo") for word in before.split()[-3:])


def _housed(row: Row, hit: named.Hit) -> bool:
    """Whether the words are the body itself, its head or its house, and no source («رئيس وكالة …», «مجموعة بلومبرغ لـ…»)."""
    return _house().search(plain(row.text[max(0, hit.start - row.start - 90) : hit.start - row.start])) is not None


@cache
def _house() -> re.Pattern[str]:
    """What stands before a name of an agency that is not the source of a fact there."""
    heads = "|".join(sorted(words_of("agencies", "house"), key=len, reverse=True))
    joined = "|".join(sorted(words_of("agencies", "house_joined"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)[وفبل]?(?:ال)?(?:{heads})(?: (?:{joined}))*(?: [لبو]?وكاله(?: \w+){{0,4}})?$")


def _span(document: Document, start: int, end: int) -> Span:
    return Span(document=document.id, start=start, end=end)
