"""Pairing the things of two states: those of one id, those that were renamed, and those whose words were only cut otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.changes.thing import Thing

_LEAST = 0.5  # of the words of the shorter one: as for a correction, whose statement a newer version cuts otherwise


class Paired(NamedTuple):
    """Things that are in both states, and those of one alone."""

    both: list[tuple[Thing, Thing]]
    gone: list[Thing]
    new: list[Thing]


def pair(before: Iterable[Thing], after: Iterable[Thing]) -> Paired:
    """Pair the things of one kind. It depends on the things alone, not on their order."""
    old = {(one.kind, one.id): one for one in before}
    now = {(one.kind, one.id): one for one in after}
    both = [(old.pop(key), now.pop(key)) for key in sorted(old.keys() & now.keys())]
    renamed = {(one.kind, alias): key for key, one in sorted(now.items()) for alias in one.aliases}
    moved = [(key, renamed[key]) for key in sorted(old.keys() & renamed.keys()) if renamed[key] in now]
    both += [(old.pop(key), now.pop(to)) for key, to in {to: (key, to) for key, to in moved}.values()]
    for one, other in _overlapping(list(old.values()), list(now.values())):
        both.append((old.pop((one.kind, one.id)), now.pop((other.kind, other.id))))
    return Paired(both, [old[key] for key in sorted(old)], [now[key] for key in sorted(now)])


def _overlapping(before: Sequence[Thing], after: Sequence[Thing]) -> Iterable[tuple[Thing, Thing]]:
    """Pairs of things that share half of the shorter one's words or more, each in one pair, those that share most first."""
    near: dict[str, list[Thing]] = defaultdict(list)
    for one in after:
        for document in {place[0] for place in one.places}:
            near[document].append(one)
    scored = [
        (-share, one, other)
        for one in before
        for other in {
            (candidate.kind, candidate.id): candidate for place in one.places for candidate in near.get(place[0], ())
        }.values()
        if (one.kind, one.group) == (other.kind, other.group)
        for share in [_shared(one, other)]
        if share >= _LEAST
    ]
    taken = set[tuple[str, str, str]]()
    for _, one, other in sorted(scored, key=lambda row: (row[0], row[1].kind, row[1].id, row[2].id)):
        sides = {("before", one.kind, one.id), ("after", other.kind, other.id)}
        if not sides & taken:
            taken |= sides
            yield one, other


def _shared(one: Thing, other: Thing) -> float:
    """The share of the shorter one's words that stand in the other, 0 to 1."""
    total = min(sum(end - start for _, start, end in thing.places) for thing in (one, other))
    over = sum(max(0, min(a[2], b[2]) - max(a[1], b[1])) for a in one.places for b in other.places if a[0] == b[0])
    return min(1.0, over / total) if total else 0.0
