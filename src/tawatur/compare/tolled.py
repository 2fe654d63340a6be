"""Tolls of one story compared: the later replaces the earlier, or two that cannot both hold on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import words
from tawatur.compare.clash import Clash, End, number, reason
from tawatur.compare.corrections import corrects
from tawatur.compare.tolls import Toll, tolls
from tawatur.compare.when import days_apart, order
from tawatur.records.collection import Collection
from tawatur.records.figure import FigureKind
from tawatur.records.finding import Reason
from tawatur.records.story import Story
from tawatur.resources import load

_LEAD = 0  # the headline is -1, the first sentence 0
_DAYS = 4  # a toll of the same happening is brought up to date within so many days
_ROUND = 0.03  # two numbers this near each other, one of them round, are one
_JUST_ABOVE = 1.2
_HUNDRED = 100
_SHARED = 2  # words with a weight of their own
_LETTERS = 3
_KINDS: tuple[FigureKind, ...] = ("killed", "hurt", "missing")  # those held, fled or saved are of several matters too often
_TWO_SIDES = "fighters"  # of whom two reports may count those of two sides


class Told(NamedTuple):
    """The toll that an article gives of one kind, and of all or of one group; `others` are its tolls of other kinds and groups."""

    document: str
    toll: Toll
    value: float
    others: dict[tuple[FigureKind, str], float]


def tolled(collection: Collection, story: Story) -> Iterator[Clash]:
    """Give what the tolls of a story's articles say against each other; those next to each other by value are compared."""
    told: dict[tuple[FigureKind, str], list[Told]] = defaultdict(list)
    for document in story.documents:
        for key, one in given(collection, document).items():
            told[key].append(one)
    for (kind, _), rows in sorted(told.items()):
        by_value: dict[float, list[Told]] = defaultdict(list)
        for one in rows:
            by_value[one.value].append(one)
        for (_, smaller), (_, larger) in pairwise(sorted(by_value.items())):
            for one in smaller:
                for other in larger:
                    clash = _compared(collection, kind, one, other)
                    if clash:
                        yield clash


def given(collection: Collection, document: str) -> dict[tuple[FigureKind, str], Told]:
    """The toll of each kind and group that the article's headline and lead give: one further down is as often of another happening.

    Where they give several, it is not known which one is of the happening, and none is compared.
    """
    found: dict[tuple[FigureKind, str], list[Toll]] = defaultdict(list)
    for one in tolls(collection.figures.get(document, ()), collection.sentences.get(document, ())):
        figure = one.figure
        if (
            figure.kind in _KINDS
            and figure.whom != _TWO_SIDES
            and figure.told
            and not figure.part
            and figure.stage != "earlier"
            and one.order <= _LEAD
        ):
            found[figure.kind, figure.whom or ""].append(one)
    given = {}
    for key, rows in found.items():
        near = [one for one in rows if one.order <= _LEAD]
        if len({one.figure.least for one in near}) == 1:
            best = max(near, key=lambda one: one.order)
            given[key] = Told(document, best, best.figure.least, {})
    values = {key: one.value for key, one in given.items()}
    return {
        key: one._replace(others={other: value for other, value in values.items() if other != key}) for key, one in given.items()
    }


def _compared(collection: Collection, kind: FigureKind, one: Told, other: Told) -> Clash | None:
    """Compare a smaller toll with a larger one."""
    apart = days_apart(collection, one.document, other.document)
    if _rounding(one, other) or (apart is not None and apart > _DAYS) or not one_matter(collection, one, other):
        return None
    before = order(collection, one.document, other.document)
    denied = _denies(collection, one) or _denies(collection, other)
    corrected = [told for told in (one, other) if told.toll.figure.stage == "corrected" or corrects(collection, told.document)]
    if len(corrected) == 1:
        newer, older = (one, other) if corrected[0] is one else (other, one)
        return _clash("update", False, kind, older, newer, "toll_corrected")
    if before < 0:
        return _clash("update", False, kind, one, other, "toll_update")
    if denied and not apart:
        return _clash("conflict", False, kind, one, other, "toll_denied")
    if not before and other.toll.figure.stage in ("new", "final"):
        return _clash("update", False, kind, one, other, "toll_risen")
    if _exclusive(one, other) and (_agree(one, other) or (apart == 0 and not before)):
        return _clash("conflict", True, kind, one, other, "toll_fallen" if before else "toll_same_day")
    return None  # an outlet that prints an old number late tells nothing


def _agree(one: Told, other: Told) -> bool:
    """Whether another toll of the two is the same, as that of the dead where those of the hurt differ: one happening then."""
    return any(other.others.get(key) == value for key, value in one.others.items())


def _clash(sort: str, soft: bool, kind: FigureKind, older: Told, newer: Told, key: str) -> Clash:
    names = load("comparing")["kinds"][kind]
    values = {"older": number(older.value), "newer": number(newer.value)}
    texts = reason(key, kind="{kind}", **values)
    return Clash(
        kind="update" if sort == "update" else "conflict",
        aspect="number",
        soft=soft,
        a=End(older.toll.sentence, values["older"]),
        b=End(newer.toll.sentence, values["newer"]),
        reason=Reason(ar=texts.ar.replace("{kind}", names["ar"]), en=texts.en.replace("{kind}", names["en"])),
        about=names["ar"],
    )


def _rounding(one: Told, other: Told) -> bool:
    """Whether one is the other in round numbers, or lies just above a round bound («أكثر من 60» and 63)."""
    if one.toll.figure.bound in ("more", "least", "about") and one.value % 10 == 0 and other.value <= _JUST_ABOVE * one.value:
        return True
    return any(value % 10 == 0 for value in (one.value, other.value)) and (other.value - one.value) <= max(
        _ROUND * other.value, 1 if other.value >= _HUNDRED else 0
    )


def _exclusive(one: Told, other: Told) -> bool:
    """Whether the two cannot both hold: neither is a bound that lets the other in."""
    return one.toll.figure.bound not in ("least", "more", "about") and other.toll.figure.bound not in ("most", "less", "about")


def one_matter(collection: Collection, one: Told, other: Told) -> bool:
    """Whether the texts share words with a weight of their own besides those of the toll: a place, a thing, a cause."""
    return len(_weighty(collection, one) & _weighty(collection, other)) >= _SHARED


def _weighty(collection: Collection, told: Told) -> set[str]:
    """The stems of the sentence of a toll and of the article's first two lines of prose or headline, without words of tolls."""
    span = told.toll.sentence
    first = [(one.start, one.end) for one in collection.sentences.get(told.document, ()) if one.kind in ("title", "body")][:2]
    text = collection.texts[told.document]
    found = {stem(word.text) for start, end in {(span.start, span.end), *first} for word in words(text, start, end)}
    return {one for one in found if len(one) >= _LETTERS and not one.isdecimal()} - _of_tolls()


@cache
def _of_tolls() -> frozenset[str]:
    """The stems of the words that tell tolls, and of light words: they are the same in any two reports of victims."""
    table = load("figures")
    rows = [*(words for kind in table["tolls"].values() for side in ("number_after", "number_before") for words in kind[side])]
    every = [*rows, *table["everybody"]["of"], *load("drift")["light"]["of"], *load("drift")["days"]["of"]]
    return frozenset(stem(fold(word)) for form in every for word in form.split())


@cache
def _insisting() -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")["insists"]["of"])


def _denies(collection: Collection, one: Told) -> bool:
    """Whether the sentence of a toll, or the headline above it, rejects another number or holds on to its own."""
    text, title = collection.texts[one.document], collection.articles[one.document].title
    headline = title.text if title else ""
    told = [*words(text, one.toll.sentence.start, one.toll.sentence.end), *words(headline)]
    return bool(_insisting() & {word.text for word in told})
