"""Whose text an article is: the agency that it credits, or that an article of the same text credits.

An agency's credit is carried along copies, to articles most of whose text stands in the one that credits it. Two articles that
credit nobody are one text where half of the shorter one is shared, or where both begin with what they share: a paragraph of
background does not make one origin of two reports, and an article that holds many others (a press review) joins none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tawatur.groups import groups
from tawatur.records.article import Article, OriginBasis
from tawatur.records.reuse import Family
from tawatur.records.story import Origin
from tawatur.reuse.shares import Share, Shares

# of an article's prose: what makes two articles one text, wherever it stands, and where both begin with it
_HALF = 0.5
_QUARTER = 0.25
# of a statement that two outlets print reworked: in thirty stories three of eight wrong counts had 0.42 to 0.46 and 0.31 to 0.41
_MUCH_OF_SHORTER = 0.4
_MUCH_OF_LONGER = 0.3
_SEVERAL = 3  # sentences that, a quarter of an article together, give it the agency of the one that they stand in
# an article whose parts credit more places than this, and no agency everywhere, is a collection of others' texts
_MOST_CREDITS = 2


class Known(NamedTuple):
    """The agency's key and what it is known by; both None where nobody is credited."""

    origin: str | None
    basis: OriginBasis | None


class Origins:
    """The origin of every article, and how many independent ones a set of articles goes back to."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        families: Sequence[Family],
        shared: Shares | None = None,
        without: Iterable[str] = (),
    ) -> None:
        """Without `shared`, all the articles of a near or partial family count as one text; those of `without` are no agency's."""
        self._known: dict[str, Known] = dict.fromkeys(without, Known(None, None))
        self._independent: dict[frozenset[str], tuple[Origin, ...]] = {}
        self._credit = {name: credited(article) for name, article in articles.items()}
        self._publishers = {name: article.publisher or article.outlet for name, article in articles.items()}
        self._gathered = {name for name, article in articles.items() if _is_gathered(article)}
        self._shares = _of_families(families) if shared is None else shared
        self._copies = {
            name: copies for copies in groups(_copies(self._shares)) for name in copies
        }  # articles each of which is half of the other or more

    @property
    def texts(self) -> dict[str, str]:
        """Of each article that is one text with others, directly or through them, the first of these."""
        return {name: copies[0] for name, copies in self._copies.items()}

    def of(self, document: str) -> Known:
        """The origin of one article."""
        if document not in self._known:
            self._known[document] = self._of(document)
        return self._known[document]

    def _of(self, document: str) -> Known:
        mine = self._credit.get(document, ())
        if document in self._gathered:
            return Known(None, None)
        if mine:
            return Known(mine[0], "credit")
        carried = [other for other, share in self._shares.get(document, {}).items() if _is_carried(share)]
        for others in ([document], carried):
            twins = {twin for other in others for twin in self._copies.get(other, (other,))}
            names = {self._credit[twin][0] for twin in twins if self._credit.get(twin) and twin not in self._gathered}
            if len(names) == 1:
                return Known(names.pop(), "reuse")
            if names:
                return Known(None, None)
        return Known(None, None)

    def independent(self, documents: Iterable[str]) -> tuple[Origin, ...]:
        """Give the independent origins of `documents`: those of one agency or of one text are one.

        The named come first, by name; then the unnamed, by their documents.
        """
        chosen = frozenset(documents)  # the same articles share many sentences
        if chosen not in self._independent:
            self._independent[chosen] = self._counted(chosen)
        return self._independent[chosen]

    def _counted(self, chosen: frozenset[str]) -> tuple[Origin, ...]:
        links: list[tuple[str, str]] = []
        for document in sorted(chosen):
            origin = self.of(document).origin
            links.append((document, f"\0agency {origin}" if origin else document))
            links.extend((document, other) for other in self._copies.get(document, ()) if other in chosen)
            links.extend((document, other) for other in self._reworked(document) if other in chosen)
        links.extend(self._parts(chosen, links))
        found = []
        for group in groups(links):
            members = tuple(one for one in group if not one.startswith("\0"))
            names = sorted({name for one in members if (name := self.of(one).origin)})
            found.append(Origin(name=names[0] if names else None, documents=members))
        found = self._by_publisher(found)
        return tuple(sorted(found, key=lambda one: (one.name is None, one.name or "", one.documents)))

    def _by_publisher(self, origins: Sequence[Origin]) -> list[Origin]:
        """The origins, those that nobody credits and that one publisher alone prints put together: two reports of one house are one."""
        own: dict[str, list[str]] = defaultdict(list)
        others: list[Origin] = []
        for one in origins:
            houses = {self._publishers.get(document) for document in one.documents}
            house = houses.pop() if len(houses) == 1 and one.name is None else None
            if house:
                own[house].extend(one.documents)
            else:
                others.append(one)
        return [*others, *(Origin(name=None, documents=tuple(sorted(documents))) for documents in own.values())]

    def _reworked(self, document: str) -> Iterator[str]:
        """The articles that print the same statement reworked: much of each stands in the other, and no agency is known of either."""
        if self.of(document).origin:
            return
        for other, share in self._shares.get(document, {}).items():
            parts = sorted((share.part, self._shares.get(other, {}).get(document, share).part))
            if parts[0] >= _MUCH_OF_LONGER and parts[1] >= _MUCH_OF_SHORTER and not self.of(other).origin:
                yield other

    def _sources(self, document: str) -> list[str]:
        """The articles in which most of this one stands."""
        return [other for other, share in self._shares.get(document, {}).items() if _is_text(share)]

    def _parts(self, chosen: frozenset[str], links: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """The links from an article to a longer one that holds most of it.

        Each goes to the one that holds the most of it, and of the texts that an article holds it is joined to that of which it
        holds the most: what only stands side by side in one article does not become one text.
        """
        home = {one: number for number, group in enumerate(groups(links)) for one in group}
        held: dict[str, dict[int, float]] = defaultdict(dict)
        best: list[tuple[str, str]] = []
        for document in sorted(chosen):
            holders = [other for other in self._sources(document) if other in chosen and home[other] != home[document]]
            for other in holders:
                letters = self._shares[document][other].letters
                held[other][home[document]] = max(letters, held[other].get(home[document], 0.0))
            if holders:
                best.append((document, max(holders, key=lambda one: (self._shares[document][one].letters, one))))
        chosen_text = {holder: max(texts, key=lambda text: (texts[text], -text)) for holder, texts in held.items()}
        return [(document, holder) for document, holder in best if chosen_text[holder] == home[document]]


def credited(article: Article) -> tuple[str, ...]:
    """Give the agencies credited by name, in the order of the text, each once."""
    return tuple(dict.fromkeys(one.agency for one in article.agencies if one.credit and one.agency))


def _is_gathered(article: Article) -> bool:
    """Whether an article is made of others' texts, each with a credit of its own: it has no single origin."""
    lines: dict[int, set[str]] = defaultdict(set)
    for one in article.agencies:
        if one.credit and one.agency:
            at = one.span.start if one.span else -1
            lines[next((line.start for line in article.lines if line.start <= at < line.end), at)].add(one.agency)
    return len(lines) > _MOST_CREDITS and not set.intersection(*lines.values())


def _is_carried(share: Share) -> bool:
    return _is_text(share) or (share.part >= _QUARTER and share.sentences >= _SEVERAL)


def _is_text(share: Share) -> bool:
    return share.part >= _HALF or (share.part >= _QUARTER and share.begins)


def _copies(found: Shares) -> Iterable[tuple[str, str]]:
    for document, others in found.items():
        for other, share in others.items():
            if document < other and share.part >= _HALF and found[other][document].part >= _HALF:
                yield document, other


def _of_families(families: Sequence[Family]) -> Shares:
    """Every article of a near or partial family as wholly standing in the others."""
    found: dict[str, dict[str, Share]] = defaultdict(dict)
    for family in families:
        for one in family.documents if family.degree != "passage" else ():
            found[one] |= {other: Share(1.0, 1.0, _SEVERAL, True) for other in family.documents if other != one}
    return dict(found)
