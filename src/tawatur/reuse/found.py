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
from tawatur.records.passage import Match, Pair, Passages, Text
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.reuse.contents import contents
from tawatur.reuse.copied import copied, pairs_between
from tawatur.reuse.days import Days
from tawatur.reuse.families import families
from tawatur.reuse.index import Index
from tawatur.reuse.memory import Memory
from tawatur.reuse.pages import Page, Pages
from tawatur.reuse.retold import retold
from tawatur.reuse.rows import Rows
from tawatur.reuse.scarce import counted_on


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
) -> Renewed:
    """Bring `index` up to date with the documents that are new, changed or gone, and give what that changes.

    The mappings hold all documents but those that are gone.
    """
    every = Pages(texts, sentences, lambda document: None if document in changed else _known(index, document))
    moved = copied(index, {document: every.get(document) for document in sorted(changed)})
    told, other = _told(index, every, texts, changed)
    wanted = {*moved.gone, *moved.found, *other}
    shared = moved.found | pairs_between(index, other - moved.found.keys() - moved.gone)
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


def _told(
    index: Index, every: Mapping[str, Page], texts: Mapping[str, str], changed: AbstractSet[str]
) -> tuple[dict[Pair, Passages], set[Pair]]:
    """What pairs tell in other words, and the pairs of which that has changed, or one of the two has.

    This is looked for in all documents together, whatever has changed, by the words that are kept of each.
    """
    before = index.told()
    known = index.contents()
    made = {
        document: contents(every[document], texts[document])
        for document in sorted(texts.keys() - known.keys() | changed & texts.keys())
    }
    now = {document: made.get(document) or known[document] for document in texts}
    gone = known.keys() - texts.keys()
    scarce = counted_on(index.scarce(), known, now, made.keys() | gone)
    index.set_contents(made | dict.fromkeys(gone))
    index.set_scarce(scarce)
    found = retold(now, scarce)
    copied = pairs_between(index, found)
    telling = {pair: kept for pair, matches in found.items() if (kept := uncopied(matches, copied.get(pair, ())))}
    others = {pair: passages for pair, passages in telling.items() if before.get(pair) != passages}
    silent = before.keys() - telling.keys()
    index.set_told(silent, others)
    return telling, {*silent, *others, *(pair for pair in telling if not changed.isdisjoint(pair))}


def uncopied(matches: Sequence[Match], copied: Passages) -> Passages:
    """Give the matches of sentences of which neither is copied between the two documents, each a passage of its own."""
    mine = {match.a for passage in copied for match in passage}
    yours = {match.b for passage in copied for match in passage}
    return tuple((match,) for match in matches if match.a not in mine and match.b not in yours)
