"""What several articles say of a toll, each in its own words: one number, told by how many independent origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tawatur.compare.named import Name
from tawatur.compare.tolls import Toll, tolls
from tawatur.compare.words import toll
from tawatur.records.base import content_id
from tawatur.records.collection import Collection
from tawatur.records.figure import FigureKind
from tawatur.records.finding import Finding, Side
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story

_Key = tuple[FigureKind, int, str]
_SAID: tuple[FigureKind, ...] = ("killed", "hurt")  # of the others the same number is too often another matter's


def counted(collection: Collection, stories: Sequence[Story], text_of: Mapping[Span, int], name: Name) -> Iterator[Finding]:
    """Give a finding for each toll of a story that two articles tell and that not all have from one sentence.

    `text_of` numbers the texts that sentences were copied from; `name` names an origin.
    """
    for story in stories:
        if len(story.documents) < 2:
            continue
        found = [
            one
            for document in story.documents
            for one in tolls(collection.figures.get(document, ()), collection.sentences.get(document, ()))
            if one.figure.kind in _SAID
        ]
        for key, rows in sorted(_by_number(found).items()):
            finding = _finding(collection, story, key, rows, text_of, name)
            if finding:
                yield finding


def _by_number(found: Sequence[Toll]) -> dict[_Key, list[Toll]]:
    """The tolls by kind, number and group; one of a group that is not told joins the only group of its number, and «عشرات» the only
    number that it can mean.
    """
    groups: dict[_Key, list[Toll]] = defaultdict(list)
    for one in found:
        if one.figure.told:
            groups[one.figure.kind, int(one.figure.least), one.figure.whom or ""].append(one)
    for kind, number, whom in sorted(groups):
        others = [key for key in groups if key[:2] == (kind, number) and key[2]]
        if not whom and len(others) == 1:
            groups[others[0]].extend(groups.pop((kind, number, whom)))
    for one in found:
        figure = one.figure
        fitting = [
            key
            for key in groups
            if key[0] == figure.kind and figure.least <= key[1] <= figure.most and figure.whom in (None, key[2])
        ]
        if not figure.told and len(fitting) == 1:
            groups[fitting[0]].append(one)
    return groups


def _finding(
    collection: Collection, story: Story, what: _Key, rows: Sequence[Toll], text_of: Mapping[Span, int], name: Name
) -> Finding | None:
    kind, number, _ = what
    spans = sorted({one.sentence for one in rows}, key=lambda span: (span.document, span.start))
    documents = tuple(sorted({span.document for span in spans}))
    texts = {text_of.get(span, -1 - at) for at, span in enumerate(spans)}
    if len(documents) < 2 or len(texts) < 2:
        return None
    origins = _origins(collection, spans, text_of)
    sides = tuple(
        Side(
            document=span.document,
            start=span.start,
            end=span.end,
            text=collection.texts[span.document][span.start : span.end],
            value=str(number),
            origin=next((one.name for one in origins if span.document in one.documents), None),
        )
        for span in spans
    )
    return Finding(
        id=content_id("n", kind, number, *((side.document, side.start, side.end) for side in sides)),
        kind="corroborated" if len(origins) > 1 else "single_origin",
        aspect="number",
        story=story.id,
        about=f"{_NAMES[kind]}: {number}",
        sides=sides,
        documents=len(documents),
        origins=origins,
        reason=toll(kind, number, len(documents), origins, name),
    )


_NAMES: dict[FigureKind, str] = {"killed": "القتلى", "hurt": "الجرحى"}


def _origins(collection: Collection, spans: Sequence[Span], text_of: Mapping[Span, int]) -> tuple[Origin, ...]:
    """The origins of sentences: of one text, of one agency that is credited or cited for it, of one article."""
    home: dict[str, str] = {}
    for span in spans:
        text = text_of.get(span)
        name = _agency(collection, span)
        mine = {key for key in (f"text {text}" if text is not None else None, f"agency {name}" if name else None) if key}
        mine.add(f"article {span.document}")
        joined = {home.get(key, key) for key in mine}
        first = min(joined)
        for key, at in list(home.items()):
            if at in joined:
                home[key] = first
        home |= dict.fromkeys(mine, first)
    groups: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for key, at in home.items():
        kind, _, rest = key.partition(" ")
        (groups if kind == "article" else names if kind == "agency" else defaultdict(set))[at].add(rest)
    made = [
        Origin(name=min(names[at]) if names[at] else None, documents=tuple(sorted(members))) for at, members in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.name is None, one.name or "", one.documents)))


def _agency(collection: Collection, span: Span) -> str | None:
    """The agency that the article is of, or that the sentence cites."""
    origin = collection.settled[span.document].origin
    cited = [
        one.agency
        for one in collection.articles[span.document].agencies
        if one.agency and one.span and span.start <= one.span.start and one.span.end <= span.end
    ]
    return origin or (cited[0] if cited else None)
