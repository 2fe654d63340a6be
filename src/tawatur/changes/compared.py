"""Comparing two states of a collection: each change is told as it is found, the rest is counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Protocol, TypeVar, get_args

from tawatur.changes.pairing import pair
from tawatur.changes.settled import settled_things
from tawatur.changes.several import commitment, event, finding, passage, story
from tawatur.changes.thing import Thing
from tawatur.records.change import Change, ChangeKind, How, Tally
from tawatur.records.commitment import Commitment
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.reuse import Reuse
from tawatur.records.settled import Settled
from tawatur.records.story import Story

Tell = Callable[[Change], None]
_EXAMPLES = 3  # of each kind, of those that say something else
_A = TypeVar("_A")


class State(Protocol):
    """A state of a collection, each kind of record in its order. A store's library is one."""

    def entities(self) -> Iterable[Entity]:
        """All entities."""
        ...

    def settled(self) -> Iterable[Settled]:
        """What is settled of each article, in the order of the articles' ids."""
        ...

    def reuse(self) -> Iterable[Reuse]:
        """All pairs of sentences that come from one text, in the order of the articles' ids."""
        ...

    def stories(self) -> Iterable[Story]:
        """All stories."""
        ...

    def events(self) -> Iterable[Event]:
        """All events."""
        ...

    def findings(self) -> Iterable[Finding]:
        """All findings."""
        ...

    def commitments(self) -> Iterable[Commitment]:
        """All commitments."""
        ...


class Comparison:
    """What was found to differ so far; `tell` is handed every change."""

    def __init__(self, tell: Tell = lambda change: None) -> None:
        self._tell = tell
        self._counts: dict[ChangeKind, Counter[str]] = defaultdict(Counter)
        self._examples: dict[ChangeKind, list[Change]] = defaultdict(list)

    def take(self, before: Iterable[Thing], after: Iterable[Thing]) -> None:
        """Compare the things of two states, of whatever kinds, that can only be paired among themselves."""
        paired = pair(before, after)
        for one, other in paired.both:
            if one.values == other.values:
                self._counts[other.kind]["same"] += 1
            else:
                self._keep(_changed(one, other))
        for one in paired.gone:
            self._keep(_change(one, "gone", before=one.values))
        for one in paired.new:
            self._keep(_change(one, "new", after=one.values))

    def _keep(self, change: Change) -> None:
        self._counts[change.kind][change.how] += 1
        if change.how == "changed" and len(self._examples[change.kind]) < _EXAMPLES:
            self._examples[change.kind].append(change)
        self._tell(change)

    def tallies(self) -> dict[ChangeKind, Tally]:
        """How many of each kind are as before, new, gone and changed."""
        return {kind: Tally(**self._counts[kind]) for kind in get_args(ChangeKind)}

    def examples(self) -> dict[ChangeKind, tuple[Change, ...]]:
        """The first of each kind that say something else."""
        return {kind: tuple(found) for kind in get_args(ChangeKind) if (found := self._examples[kind])}


def compare(before: State, after: State, comparison: Comparison) -> None:
    """Find what differs between two states; what is of one article, or of one pair of them, is held in memory alone."""
    called = [{one.id: one.name for one in state.entities()} for state in (before, after)]
    for old, now in _beside(before.settled(), after.settled(), lambda one: one.document):
        comparison.take(
            [thing for one in old for thing in settled_things(one, called[0])],
            [thing for one in now for thing in settled_things(one, called[1])],
        )
    for shared, sharing in _beside(before.reuse(), after.reuse(), lambda one: (one.a.document, one.b.document)):
        comparison.take(map(passage, shared), map(passage, sharing))
    comparison.take(_several(before, called[0]), _several(after, called[1]))


def _several(state: State, names: Mapping[str, str]) -> Iterator[Thing]:
    yield from (story(one, names) for one in state.stories())
    yield from (event(one, names) for one in state.events())
    yield from map(finding, state.findings())
    yield from map(commitment, state.commitments())


def _beside(before: Iterable[_A], after: Iterable[_A], key: Callable[[_A], Any]) -> Iterator[tuple[list[_A], list[_A]]]:
    """The records of two states, those of one key beside each other. Both are in the order of their keys."""
    old, now = groupby(before, key), groupby(after, key)
    left, right = next(old, None), next(now, None)
    while left or right:
        if left and (not right or left[0] < right[0]):
            yield list(left[1]), []
            left = next(old, None)
        elif right and (not left or right[0] < left[0]):
            yield [], list(right[1])
            right = next(now, None)
        elif left and right:
            yield list(left[1]), list(right[1])
            left, right = next(old, None), next(now, None)


def _changed(one: Thing, other: Thing) -> Change:
    names = [name for name in {**one.values, **other.values} if one.values.get(name) != other.values.get(name)]
    return _change(
        other,
        "changed",
        before={name: one.values.get(name) for name in names},
        after={name: other.values.get(name) for name in names},
    )


def _change(thing: Thing, how: How, *, before: dict[str, Any] | None = None, after: dict[str, Any] | None = None) -> Change:
    document, start, end = thing.places[0] if thing.places else (None, None, None)
    whole = thing.kind in ("publication", "origin", "story")  # of an article or several, not of words in one
    return Change(
        kind=thing.kind,
        how=how,
        id=thing.id,
        document=None if thing.kind == "story" else document,
        start=None if whole else start,
        end=None if whole else end,
        text=thing.text,
        before=before,
        after=after,
    )
