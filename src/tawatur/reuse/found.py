"""Find what documents share: pairs of sentences that come from one text, and the families of articles that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from tawatur.records.article import Article
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.reuse.candidates import candidates, frequencies, identical, prints_of
from tawatur.reuse.days import Days
from tawatur.reuse.families import families
from tawatur.reuse.pages import Page, pages
from tawatur.reuse.passages import Match, Shared, Verifier, passages_of
from tawatur.reuse.protocol import Protocol, formulae, standing
from tawatur.reuse.retold import retold
from tawatur.reuse.rows import Rows

# so many copies of one text are paired each with each; of more, each with the first and with the one before it:
# the largest group of the corpus has 24
_EACH = 40


class Found(NamedTuple):
    """The pairs of sentences, in the order of their places, and the families, in the order of their members."""

    pairs: list[Reuse]
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
    every = pages(texts, sentences)
    copied = list(_copied(every))
    told = retold(every, texts, copied)
    rows = Rows(every, texts, quotes, Days(articles or {}))
    pairs = rows.of(sorted([*copied, *told], key=lambda one: (one.a, one.b)))
    # articles that only share a paragraph kept for use again are not of one text
    return Found(pairs, families([one for one in copied if not rows.is_template(one)], every))


def _copied(every: Mapping[str, Page]) -> Iterator[Shared]:
    """Give what is copied, every pair of documents once."""
    groups = identical(every)
    copies = {group[0]: group for group in groups}
    first = [group[0] for group in groups]
    prints = prints_of(every, first, formulae())
    protocol = Protocol(standing(frequencies(prints)))
    for group in groups:
        if len(group) > 1:
            yield from _within(group, every, protocol)
    verifier = Verifier(protocol)
    for a, b in candidates(prints):
        one = verifier.shared(every[a], every[b])
        if one is not None:
            yield from _spread(one, copies[a], copies[b])


def _within(group: list[str], every: Mapping[str, Page], protocol: Protocol) -> Iterator[Shared]:
    page = every[group[0]]
    passages = passages_of([Match.whole(page, number, protocol) for number in range(len(page.sentences))])
    if passages:
        for a, b in _couples(group):
            yield Shared(a, b, passages)


def _couples(group: list[str]) -> Iterator[tuple[str, str]]:
    if len(group) <= _EACH:
        yield from combinations(group, 2)
        return
    for at, document in enumerate(group[1:], start=1):
        yield group[0], document
        if at > 1:
            yield group[at - 1], document


def _spread(one: Shared, copies_a: list[str], copies_b: list[str]) -> Iterator[Shared]:
    """What two texts share, all their copies share."""
    if len(copies_a) * len(copies_b) <= _EACH:
        couples = set(product(copies_a, copies_b))
    else:
        couples = {(a, one.b) for a in copies_a} | {(one.a, b) for b in copies_b}
    turned = tuple(tuple(sorted(match.turned() for match in passage)) for passage in one.passages)
    for a, b in sorted(couples):
        yield Shared(a, b, one.passages) if a < b else Shared(b, a, turned)
