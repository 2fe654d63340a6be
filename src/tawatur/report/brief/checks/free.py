"""Any text held against its sources, without knowing how it was made: what it says that they do not."""

from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache

from tawatur.arabic.clitics import splits
from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import words
from tawatur.report.brief.checks.negation import negated
from tawatur.report.brief.checks.numbers import numbers
from tawatur.resources import load

# a source sentence is what a text retells where it has this share of the text's words; own, so that negation is compared with the
# sentence meant and not with a neighbour
_RETOLD = 0.6


def unsupported(text: str, sources: Sequence[str], own: Container[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Give each thing that a text says and no source does, with its kind: number, date, office, name, negation, attribution, order.

    `own` are folded words that may stand in the text without a source. Every word that is in no source and is none of these counts as
    a name, for a reader cannot know that it is none.
    """
    yield from foreign(text, sources, own)
    yield from _sense(text, sources)


def foreign(text: str, sources: Sequence[str], own: Container[str], *, counting: bool = True) -> Iterator[tuple[str, str]]:
    """Give the numbers (where `counting`) and the words of a text that are in no source and are not our own."""
    if counting:
        yield from _numbers(text, sources)
    yield from _words(text, sources, own)


def _numbers(text: str, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    told = set[str]().union(*map(numbers, sources))
    yield from (("number", number) for number in sorted(numbers(text) - told))


def _words(text: str, sources: Sequence[str], own: Container[str]) -> Iterator[tuple[str, str]]:
    known = frozenset[str]().union(*map(_known, sources))
    for word in words(text):
        if word.text.isdecimal() or word.text in own or numbers(word.text):
            continue
        if not known.intersection(_forms(word.text)):
            yield _kind(word.text), word.text


@lru_cache(maxsize=2048)  # a source is held against each sentence that cites it
def _known(source: str) -> frozenset[str]:
    """The forms of all words of a source."""
    return frozenset(form for word in words(source) for form in _forms(word.text))


@lru_cache(maxsize=100_000)
def _forms(word: str) -> frozenset[str]:
    """A folded word without what is written on it, but never another word: «بالوزير» and «وزير» meet, «وزيرة» and «وزير» do not."""
    return frozenset({split.stem for split in splits(word)} | {word})


def _kind(word: str) -> str:
    forms = _forms(word)
    return next((kind for kind in ("date", "office") if forms & _class(kind)), "name")


@cache
def _class(kind: str) -> frozenset[str]:
    if kind == "office":
        return frozenset(map(fold, load("brief_gate")["offices"]["of"]))
    months = load("time/months")
    names = {fold(word) for text in _texts(months) for word in text.split()}
    days = {form for day in load("comparing")["weekdays"]["of"] for form in _forms(fold(day))}
    return frozenset(names | days)


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _sense(text: str, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Negation, attribution and the order of words, against the source that the text retells."""
    mine = [word.text for word in words(text)]
    best = max(sources, key=lambda one: _shared(mine, one), default="")
    if not mine or _shared(mine, best) < _RETOLD:
        return
    if negated(text) != negated(best):
        yield "negation", text
    if reports(best) and not reports(text):
        yield "attribution", text
    if _turned(mine, [word.text for word in words(best)]):
        yield "order", text


def _shared(mine: Sequence[str], source: str) -> float:
    theirs = {word.text for word in words(source)}
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0


def _turned(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that a text shares with its source, each standing once in both, come in another order."""
    places = [theirs.index(word) for word in mine if mine.count(word) == 1 and theirs.count(word) == 1]
    return places != sorted(places)


def reports(text: str) -> bool:
    """Whether a text has a word that gives what is said to somebody."""
    found = {form for word in words(text) for form in _forms(word.text)}
    return bool(found & _reporting())


@cache
def _reporting() -> frozenset[str]:
    """Folded verbs of saying, in the past and the present, of both genders, and words that give what is said to another."""
    forms = set(map(fold, load("brief_gate")["reporting"]["of"]))
    for past, present, participle, _, kind in load("quotes/cues")["verbs"]:
        if kind in ("say", "claim"):
            forms |= {fold(form) for form in (past, past + "ت", present, participle) if form}
            forms |= {stem(fold(present))} if present else set()
    return frozenset(forms)
