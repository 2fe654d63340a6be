"""An entity with its articles, stories, statements, events and those that it stands beside."""

from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from tawatur.records.base import from_json
from tawatur.records.event import Event
from tawatur.records.overview import Companion, EntityView, Mentioned
from tawatur.records.quote import Quote
from tawatur.records.settled import Settled
from tawatur.records.story import Story
from tawatur.store.overview import calls
from tawatur.store.sqlite import Store

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary

# of what an entity has without number (a country in the news of years): enough to read, and a page in well under 100 ms
_ARTICLES, _SPEAKING, _STORIES, _EVENTS, _COMPANIONS = 2000, 200, 500, 200, 24

# newest first, by the date of the story that an article belongs to
_MENTIONED = """SELECT d.document, d.mentions, d.statements FROM document_entities d
                LEFT JOIN story_documents s ON s.document = d.document LEFT JOIN stories y ON y.id = s.story
                WHERE d.entity = ? ORDER BY y.date IS NULL, y.date DESC, d.document LIMIT ?"""
_WITH = """SELECT body FROM stories WHERE id IN (
               SELECT s.story FROM document_entities d JOIN story_documents s ON s.document = d.document WHERE d.entity = ?
           ) ORDER BY date IS NULL, date DESC, id LIMIT ?"""
_SAID = """SELECT s.body FROM document_entities d JOIN settled s ON s.document = d.document
           LEFT JOIN story_documents t ON t.document = d.document LEFT JOIN stories y ON y.id = t.story
           WHERE d.entity = ? AND d.statements > 0 ORDER BY y.date IS NULL, y.date DESC, d.document LIMIT ?"""
_DONE = """SELECT body FROM events WHERE story IN (SELECT s.story FROM document_entities d
               JOIN story_documents s ON s.document = d.document WHERE d.entity = ?)
           AND instr(body, ?) > 0 ORDER BY id"""
_BESIDE = """SELECT entity, count(*) FROM document_entities WHERE document IN (
                 SELECT document FROM document_entities WHERE entity = ? ORDER BY document LIMIT ?
             ) AND entity <> ? GROUP BY entity ORDER BY count(*) DESC, entity LIMIT ?"""


class _Dated(msgspec.Struct):
    """What of an event tells its place among others: records are read whole only where they are shown."""

    date: str | None = None


_dated = msgspec.json.Decoder(_Dated).decode


def entity_view(library: "StoreLibrary", store: Store, entity: str) -> EntityView | None:
    """Give an entity with all that is known of it, or None where there is none of this id."""
    found = library.entity(entity)
    if found is None:
        return None
    return EntityView(
        entity=found,
        articles=tuple(
            Mentioned(document=d, mentions=m, statements=s) for d, m, s in store.query(_MENTIONED, (entity, _ARTICLES))
        ),
        stories=tuple(from_json(body, Story) for (body,) in store.query(_WITH, (entity, _STORIES))),
        statements=_statements(store, entity),
        events=_events(store, entity),
        companions=_companions(store, store.query(_BESIDE, (entity, _ARTICLES, entity, _COMPANIONS))),
    )


def _statements(store: Store, entity: str) -> tuple[Quote, ...]:
    settled = (from_json(body, Settled) for (body,) in store.query(_SAID, (entity, _SPEAKING)))
    return tuple(quote for one in settled for quote in one.quotes if quote.speaker == entity)


def _events(store: Store, entity: str) -> tuple[Event, ...]:
    """The newest, those without a date last."""
    found = [(_dated(body).date or "", body) for (body,) in store.query(_DONE, (entity, f'"{entity}"'))]
    found.sort(key=itemgetter(0), reverse=True)  # those of one day stay in the order of ids
    return tuple(from_json(body, Event) for _, body in found[:_EVENTS])


def _companions(store: Store, rows: Sequence[tuple[str, int]]) -> tuple[Companion, ...]:
    by_id = calls(store).by_id
    return tuple(Companion(entity=by_id[other], articles=count) for other, count in rows if other in by_id)
