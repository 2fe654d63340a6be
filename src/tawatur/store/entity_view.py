"""An entity with its articles, stories, statements, events and those that it stands beside."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
                WHERE d.entity = ?1 ORDER BY y.date IS NULL, y.date DESC, d.document LIMIT ?2"""
_WITH = """SELECT DISTINCT y.body, y.date, y.id FROM document_entities d JOIN story_documents s ON s.document = d.document
           JOIN stories y ON y.id = s.story WHERE d.entity = ?1 ORDER BY y.date IS NULL, y.date DESC, y.id LIMIT ?2"""
_SAID = """SELECT s.body FROM document_entities d JOIN settled s ON s.document = d.document
           LEFT JOIN story_documents t ON t.document = d.document LEFT JOIN stories y ON y.id = t.story
           WHERE d.entity = ?1 AND d.statements > 0 ORDER BY y.date IS NULL, y.date DESC, d.document LIMIT ?2"""
_DONE = """SELECT body FROM events WHERE story IN (SELECT s.story FROM document_entities d
               JOIN story_documents s ON s.document = d.document WHERE d.entity = ?1)
           AND instr(body, ?2) ORDER BY json_extract(body, '$.date') DESC, id LIMIT ?3"""
_BESIDE = """SELECT entity, count(*) FROM document_entities WHERE document IN (
                 SELECT document FROM document_entities WHERE entity = ?1 LIMIT ?2
             ) AND entity <> ?1 GROUP BY entity ORDER BY count(*) DESC, entity LIMIT ?3"""


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
        stories=tuple(from_json(body, Story) for body, _, _ in store.query(_WITH, (entity, _STORIES))),
        statements=_statements(store, entity),
        events=tuple(from_json(body, Event) for (body,) in store.query(_DONE, (entity, f'"{entity}"', _EVENTS))),
        companions=_companions(store, store.query(_BESIDE, (entity, _ARTICLES, _COMPANIONS))),
    )


def _statements(store: Store, entity: str) -> tuple[Quote, ...]:
    settled = (from_json(body, Settled) for (body,) in store.query(_SAID, (entity, _SPEAKING)))
    return tuple(quote for one in settled for quote in one.quotes if quote.speaker == entity)


def _companions(store: Store, rows: Sequence[tuple[str, int]]) -> tuple[Companion, ...]:
    by_id = calls(store).by_id
    return tuple(Companion(entity=by_id[other], articles=count) for other, count in rows if other in by_id)
