"""The text that two articles share, as far as it speaks for one happening: templates are left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from tawatur.records.collection import Collection
from tawatur.records.grouped import SharedText
from tawatur.records.reuse import Reuse
from tawatur.stories.lead import lead

NOTHING = SharedText()


def shared(
    collection: Collection,
    before: Mapping[tuple[str, str], SharedText] | None = None,
    touched: AbstractSet[str] = frozenset(),
) -> dict[tuple[str, str], SharedText]:
    """Give what two articles share, by their ids in order. `before` holds for all pairs of articles that are not `touched`."""
    rows: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for row in collection.reuse_of(collection.texts.keys() if before is None else touched):
        if not row.template:
            a, b = row.a.document, row.b.document
            rows[(min(a, b), max(a, b))].append(row)
    kept = {pair: one for pair, one in (before or {}).items() if touched.isdisjoint(pair) and _there(collection, pair)}
    return kept | _made(collection, rows)


def _there(collection: Collection, pair: tuple[str, str]) -> bool:
    return all(name in collection.texts for name in pair)


def _made(collection: Collection, rows: Mapping[tuple[str, str], Sequence[Reuse]]) -> dict[tuple[str, str], SharedText]:
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
