"""A brief of a story or of a day: sections of sentences, all of which have passed the gate."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from tawatur.records.brief import Brief, BriefSentence, Entry, Rejected, Section, SectionKind, Source
from tawatur.records.span import Span
from tawatur.records.story import Story
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.brief.compose.base import Writer
from tawatur.report.brief.compose.findings import changed, contradicted, established, single
from tawatur.report.brief.compose.happened import happened
from tawatur.report.brief.compose.promised import promised
from tawatur.report.brief.compose.said import said
from tawatur.report.brief.compose.unknown import unknown
from tawatur.report.brief.evidence import Evidence
from tawatur.report.brief.gate import refusal
from tawatur.report.brief.timeline import entries
from tawatur.report.messages import Lang
from tawatur.report.wording import day_value

STORIES = 12  # of a day's brief
_LOOKED_AT = 16  # stories of a day that are read to find the gravest; the others have fewer origins. Each costs 5 to 20 ms
_KILLED, _CONTESTED = 4, 3  # in origins; own judgement, not measured
# sentences of one story in a day's brief, and at the head of a story's page, which is read at a glance
_OF_A_STORY: dict[SectionKind, int] = {"happened": 2, "contradicted": 2, "changed": 1, "established": 1}
_HEAD: dict[SectionKind, int] = {"happened": 2, "contradicted": 1, "changed": 1}

Lookup = Callable[[str], DocumentView | None]
StoryLookup = Callable[[str], StoryView | None]


def of_story(view: StoryView, lang: Lang = "ar", document: Lookup | None = None) -> Brief:
    """Give the brief of a story. `document` looks up articles of other stories, in which its undertakings end."""
    evidence = evidence_of(view, document)
    writer = Writer(evidence=evidence, lang=lang)
    gate = _Gate(evidence, lang)
    sections = [gate.section(kind, make(writer)) for kind, make in _SECTIONS]
    promises = gate.section("promised", promised(writer))
    spoken = gate.section("said", said(writer, _told([*sections, promises])))
    sections += [spoken, promises]
    sections += [gate.section("single", single(writer, _told(sections))), gate.section("unknown", unknown(writer))]
    timeline = tuple(entry for entry in entries(writer) if gate.lets("timeline", entry.sentence))
    kept = tuple(section for section in sections if section.sentences)
    return Brief(
        of="story",
        lang=lang,
        story=view.story.id,
        date=view.story.date,
        title=view.story.title,
        sections=kept,
        timeline=timeline,
        rejected=tuple(gate.rejected),
        sources=_sources(evidence, kept, timeline),
    )


def head_of_story(view: StoryView, lang: Lang = "ar") -> tuple[BriefSentence, ...]:
    """Give the first sentences of a story's brief: two of what happened, then one contradiction and one change. The others are not made."""
    evidence = Evidence(view)
    return tuple(_first(Writer(evidence=evidence, lang=lang), _Gate(evidence, lang), _HEAD))


def evidence_of(view: StoryView, document: Lookup | None = None) -> Evidence:
    """Give what the sentences of a story's brief rest on."""
    return Evidence(view, _elsewhere(view, document))


def of_day(day: str, stories: Sequence[Story], story: StoryLookup, lang: Lang = "ar") -> Brief:
    """Give the brief of a day (ISO): its stories, those of most independent origins first, lives lost and contradictions counting as further ones.

    `stories` are all that there are; `story` gives one with all that is known of it. Raises ValueError where `day` is no day.
    """
    day = day_value(day)
    mine = [one for one in stories if (one.date or "")[:10] == day]
    widest = sorted(mine, key=lambda one: (-len(one.origins), -len(one.outlets), -len(one.documents), one.id))[:_LOOKED_AT]
    views = sorted(filter(None, (story(one.id) for one in widest)), key=_gravity)
    sections, rejected, sources = [], list[Rejected](), list[Source]()
    for view in views[:STORIES]:
        evidence = Evidence(view)
        gate = _Gate(evidence, lang)
        section = _short(view, Writer(evidence=evidence, lang=lang), gate)
        rejected += gate.rejected
        if section.sentences:
            sections.append(section)
            sources += _sources(evidence, [section], ())
    return Brief(
        of="day",
        lang=lang,
        date=day,
        total=len(mine),
        sections=tuple(sections),
        rejected=tuple(rejected),
        sources=tuple(sources),
    )


_SECTIONS: tuple[tuple[SectionKind, Callable[[Writer], Iterable[BriefSentence]]], ...] = (
    ("happened", happened),
    ("established", established),
    ("contradicted", contradicted),
    ("changed", changed),
)


def _told(sections: Iterable[Section]) -> list[Span]:
    """The spans whose words are told already."""
    sentences = (one for section in sections for one in section.sentences)
    return [part.span for one in sentences for part in one.parts if part.kind == "words" and part.span]


class _Gate:
    """Lets sentences through, each once, and keeps those that it refused."""

    def __init__(self, evidence: Evidence, lang: Lang) -> None:
        self._evidence, self._lang = evidence, lang
        self._seen: set[tuple[str, str]] = set()
        self.rejected: list[Rejected] = []

    def lets(self, section: SectionKind | Literal["timeline"], sentence: BriefSentence) -> bool:
        """Whether a sentence may stand in a section and does not yet."""
        reason = refusal(sentence, self._evidence, self._lang)
        if reason:
            self.rejected.append(Rejected(section=section, reason=reason, sentence=sentence))
            return False
        key = ("timeline" if section == "timeline" else "text", sentence.text)
        fresh = key not in self._seen
        self._seen.add(key)
        return fresh

    def section(self, kind: SectionKind, proposed: Iterable[BriefSentence]) -> Section:
        """Give a section of those sentences that may stand."""
        return Section(kind=kind, sentences=tuple(one for one in proposed if self.lets(kind, one)))


def _short(view: StoryView, writer: Writer, gate: _Gate) -> Section:
    """A story in a day's brief: a few sentences of the sections that weigh most."""
    sentences = tuple(_first(writer, gate, _OF_A_STORY))
    return Section(kind="story", sentences=sentences, title=view.story.title, story=view.story.id)


def _first(writer: Writer, gate: _Gate, most: Mapping[SectionKind, int]) -> Iterator[BriefSentence]:
    """The first sentences of sections that may stand, at most as many of each as `most` says."""
    for kind, make in _SECTIONS:
        if most.get(kind):
            yield from islice((one for one in make(writer) if gate.lets(kind, one)), most[kind])


def _gravity(view: StoryView) -> tuple[int, int, int, str]:
    """The order of a day's stories: independent origins, and as many more as lives lost and a contradiction or change count for."""
    killed = any(figure.kind == "killed" for event in view.events for figure in event.figures if event.status == "happened")
    contested = any(one.kind in ("conflict", "update") and not one.soft and one.judged != "dismissed" for one in view.findings)
    weight = len(view.story.origins) + _KILLED * killed + _CONTESTED * contested
    return -weight, -len(view.story.outlets), -len(view.story.documents), view.story.id


def _elsewhere(view: StoryView, document: Lookup | None) -> tuple[DocumentView, ...]:
    if document is None:
        return ()
    mine = set(view.story.documents)
    asked = dict.fromkeys(span.document for one in view.commitments for span in (*one.evidence, *one.later))
    return tuple(found for one in asked if one not in mine and (found := document(one)))


def _sources(evidence: Evidence, sections: Iterable[Section], timeline: Sequence[Entry]) -> tuple[Source, ...]:
    """The articles cited, in the order in which they are first cited."""
    sentences = [*(one for section in sections for one in section.sentences), *(entry.sentence for entry in timeline)]
    cited = dict.fromkeys(span.document for one in sentences for span in one.cites)
    return tuple(_source(evidence.documents[document]) for document in cited)


def _source(view: DocumentView) -> Source:
    title = view.article.title
    return Source(
        document=view.document.id,
        outlet=view.article.outlet,
        title=title.text.strip() or None if title else None,
        published=view.settled.publication.published,
        address=view.document.address,
    )
