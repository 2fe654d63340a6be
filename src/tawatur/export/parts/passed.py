"""A source that passes another's records on: what the formats are handed, counted or cut on the way."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tawatur.export.source import Source
from tawatur.records.commitment import Commitment
from tawatur.records.dropped import Dropped
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.reuse import Family, Reuse
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.view import DocumentView


class Passed:
    """All records of `source`, as they are."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def documents(self) -> Iterable[DocumentView]:
        """All documents, in the order of ids."""
        return self._source.documents()

    def entities(self) -> Iterable[Entity]:
        """All entities, in the order of ids."""
        return self._source.entities()

    def reuse(self) -> Iterable[Reuse]:
        """All pairs of sentences that come from one text."""
        return self._source.reuse()

    def families(self) -> Iterable[Family]:
        """All families of articles."""
        return self._source.families()

    def stories(self) -> Iterable[Story]:
        """All stories."""
        return self._source.stories()

    def threads(self) -> Iterable[Thread]:
        """All threads."""
        return self._source.threads()

    def references(self) -> Iterable[Reference]:
        """All references from one story to another."""
        return self._source.references()

    def events(self) -> Iterable[Event]:
        """All events."""
        return self._source.events()

    def findings(self) -> Iterable[Finding]:
        """All findings."""
        return self._source.findings()

    def commitments(self) -> Iterable[Commitment]:
        """All undertakings and what became of them."""
        return self._source.commitments()

    def dropped(self) -> Iterable[Dropped]:
        """What was refused."""
        return self._source.dropped()


class Noted(Passed):
    """A source that keeps count of what made the articles of the documents that were taken from it."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.versions: Counter[str] = Counter()

    def documents(self) -> Iterator[DocumentView]:
        """All documents."""
        for view in super().documents():
            self.versions[view.made_by] += 1
            yield view


class Counted(Passed):
    """A source that tells each document that is taken from it."""

    def __init__(self, source: Source, tell: Callable[[int], None]) -> None:
        super().__init__(source)
        self._tell = tell

    def documents(self) -> Iterator[DocumentView]:
        """All documents; `tell` is told how many were given."""
        for number, view in enumerate(super().documents(), 1):
            yield view
            self._tell(number)
