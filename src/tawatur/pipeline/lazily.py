"""Records by document that are read from the store when they are first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
P = TypeVar("P")

_AT_ONCE = 500  # documents that are read ahead together


class Lazily(Mapping[str, T], Generic[T]):
    """The records of `ids`, in their order. `read` gives those of some of them, in any order; each is read once."""

    def __init__(self, ids: Iterable[str], read: Callable[[Sequence[str]], Iterable[tuple[str, T]]]) -> None:
        self._ids = dict.fromkeys(ids)
        self._read = read
        self._known: dict[str, T] = {}

    def __getitem__(self, document: str) -> T:
        if document not in self._known:
            if document not in self._ids:
                raise KeyError(document)
            self._known.update(self._read([document]))
        return self._known[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, document: object) -> bool:
        return document in self._ids

    def ahead(self, documents: Iterable[str]) -> None:
        """Read the records of `documents` together, which costs less than one by one."""
        wanted = [document for document in documents if document in self._ids and document not in self._known]
        for at in range(0, len(wanted), _AT_ONCE):
            self._known.update(self._read(wanted[at : at + _AT_ONCE]))


class Of(Mapping[str, P], Generic[P, T]):
    """A part of each record of a mapping."""

    def __init__(self, records: Mapping[str, T], part: Callable[[T], P]) -> None:
        self._records = records
        self._part = part

    def __getitem__(self, document: str) -> P:
        return self._part(self._records[document])

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, document: object) -> bool:
        return document in self._records
