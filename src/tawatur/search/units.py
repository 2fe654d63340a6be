"""What can be found: each article, statement, finding, name, story and commitment as a `Unit`, made from the records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.article import Article
from tawatur.records.commitment import Commitment
from tawatur.records.finding import Finding
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.search import Unit
from tawatur.records.settled import Settled
from tawatur.records.story import Story
from tawatur.records.untouched import NOTHING, Untouched


@dataclass(frozen=True, kw_only=True)
class Everything:
    """All that was read and made of it. `articles` and `settled` are by document id, and hold also what is untouched."""

    articles: Mapping[str, Article]
    settled: Mapping[str, Settled]
    entities: Sequence[Entity] = ()
    stories: Sequence[Story] = ()
    findings: Sequence[Finding] = ()
    commitments: Sequence[Commitment] = ()
    untouched: Untouched = NOTHING


def units(every: Everything) -> Iterator[Unit]:
    """Give everything that can be found, names first; each kind in the order of ids. What can only be as it was is left out."""
    same = every.untouched
    yield from map(_name, sorted((one for one in every.entities if one.id not in same.entities), key=_id))
    for document in sorted(every.settled.keys() - same.documents):
        yield _article(every.articles[document], every.settled[document])
        yield from _statements(every.articles[document], every.settled[document])
    for story in sorted(every.stories, key=_id):
        if story.id not in same.stories or not all(document in same.documents for document in story.documents):
            yield _story(story, every.settled)
    for finding in sorted(every.findings, key=_id):
        if finding.id not in same.findings or not all(side.document in same.documents for side in finding.sides):
            yield _finding(finding, every)
    for commitment in sorted(every.commitments, key=_id):
        if commitment.id not in same.commitments or commitment.evidence[0].document not in same.documents:
            yield _commitment(commitment, every)


def _id(one: Entity | Story | Finding | Commitment) -> str:
    return one.id


def _name(entity: Entity) -> Unit:
    others = [form for form in entity.forms if form != entity.name]
    latin = [entity.name_en] if entity.name_en else []
    roles = dict.fromkeys(role.text for role in entity.roles)
    return Unit(
        kind="name",
        id=entity.id,
        head=entity.name,
        body="\n".join([*others, *latin, *roles]),
        spellings=tuple(dict.fromkeys([entity.name, *entity.forms, *latin])),
    )


def _article(article: Article, settled: Settled) -> Unit:
    title = article.title
    spans = _joined((line.start, line.end) for line in article.lines if line.kind not in ("furniture", "title"))
    return Unit(
        kind="article",
        id=settled.document,
        document=settled.document,
        start=title.start if title else None,
        end=title.end if title else None,
        date=_day(settled.publication.published),
        outlet=article.outlet,
        origin=settled.origin,
        head=title.text if title else "",
        spans=spans,
        entities=_entities(settled.names),
    )


def _joined(lines: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The places of lines in order, none of them twice."""
    return tuple(sorted(set(lines)))


def _statements(article: Article, settled: Settled) -> Iterator[Unit]:
    for quote in sorted(settled.quotes, key=lambda one: one.id):
        within = [name for name in settled.names if quote.start <= name.start < quote.end]
        entities = _entities(within)
        yield Unit(
            kind="statement",
            id=quote.id,
            document=quote.document,
            start=quote.start,
            end=quote.end,
            date=_day(settled.publication.published),
            outlet=article.outlet,
            origin=settled.origin,
            spans=((quote.start, quote.end),),
            speaker=_speaker(quote),
            speaker_entity=quote.speaker,
            entities=tuple(dict.fromkeys([*entities, *([quote.speaker] if quote.speaker else [])])),
        )


def _speaker(quote: Quote) -> str:
    """The words that name the speaker: the fullest name, and those at this cue where they are others."""
    said = dict.fromkeys(filter(None, (quote.speaker_name, quote.speaker_text)))
    return " / ".join(said)


def _story(story: Story, settled: Mapping[str, Settled]) -> Unit:
    names = [name for document in story.documents if document in settled for name in settled[document].names]
    return Unit(
        kind="story",
        id=story.id,
        date=_day(story.date),
        outlet=story.outlets[0] if len(story.outlets) == 1 else None,
        head=story.title or "",
        entities=tuple(sorted(_entities(names))),
    )


def _finding(finding: Finding, every: Everything) -> Unit:
    first = finding.sides[0]
    days = [_day(every.settled[s.document].publication.published) for s in finding.sides if s.document in every.settled]
    names = [
        name
        for side in finding.sides
        if side.document in every.settled
        for name in every.settled[side.document].names
        if side.start <= name.start < side.end
    ]
    return Unit(
        kind="finding",
        id=finding.id,
        document=first.document,
        start=first.start,
        end=first.end,
        date=max(filter(None, days), default=None),
        head=finding.about or "",
        body="\n".join(dict.fromkeys(" ".join(side.text.split()) for side in finding.sides)),
        entities=tuple(sorted(_entities(names))),
    )


def _commitment(commitment: Commitment, every: Everything) -> Unit:
    first = commitment.evidence[0]
    known = every.settled.get(first.document)
    return Unit(
        kind="commitment",
        id=commitment.id,
        document=first.document,
        start=first.start,
        end=first.end,
        date=_day(known.publication.published) if known else None,
        outlet=every.articles[first.document].outlet if first.document in every.articles else None,
        head=" / ".join([*commitment.by, *commitment.to]),
        body=" ".join(commitment.what.split()),
    )


def _entities(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity for name in names if name.entity))


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
