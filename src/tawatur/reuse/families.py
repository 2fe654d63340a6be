"""Articles of one text: near copies, those that share a paragraph, those that share a sentence or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from tawatur.groups import groups
from tawatur.records.reuse import Family, FamilyDegree, family_id
from tawatur.reuse.pages import Page
from tawatur.reuse.passages import Shared

# LABELS: a near copy shares 80% of the shorter article, a partial one several sentences or 60 words
_NEAR = 0.8
_PARAGRAPH_WORDS = 60
_PARAGRAPH_SENTENCES = 3
# less of even the shorter article is background, whoever wrote it
_PARTIAL = 0.25


def degree(one: Shared, pages: Mapping[str, Page]) -> FamilyDegree:
    """How much two documents share."""
    words = carried(one)
    shorter = min(len(pages[one.a].keys), len(pages[one.b].keys))
    if words >= _NEAR * shorter:
        return "near_copy"
    matches = [match for passage in one.passages for match in passage]
    several = min(len({match.a for match in matches}), len({match.b for match in matches})) >= _PARAGRAPH_SENTENCES
    return "partial" if (several or words >= _PARAGRAPH_WORDS) and words >= _PARTIAL * shorter else "passage"


def carried(one: Shared) -> int:
    """How many words two documents share, no sentence counted twice."""
    best: dict[int, int] = defaultdict(int)
    other: dict[int, int] = defaultdict(int)
    for match in (match for passage in one.passages for match in passage):
        best[match.a] += match.matched
        other[match.b] += match.matched
    return min(sum(best.values()), sum(other.values()))


def families(copied: Sequence[Shared], pages: Mapping[str, Page]) -> list[Family]:
    """Give the families: a document stands in one of near copies at the most, and in one of partial copies."""
    degrees = {(one.a, one.b): degree(one, pages) for one in copied}
    words = {(one.a, one.b): carried(one) for one in copied}
    near = groups(pair for pair, kind in degrees.items() if kind == "near_copy")
    partial = _around_cores({pair: words[pair] for pair, kind in degrees.items() if kind != "passage"})
    found: dict[tuple[str, ...], Literal["near_copy", "partial", "passage"]] = {}
    for group in _passages(copied):
        found[group] = "passage"
    for group in partial:
        found[group] = "partial"
    for group in near:
        found[group] = "near_copy"
    larger = {document: set(group) for group in partial for document in group}
    kept = {group: kind for group, kind in found.items() if kind != "passage" or not set(group) <= larger.get(group[0], set())}
    return [Family(id=family_id(group), documents=group, degree=kind) for group, kind in sorted(kept.items())]


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


def _passages(copied: Sequence[Shared]) -> list[tuple[str, ...]]:
    """The documents of each sentence that goes through several."""
    links = (((one.a, match.a), (one.b, match.b)) for one in copied for passage in one.passages for match in passage)
    return sorted({tuple(sorted({document for document, _ in group})) for group in groups(links)})
