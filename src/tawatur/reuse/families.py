"""Articles of one text: near copies, those that share a paragraph, those that share a sentence or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from tawatur.groups import groups
from tawatur.records.passage import Pair, Passages, Tie
from tawatur.records.reuse import Family, FamilyDegree, family_id

# LABELS: a near copy shares 80% of the shorter article, a partial one several sentences or 60 words
_NEAR = 0.8
_PARAGRAPH_WORDS = 60
_PARAGRAPH_SENTENCES = 3
# less of even the shorter article is background, whoever wrote it
_PARTIAL = 0.25
# a document of which less than half stands in each of four others, or more, that share nothing with one another brings them side by side
_HALF = 0.5
_BUNDLE = 4
_NONE: frozenset[str] = frozenset()


Ties = Callable[[Iterable[str]], Mapping[Pair, Tie]]
_Sentence = tuple[str, int]


class Families(NamedTuple):
    """The families of `documents`, in the order of their members; what families they stood in before are none any more."""

    documents: set[str]
    families: list[Family]


def tie(passages: Passages, a: int, b: int) -> Tie:
    """Give what two documents of so many words have in common as members of families."""
    links = tuple(sorted({(match.a, match.b) for passage in passages for match in passage}))
    words = carried(passages)
    return Tie(degree(passages, min(a, b)), words, (words / a, words / b), links)


def degree(passages: Passages, shorter: int) -> FamilyDegree:
    """How much two documents share, of which the shorter one has so many words."""
    words = carried(passages)
    if words >= _NEAR * shorter:
        return "near_copy"
    matches = [match for passage in passages for match in passage]
    several = min(len({match.a for match in matches}), len({match.b for match in matches})) >= _PARAGRAPH_SENTENCES
    return "partial" if (several or words >= _PARAGRAPH_WORDS) and words >= _PARTIAL * shorter else "passage"


def carried(passages: Passages) -> int:
    """How many words two documents share, no sentence counted twice."""
    best: dict[int, int] = defaultdict(int)
    other: dict[int, int] = defaultdict(int)
    for match in (match for passage in passages for match in passage):
        best[match.a] += match.matched
        other[match.b] += match.matched
    return min(sum(best.values()), sum(other.values()))


def families(ties: Ties, changed: AbstractSet[str]) -> Families:
    """Give the families that change where the ties of `changed` documents have: a document stands in one of near copies at
    the most, and in one of partial copies. `ties` gives the ties of documents.
    """
    documents, near_ties = _closed(ties, changed)
    near_ties = _unbundled(near_ties)
    near = groups(pair for pair, one in near_ties.items() if one.degree == "near_copy")
    partial = _around_cores({pair: one.words for pair, one in near_ties.items()})
    found: dict[tuple[str, ...], Literal["near_copy", "partial", "passage"]] = {}
    for group in _passages(ties, documents):
        found[group] = "passage"
    for group in partial:
        found[group] = "partial"
    for group in near:
        found[group] = "near_copy"
    outside = {document for group in found for document in group} - documents
    larger: dict[str, frozenset[str]] = {}
    for group in [*partial, *_partial_of(ties, outside)]:
        larger |= dict.fromkeys(group, frozenset(group))
    kept = {
        group: kind for group, kind in found.items() if kind != "passage" or not larger.get(group[0], _NONE).issuperset(group)
    }
    return Families(
        documents, [Family(id=family_id(group), documents=group, degree=kind) for group, kind in sorted(kept.items())]
    )


def _partial_of(ties: Ties, documents: AbstractSet[str]) -> list[tuple[str, ...]]:
    """The groups of partial copies of other documents, against which a passage is held that begins in one of them."""
    return _around_cores({pair: one.words for pair, one in _unbundled(_closed(ties, documents)[1]).items()})


def _unbundled(near: Mapping[Pair, Tie]) -> dict[Pair, Tie]:
    """Leave out what ties a document to parts of it that have nothing to do with one another: a press review makes no family
    of what it brings side by side.
    """
    beside: dict[str, dict[str, float]] = defaultdict(dict)  # of each document, how much of it is shared with others
    for (a, b), one in near.items():
        beside[a][b], beside[b][a] = one.shares
    bundles: dict[str, set[str]] = {}
    for document, others in beside.items():
        parts = {other for other, share in others.items() if share < _HALF}
        if len(parts) >= _BUNDLE and _apart(parts, beside) >= _BUNDLE:
            bundles[document] = parts
    return {(a, b): one for (a, b), one in near.items() if b not in bundles.get(a, ()) and a not in bundles.get(b, ())}


def _apart(parts: AbstractSet[str], beside: Mapping[str, Mapping[str, float]]) -> int:
    """Into how many groups some documents fall that share nothing with one another."""
    links = ((one, other) for one in parts for other in (beside[one].keys() & parts or {one}))
    return len(groups(links))


def _closed(ties: Ties, documents: AbstractSet[str]) -> tuple[set[str], dict[Pair, Tie]]:
    """The documents that hang together with these by more than a passage, and what they hang together by."""
    reached: set[str] = set()
    found: dict[Pair, Tie] = {}
    wave = set(documents)
    while wave:
        reached |= wave
        near = {pair: one for pair, one in ties(wave).items() if one.degree != "passage"}
        found |= near
        wave = {document for pair in near for document in pair} - reached
    return reached, found


def _around_cores(words: Mapping[tuple[str, str], int]) -> list[tuple[str, ...]]:
    """Give groups in which every document shares a paragraph with the group's core, in order.

    By connected components alone, articles that each share another paragraph with the next would make one family: of three
    corpus days one of 249. A core is a document that shares with most others; each document goes to the core with which it shares most.
    """
    partners: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), count in words.items():
        partners[a][b] = partners[b][a] = count
    cores: set[str] = set()
    for document in sorted(partners, key=lambda one: (-len(partners[one]), -sum(partners[one].values()), one)):
        if not cores & partners[document].keys():
            cores.add(document)
    members: dict[str, list[str]] = {core: [core] for core in cores}
    for document in partners.keys() - cores:
        near = [core for core in partners[document] if core in cores]
        members[min(near, key=lambda core: (-partners[document][core], core))].append(document)
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


def _passages(ties: Ties, documents: AbstractSet[str]) -> list[tuple[str, ...]]:
    """The documents of each sentence that goes through several, one of `documents` among them."""
    beside: dict[_Sentence, set[_Sentence]] = defaultdict(set)
    known: set[str] = set()
    wave = set(documents)
    reached: set[_Sentence] = set()
    while wave:
        known |= wave
        for (a, b), one in ties(wave).items():
            for mine, yours in one.links:
                beside[a, mine].add((b, yours))
                beside[b, yours].add((a, mine))
        left = [place for place in beside if place[0] in documents or place in reached]
        reached |= set(left)
        while left:
            near = beside[left.pop()] - reached
            reached |= near
            left.extend(near)
        wave = {document for document, _ in reached} - known
    links = ((place, other) for place in reached for other in beside[place] if place < other)  # each is there from both sides
    return sorted({tuple(sorted({document for document, _ in group})) for group in groups(links)})
