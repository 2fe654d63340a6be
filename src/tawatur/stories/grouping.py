"""Stories: which articles report one happening, by headline and lead, within a few days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story
from tawatur.stories.alike import Likeness
from tawatur.stories.describe import story
from tawatur.stories.profile import Profile, profiles

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
_WINDOW_UNSURE = 3  # where one of the days is only that of reading
_COMMON = 150  # a stem in more headlines and leads than this proposes no pair
_TERMS = 14  # the rarest stems of an article that propose pairs
_LEAST_TERMS = 2  # that two articles share
_ALIKE = 0.5  # of two groups, on average; see tawatur.stories.alike
_LEAST_ALIKE = (
    0.25  # of any two articles of a story; with it a third of the false pairs go, and a tenth of the doubtful true ones
)

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


def group(collection: Collection, independent: Independent) -> list[Story]:
    """Give the stories: every article is in one, most are alone. In the order of their dates, those without one last.

    `independent` gives the independent origins of documents.
    """
    found = profiles(collection)
    likeness = Likeness(collection, found)
    pairs: dict[tuple[str, str], float] = {}
    for a, b in {*_proposed(found, likeness), *_sharing(collection, found)}:
        score = likeness.of(found[a], found[b])
        if score >= _ALIKE:
            pairs[a, b] = score
    clusters = _clusters(pairs, found, likeness)
    made = [story(collection, members, independent) for members in clusters]
    return sorted(made, key=lambda one: (one.date is None, one.date or "", one.id))


def near(one: Profile, other: Profile) -> bool:
    """Whether the days of two articles allow that they report one happening."""
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= (_WINDOW if one.sure and other.sure else _WINDOW_UNSURE)


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


def _clusters(pairs: Mapping[tuple[str, str], float], found: Mapping[str, Profile], likeness: Likeness) -> list[tuple[str, ...]]:
    """Join the most alike first, and two groups only where their articles are alike on the whole."""
    members: dict[str, list[str]] = {name: [name] for name in found}
    home = {name: name for name in found}

    def together(one: Sequence[str], other: Sequence[str]) -> bool:
        if not all(near(found[a], found[b]) for a in one for b in other):
            return False
        scores = [likeness.of(found[a], found[b]) for a in one for b in other]
        return min(scores) >= _LEAST_ALIKE and sum(scores) >= _ALIKE * len(scores)

    for (a, b), _ in sorted(pairs.items(), key=lambda row: (-row[1], row[0])):
        one, other = home[a], home[b]
        if one != other and together(members[one], members[other]):
            members[one].extend(members.pop(other))
            for name in members[one]:
                home[name] = one
    return sorted(tuple(sorted(group)) for group in members.values())
