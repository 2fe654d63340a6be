"""A Clash: what one comparison found between two places, and how those of one matter are gathered into findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from tawatur.groups import groups
from tawatur.records.base import content_id
from tawatur.records.collection import Collection
from tawatur.records.finding import Aspect, Finding, Reason, Side
from tawatur.records.span import Span
from tawatur.records.story import Origin
from tawatur.resources import load

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]
Kind = Literal["conflict", "update", "drift"]


class End(NamedTuple):
    """One side: where it stands, and what its words were read as."""

    span: Span
    value: str


class Clash(NamedTuple):
    """Two ends that differ. Those of one kind, aspect and pair of values that share an end are one finding."""

    kind: Kind
    aspect: Aspect | None
    soft: bool
    a: End
    b: End
    reason: Reason
    about: str | None = None


def reason(key: str, **values: object) -> Reason:
    """Give a reason of `resources/comparing.yaml` in both languages, its places filled."""
    texts = load("comparing")["reasons"][key]
    return Reason(ar=texts["ar"].format_map(values), en=texts["en"].format_map(values))


def number(value: float) -> str:
    """Give a number as a reader writes it: no fraction where there is none."""
    return f"{value:.0f}" if value == int(value) else f"{value:g}"


def gather(
    clashes: Iterable[Clash], collection: Collection, home: Mapping[str, str], independent: Independent
) -> Iterator[Finding]:
    """Give a finding for each matter: the clashes that share an end are one, hard where one of them is."""
    clashes = list(clashes)
    replaced = {(_values(clash), _story(clash, home)) for clash in clashes if clash.kind == "update"}
    by_sort: dict[tuple[object, ...], list[Clash]] = defaultdict(list)
    for clash in clashes:
        if clash.kind == "conflict" and clash.soft and (_values(clash), _story(clash, home)) in replaced:
            continue  # where a later report has the one number for the other, that two of one day differ tells no more
        by_sort[clash.kind, clash.aspect, _values(clash) if clash.aspect == "number" else ()].append(clash)
    for sort in sorted(by_sort, key=repr):
        rows = by_sort[sort]
        ends = {_place(end.span): end for clash in rows for end in (clash.a, clash.b)}
        for group in groups((_place(clash.a.span), _place(clash.b.span)) for clash in rows):
            places = set(group)
            mine = [clash for clash in rows if _place(clash.a.span) in places]
            yield _finding(mine, [ends[place] for place in group], collection, home, independent)


def _values(clash: Clash) -> tuple[str, ...]:
    return tuple(sorted({clash.a.value, clash.b.value}))


def _story(clash: Clash, home: Mapping[str, str]) -> str | None:
    return home.get(clash.a.span.document)


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end


def _finding(
    clashes: list[Clash], ends: list[End], collection: Collection, home: Mapping[str, str], independent: Independent
) -> Finding:
    first = min(clashes, key=lambda one: (one.soft, _place(one.a.span), _place(one.b.span)))
    documents = tuple(sorted({end.span.document for end in ends}))
    origins = independent(documents)
    sides = tuple(
        Side(
            document=end.span.document,
            start=end.span.start,
            end=end.span.end,
            text=collection.texts[end.span.document][end.span.start : end.span.end],
            value=end.value,
            origin=next((one.name for one in origins if end.span.document in one.documents), None),
        )
        for end in sorted(ends, key=lambda one: _place(one.span))
    )
    stories = {home.get(document) for document in documents}
    return Finding(
        id=content_id("n", first.kind, first.aspect, *((side.document, side.start, side.end) for side in sides)),
        kind=first.kind,
        aspect=first.aspect,
        soft=all(clash.soft for clash in clashes),
        story=min(filter(None, stories), default=None),
        about=first.about,
        sides=sides,
        documents=len(documents),
        origins=origins,
        reason=first.reason,
    )
