"""Records by document that are read from the store when they are first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AT_ONCE = 500  # records that are read ahead together


class _OfIds(Mapping[str, T], Generic[T]):
    """Records of ids that are known before any of them is."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = dict.fromkeys(ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, identity: object) -> bool:
        return identity in self._ids


class Lazily(_OfIds[T]):
    """The records of `ids`, in their order. `read` gives those of some of them, in any order; each is read once."""

    def __init__(self, ids: Iterable[str], read: Callable[[Sequence[str]], Iterable[tuple[str, T]]]) -> None:
        super().__init__(ids)
        self._read = read
        self._known: dict[str, T] = {}

    def __getitem__(self, identity: str) -> T:
        if identity not in self._known:
            if identity not in self._ids:
                raise KeyError(identity)
            self._known.update(self._read([identity]))
        return self._known[identity]

    def ahead(self, wanted: Iterable[str]) -> None:
        """Read these records together, which costs less than one by one."""
        missing = [one for one in wanted if one in self._ids and one not in self._known]
        for at in range(0, len(missing), _AT_ONCE):
            self._known.update(self._read(missing[at : at + _AT_ONCE]))


class Parts(_OfIds[T]):
    """A part of each record of a mapping."""

    def __init__(self, records: Mapping[str, R], part: Callable[[R], T]) -> None:
        super().__init__(records)
        self._records: Mapping[str, Any] = records
        self._part = part

    def __getitem__(self, identity: str) -> T:
        return self._part(self._records[identity])


class Renewed(_OfIds[T]):
    """The records of `ids`, in their order: the `new` ones, else those that were there `before`."""

    def __init__(self, ids: Iterable[str], new: Mapping[str, T], before: Mapping[str, T]) -> None:
        super().__init__(ids)
        self._new = new
        self._before = before

    def __getitem__(self, identity: str) -> T:
        if identity in self._new:
            return self._new[identity]
        if identity not in self._ids:
            raise KeyError(identity)
        return self._before[identity]
