"""A Collection: all articles with what is known of each, as the stages that look across articles are handed it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tawatur.records.article import Article
from tawatur.records.figure import Figure
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.told import Told

RowsOf = Callable[[AbstractSet[str]], list[Reuse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Every mapping is by document id; all of them hold the same documents, but `figures` may lack those without any, and to `told` is added what is
    asked for. `reuse` are all pairs of sentences that come from one text, or what gives those of some documents.
    """

    texts: Mapping[str, str]
    articles: Mapping[str, Article]
    sentences: Mapping[str, Sequence[Sentence]]
    settled: Mapping[str, Settled]
    reuse: Sequence[Reuse] | RowsOf = ()
    families: Sequence[Family] = ()
    figures: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    told: MutableMapping[str, Told] = field(default_factory=dict)

    def reuse_of(self, documents: AbstractSet[str]) -> list[Reuse]:
        """Give the pairs of sentences of which one stands in one of these documents or both do, in their order."""
        if callable(self.reuse):
            return self.reuse(documents)
        return [row for row in self.reuse if row.a.document in documents or row.b.document in documents]
