"""Speakers: the entity behind each statement, by the mention that names it, by its name, or by its office."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from tawatur.records.name import Entity, Name
from tawatur.records.quote import Link, Quote
from tawatur.settle.joined import Named
from tawatur.settle.roles import meaning, specific
from tawatur.settle.short import fits
from tawatur.settle.spelling import variants, words


def speakers(quotes: Mapping[str, Sequence[Quote]], joined: Named) -> dict[str, tuple[Quote, ...]]:
    """Give the statements of each document with `speaker` and the entities of `chain` set where the article says who.

    An office («الرئيس الروسي») is a person only where the same article calls that person so.
    """
    entities = joined.by_id
    found = {}
    for document in sorted(quotes):
        article = _Article(joined.names.get(document, ()), entities, document) if quotes[document] else None
        found[document] = tuple(article.settled(quote) for quote in quotes[document]) if article else ()
    return found


class _Article:
    """One article's mentions, to be looked up by place, by name and by role."""

    def __init__(self, names: Sequence[Name], entities: Mapping[str, Entity], document: str) -> None:
        self.names = names
        self.entities = entities
        self.by_role: dict[frozenset[str], set[str]] = defaultdict(set)
        for entity in sorted({n.entity for n in names if n.entity and n.type == "person"}):
            for role in entities[entity].roles:
                if role.span.document == document and specific(meaning(role.text)):
                    self.by_role[meaning(role.text)].add(entity)

    def settled(self, quote: Quote) -> Quote:
        """The statement with its entities."""
        chain = tuple(self._link(link) for link in quote.chain)
        return msgspec.structs.replace(quote, speaker=self._speaker(quote), chain=chain)

    def _link(self, link: Link) -> Link:
        return msgspec.structs.replace(link, entity=self._at(link.start, link.end) or self._named(link.name))

    def _speaker(self, quote: Quote) -> str | None:
        if quote.speaker_kind == "unnamed":
            return None
        if quote.speaker_start is not None and quote.speaker_end is not None:
            found = self._at(quote.speaker_start, quote.speaker_end)
            if found:
                return found
        for text in (quote.speaker_name, quote.speaker_text):
            found = (self._named(text) or self._called(text)) if text else None
            if found:
                return found
        return None

    def _at(self, start: int, end: int) -> str | None:
        """The entity of the mention that takes up most of a place: of an office with a name in it, the person."""
        near = [n for n in self.names if n.start < end and n.end > start and n.entity]
        inside = [n for n in near if n.type == "person"] or near
        if not inside:
            return None
        best = max(inside, key=lambda n: (min(end, n.end) - max(start, n.start), -n.start))
        whole = best.type == "person" or 2 * (best.end - best.start) >= end - start
        return best.entity if whole else None

    def _named(self, text: str) -> str | None:
        """The one entity of the article that a name means."""
        key = words(text)
        if not key:
            return None
        found = {n.entity for n in self.names if n.entity and n.type in _SPEAK and variants(key, words(n.text))}
        if not found:
            found = {
                n.entity
                for n in self.names
                if n.entity and n.type == "person" and fits(("person", key), ("person", words(n.text)))
            }
        return found.pop() if len(found) == 1 else None

    def _called(self, text: str) -> str | None:
        """The one person whom the article calls so, or by a longer office with these words: «وزير الخارجية» of «وزير الخارجية الزمردي»."""
        asked = meaning(text)
        found = self.by_role.get(asked, set())
        if not found and specific(asked):
            found = {one for role, people in self.by_role.items() if asked < role for one in people}
        return next(iter(found)) if len(found) == 1 else None


_SPEAK = frozenset(("person", "organization", "country"))
