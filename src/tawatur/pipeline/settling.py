"""Settling: each article's date, origin, names, statements and events, made anew where something of it may be another than the last time."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.annotate import dates
from tawatur.pipeline.every import Every
from tawatur.pipeline.lazily import Lazily, Parts, Renewed
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.changes import differing
from tawatur.records.collection import RowsOf
from tawatur.records.judgement import Judgement, Outcome
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.settled import Settled
from tawatur.reuse import Origins
from tawatur.reuse.shares import Between, Pair, between, shares
from tawatur.settle import dating, seats, speakers, times
from tawatur.settle.corrected import Corrected
from tawatur.settle.dating import Dated, Linked
from tawatur.settle.events import Events, code, states_of
from tawatur.settle.joining.join import Anew, join

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

_DIGEST = 8  # bytes
_encode = msgspec.msgpack.Encoder().encode


class Shared(NamedTuple):
    """What gives the sentences that some articles share, and the documents of which they are others than the last time."""

    rows_of: RowsOf
    changed: AbstractSet[str]


class Judged(NamedTuple):
    """What people judged that settling depends on."""

    names: Sequence[Judgement]
    articles: Corrected


class Before(NamedTuple):
    """What settling keeps for the next time: of each article two digests, of what it was made from and of what settling it depends on;
    what the joining of names keeps; how articles were dated by others; what each two articles share; the countries by their codes; and of each article
    the codes of the countries that act in its events.
    """

    articles: Mapping[str, bytes]
    names: Mapping[str, bytes]
    dated: Mapping[str, Linked]
    between: Mapping[Pair, Between]
    states: Mapping[str, tuple[str, ...]]
    acting: Mapping[str, tuple[str, ...]]


class Named(NamedTuple):
    """The mentions of all articles, and the entities (see `settle.joined.Named`)."""

    names: Mapping[str, Sequence[Name]]
    by_id: Mapping[str, Entity]


class Settling(NamedTuple):
    """What is settled of all articles, which of them are `touched`, what has become of names and judgements, and what is kept for the next time.

    Of an article that is not touched nothing is another than it was at the last time.
    """

    settled: Mapping[str, Settled]
    touched: frozenset[str]
    names: Anew
    entities: Mapping[str, Entity]
    origins: Origins
    outcomes: tuple[Outcome, ...]
    kept: Before


def settle(
    store: "Store", every: Every, shared: Shared, judged: Judged, marks: Mapping[str, str], before: Before | None
) -> Settling:
    """Settle the articles. `marks` tell of each what it was made from and how it was corrected; `before` is what was kept of the last time."""
    return _Settling(store, every, judged, before).run(shared, marks)


class _Settling:
    def __init__(self, store: "Store", every: Every, judged: Judged, before: Before | None) -> None:
        self._store = store
        self._every = every
        self._judged = judged
        self._first = before is None
        self._known = before or Before({}, {}, {}, {}, {}, {})
        self._former = Lazily(every.articles, lambda ids: ((one.document, one) for one in store.settled(ids)))

    def run(self, shared: Shared, marks: Mapping[str, str]) -> Settling:
        """Settle what may be another."""
        every = self._every
        made_of = {document: _digest(marks[document].encode()) for document in every.articles}
        altered = {
            document for document, digest in made_of.items() if self._known.articles.get(document, b"")[:_DIGEST] != digest
        }
        if self._first:
            every.ahead(every.articles)
        names = join(every.articles.keys(), altered, self._named, self._judged.names, self._known.names)
        pairs = self._between(shared, altered)
        origins = Origins(every.articles, (), shares(pairs), self._judged.articles.uncredited)
        dated = self._dated(shared, pairs, altered)
        texts = origins.texts
        rows = {
            document: made_of[document]
            + _digest(_encode((dated.publications[document], origins.of(document), texts.get(document))))
            for document in every.articles
        }
        entities = self._entities(names)
        states = self._states(names)
        touched = {document for document, row in rows.items() if self._known.articles.get(document) != row}
        touched |= shared.changed | names.names.keys() | self._judged.articles.respoken | self._coded_otherwise(names)
        touched |= self._of_other_states(states)
        touched &= every.articles.keys()
        if not self._first:
            every.ahead(touched)
            self._former.ahead(touched - names.names.keys())
        settled = self._settled(sorted(touched), Named(self._names(names), entities), names, dated, origins, states)
        return Settling(
            settled=Renewed(every.articles, settled, self._former),
            touched=frozenset(touched),
            names=names,
            entities=entities,
            origins=origins,
            outcomes=(*names.outcomes, *self._judged.articles.outcomes()),
            kept=Before(rows, names.kept, dated.linked, pairs, states, self._acting(touched)),
        )

    def _named(self, document: str) -> tuple[str, Sequence[Name]]:
        found = self._every.annotated[document]
        return self._every.texts[document], seats.by_use(found.names, found.quotes)

    def _between(self, shared: Shared, altered: AbstractSet[str]) -> dict[Pair, Between]:
        """What each two articles share."""
        there = self._every.articles.keys()
        again = there if self._first else (altered | shared.changed) & there
        known = self._known.between
        kept = {} if self._first else {pair: one for pair, one in known.items() if again.isdisjoint(pair) and there >= {*pair}}
        return kept | between(self._every.articles, shared.rows_of(again))

    def _dated(self, shared: Shared, pairs: Iterable[Pair], altered: AbstractSet[str]) -> Dated:
        twins: dict[str, set[str]] = defaultdict(set)
        for a, b in pairs:
            twins[a].add(b)
            twins[b].add(a)
        return dating.date(
            self._every.articles,
            self._every.times,
            twins,
            shared.rows_of,
            dates.resolve,
            self._judged.articles.undated,
            None if self._first else self._known.dated,
            altered | shared.changed,
        )

    def _names(self, names: Anew) -> Mapping[str, Sequence[Name]]:
        return Renewed(self._every.articles, names.names, Parts(self._former, lambda one: one.names))

    def _entities(self, names: Anew) -> Mapping[str, Entity]:
        """All entities as they are now, by id."""
        there = () if self._first else self._store.entity_ids()
        before = Lazily(there, lambda ids: ((one.id, one) for one in self._store.entities(ids)))
        ids = sorted((set(there) - names.gone) | names.entities.keys())
        return Renewed(ids, names.entities, before)

    def _states(self, names: Anew) -> dict[str, tuple[str, ...]]:
        """The countries by their codes."""
        other = names.gone | names.others
        standing = {state: {one for one in ids if one not in other} for state, ids in self._known.states.items()}
        for state, ids in states_of(names.entities[one] for one in names.others).items():
            standing[state] = standing.get(state, set()) | {*ids}
        return {state: tuple(sorted(ids)) for state, ids in sorted(standing.items()) if ids}

    def _of_other_states(self, states: Mapping[str, Sequence[str]]) -> set[str]:
        """The articles in whose events a country acts that is another entity now."""
        other = differing(self._known.states, states)
        return {document for document, codes in self._known.acting.items() if not other.isdisjoint(codes)} if other else set()

    def _acting(self, touched: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
        """The codes of the countries that act in the events of each article that has some."""
        known = self._known.acting
        found = {
            document: _countries(self._every.annotated[document]) if document in touched else known.get(document, ())
            for document in self._every.articles
        }
        return {document: codes for document, codes in found.items() if codes}

    def _coded_otherwise(self, names: Anew) -> set[str]:
        """The documents in which somebody is named whose code in events is another."""
        if self._first:
            return set()
        former = {one.id: code(one) for one in self._store.entities(sorted(names.gone | names.others))}
        now = {one: code(names.entities[one]) for one in names.others}
        return self._store.naming(sorted(one for one, was in former.items() if now.get(one) != was))

    def _settled(
        self,
        documents: Sequence[str],
        named: Named,
        names: Anew,
        dated: Dated,
        origins: Origins,
        states: Mapping[str, Sequence[str]],
    ) -> dict[str, Settled]:
        quotes = self._quotes(sorted(names.names.keys() | self._judged.articles.respoken), named)
        deeds = Events(named.by_id, states)
        found: dict[str, Settled] = {}
        for document in documents:
            annotated = self._every.annotated[document]
            publication, known = dated.publications[document], origins.of(document)
            values = times.values(annotated.times, publication.published, dates.resolve)
            mine = tuple(named.names[document])
            said = quotes[document] if document in quotes else self._former[document].quotes
            one = Settled(
                document=document,
                publication=publication,
                origin=known.origin,
                origin_basis=known.basis,
                cites=_cited(self._every.articles[document]),
                dates=values,
                names=mine,
                quotes=said,
                events=deeds.of(annotated.events, mine, values, said, annotated.figures),
            )
            found[document] = self._judged.articles.settled(one)
        return found

    def _quotes(self, documents: Iterable[str], named: Named) -> dict[str, tuple[Quote, ...]]:
        """The statements of these documents, with their speakers."""
        found = {document: self._every.quotes[document] for document in documents if document in self._every.articles}
        return self._judged.articles.speakers(speakers.speakers(found, named), named)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()


def _countries(annotated: Annotated) -> tuple[str, ...]:
    parties = (party for event in annotated.events for party in (*event.actors, *event.recipients))
    return tuple(sorted({party.country for party in parties if party.country}))


def _cited(article: Article) -> tuple[str, ...]:
    """The agencies that are the source of one fact or more, each once."""
    return tuple(dict.fromkeys(one.agency for one in article.agencies if one.agency and not one.credit))
