"""Where the work of a round is done: in this process, or in one of its own.

What is read and compared takes memory by the size of the store, and Python gives little of that back: a process that ends with its round gives
back all of it, and a watch of years stays as small as it began.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from tawatur.store.address import Place
from tawatur.store.sqlite import Store
from tawatur.workers import apart as in_a_process

A = TypeVar("A")
B = TypeVar("B")


class Doing(Protocol):
    """Gives what a function makes of a store and of what is asked for. Raises what it raises."""

    def __call__(self, function: Callable[[Store, A], B], asked: A) -> B:
        """Give `function` of the store and `asked`."""


def here(store: Store) -> Doing:
    """With a store that is open, in this process."""

    def doing(function: Callable[[Store, A], B], asked: A) -> B:
        return function(store, asked)

    return doing


def apart(place: Place) -> Doing:
    """With the store at `place`, in a process that is started for it; FailedError where that is ended from outside."""

    def doing(function: Callable[[Store, A], B], asked: A) -> B:
        return in_a_process(partial(_opened, place, function), asked)

    return doing


def _opened(place: Place, function: Callable[[Store, A], B], asked: A) -> B:
    with Store(place, create=False) as store:
        return function(store, asked)
