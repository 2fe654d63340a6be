"""Stories: which articles report one happening, by headline and lead, within a few days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story
from tawatur.stories.describe import story
from tawatur.stories.profile import Profile, Weights, profiles

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
_WINDOW_UNSURE = 3  # where one of the days is only that of reading
_COMMON = 150  # a stem in more headlines and leads than this proposes no pair
_TERMS = 14  # the rarest stems of an article that propose pairs
_LEAST_TERMS = 2  # that two articles share
# measured on pairs of one corpus day labelled by hand, see bench/skills/reuse.py
_ALIKE = 0.33
_COPIED = 1.0  # what one text in two articles counts as

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


def group(collection: Collection, independent: Independent) -> list[Story]:
    """Give the stories: every article is in one, most are alone. In the order of their dates, those without one last.

    `independent` gives the independent origins of documents.
    """
    found = profiles(collection)
    weights = Weights(found)
    pairs = _copied(collection, found)
    for a, b in _proposed(found, weights):
        score = weights.alike(found[a], found[b])
        if score >= _ALIKE:
            pairs[a, b] = max(pairs.get((a, b), 0.0), score)
    clusters = _clusters(pairs, found, weights)
    made = [story(collection, members, independent) for members in clusters]
    return sorted(made, key=lambda one: (one.date is None, one.date or "", one.id))


def near(one: Profile, other: Profile) -> bool:
    """Whether the days of two articles allow that they report one happening."""
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= (_WINDOW if one.sure and other.sure else _WINDOW_UNSURE)


def _copied(collection: Collection, found: Mapping[str, Profile]) -> dict[tuple[str, str], float]:
    """Pairs of articles of one text: near copies, and those whose leads are one."""
    pairs: dict[tuple[str, str], float] = {}
    starts = {name: _lead_end(collection, name) for name in found}
    for row in collection.reuse:
        a, b = row.a.document, row.b.document
        if row.degree == "rewritten" or row.template or not near(found[a], found[b]):
            continue
        if row.a.start < starts[a] and row.b.start < starts[b] and row.score >= 0.7:
            pairs[a, b] = _COPIED
    return pairs


def _lead_end(collection: Collection, document: str) -> int:
    from tawatur.stories.profile import lead

    places = lead(collection, document)
    return places[-1][1] if places else 0


def _proposed(found: Mapping[str, Profile], weights: Weights) -> Iterator[tuple[str, str]]:
    """Pairs of articles of near days that share rare stems."""
    index: dict[str, list[str]] = defaultdict(list)
    for name, one in found.items():
        terms = sorted((weights.count[word], word) for word in one.stems if 1 < weights.count[word] <= _COMMON)
        for _, word in terms[:_TERMS]:
            index[word].append(name)
    for name, one in found.items():
        met: Counter[str] = Counter()
        for word in one.stems:
            met.update(other for other in index.get(word, ()) if other > name)
        for other, count in sorted(met.items()):
            if count >= _LEAST_TERMS and near(one, found[other]):
                yield name, other


def _clusters(pairs: Mapping[tuple[str, str], float], found: Mapping[str, Profile], weights: Weights) -> list[tuple[str, ...]]:
    """Join the most alike first, and two groups only where their articles are alike on the whole."""
    members: dict[str, list[str]] = {name: [name] for name in found}
    home = {name: name for name in found}
    for (a, b), _ in sorted(pairs.items(), key=lambda row: (-row[1], row[0])):
        one, other = home[a], home[b]
        if one == other:
            continue
        if _together(members[one], members[other], pairs, found, weights):
            members[one].extend(members.pop(other))
            for name in members[one]:
                home[name] = one
    return sorted(tuple(sorted(group)) for group in members.values())


def _together(
    one: Sequence[str],
    other: Sequence[str],
    pairs: Mapping[tuple[str, str], float],
    found: Mapping[str, Profile],
    weights: Weights,
) -> bool:
    scores = []
    for a in one:
        for b in other:
            if not near(found[a], found[b]):
                return False
            scores.append(pairs.get((min(a, b), max(a, b))) or weights.alike(found[a], found[b]))
    return sum(scores) >= _ALIKE * len(scores)


def days(found: Iterable[Profile]) -> list[date]:
    """The days of articles, in order."""
    return sorted(one.day for one in found if one.day)
