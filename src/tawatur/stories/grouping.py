"""Stories: which articles report one happening, by headline and lead, within a few days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story
from tawatur.stories.alike import Likeness
from tawatur.stories.clusters import clusters, near
from tawatur.stories.describe import story
from tawatur.stories.profile import Profile, profiles

_COMMON = 150  # a stem in more headlines and leads than this proposes no pair
_TERMS = 14  # the rarest stems of an article that propose pairs
_LEAST_TERMS = 2  # that two articles share

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


def group(collection: Collection, independent: Independent) -> list[Story]:
    """Give the stories: every article is in one, most are alone. In the order of their dates, those without one last.

    `independent` gives the independent origins of documents.
    """
    found = profiles(collection)
    likeness = Likeness(collection, found)
    proposed = {*_proposed(found, likeness), *_sharing(collection, found)}
    scores = {(a, b): likeness.of(found[a], found[b]) for a, b in proposed}
    made = [story(collection, members, independent) for members in clusters(scores, found, likeness)]
    return sorted(made, key=lambda one: (one.date is None, one.date or "", one.id))


def _sharing(collection: Collection, found: Mapping[str, Profile]) -> set[tuple[str, str]]:
    """Pairs of articles of near days that share text."""
    pairs = {(row.a.document, row.b.document) for row in collection.reuse if not row.template}
    return {(min(a, b), max(a, b)) for a, b in pairs if near(found[a], found[b])}


def _proposed(found: Mapping[str, Profile], likeness: Likeness) -> Iterator[tuple[str, str]]:
    """Pairs of articles of near days that share rare stems."""
    index: dict[str, list[str]] = defaultdict(list)
    for name, one in found.items():
        terms = sorted((likeness.count[word], word) for word in one.stems if 1 < likeness.count[word] <= _COMMON)
        for _, word in terms[:_TERMS]:
            index[word].append(name)
    for name, one in found.items():
        met: Counter[str] = Counter()
        for word in one.stems:
            met.update(other for other in index.get(word, ()) if other > name)
        for other, count in sorted(met.items()):
            if count >= _LEAST_TERMS and near(one, found[other]):
                yield name, other
