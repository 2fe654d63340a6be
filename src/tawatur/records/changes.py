"""Changes: what became of the records of one kind since they were made the last time."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")


class Changes(NamedTuple, Generic[R]):
    """The records that were `made` anew, in the order of their ids, and the ids of those that are `gone`; all others stand as they were.

    One that was made anew may be as it was. The first time, all are made, and none is gone.
    """

    made: Sequence[R]
    gone: frozenset[str]
