"""A Brief: what is known of a story or a day, sentence by sentence, each with the words that it rests on and who stands behind it."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.span import Span

SectionKind = Literal["happened", "established", "contradicted", "changed", "said", "promised", "single", "unknown", "story"]
# frame: words of ours; words: taken from a span; name: a speaker's, taken from a span; number: read from a span, in digits;
# count: of articles, origins and the like, made by us; label: an outlet or agency; day: of a record; term: one of our closed words
PartKind = Literal["frame", "words", "name", "number", "count", "label", "day", "term"]
EntryKind = Literal["event", "statement", "update", "report"]


class Part(Record, frozen=True, kw_only=True):
    """A piece of a sentence. `role` is the place of the frame that it fills, empty for the frame's own words.

    `span` is where `words` and `name` stand; `value` is what `number` (digits), `count` (digits), `label` (key), `day` (ISO)
    and `term` (key) mean.
    """

    kind: PartKind
    text: str
    role: str = ""
    span: Span | None = None
    value: str | None = None


class BriefSentence(Record, frozen=True, kw_only=True):
    """A sentence of a brief. `frame` names the template that its own words are of; `cites` are the spans that it rests on.

    `documents` and `origins` count the articles cited and the independent origins that they go back to.
    """

    frame: str
    parts: tuple[Part, ...]
    cites: tuple[Span, ...] = ()
    outlets: tuple[str, ...] = ()  # the outlet of each article cited, in the order in which they are first cited
    documents: int = 0
    origins: int = 0
    story: str | None = None
    finding: str | None = None
    commitment: str | None = None

    @property
    def text(self) -> str:
        """The sentence as plain text; words taken from a span stand in quotation marks."""
        return "".join(quoted(part.text) if part.kind == "words" else part.text for part in self.parts)


class Section(Record, frozen=True, kw_only=True):
    """Sentences under one heading; a day's brief has a section a story, with its title and id."""

    kind: SectionKind
    sentences: tuple[BriefSentence, ...]
    title: str | None = None
    story: str | None = None


class Entry(Record, frozen=True, kw_only=True):
    """A line of the timeline. `date` is a value of time (ISO 8601 with TIMEX's extensions), that of its sentence's day."""

    date: str
    kind: EntryKind
    sentence: BriefSentence


class Rejected(Record, frozen=True, kw_only=True):
    """A sentence that the gate kept out, and why (a code)."""

    section: SectionKind | Literal["timeline"]
    reason: str
    sentence: BriefSentence


class Source(Record, frozen=True, kw_only=True):
    """An article that the brief cites; `published` is ISO."""

    document: str
    outlet: str | None
    title: str | None
    published: str | None
    address: str | None


class Brief(Record, frozen=True, kw_only=True):
    """What is known of a story, or of the stories of a day (`date`): `total` counts them, also those that are not told."""

    of: Literal["story", "day"]
    lang: Literal["ar", "en"]
    story: str | None = None
    date: str | None = None
    title: str | None = None
    total: int = 1
    sections: tuple[Section, ...] = ()
    timeline: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    sources: tuple[Source, ...] = ()


def quoted(words: str) -> str:
    """Give words in « », or in “ ” where they have such marks themselves."""
    return f"“{words}”" if "«" in words or "»" in words else f"«{words}»"
