"""What the export is handed: all records of a collection, each kind in a stable order."""

from collections.abc import Iterable
from typing import Protocol

from tawatur.records.commitment import Commitment
from tawatur.records.dropped import Dropped
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.reuse import Family, Reuse
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.view import DocumentView


class Source(Protocol):
    """A store's library is one."""

    def documents(self) -> Iterable[DocumentView]:
        """All documents, in the order of ids."""
        ...

    def entities(self) -> Iterable[Entity]:
        """All entities, in the order of ids."""
        ...

    def reuse(self) -> Iterable[Reuse]:
        """All pairs of sentences that come from one text."""
        ...

    def families(self) -> Iterable[Family]:
        """All families of articles."""
        ...

    def stories(self) -> Iterable[Story]:
        """All stories."""
        ...

    def threads(self) -> Iterable[Thread]:
        """All threads."""
        ...

    def references(self) -> Iterable[Reference]:
        """All references from one story to another."""
        ...

    def events(self) -> Iterable[Event]:
        """All events."""
        ...

    def findings(self) -> Iterable[Finding]:
        """All findings."""
        ...

    def commitments(self) -> Iterable[Commitment]:
        """All undertakings and what became of them."""
        ...

    def dropped(self) -> Iterable[Dropped]:
        """What was refused."""
        ...
