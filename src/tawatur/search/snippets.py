"""What was found, in context: the best piece of a text with the words marked that were asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.arabic.words import Word, words
from tawatur.records.hit import Context, HitMark
from tawatur.records.search import Term

# words of a context; the first that is marked stands after so many at the most
_LENGTH, _BEFORE = 36, 8
_LONGEST = 64  # letters of a word that count, as in the index


@dataclass(frozen=True)
class Place:
    """Words that were asked for, in a text: the numbers of the first and of the one after the last, and which term they are of."""

    first: int
    end: int
    term: int


def context(text: str, stretches: Sequence[tuple[int, int]], terms: Sequence[Term], whole: bool = False) -> Context:
    """Give the piece of `text` within one of `stretches` in which most terms stand, its marks by places in the piece.

    `whole` gives all of the first stretch. Where no term stands in the text, its beginning is given, without marks.
    """
    best: tuple[int, int, list[Word], list[Place]] | None = None
    for number, (start, end) in enumerate(stretches):
        found = list(words(text, start, end))
        places = list(_places(found, terms))
        rank = len({place.term for place in places[:50]})
        if best is None or (rank, -number) > (best[0], -best[1]):
            best = (rank, number, found, places)
        if rank == len(terms):
            break
    if best is None:
        return Context(text="")
    _, number, found, places = best
    start, end = stretches[number]
    return _cut(text, (start, end), found, places, whole)


def _cut(text: str, stretch: tuple[int, int], found: Sequence[Word], places: Sequence[Place], whole: bool) -> Context:
    start, end = stretch
    first, last = (0, len(found)) if whole else _window(len(found), places)
    begin = found[first].start if found and first else start
    until = found[last - 1].end if found and last < len(found) else end
    marks = [
        (found[place.first].start, found[place.end - 1].end) for place in places if first <= place.first and place.end <= last
    ]
    return Context(
        text=text[begin:until],
        offset=begin,
        marks=tuple(HitMark(start=one - begin, end=other - begin) for one, other in _apart(marks)),
        cut_before=first > 0,
        cut_after=last < len(found),
    )


def _window(count: int, places: Sequence[Place]) -> tuple[int, int]:
    """The words, by numbers, between which the most terms stand, then the most places."""
    best, at = (0, 0), 0
    for place in places:
        inside = [other for other in places if place.first <= other.first < place.first + _LENGTH - _BEFORE]
        rank = (len({other.term for other in inside}), len(inside))
        if rank > best:
            best, at = rank, place.first
    first = max(0, min(at - _BEFORE, count - _LENGTH))
    return first, min(count, first + _LENGTH)


def _places(found: Sequence[Word], terms: Sequence[Term]) -> Iterable[Place]:
    """Where the terms stand among words, in order."""
    plain = [word.text.lower()[:_LONGEST] for word in found]
    wanted: dict[str, int] = {}
    for number, term in enumerate(terms):
        for form in term.forms[:1] if term.phrase else term.forms:
            wanted.setdefault(form, number)
    phrases = {number: term.forms for number, term in enumerate(terms) if term.phrase}
    for at, word in enumerate(plain):
        for number, forms in phrases.items():
            if word == forms[0] and tuple(plain[at : at + len(forms)]) == forms:
                yield Place(at, at + len(forms), number)
        if word in wanted and wanted[word] not in phrases:
            yield Place(at, at + 1, wanted[word])


def _apart(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks in order, those that cross made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(marks)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
