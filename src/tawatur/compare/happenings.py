"""How many independent origins stand behind a happening: what a story reports, by the lead of each of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.compare.clash import Independent
from tawatur.compare.corrections import corrects
from tawatur.compare.kept import Place
from tawatur.compare.named import Name
from tawatur.compare.sides import finding_id, side
from tawatur.compare.words import happening
from tawatur.records.collection import Collection
from tawatur.records.finding import Finding
from tawatur.records.story import Story

_PROSE = 8  # words: in 30 stories four of six wrong counts came from pages of a name or a caption, of seven words at the most


def happenings(
    collection: Collection, stories: Sequence[Story], independent: Independent, name: Name
) -> Iterator[tuple[str, Finding]]:
    """Give the finding of each story that two articles report; a page of a few words (a caption, a stub) reports nothing."""
    for story in stories:
        reports = [document for document in story.documents if _reports(collection, document)] if len(story.documents) > 1 else []
        leads = [lead for document in reports if (lead := _lead(collection, document))]
        if len(leads) < 2:
            continue
        origins = story.origins if len(reports) == len(story.documents) else independent(reports)
        yield (
            story.id,
            Finding(
                id=finding_id("happening", places=leads),
                kind="corroborated" if len(origins) > 1 else "single_origin",
                story=story.id,
                about=story.title,
                sides=tuple(side(collection, lead, origins) for lead in leads),
                documents=len(reports),
                origins=origins,
                reason=happening(len(reports), origins, name),
            ),
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


def _lead(collection: Collection, document: str) -> Place | None:
    """The first sentence of an article's own prose."""
    for sentence in collection.sentences.get(document, ()):
        if sentence.kind == "body":
            return document, sentence.start, sentence.end
    return None
