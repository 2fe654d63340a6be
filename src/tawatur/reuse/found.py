"""Find what documents share: pairs of sentences that come from one text, and the families of articles that they make.

`renew` does it for the documents that are new, changed or gone, beside all others that the index holds; what then stands there is
what one run over all of them gives. `find` is that run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from tawatur.records.article import Article
from tawatur.records.passage import Pair, Text
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.reuse.copied import copied, pairs_between
from tawatur.reuse.days import Days, known_days
from tawatur.reuse.families import families
from tawatur.reuse.index import Index
from tawatur.reuse.memory import Memory
from tawatur.reuse.pages import Pages
from tawatur.reuse.rows import Rows
from tawatur.reuse.told import renew_told
from tawatur.reuse.windows import Each, look_again
from tawatur.reuse.words import renew_words


class Found(NamedTuple):
    """The pairs of sentences, in the order of their places, and the families, in the order of their members."""

    pairs: list[Reuse]
    families: list[Family]


class Renewed(NamedTuple):
    """What has changed.

    `pairs` are those of which all that was told before is told anew, by `rows`; `documents` those of whose families the same holds.
    """

    pairs: set[Pair]
    rows: list[Reuse]
    documents: set[str]
    families: list[Family]


def find(
    texts: Mapping[str, str],
    sentences: Mapping[str, Sequence[Sentence]],
    quotes: Mapping[str, Sequence[Quote]],
    articles: Mapping[str, Article] | None = None,
) -> Found:
    """Find what the documents of `texts` share.

    `quotes` tells whose words a sentence gives, for the drift; `articles`, where given, tell when they were published and
    whom they credit, for the direction and for telling a template. The cost grows with the number of words and of pairs
    that share a passage.
    """
    renewed = renew(Memory(), texts.keys(), texts, sentences, quotes, articles)
    return Found(renewed.rows, renewed.families)


def renew(
    index: Index,
    changed: AbstractSet[str],
    texts: Mapping[str, str],
    sentences: Mapping[str, Sequence[Sentence]],
    quotes: Mapping[str, Sequence[Quote]],
    articles: Mapping[str, Article] | None = None,
    each: Each = map,
) -> Renewed:
    """Bring `index` up to date with the documents that are new, changed or gone, and give what that changes.

    The mappings hold all documents but those that are gone. `each` calls a function with one after the other, perhaps in other processes.
    """
    every = Pages(texts, sentences, lambda document: None if document in changed else _known(index, document))
    days = {document: day for document, day in known_days(articles or {}).items() if document in texts}
    words = renew_words(index, every, texts, changed)
    # first, for other processes may be at it during what follows
    nearby = look_again(index, words.contents, words.changed, days, each)
    moved = copied(index, {document: every.get(document) for document in sorted(changed)})
    of_pairs = {*moved.gone, *moved.found}
    told, other = renew_told(index, words, days, nearby, of_pairs)
    other |= {pair for pair in told if not changed.isdisjoint(pair)}
    wanted = of_pairs | other
    shared = moved.found | pairs_between(index, other - of_pairs)
    rows = Rows(every, texts, quotes, Days(articles or {}))
    dropped = [pair for pair in sorted(wanted) if pair not in shared or rows.is_template(*pair, shared[pair])]
    ties = {pair: rows.tie(*pair, passages) for pair, passages in shared.items() if not rows.is_template(*pair, passages)}
    index.set_ties(dropped, ties)
    again = families(index.ties, {*(changed), *chain.from_iterable(wanted)})
    return Renewed(
        wanted,
        rows.of(*({pair: made[pair] for pair in wanted & made.keys()} for made in (shared, told))),
        again.documents,
        again.families,
    )


def _known(index: Index, document: str) -> Text | None:
    number = index.texts_of([document]).get(document)
    return None if number is None else index.words([number])[number]
