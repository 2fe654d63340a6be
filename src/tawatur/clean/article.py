"""From a Document to an Article."""

from collections.abc import Iterable, Sequence

from tawatur.clean import credits as signed
from tawatur.clean.attribution import parse
from tawatur.clean.candidates import candidates
from tawatur.clean.judged import judged
from tawatur.clean.kinds import decide, key_of
from tawatur.clean.language import language
from tawatur.clean.layout import drawn
from tawatur.clean.looked import DateReader, Looked
from tawatur.clean.mentions import LONGEST_AUTHOR, mentions
from tawatur.clean.outlet import outlet
from tawatur.clean.page import Page, Verdict
from tawatur.clean.published import weigh
from tawatur.clean.registers import plain
from tawatur.clean.residue import prefix
from tawatur.clean.rows import rows
from tawatur.clean.titles import given_title, locate, titled
from tawatur.records.article import Article, Line, Title
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.span import Span

# a line with more words is prose; a standing paragraph of furniture has up to some forty
_LONGEST_KEY = 40
_LONGEST_FIELD = 2000  # letters of the author's field that are looked at for every line
_SHORTEST_PASSAGE = 25  # words of a paragraph that a tag at its end credits
_ABOVE = 12  # rows above the prose in which a heading may be the title
_LINKED = 0.8  # a heading that is a link may be the name of the site


def article(
    document: Document, dates: DateReader, repeated: frozenset[str] = frozenset(), corrections: Sequence[Correction] = ()
) -> Article:
    """Clean a document. `dates` reads expressions of time; `repeated` holds the keys of lines that many of its outlet's have.

    `corrections` are those of its lines' kinds, which have the last word.
    """
    found = outlet(document)
    lines = rows(document.text)
    page = Page(lines, drawn(document, lines), found.names, repeated)
    page.table = document.format == "row"
    page.author = plain((document.given.author or "")[:_LONGEST_FIELD])
    title = _title(document, page)
    verdicts = decide(page)
    found_at = page.title
    verdicts = judged(page, verdicts, document.text, corrections)
    if page.title is not None:
        title = titled(lines[page.title])
    elif found_at is not None:  # a person says that the line is not the title
        title = None
    credits = _credits(page, verdicts)
    kept = tuple(
        Line(start=row.start, end=row.end, kind=verdict.kind, reason=verdict.reason)
        for row, verdict in zip(lines, verdicts, strict=True)
    )
    looked = Looked(document, lines, kept, page.drawn, credits, dates)
    people, place = _signers(document.id, credits)
    names = [document.text[span.start : span.end] for span in people] + _field_people(document, found.names)
    return Article(
        document=document.id,
        lines=kept,
        title=title,
        outlet=found.outlet,
        publisher=found.publisher,
        language=language(document),
        publication=weigh(document, candidates(looked)),
        bylines=people,
        authors=tuple(dict.fromkeys(names)),
        dateline_place=place,
        agencies=mentions(document, lines, verdicts, credits, found.names),
    )


def line_keys(document: Document) -> list[str]:
    """Give a key for every line that may be furniture: pages of one outlet that share it share the line."""
    return list(dict.fromkeys(key_of(row) for row in rows(document.text) if 0 < row.size <= _LONGEST_KEY))


def _title(document: Document, page: Page) -> Title | None:
    """Find the title that the fields tell; where it stands, what else they hold is the site's name."""
    told = given_title(document, page.own)
    heads = _heads(page)
    skipped = frozenset(i for i, block in enumerate(page.drawn) if block is not None and block.tag == "title")
    if told is None:
        if len(heads) == 1 and page.drawn[heads[0]] is not None:
            page.title, page.titled = heads[0], True
            return titled(page.rows[heads[0]])
        return None
    found = locate(told, page.rows, heads, skipped)
    page.titled = told.sure or found is not None
    if found is None and not told.sure and len(heads) == 1 and (block := page.drawn[heads[0]]) is not None and block.heading:
        found, page.titled = (heads[0], 0), True  # the browser's tab may say less than the page's own heading
    if found is None:
        return Title(text=told.forms[0])
    page.title = found[0]
    page.own |= told.names[found[1]] - {""}
    return titled(page.rows[found[0]])


def _heads(page: Page) -> list[int]:
    """The rows that may hold the title: the page's `h1`, else the headings above the prose."""
    blocks = list(enumerate(page.drawn))
    heads = [i for i, block in blocks if block is not None and block.tag == "h1"]
    mains = [i for i, block in blocks if block is not None and block.main and block.tag not in ("h1", "title")]
    if len(heads) > 1 and mains:  # the site's name may be an `h1` too: the last before the prose
        return [i for i in heads if i < mains[0]][-1:]
    linked = bool(heads) and all((block := page.drawn[i]) is not None and block.linked > _LINKED for i in heads)
    if not mains or (heads and not linked):
        return heads
    near = range(mains[0] - _ABOVE, mains[0] + 3)
    found = [(i, block) for i, block in blocks if block is not None and i in near and block.tag != "title" and block.linked < 0.5]
    return [i for i, block in found if (block.heading or block.titled) and i not in heads] + heads


def _credits(page: Page, verdicts: Sequence[Verdict]) -> list[signed.Credit]:
    """The attributions of the text: whole lines, the head of the first lines of prose, the tag at their end."""
    found = list(page.credits.values())
    body = [index for index, verdict in enumerate(verdicts) if verdict.kind == "body"]
    for index in body[:2]:
        row = page.rows[index]
        head = signed.dateline(row, page.own, prefix(row))
        if head is not None:
            found.append(head)
            break
    for index in body:
        last = index == body[-1]
        # a short line with a tag is a picture's more often than not
        tag = signed.closing(page.rows[index], page.own, last) if last or page.rows[index].size > _SHORTEST_PASSAGE else None
        if tag is not None and not any(tag.start < credit.end and credit.start < tag.end for credit in found):
            found.append(tag)
    return sorted(found, key=lambda credit: credit.start)


def _signers(document: str, credits: Iterable[signed.Credit]) -> tuple[tuple[Span, ...], Span | None]:
    people: list[Span] = []
    place: Span | None = None
    for credit in credits:
        people += [Span(document=document, start=part.start, end=part.end) for part in credit.of("person")]
        for part in credit.of("place"):
            place = place or Span(document=document, start=part.start, end=part.end)
    return tuple(people), place


def _field_people(document: Document, own: frozenset[str]) -> list[str]:
    author = document.given.author
    if not author or len(author) > LONGEST_AUTHOR:
        return []
    found = parse(author, own)
    if not found.understood:
        return []
    names = [(part.sure, author[part.start : part.end]) for part in found.of("person")]
    return [name for sure, name in names if sure or " " in name]
