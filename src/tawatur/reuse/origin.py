"""Whose text an article is: the agency that it credits, or that an article of the same text credits.

An origin is carried along near copies, and along shared paragraphs where they are most of the article; a sentence or two
of background carries none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawatur.records.article import Article, OriginBasis
from tawatur.records.reuse import Family
from tawatur.records.story import Origin
from tawatur.reuse.families import groups


class Known(NamedTuple):
    """The agency's key and what it is known by; both None where nobody is credited."""

    origin: str | None
    basis: OriginBasis | None


class Origins:
    """The origin of every article, and how many independent ones a set of articles goes back to."""

    def __init__(self, articles: Mapping[str, Article], families: Sequence[Family]) -> None:
        self._credit = {name: _credited(article) for name, article in articles.items()}
        near = {document: family for family in families if family.degree == "near_copy" for document in family.documents}
        part = {document: family for family in families if family.degree == "partial" for document in family.documents}
        self._families = (near, part)

    def of(self, document: str) -> Known:
        """The origin of one article."""
        credited = self._credit.get(document, ())
        if credited:
            return Known(credited[0], "credit")
        for families in self._families:
            family = families.get(document)
            if family is None:
                continue
            names = {name for other in family.documents for name in self._credit.get(other, ())[:1]}
            if len(names) == 1:
                return Known(names.pop(), "reuse")
            if names:
                return Known(None, None)
        return Known(None, None)

    def independent(self, documents: Iterable[str]) -> tuple[Origin, ...]:
        """Give the independent origins of `documents`: those of one agency or of one text are one.

        The named come first, by name; then the unnamed, by their documents.
        """
        every = sorted(set(documents))
        links: list[tuple[str, str]] = []
        for document in every:
            origin = self.of(document).origin
            links.append((document, f"\0agency {origin}" if origin else document))
            links.extend((document, f"\0family {families[document].id}") for families in self._families if document in families)
        found = []
        for group in groups(links):
            members = tuple(one for one in group if not one.startswith("\0"))
            names = sorted({name for one in members if (name := self.of(one).origin)})
            found.append(Origin(name=names[0] if names else None, documents=members))
        return tuple(sorted(found, key=lambda one: (one.name is None, one.name or "", one.documents)))


def _credited(article: Article) -> tuple[str, ...]:
    """The agencies credited by name, in the order of the text, each once."""
    return tuple(dict.fromkeys(one.agency for one in article.agencies if one.credit and one.agency))
