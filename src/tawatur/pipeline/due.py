"""Which articles must be made anew: those that are not as what they are made from, and those that an older version made."""

import hashlib
from collections.abc import Container
from typing import TYPE_CHECKING

from tawatur.made_by import is_older
from tawatur.pipeline.handed import handed
from tawatur.records.correction import Correction

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


class Inputs:
    """What articles are made from besides their documents: the lines that their outlets repeat, and what people corrected."""

    def __init__(self, store: "Store") -> None:
        self._repeated = store.repeated()
        self._corrected: dict[str, tuple[Correction, ...]] = {}
        lines = [told for told in store.corrections() if told.kind == "line" and not told.undone]
        for told in (*lines, *handed(store, lines)):
            self._corrected[told.document] = (*self._corrected.get(told.document, ()), told)
        self._own = _own()
        self._programs: dict[str, str] = {}  # what each says of an article, which is long where registers are

    def of(self, document: str) -> tuple[frozenset[str], tuple[Correction, ...]]:
        """The repeated lines of a document, and the standing corrections of its lines."""
        return self._repeated.get(document, frozenset()), self._corrected.get(document, ())

    def state(self, document: str, by: str) -> str:
        """What tells the article that the program `by` would make from another."""
        repeated, corrections = self.of(document)
        judged = sorted(told.id for told in corrections)
        if by not in self._programs:
            self._programs[by] = repr([by, *self._own])
        made_from = [self._programs[by], *sorted(repeated), *judged]
        return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:16]


def due(store: "Store", inputs: Inputs, only: Container[str] | None, *, renew: bool, limit: int | None) -> list[str]:
    """The documents that have no article, or another than the program that made it would make now; `only` leaves all others out.

    With `renew`, also those that an older version made. `limit`: no more than so many, those without an article last, since they may have
    none for good. In the order of ids.
    """
    have, by = store.states(), store.made_by()
    wanted = [one for one in have if only is None or one in only]
    changed = [one for one in wanted if one in by and have[one] != inputs.state(one, by[one])]
    there = {*changed} if renew else set(by)
    behind = [one for one in wanted if one in by and one not in there and is_older(by[one], "annotate")]
    missing = [one for one in wanted if one not in by]
    return sorted([*changed, *behind, *missing][:limit])


def older(store: "Store") -> int:
    """How many articles an older version made."""
    return sum(count for by, count in store.versions().items() if is_older(by, "annotate"))


def _own() -> list[object]:
    """The user's own registers and recogniser as they are now."""
    from tawatur.annotate.names import recognizers
    from tawatur.resources import own_entries, own_registers

    return [*map(own_entries, own_registers()), recognizers.state()]
