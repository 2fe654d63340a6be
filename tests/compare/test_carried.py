from collections.abc import Set as AbstractSet
from types import SimpleNamespace
from typing import cast

import pytest

from tawatur.compare.carried import carried
from tawatur.records.collection import Collection
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span


def row(a: str, b: str) -> Reuse:
    return Reuse(a=Span(document=a, start=0, end=9), b=Span(document=b, start=0, end=9), degree="same", score=1.0, run=1)


def of(rows: list[Reuse], documents: AbstractSet[str]) -> list[Reuse]:
    return [one for one in rows if one.a.document in documents or one.b.document in documents]


CHAIN = [row("a", "b"), row("b", "c"), row("d", "e")]
RING = [*CHAIN, row("a", "c")]


@pytest.mark.parametrize("before", [CHAIN, RING])
@pytest.mark.parametrize("now", [CHAIN[1:], [CHAIN[0]], [CHAIN[0], CHAIN[2]], [*RING, row("c", "f")], [*CHAIN, row("a", "e")]])
def test_groups_go_on_to_what_they_would_be_from_nothing(before: list[Reuse], now: list[Reuse]) -> None:
    every = set("abcdef")
    changed = {span.document for one in before + now if (one in before) != (one in now) for span in (one.a, one.b)}
    for touched in (changed, changed | {"b"}):
        collection = cast("Collection", SimpleNamespace(reuse_of=lambda documents: of(now, documents)))
        then = carried(collection, every, before, {}).every
        assert carried(collection, touched, of(now, touched), then).every == carried(collection, every, now, {}).every
