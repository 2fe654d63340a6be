"""Things by number: each is kept once, and what speaks of it has its number."""

from collections.abc import Hashable, Iterator, Mapping, Set
from functools import cached_property
from heapq import heappop
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T", bound=Hashable)

# things of one row of what is kept: a row is written anew where one of them is another
_TOGETHER = 1024
_encode = msgspec.msgpack.Encoder().encode


class Numbered(Generic[T]):
    """Things of one kind with their numbers. A number that is free is given again.

    `kept` holds the rows that `rows` gave, under `name` and their numbers; `kind` is the type of a thing, for msgspec.
    """

    def __init__(self, name: str, kind: Any, kept: Mapping[str, bytes]) -> None:
        self._name = name
        self._kept: list[bytes] = []
        self.things: list[T | None] = []  # by number; None where the number is free
        decode = msgspec.msgpack.Decoder(list[kind | None]).decode
        while body := kept.get(f"{name} {len(self._kept)}"):
            self._kept.append(body)
            self.things += decode(body)
        self._changed: set[int] = set()

    def __getitem__(self, number: int) -> T:
        """The thing of a number. Raises LookupError where the number is free."""
        found = self.things[number]
        if found is None:
            raise LookupError(number)
        return found

    def number(self, thing: T) -> int:
        """Give the number of a thing, a new one where it has none."""
        found = self._numbers.get(thing)
        if found is None:
            found = heappop(self._free) if self._free else len(self.things)
            self.things[found : found + 1] = [thing]
            self._numbers[thing] = found
            self._changed.add(found // _TOGETHER)
        return found

    def known(self, thing: T) -> int | None:
        """Give the number of a thing, None where it has none."""
        return self._numbers.get(thing)

    def keep(self, used: Set[int]) -> None:
        """Free the numbers that are not used, and keep nothing of their things."""
        for number in set(range(len(self.things))) - used:
            if self.things[number] is not None:
                self.things[number] = None
                self._changed.add(number // _TOGETHER)
        self.__dict__.pop("_numbers", None)
        self.__dict__.pop("_free", None)

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Give what is to be kept."""
        for number in range(-(-len(self.things) // _TOGETHER)):
            if number in self._changed or number >= len(self._kept):
                body = _encode(self.things[number * _TOGETHER : (number + 1) * _TOGETHER])
            else:
                body = self._kept[number]
            yield f"{self._name} {number}", body

    @cached_property
    def _numbers(self) -> dict[T, int]:
        return {thing: number for thing, number in zip(self.things, range(len(self.things)), strict=True) if thing is not None}

    @cached_property
    def _free(self) -> list[int]:
        """The free numbers, the least first: a heap."""
        return [number for number, thing in enumerate(self.things) if thing is None] if None in self.things else []
