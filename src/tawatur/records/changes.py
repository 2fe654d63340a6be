"""Changes: what became of the records of one kind since they were made the last time."""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")
K = TypeVar("K", bound=Hashable)


def differing(before: Mapping[K, object], now: Mapping[K, object]) -> set[K]:
    """Give the keys whose values are others, or that only one of the two has."""
    return {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}


class Changes(NamedTuple, Generic[R]):
    """The records that were `made` anew, in the order of their ids, and the ids of those that stand as they were; all others are no more.

    One that was made anew may be as it was. The first time, all are made.
    """

    made: Sequence[R]
    standing: AbstractSet[str]
