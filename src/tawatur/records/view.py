"""What the page, the reports and the export are handed: one document, or one story, with all that is known of it."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from tawatur.records.article import Article
from tawatur.records.base import Record
from tawatur.records.commitment import Commitment
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.event import Event
from tawatur.records.finding import Finding, Found
from tawatur.records.name import Entity
from tawatur.records.overview import Called, EntityView, Facets, Listed
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.wire import Wires


class DocumentView(Record, frozen=True, kw_only=True):
    """A document with what cleaning, annotation and settling found in it. `made_by` is the program that cleaned and annotated it."""

    document: Document
    article: Article
    sentences: tuple[Sentence, ...]
    settled: Settled
    made_by: str = ""


class StoryView(Record, frozen=True, kw_only=True):
    """A story with its documents and all that stands between them.

    `reuse` and `families` are those with a document of the story on a side; `references` are those from or to it.
    """

    story: Story
    thread: Thread | None = None
    documents: tuple[DocumentView, ...]
    entities: tuple[Entity, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    families: tuple[Family, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()


class Library(Protocol):
    """Where the page and the reports look things up. A store is one."""

    def stories(self) -> list[Story]:
        """All stories, newest first; those without a date last."""
        ...

    def threads(self) -> list[Thread]:
        """All threads."""
        ...

    def story(self, story: str) -> StoryView | None:
        """The story of this id (or of an alias), or None."""
        ...

    def document(self, document: str) -> DocumentView | None:
        """The document of this id, or None."""
        ...

    def story_of(self, document: str) -> str | None:
        """The id of the story that a document belongs to."""
        ...

    def dropped(self) -> list[Dropped]:
        """What was refused, in the order of stage and source."""
        ...

    def counts(self) -> dict[str, int]:
        """How many there are of each kind of record, by the export's file names."""
        ...

    def entity(self, entity: str) -> Entity | None:
        """The entity of this id, or None (the index names the places of stories with it)."""
        ...

    def apart(self) -> list[str]:
        """The ids of the documents that belong to no story, in order."""
        ...

    def listed(self) -> Sequence[Listed]:
        """All stories with how many findings each holds, newest first; those without a date last."""
        ...

    def facets(self) -> Facets:
        """What stories can be chosen by."""
        ...

    def findings_of(self, story: str) -> list[Finding]:
        """The findings of a story, with what people judged of them."""
        ...

    def found(self) -> Sequence[Found]:
        """All findings in a list, the gravest first."""
        ...

    def findings_with(self, ids: Sequence[str]) -> list[Finding]:
        """The findings of these ids, in their order, with what people judged of them."""
        ...

    def reuse_between(self, one: str, two: str) -> list[Reuse]:
        """What two documents share, in the order of places; the sides are as they are kept."""
        ...

    def wires(self, since: str | None = None, until: str | None = None) -> Wires:
        """Who carries whom from `since` to `until` (ISO days, inclusive)."""
        ...

    def carried(self, source: str, publisher: str | None) -> tuple[str, ...]:
        """The ids of the newest documents in which a publisher carries text of a source, three at most."""
        ...

    def called(self) -> Sequence[Called]:
        """All entities, the one first that most articles mention."""
        ...

    def calling(self, words: str) -> list[Called]:
        """The entities of which `words` are a spelling, or the id; the one first that most articles mention."""
        ...

    def entity_view(self, entity: str) -> EntityView | None:
        """An entity with all that is known of it, or None."""
        ...

    def stories_with(self, entity: str) -> frozenset[str]:
        """The ids of the stories with an article that mentions the entity."""
        ...

    def commitments(self, story: str | None = None) -> Iterator[Commitment]:
        """All commitments, or those that a story speaks of, in the order of ids."""
        ...
