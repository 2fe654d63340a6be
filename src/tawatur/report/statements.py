"""What was said: statements of one speaker, each with all the articles that carry it.

Two quotes are one statement where their words are the same but for spelling, or where a pair of reused sentences holds
both and their words are alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.quote import Quote
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.records.view import StoryView
from tawatur.report.order import in_order

# Two statements of one pair of reused sentences are one when this share (in %) of the shorter one's letters stands in the
# other, in order. Not measured: the pair of sentences has already been judged, this only tells its statements apart.
_ALIKE = 60.0


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement and every article's wording of it, earliest first; an article may carry it twice."""

    quotes: tuple[Quote, ...]

    @property
    def first(self) -> Quote:
        """The earliest wording."""
        return self.quotes[0]

    @property
    def documents(self) -> int:
        """How many articles carry it."""
        return len({quote.document for quote in self.quotes})


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A speaker and the statements that the earliest wording gives to it; no `name` where the text names nobody."""

    name: str | None
    kind: str | None
    statements: tuple[Statement, ...]


class _Sets:
    """Union-find over the numbers of quotes; the smaller number leads."""

    def __init__(self, size: int) -> None:
        self._lead = list(range(size))

    def find(self, one: int) -> int:
        while self._lead[one] != one:
            self._lead[one] = self._lead[self._lead[one]]
            one = self._lead[one]
        return one

    def join(self, one: int, two: int) -> None:
        first, second = sorted((self.find(one), self.find(two)))
        self._lead[second] = first


def group(view: StoryView) -> list[Statement]:
    """Give the statements of a story, in the order in which they were first carried."""
    quotes = [quote for document in in_order(view) for quote in document.settled.quotes]
    sets = _Sets(len(quotes))
    _join_same_words(quotes, sets)
    _join_pairs(quotes, view.reuse, sets)
    _join_sides(quotes, view.findings, sets)
    together: dict[int, list[Quote]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        together[sets.find(number)].append(quote)
    return [Statement(quotes=tuple(members)) for members in together.values()]


def by_speaker(statements: Sequence[Statement], entities: Sequence[Entity]) -> list[Voice]:
    """Give the statements under their speakers, in the order in which the speakers first speak."""
    names = {entity.id: entity.name for entity in entities}
    voices: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        voices[_speaker_key(statement.first, names)].append(statement)
    return [
        Voice(name=speaker(found[0].first, names), kind=found[0].first.speaker_kind, statements=tuple(found))
        for found in voices.values()
    ]


def speaker(quote: Quote, names: dict[str, str]) -> str | None:
    """Give the name to show for a statement's speaker: the entity's, else the article's own words, else None."""
    return names.get(quote.speaker or "") or quote.speaker_name or quote.speaker_text or None


def _speaker_key(quote: Quote, names: dict[str, str]) -> str:
    if quote.speaker in names:
        return f"e:{quote.speaker}"
    return "n:" + " ".join(word.text for word in words(speaker(quote, names) or ""))


def _join_same_words(quotes: Sequence[Quote], sets: _Sets) -> None:
    seen: dict[str, int] = {}
    for number, quote in enumerate(quotes):
        key = " ".join(word.text for word in words(quote.text))
        if key and seen.setdefault(key, number) != number:
            sets.join(seen[key], number)


def _join_pairs(quotes: Sequence[Quote], pairs: Sequence[Reuse], sets: _Sets) -> None:
    places = _places(quotes)
    for pair in pairs:
        for one in _within(places, pair.a):
            for two in _within(places, pair.b):
                if sets.find(one) != sets.find(two) and _alike(quotes[one].text, quotes[two].text):
                    sets.join(one, two)


def _join_sides(quotes: Sequence[Quote], findings: Sequence[Finding], sets: _Sets) -> None:
    """Join the statements that a finding on content sets side by side, where a side is a whole statement."""
    exact = {(quote.document, quote.start, quote.end): number for number, quote in enumerate(quotes)}
    for finding in findings:
        if finding.kind != "conflict":
            found = [exact[key] for side in finding.sides if (key := (side.document, side.start, side.end)) in exact]
            for number in found[1:]:
                sets.join(found[0], number)


def _places(quotes: Sequence[Quote]) -> dict[str, list[tuple[int, int, int]]]:
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        places[quote.document].append((quote.start, quote.end, number))
    return places


def _within(places: dict[str, list[tuple[int, int, int]]], span: Span) -> Iterator[int]:
    for start, end, number in places.get(span.document, ()):
        if start < span.end and span.start < end:
            yield number


@lru_cache(maxsize=20_000)  # the page and the brief of a story group the same statements
def _alike(one: str, two: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(fold(one), fold(two)) >= _ALIKE
