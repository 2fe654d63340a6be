"""How many independent origins stand behind a happening, and behind a sentence that several articles carry.

Counted are origins, never articles: two outlets that print one wire are one, and a sentence that was copied or retold is one however
many articles carry it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tawatur.compare.corrections import corrects
from tawatur.compare.counted import counted
from tawatur.compare.named import Name, namer
from tawatur.compare.words import happening, statement
from tawatur.groups import groups
from tawatur.records.base import content_id
from tawatur.records.collection import Collection
from tawatur.records.finding import Finding, Side
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story

_PROSE = 8  # words: in 30 stories four of six wrong counts came from pages of a name or a caption, of seven words at the most

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


def corroborate(collection: Collection, stories: Sequence[Story], independent: Independent) -> list[Finding]:
    """Give a finding for every happening, sentence and toll that two articles or more carry, in the order of their ids."""
    home = {document: story.id for story in stories for document in story.documents}
    carried = _carried(collection)
    text_of = {span: number for number, spans in enumerate(carried) for span in spans}
    name = namer(collection.articles)
    found = [
        *_happenings(collection, stories, independent, name),
        *_statements(collection, carried, home, independent, name),
        *counted(collection, stories, text_of, name),
    ]
    return sorted(found, key=lambda one: one.id)


def _happenings(collection: Collection, stories: Sequence[Story], independent: Independent, name: Name) -> Iterator[Finding]:
    """What a story reports, by the lead of each of its articles; a page of a few words (a caption, a stub) reports nothing."""
    for story in stories:
        reports = [document for document in story.documents if _reports(collection, document)]
        leads = [lead for document in reports if (lead := _lead(collection, document))]
        if len(leads) < 2:
            continue
        origins = story.origins if len(reports) == len(story.documents) else independent(reports)
        sides = tuple(_side(collection, lead, origins) for lead in leads)
        documents = len(reports)
        yield Finding(
            id=_id("happening", sides),
            kind="corroborated" if len(origins) > 1 else "single_origin",
            story=story.id,
            about=story.title,
            sides=sides,
            documents=documents,
            origins=origins,
            reason=happening(documents, origins, name),
        )


def _reports(collection: Collection, document: str) -> bool:
    """Whether an article has prose of its own, a sentence at least, and does not correct what the others say."""
    if corrects(collection, document):
        return False
    count = 0
    for sentence in collection.sentences.get(document, ()):
        if sentence.kind == "body":
            count += len(collection.texts[document][sentence.start : sentence.end].split())
            if count >= _PROSE:
                return True
    return False


def _lead(collection: Collection, document: str) -> Span | None:
    """The first sentence of an article's own prose."""
    for sentence in collection.sentences.get(document, ()):
        if sentence.kind == "body":
            return Span(document=document, start=sentence.start, end=sentence.end)
    return None


def _statements(
    collection: Collection, carried: Sequence[Sequence[Span]], home: Mapping[str, str], independent: Independent, name: Name
) -> Iterator[Finding]:
    """What several articles carry of one text: it has one origin, whoever prints it."""
    for spans in carried:
        documents = tuple(sorted({span.document for span in spans}))
        origins = _one(independent(documents), documents)
        sides = tuple(_side(collection, span, origins) for span in spans)
        stories = {home.get(document) for document in documents}
        yield Finding(
            id=_id("sentence", sides),
            kind="single_origin",
            story=stories.pop() if len(stories) == 1 else None,
            about=_short(sides[0].text),
            sides=sides,
            documents=len(documents),
            origins=origins,
            reason=statement(len(documents), origins, name),
        )


def _carried(collection: Collection) -> list[list[Span]]:
    """Sentences that go back to one, from two articles or more; templates are paragraphs kept for use again, and left out."""
    links = ((_place(row.a), _place(row.b)) for row in collection.reuse if not row.template)
    return [[Span(document=document, start=start, end=end) for document, start, end in group] for group in groups(links)]


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end


def _one(origins: Sequence[Origin], documents: tuple[str, ...]) -> tuple[Origin, ...]:
    """The single origin of a sentence: the agency where just one is behind its articles, else one without a name."""
    names = {origin.name for origin in origins if origin.name}
    return (Origin(name=names.pop() if len(names) == 1 else None, documents=documents),)


def _side(collection: Collection, span: Span, origins: Sequence[Origin]) -> Side:
    name = next((origin.name for origin in origins if span.document in origin.documents), None)
    text = collection.texts[span.document][span.start : span.end]
    return Side(document=span.document, start=span.start, end=span.end, text=text, origin=name)


def _id(what: str, sides: Sequence[Side]) -> str:
    return content_id("n", what, *((side.document, side.start, side.end) for side in sides))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
