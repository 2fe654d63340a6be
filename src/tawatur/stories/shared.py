"""The text that two articles share, as far as it speaks for one happening: templates are left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawatur.records.collection import Collection
from tawatur.records.reuse import Reuse
from tawatur.stories.lead import lead


class SharedText(NamedTuple):
    """`copied`: the share of the shorter article's prose; `lead`: the share of the shorter lead that stands in the other's lead.

    `retold` counts sentences of one lead that the other tells again in other words.
    """

    copied: float = 0.0
    lead: float = 0.0
    retold: int = 0


NOTHING = SharedText()


def shared(collection: Collection) -> dict[tuple[str, str], SharedText]:
    """Give what two articles share, by their ids in order."""
    rows: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for row in collection.reuse:
        if not row.template:
            rows[(min(row.a.document, row.b.document), max(row.a.document, row.b.document))].append(row)
    names = {name for pair in rows for name in pair}
    leads = {name: lead(collection, name) for name in names}
    prose = {name: [(line.start, line.end) for line in collection.articles[name].lines if line.kind == "body"] for name in names}
    return {
        (a, b): SharedText(
            copied=_share(sum(map(_letters, found)), prose[a], prose[b]),
            lead=_share(sum(_letters(row) for row in found if _inside(row, leads)), leads[a], leads[b]),
            retold=sum(row.degree == "rewritten" and _inside(row, leads) for row in found),
        )
        for (a, b), found in rows.items()
    }


def _letters(row: Reuse) -> float:
    if row.degree == "rewritten":
        return 0.0
    return row.score * min(row.a.end - row.a.start, row.b.end - row.b.start)


def _inside(row: Reuse, leads: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    return all(any(start <= side.start < end for start, end in leads[side.document]) for side in (row.a, row.b))


def _share(letters: float, *texts: Sequence[tuple[int, int]]) -> float:
    shorter = min(sum(end - start for start, end in text) for text in texts)
    return min(1.0, letters / shorter) if shorter else 0.0
