"""How much of an article's prose stands in another, in letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


Shares = dict[str, dict[str, Share]]


def shares(articles: Mapping[str, Article], pairs: Iterable[Reuse]) -> Shares:
    """Give to each article those that it shares text with.

    Templates do not count, nor do retellings that stand alone: one in the midst of a copied passage is of that passage.
    """
    pairs = [row for row in pairs if not row.template]
    copied = {row.run for row in pairs if row.degree != "rewritten"}
    counted: dict[tuple[str, str], dict[Span, float]] = defaultdict(dict)
    begins: set[tuple[str, str]] = set()
    for row in pairs:
        if row.run not in copied:
            continue
        pair = (row.a.document, row.b.document)
        letters = row.score * min(row.a.end - row.a.start, row.b.end - row.b.start)
        counted[pair][row.a] = max(letters, counted[pair].get(row.a, 0.0))
        if all(_is_beginning(articles[span.document], span) for span in (row.a, row.b)):
            begins.add(pair)
    found: Shares = defaultdict(dict)
    prose = {name: max(1, prose_of(article)) for name, article in articles.items()}
    for (a, b), spans in counted.items():
        letters = fsum(spans.values())
        for one, other in ((a, b), (b, a)):
            found[one][other] = Share(letters, min(1.0, letters / prose[one]), len(spans), (a, b) in begins)
    return dict(found)


def prose_of(article: Article) -> int:
    """How many letters an article's prose has."""
    return sum(line.end - line.start for line in article.lines if line.kind == "body")


def _is_beginning(article: Article, span: Span) -> bool:
    """Whether a sentence stands in the first line of an article's own prose."""
    first = next((line for line in article.lines if line.kind == "body"), None)
    return first is not None and first.start <= span.start < first.end
