"""What documents copy from one another: the texts that meet are aligned once, and all copies of a text share what it shares."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from typing import NamedTuple

from tawatur.records.passage import Pair, Passages, Text, Texts
from tawatur.reuse.candidates import Met, meet, meeting
from tawatur.reuse.index import Index, text_of
from tawatur.reuse.passages import Verifier, turned
from tawatur.reuse.prints import fingerprints, runs_of
from tawatur.reuse.protocol import Protocol, formulae

# so many copies of one text are paired each with each; of more, each with the first and with the one before it:
# the largest group of the corpus has 24
_EACH = 40

Members = Mapping[int, Sequence[str]]


class Changed(NamedTuple):
    """What pairs of documents share no more, and what pairs share that are new, or of which something has changed."""

    gone: set[Pair]
    found: dict[Pair, Passages]


class _Moved(NamedTuple):
    """Texts by their documents before and after, those that came and went with their words, and their fingerprints."""

    before: Members
    after: Members
    come: Mapping[int, Text]
    gone: Mapping[int, Text]
    prints: Mapping[int, array[int]]


def copied(index: Index, pages: Mapping[str, Text | None]) -> Changed:
    """Bring the index up to date with documents that are new or changed, or gone (None), and say what that changes."""
    moved = _moved(index, pages)
    touched = moved.before.keys() | moved.after.keys()
    standing = index.standing()
    met = meet(index, _of(moved, moved.come), _of(moved, moved.gone))
    index.set_standing(met.standing)
    known = index.pairs_of(touched)
    turned_over = _turned_over(index, moved, met.standing ^ standing)
    doubtful = index.pairs_of({text for pair in met.doubtful for text in pair})
    known |= {pair: doubtful[pair] for pair in met.doubtful & doubtful.keys()} | turned_over
    meets = _meeting(index, met)
    copies = {(text, text) for text, members in moved.after.items() if len(members) > 1}
    dropped = {
        pair
        for pair in known
        if any(text in moved.gone for text in pair)
        or (pair in met.doubtful and pair not in meets)
        or (pair[0] == pair[1] and pair[0] in touched and pair not in copies)
    }
    fresh = (met.found | (meets | copies) - known.keys() | turned_over.keys()) - dropped
    found = compared(fresh, index.words({text for pair in fresh for text in pair}), met.standing)
    index.set_pairs(dropped, found)
    return _documents(index, moved, known, dropped, found, pages)


def _moved(index: Index, pages: Mapping[str, Text | None]) -> _Moved:
    """Put the documents to their texts."""
    text_before = index.texts_of(pages)
    text_after = {document: text for document, page in pages.items() if page and (text := text_of(page)) is not None}
    touched = {*text_before.values(), *text_after.values()}
    before = index.members(touched)
    index.place({document: text_after.get(document) for document in pages})
    after = index.members(touched)
    gone = index.words(before.keys() - after.keys())
    own = {text: page for document, text in text_after.items() if (page := pages[document])}
    come = {text: own[text] for text in sorted(after.keys() - before.keys())}
    common = formulae()
    prints = {text: array("q", sorted(fingerprints(page.keys, common))) for text, page in {**come, **gone}.items()}
    index.drop_texts({text: prints[text] for text in gone})
    index.add_texts(come, {text: prints[text] for text in come})
    return _Moved(before, after, come, gone, prints)


def _of(moved: _Moved, texts: Iterable[int]) -> dict[int, array[int]]:
    return {text: moved.prints[text] for text in texts}


def _turned_over(index: Index, moved: _Moved, values: frozenset[int]) -> dict[Texts, Passages]:
    """The pairs compared before whose words in common hold a phrase that has become a standing one, or is one no longer."""
    found: dict[Texts, Passages] = {}
    if not values or index.count() == len(moved.come):
        return found
    runs = {run.tobytes(): run for page in (*moved.come.values(), *moved.gone.values()) for run in runs_of(page.keys, values)}
    for _, run in sorted(runs.items()):
        texts = set(index.containing(run))
        found |= {pair: passages for pair, passages in index.pairs_of(texts).items() if texts.issuperset(pair)}
    return found


def _meeting(index: Index, met: Met) -> set[Texts]:
    common = formulae()
    words = index.words({text for pair in met.doubtful for text in pair})
    return meeting(index, met.doubtful, {text: fingerprints(page.keys, common) for text, page in words.items()})


def compared(pairs: AbstractSet[Texts], words: Mapping[int, Text], standing: frozenset[int]) -> dict[Texts, Passages]:
    """Give what each of these pairs of texts shares, which may be nothing, by their words and the standing phrases."""
    verifier = Verifier(Protocol(standing))
    return {
        (a, b): verifier.copied(words[a]) if a == b else verifier.shared(words[a], words[b])
        for a, b in sorted(pairs)
    }  # fmt: skip


def _documents(
    index: Index,
    moved: _Moved,
    known: Mapping[Texts, Passages],
    dropped: AbstractSet[Texts],
    found: Mapping[Texts, Passages],
    pages: Mapping[str, Text | None],
) -> Changed:
    """What changes between documents, where pairs of texts, or the documents of a text, have changed."""
    pairs = known.keys() | found.keys()
    others = index.members({text for pair in pairs for text in pair} - moved.before.keys() - moved.after.keys())
    before, after = {**others, **moved.before}, {**others, **moved.after}
    had: set[Pair] = set()
    have: dict[Pair, Passages] = {}
    for pair in sorted(pairs):
        old, new = known.get(pair, ()), () if pair in dropped else found.get(pair, known.get(pair, ()))
        mine = set(couples(pair, before)) if old else set()
        yours = dict(between(pair, new, after)) if new else {}
        had |= mine
        for couple, passages in yours.items():
            if new != old or couple not in mine or not pages.keys().isdisjoint(couple):
                have[couple] = passages
            else:
                had.discard(couple)
    return Changed(had - have.keys(), have)


def couples(pair: Texts, members: Members) -> Iterator[Pair]:
    """Give the pairs of documents in which what two texts share, or copies of one text, is told."""
    mine, yours = members.get(pair[0], ()), members.get(pair[1], ())
    if pair[0] == pair[1]:
        yield from _copies(mine)
    elif mine and yours:
        few = len(mine) * len(yours) <= _EACH
        every = set(product(mine, yours)) if few else {(a, yours[0]) for a in mine} | {(mine[0], b) for b in yours}
        yield from ((min(couple), max(couple)) for couple in every)


def _copies(group: Sequence[str]) -> Iterator[Pair]:
    if len(group) <= _EACH:
        yield from combinations(group, 2)
        return
    for at, document in enumerate(group[1:], start=1):
        yield group[0], document
        if at > 1:
            yield group[at - 1], document


def between(pair: Texts, passages: Passages, members: Members) -> Iterator[tuple[Pair, Passages]]:
    """Give what two texts share for each of their couples of documents, seen from the first of each."""
    other = turned(passages)
    first = set(members.get(pair[0], ()))
    for couple in sorted(couples(pair, members)):
        yield couple, passages if couple[0] in first else other


def pairs_between(index: Index, wanted: Iterable[Pair]) -> dict[Pair, Passages]:
    """Give what these pairs of documents copy, where they copy something."""
    asked = set(wanted)
    texts = index.texts_of({document for pair in asked for document in pair})
    numbers = {tuple(sorted((texts[a], texts[b]))) for a, b in asked if a in texts and b in texts}
    known = {pair: passages for pair, passages in index.pairs_of(set(texts.values())).items() if pair in numbers and passages}
    members = index.members({text for pair in known for text in pair})
    return {
        couple: told for pair, passages in known.items() for couple, told in between(pair, passages, members) if couple in asked
    }
