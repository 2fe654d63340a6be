"""The cast of an article: who is named in it, in which forms and offices, and who spoke last."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tawatur.annotate.quotes.lexicon import capitals, speakers
from tawatur.annotate.quotes.lexicon import words as words_of
from tawatur.annotate.quotes.tokens import Line
from tawatur.annotate.quotes.trimming import trimmed
from tawatur.arabic.clitics import bare
from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.name import Name
from tawatur.records.quote import SpeakerKind

# words of the longest name of a person
_LONGEST_NAME = 7


class Speaker(NamedTuple):
    """One who speaks: the name without titles and its place, the words at the cue, and what verbs agree with it in."""

    name: str
    start: int
    end: int
    text: str
    kind: SpeakerKind
    gender: str = "m"
    number: str = "s"

    @property
    def heads(self) -> tuple[str, ...]:
        """The words that named the speaker, folded and without articles, for one who is pointed at («المصدر»)."""
        return tuple(bare(word.text) for word in words(self.text if self.kind == "unnamed" and self.text else self.name))


class Zone(NamedTuple):
    """Tokens `start` to `end` (exclusive) of a line; `hung` where a preposition is written as one word with the first."""

    start: int
    end: int
    hung: bool = False


class Form(NamedTuple):
    """A form of a name in the text: its words folded and without the article, and its place."""

    words: tuple[str, ...]
    start: int
    end: int


class Cast:
    """Names of persons and bodies with their places; grows as phrases are read."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        offices = speakers().offices
        self.persons = trimmed(
            text,
            sorted(
                (n.start, n.end) for n in names if n.type == "person" and bare(fold(n.text)) not in offices | words_of("hard")
            ),
        )
        self.bodies = sorted((n.start, n.end) for n in names if n.type in ("organization", "country"))
        self._ends = frozenset(n.end for n in names if n.type in ("organization", "country", "place"))
        self._starts = [start for start, _ in self.persons]
        self._body_starts = [start for start, _ in self.bodies]
        self._all = frozenset((*self._starts, *self._body_starts))
        # forms and offices by each of their words: a name is looked for among those that share its rarest word
        self._forms: dict[str, list[Form]] = {}
        self._known: set[tuple[str, ...]] = set()
        self._offices: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
        self._aliases: dict[tuple[str, ...], tuple[int, int]] = {}
        for start, end in self.persons:
            self.add(start, end)
        for name, other in pairwise(self.persons):
            between = text[name[1] : other[0]]
            if _is_kunya(text[slice(*other)]) and not _is_kunya(text[slice(*name)]) and not between.strip(' («"“”»)'):
                self._aliases.setdefault(name_words(text[slice(*other)]), name)
        last = (fold(text[start:end]).split() for start, end in self.persons)
        self.surnames = frozenset(
            name[-1] for name in last if len(name) > 1 and name[-1].startswith("ال") and name[-1] not in speakers().honorifics
        )

    def people_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of names of persons between two places of the text."""
        at = bisect_left(self._starts, start)
        found = []
        while at < len(self.persons) and self.persons[at][0] < end:
            if self.persons[at][1] <= end:
                found.append(self.persons[at])
            at += 1
        return found

    def last_before(self, at: int) -> tuple[int, int] | None:
        """The place of the last name of a person before a place of the text."""
        found = bisect_left(self._starts, at)
        return self.persons[found - 1] if found else None

    def zones(self, line: Line) -> list[Zone]:
        """The names of persons in a line, as zones of its tokens."""
        return [_zone(line, start, end) for start, end in self.people_in(*line.span)]

    def tokens_of_people(self, line: Line, zone: Zone) -> frozenset[int]:
        """The tokens of a zone that belong to names of persons."""
        found = self.people_in(line.tokens[zone.start].start, line.tokens[zone.end - 1].end)
        return frozenset(
            k for k in range(zone.start, zone.end) if any(a < line.tokens[k].end and line.tokens[k].start < b for a, b in found)
        )

    def named_tokens(self, line: Line) -> frozenset[int]:
        """The tokens of a line at which names of persons, bodies and countries begin, with or without ل."""
        return frozenset(
            at
            for at, token in enumerate(line.tokens)
            if token.start in self._all or token.text in self.surnames or (token.text[0] == "ل" and token.start + 1 in self._all)
        )

    def ends_at(self, end: int) -> bool:
        """Whether the name of a body or a place ends at a place of the text."""
        return end in self._ends

    def is_body(self, start: int) -> bool:
        """Whether the name of a body or a country begins at a place of the text."""
        at = bisect_left(self._body_starts, start)
        return at < len(self._body_starts) and self._body_starts[at] == start

    def bodies_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of names of bodies and countries that begin between two places of the text, or that the first is in."""
        at = bisect_left(self._body_starts, start)
        if at and self.bodies[at - 1][1] > start:
            at -= 1
        return self.bodies[at : bisect_left(self._body_starts, end)]

    def add(self, start: int, end: int, office: Iterable[str] = ()) -> None:
        """Learn a name of a person from a phrase, with the words of its office."""
        form = Form(name_words(self.text[start:end]), start, end)
        if form.words and form.words not in self._known:
            self._known.add(form.words)
            for word in set(form.words):
                self._forms.setdefault(word, []).append(form)
        self.hold(office, start, end)

    def hold(self, office: Iterable[str], start: int, end: int) -> None:
        """Learn that the name between two places has an office, given by its words."""
        duty = _plain(office)
        for word in set(duty):
            self._offices.setdefault(word, []).append((duty, start, end))

    def _fitting(self, wanted: Collection[str]) -> list[Form]:
        """The forms that have all of the words."""
        shared = min((self._forms.get(word, []) for word in wanted), key=len, default=[])
        return [form for form in shared if set(wanted) <= set(form.words)]

    def knows(self, start: int, end: int) -> bool:
        """Whether the words between two places are (part of) the name of a person in the article."""
        return bool(self._fitting(name_words(self.text[start:end])))

    def fullest(self, start: int, end: int) -> tuple[int, int]:
        """The place of the longest form in the article that has all words of the name at `start`."""
        mine = name_words(self.text[start:end])
        if mine in self._aliases:
            start, end = self._aliases[mine]
            mine = name_words(self.text[start:end])
        fitting = [form for form in self._fitting(mine) if len(form.words) <= _LONGEST_NAME]
        if not fitting:
            return start, end
        best = max(fitting, key=lambda form: (len(form.words), -form.start))
        return (best.start, best.end) if len(best.words) > len(mine) else (start, end)

    def holder(self, office: Iterable[str], before: int) -> tuple[int, int] | None:
        """The place of the name of who holds an office: the last one named before `before`, else the first after it."""
        wanted = _plain(office)
        known = self._offices.get(wanted[0], []) if wanted else []
        fitting = sorted((start, end) for duty, start, end in known if _holds(duty, wanted))
        earlier = [place for place in fitting if place[0] < before]
        return earlier[-1] if earlier else fitting[0] if fitting else None

    def country(self, capital: str) -> tuple[int, int] | None:
        """The place of the first mention of the country whose capital this is, if the article names it."""
        for country in capitals().get(fold(capital), ()):
            at = self.text.find(country)
            if at >= 0:
                return at, at + len(country)
        return None


def _is_kunya(name: str) -> bool:
    """Whether the name is a kunya («أبو سامر»), by which one is called who has a name of his own."""
    return fold(name).split()[0] in ("ابو", "ام", "ابا", "ابي") if name.strip() else False


def _plain(office: Iterable[str]) -> tuple[str, ...]:
    """The words of an office without articles, nor the nouns of places that some say and some leave out («محافظ مدينة …»)."""
    found = tuple(bare(word) for word in office)
    return found[:1] + tuple(word for word in found[1:] if word not in words_of("places"))


def _holds(duty: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the words of a title name the office wanted, and not one that serves it («نائب الوزير»)."""
    if not set(wanted) <= set(duty):
        return False
    at = duty.index(wanted[0])
    return at == 0 or duty[at - 1] not in words_of("deputies")


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without articles and titles."""
    titles = speakers().honorifics
    found = [word.text for word in words(text)]
    named = [word for word in found[:-1] if word not in titles] + found[-1:]  # a title at the end is a family name (السيد)
    return tuple(bare(word) for word in named)


def _zone(line: Line, start: int, end: int) -> Zone:
    first = bisect_left(line.tokens, start, key=lambda token: token.end - 1)
    last = max(first, bisect_left(line.tokens, end, key=lambda token: token.start))
    return Zone(first, last, first < len(line.tokens) and line.tokens[first].start < start)
