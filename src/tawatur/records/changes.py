"""Changes: what became of the records of one kind since they were made the last time."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")


class Changes(NamedTuple, Generic[R]):
    """The records that were `made` anew, in the order of their ids, and the ids of those that stand as they were; all others are no more.

    One that was made anew may be as it was. The first time, all are made.
    """

    made: Sequence[R]
    standing: AbstractSet[str]
