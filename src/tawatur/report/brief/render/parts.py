"""A sentence of a brief as parts with links, for whoever draws it: the page of a story, the standalone page, a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.records.brief import Brief, BriefSentence, Entry, Part, Section, Source
from tawatur.records.span import Span
from tawatur.report.brief.frame import counted, label_text
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when

Link = Callable[[Span], str | None]  # where the words of a span are shown


@dataclass(frozen=True, kw_only=True)
class ShownPart:
    """A piece of a sentence, with the quotation marks about it and the link to its words."""

    kind: str
    text: str
    before: str = ""  # quotation marks
    after: str = ""
    href: str | None = None

    @property
    def foreign(self) -> bool:
        """Whether the words are not of our frame: they are to be isolated, whatever their direction."""
        return self.kind in ("words", "name", "label")


@dataclass(frozen=True, kw_only=True)
class ShownSource:
    """An outlet whose words a sentence rests on; `number` is its article's in the list of sources, 0 where there is no such list."""

    outlet: str
    href: str | None
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class ShownSentence:
    """A sentence with its sources and the count of articles and independent origins; both empty where it rests on nothing cited."""

    parts: tuple[ShownPart, ...]
    sources: tuple[ShownSource, ...]
    count: str

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(f"{part.before}{part.text}{part.after}" for part in self.parts)


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """A line of the timeline."""

    day: str
    machine: str
    kind: str
    sentence: ShownSentence


@dataclass(frozen=True, kw_only=True)
class ShownSection:
    """Sentences under their heading; `story` is the id of the story that they are of, in a day's brief."""

    kind: str
    heading: str
    story: str | None
    sentences: tuple[ShownSentence, ...]


def no_link(span: Span) -> None:
    """No link anywhere."""


def heading(brief: Brief) -> str:
    """Give the brief's title in words."""
    m = messages("brief", brief.lang)
    if brief.of == "day":
        return m("brief_day", day=when(brief.date, brief.lang))
    title = one_line(brief.title or m("untitled"))
    return m("brief_story", title=title if brief.lang == "ar" else isolated(title))


def remark(brief: Brief) -> str:
    """Say of how many stories a day's brief is; empty for a story's."""
    if brief.of == "story":
        return ""
    stories = counted("alone", "stories", brief.total, brief.lang)
    return messages("brief", brief.lang)("day_all" if brief.total == len(brief.sections) else "day_some", stories=stories)


def sections(brief: Brief, link: Link = no_link) -> list[ShownSection]:
    """Give the sections with their sentences ready to be drawn."""
    return [shown_section(one, brief, link) for one in brief.sections]


def shown_section(section: Section, brief: Brief, link: Link = no_link) -> ShownSection:
    """Give one section ready to be drawn."""
    m = messages("brief", brief.lang)
    title = one_line(section.title or m("untitled")) if section.kind == "story" else m(f"heading_{section.kind}")
    numbers = source_numbers(brief.sources)
    return ShownSection(
        kind=section.kind,
        heading=title,
        story=section.story,
        sentences=tuple(shown(one, brief.lang, link, numbers) for one in section.sentences),
    )


def source_numbers(sources: Sequence[Source]) -> dict[str, int]:
    """Give the number of each article in the list of sources, from 1."""
    return {one.document: number for number, one in enumerate(sources, 1)}


def timeline(brief: Brief, link: Link = no_link) -> list[ShownEntry]:
    """Give the entries of the timeline ready to be drawn."""
    numbers = source_numbers(brief.sources)
    return [_entry(one, brief.lang, link, numbers) for one in brief.timeline]


def _entry(entry: Entry, lang: Lang, link: Link, numbers: dict[str, int]) -> ShownEntry:
    sentence = shown(entry.sentence, lang, link, numbers)
    day = next((part.text for part in entry.sentence.parts if part.kind == "day"), entry.date)
    return ShownEntry(
        day=day, machine=entry.date, kind=messages("brief", lang)(f"kind_{entry.kind}"), sentence=_dayless(sentence)
    )


def _dayless(sentence: ShownSentence) -> ShownSentence:
    """The sentence of an entry without its day and the mark after it, which stand in a column of their own."""
    day, *rest = sentence.parts
    if day.kind != "day":
        return sentence
    if rest and rest[0].kind == "frame":
        text = rest[0].text.lstrip("،, ")
        rest = [ShownPart(kind="frame", text=text[:1].upper() + text[1:]), *rest[1:]] if text else rest[1:]
    return ShownSentence(parts=tuple(rest), sources=sentence.sources, count=sentence.count)


def shown(sentence: BriefSentence, lang: Lang, link: Link = no_link, numbers: dict[str, int] | None = None) -> ShownSentence:
    """Give a sentence ready to be drawn. `link` tells where the words of a span are shown, `numbers` those of cited articles."""
    return ShownSentence(
        parts=tuple(_part(part, link) for part in sentence.parts),
        sources=tuple(_sources(sentence, lang, link, numbers or {})),
        count=count_words(sentence, lang),
    )


def count_words(sentence: BriefSentence, lang: Lang) -> str:
    """Say by how many articles and independent origins a sentence is carried; empty where it cites nothing."""
    if not sentence.documents:
        return ""
    counts = [counted("alone", "articles", sentence.documents, lang), counted("alone", "origins", sentence.origins, lang)]
    return messages("report", lang)("comma").join(counts)


def _part(part: Part, link: Link) -> ShownPart:
    before, after = ("“", "”") if "«" in part.text or "»" in part.text else ("«", "»")
    quoting = part.kind == "words"
    return ShownPart(
        kind=part.kind,
        text=part.text.strip("\u2068\u2069"),
        before=before if quoting else "",
        after=after if quoting else "",
        href=link(part.span) if part.span else None,
    )


def _sources(sentence: BriefSentence, lang: Lang, link: Link, numbers: dict[str, int]) -> list[ShownSource]:
    """One for each article cited, by its first span; the name is that of the outlet."""
    first: dict[str, Span] = {}
    for span in sentence.cites:
        first.setdefault(span.document, span)
    return [
        ShownSource(outlet=label_text(outlet, lang).strip("\u2068\u2069"), href=link(span), number=numbers.get(document, 0))
        for (document, span), outlet in zip(first.items(), sentence.outlets, strict=True)
    ]
