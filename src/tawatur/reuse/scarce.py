"""In how many sentences each content word stands, and where those stand that few have: kept, so that not all words are counted at every run."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain

from tawatur.records.passage import Contents, Places, Scarce

MOST = 15  # sentences in which a scarce word stands


def counted(contents: Mapping[str, Contents]) -> Scarce:
    """Count the words of all documents."""
    frequency = Counter(chain.from_iterable(one.words for one in contents.values()))
    few = {word for word, count in frequency.items() if count <= MOST}
    return Scarce(frequency, {document: _places(one, few) for document, one in contents.items()})


def counted_on(before: Scarce, known: Mapping[str, Contents], now: Mapping[str, Contents], other: AbstractSet[str]) -> Scarce:
    """Give what `counted` gives of the documents `now`, of which all but `other` are as they were `known` when `before` was counted.

    Where that was counted of other documents, or a word has become scarce whose places were not kept, all are counted anew.
    """
    if not before.places or before.places.keys() != known.keys():
        return counted(now)
    more = _difference((known[one].words for one in other if one in known), (now[one].words for one in other if one in now))
    frequency = dict(before.frequency)
    for word, count in more.items():
        frequency[word] = frequency.get(word, 0) + count
        if not frequency[word]:
            del frequency[word]
    was = before.frequency
    if any(was.get(word, 0) > MOST >= frequency.get(word, 0) for word in more):
        return counted(now)
    common = {word for word in more if was.get(word, 0) <= MOST < frequency.get(word, 0)}
    places = {document: _without(before.places[document], common) for document in now.keys() - other}
    for document in now.keys() & other:
        one = now[document]
        places[document] = _places(one, {word for word in one.words if frequency[word] <= MOST})
    return Scarce(frequency, places)


def _difference(gone: Iterable[Iterable[int]], come: Iterable[Iterable[int]]) -> dict[int, int]:
    """In how many more sentences each word stands, in fewer where it is below zero."""
    counts = Counter(chain.from_iterable(come))
    counts.subtract(Counter(chain.from_iterable(gone)))
    return {word: count for word, count in counts.items() if count}


def _places(one: Contents, few: AbstractSet[int]) -> Places:
    """Where the few words stand in a document."""
    if few.isdisjoint(one.words):
        return Places(array("q"), array("I"))
    found = [(word, at) for at, words in enumerate(one.each()) for word in words if word in few]
    return Places(array("q", (word for word, _ in found)), array("I", (at for _, at in found)))


def _without(places: Places, common: AbstractSet[int]) -> Places:
    """Leave out words that are not scarce any more."""
    if common.isdisjoint(places.words):
        return places
    left = [(word, at) for word, at in zip(places.words, places.sentences, strict=True) if word not in common]
    return Places(array("q", (word for word, _ in left)), array("I", (at for _, at in left)))
