"""Whose text an article is: the agency that it credits, or that an article of the same text credits.

An agency's credit is carried along near copies, and to articles that share several sentences with the one that credits it. Two
articles that credit nobody are one text where half of the shorter one is shared, or where both begin with what they share: a
paragraph of background does not make one origin of two reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from tawatur.groups import groups
from tawatur.records.article import Article, OriginBasis
from tawatur.records.reuse import Family, Reuse
from tawatur.records.span import Span
from tawatur.records.story import Origin

# of the shorter article's prose: what makes two articles one text, wherever it stands, and where both begin with it
_HALF = 0.5
_QUARTER = 0.25


class Known(NamedTuple):
    """The agency's key and what it is known by; both None where nobody is credited."""

    origin: str | None
    basis: OriginBasis | None


class Origins:
    """The origin of every article, and how many independent ones a set of articles goes back to."""

    def __init__(self, articles: Mapping[str, Article], families: Sequence[Family], pairs: Sequence[Reuse] | None = None) -> None:
        """Without `pairs`, all the articles of a partial family count as one text."""
        self._credit = {name: _credited(article) for name, article in articles.items()}
        self._near = {document: family for family in families if family.degree == "near_copy" for document in family.documents}
        self._part = {document: family for family in families if family.degree == "partial" for document in family.documents}
        if pairs is None:
            self._partners = {name: frozenset(family.documents) for name, family in self._part.items()}
        else:
            self._partners = _of_one_text(articles, pairs)

    def of(self, document: str) -> Known:
        """The origin of one article."""
        credited = self._credit.get(document, ())
        if credited:
            return Known(credited[0], "credit")
        for family in (self._near.get(document), self._part.get(document)):
            names = {name for other in (family.documents if family else ()) for name in self._credit.get(other, ())[:1]}
            if len(names) == 1:
                return Known(names.pop(), "reuse")
            if names:
                return Known(None, None)
        return Known(None, None)

    def independent(self, documents: Iterable[str]) -> tuple[Origin, ...]:
        """Give the independent origins of `documents`: those of one agency or of one text are one.

        The named come first, by name; then the unnamed, by their documents.
        """
        chosen = set(documents)
        every = sorted(chosen)
        links: list[tuple[str, str]] = []
        for document in every:
            origin = self.of(document).origin
            links.append((document, f"\0agency {origin}" if origin else document))
            if document in self._near:
                links.append((document, f"\0family {self._near[document].id}"))
            links.extend((document, other) for other in sorted(self._partners.get(document, frozenset()) & chosen))
        found = []
        for group in groups(links):
            members = tuple(one for one in group if not one.startswith("\0"))
            names = sorted({name for one in members if (name := self.of(one).origin)})
            found.append(Origin(name=names[0] if names else None, documents=members))
        return tuple(sorted(found, key=lambda one: (one.name is None, one.name or "", one.documents)))


def _of_one_text(articles: Mapping[str, Article], pairs: Sequence[Reuse]) -> dict[str, frozenset[str]]:
    """Give to each article those that it is one text with: half of the shorter is shared, or a quarter, and both begin with it."""
    shared: dict[tuple[str, str], dict[Span, float]] = defaultdict(dict)
    begins: set[tuple[str, str]] = set()
    for row in pairs:
        if row.template or row.degree == "rewritten":
            continue
        pair = (row.a.document, row.b.document)
        letters = row.score * min(row.a.end - row.a.start, row.b.end - row.b.start)
        shared[pair][row.a] = max(letters, shared[pair].get(row.a, 0.0))
        if all(_is_beginning(articles[span.document], span) for span in (row.a, row.b)):
            begins.add(pair)
    found: dict[str, set[str]] = defaultdict(set)
    for (a, b), spans in shared.items():
        share = fsum(spans.values()) / max(1, min(_prose(articles[a]), _prose(articles[b])))
        if share >= _HALF or (share >= _QUARTER and (a, b) in begins):
            found[a].add(b)
            found[b].add(a)
    return {name: frozenset(others) for name, others in found.items()}


def _prose(article: Article) -> int:
    return sum(line.end - line.start for line in article.lines if line.kind == "body")


def _is_beginning(article: Article, span: Span) -> bool:
    """Whether a sentence stands in the first line of an article's own prose."""
    first = next((line for line in article.lines if line.kind == "body"), None)
    return first is not None and first.start <= span.start < first.end


def _credited(article: Article) -> tuple[str, ...]:
    """The agencies credited by name, in the order of the text, each once."""
    return tuple(dict.fromkeys(one.agency for one in article.agencies if one.credit and one.agency))
