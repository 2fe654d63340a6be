"""How much of an article's prose stands in another, in letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from tawatur.records.article import Article
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span


class Share(NamedTuple):
    """`letters` of an article stand in another, in so many `sentences`: a `part` (0 to 1) of its prose.

    `begins`: both begin with what they share.
    """

    letters: float
    part: float
    sentences: int
    begins: bool


Shares = Mapping[str, Mapping[str, Share]]
Pair = tuple[str, str]


class Between(NamedTuple):
    """What two articles share: `letters` in so many `sentences`, the `parts` (0 to 1) of their prose, and whether both begin with it.

    There is nothing of it where they only tell the same in other words.
    """

    letters: float = 0.0
    parts: tuple[float, float] = (0.0, 0.0)
    sentences: int = 0
    begins: bool = False


def between(articles: Mapping[str, Article], rows: Iterable[Reuse]) -> dict[Pair, Between]:
    """Give what the articles of each pair of sentences share.

    Templates do not count, nor do retellings that stand alone: one in the midst of a copied passage is of that passage.
    """
    by_pair: dict[Pair, list[Reuse]] = defaultdict(list)
    for row in rows:
        if not row.template:
            by_pair[row.a.document, row.b.document].append(row)
    return {pair: _between(articles, pair, found) for pair, found in by_pair.items()}


def _between(articles: Mapping[str, Article], pair: Pair, rows: Sequence[Reuse]) -> Between:
    copied = {row.run for row in rows if row.degree != "rewritten"}
    counted: dict[Span, float] = {}
    begins = False
    for row in rows:
        if row.run in copied:
            counted[row.a] = max(row.score * min(row.a.end - row.a.start, row.b.end - row.b.start), counted.get(row.a, 0.0))
            begins = begins or all(_is_beginning(articles[span.document], span) for span in (row.a, row.b))
    if not counted:
        return Between()
    letters = fsum(counted.values())
    a, b = (min(1.0, letters / max(1, prose_of(articles[name]))) for name in pair)
    return Between(letters, (a, b), len(counted), begins)


def shares(pairs: Mapping[Pair, Between]) -> Shares:
    """Give to each article those that it shares text with."""
    found: dict[str, dict[str, Share]] = defaultdict(dict)
    for (a, b), one in pairs.items():
        if one.sentences:
            for mine, other, part in ((a, b, one.parts[0]), (b, a, one.parts[1])):
                found[mine][other] = Share(one.letters, part, one.sentences, one.begins)
    return dict(found)


def prose_of(article: Article) -> int:
    """How many letters an article's prose has."""
    return sum(line.end - line.start for line in article.lines if line.kind == "body")


def _is_beginning(article: Article, span: Span) -> bool:
    """Whether a sentence stands in the first line of an article's own prose."""
    first = next((line for line in article.lines if line.kind == "body"), None)
    return first is not None and first.start <= span.start < first.end
