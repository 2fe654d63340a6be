"""Stories (reports of one happening), the threads that they hang in, and references from one to another."""

from tawatur.records.base import Record, content_id


class Origin(Record, frozen=True, kw_only=True):
    """One independent origin and the documents that go back to it; no `name` where nobody credits it."""

    name: str | None
    documents: tuple[str, ...]


class Story(Record, frozen=True, kw_only=True):
    """Reports of one happening."""

    id: str
    aliases: tuple[str, ...] = ()
    title: str | None
    documents: tuple[str, ...]
    date: str | None = None  # ISO
    place: str | None = None  # an entity
    thread: str | None = None
    outlets: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


class Member(Record, frozen=True, kw_only=True):
    """A story in a thread, and why it hangs there."""

    story: str
    reason: str


class Thread(Record, frozen=True, kw_only=True):
    """Stories that hang together over time."""

    id: str
    title: str | None
    stories: tuple[Member, ...]


class Reference(Record, frozen=True, kw_only=True):
    """Words of a document that point back at another story."""

    document: str
    start: int
    end: int
    story: str
    reason: str


def story_id(earliest: str) -> str:
    """Give the id of a story: of its earliest member."""
    return content_id("y", earliest)


def thread_id(earliest: str) -> str:
    """Give the id of a thread: of its earliest story."""
    return content_id("t", earliest)
