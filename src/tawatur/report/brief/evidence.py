"""What the sentences of a brief rest on: the articles of one story, and what is recorded of the words in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tawatur.groups import groups
from tawatur.records.commitment import Commitment
from tawatur.records.finding import Finding, Side
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.statements import Statement, group

_LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class Evidence:
    """A story with its records looked up by id and place."""

    view: StoryView
    elsewhere: tuple[DocumentView, ...] = ()

    @cached_property
    def documents(self) -> dict[str, DocumentView]:
        """The articles by their ids: the story's, and those of other stories that its undertakings lead to."""
        return {one.document.id: one for one in (*self.view.documents, *self.elsewhere)}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by their ids."""
        return {one.id: one for one in self.view.findings}

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """The undertakings by their ids."""
        return {one.id: one for one in self.view.commitments}

    @cached_property
    def statements(self) -> list[Statement]:
        """What was said, in the order in which it was first carried."""
        return group(self.view)

    def holds(self, span: Span) -> bool:
        """Whether a span lies in an article at hand."""
        view = self.documents.get(span.document)
        return view is not None and 0 <= span.start < span.end <= len(view.document.text)

    def text(self, span: Span) -> str:
        """The words of a span of an article at hand."""
        return self.documents[span.document].document.text[span.start : span.end]

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence that a span begins in."""
        for one in self.documents[span.document].sentences:
            if one.start <= span.start < one.end:
                return one
        return None

    def around(self, span: Span) -> tuple[str, str]:
        """What stands in a span's sentence before it and after it."""
        whole = self.sentence(span)
        if whole is None:
            return "", ""
        text = self.documents[span.document].document.text
        return text[whole.start : span.start], text[span.end : max(whole.end, span.end)]

    def whole(self, span: Span) -> bool:
        """Whether a span begins where a sentence begins and ends where one ends, marks and white space apart."""
        text = self.documents[span.document].document.text
        first = self.sentence(span)
        last = self.sentence(Span(document=span.document, start=span.end - 1, end=span.end))
        return (
            first is not None
            and last is not None
            and not _LETTER.search(text[first.start : span.start])
            and not _LETTER.search(text[span.end : last.end])
        )

    def whole_statement(self, span: Span) -> bool:
        """Whether a span is a statement, marks and white space apart."""
        text = self.documents[span.document].document.text
        return any(
            quote.start <= span.start
            and span.end <= quote.end
            and not _LETTER.search(text[quote.start : span.start])
            and not _LETTER.search(text[span.end : quote.end])
            for quote in self.quotes(span)
        )

    def quotes(self, span: Span) -> Iterator[Quote]:
        """The statements that share words with a span."""
        for quote in self.documents[span.document].settled.quotes:
            if quote.start < span.end and span.start < quote.end:
                yield quote

    def published(self, document: str) -> str:
        """The day on which an article was published (ISO), empty where it is not known."""
        return (self.documents[document].settled.publication.published or "")[:10]

    def days(self, span: Span) -> set[str]:
        """The values of time of what a span tells: of expressions in it, and of events that it is evidence of."""
        view = self.documents[span.document]
        found = {one.value for one in view.settled.dates if span.start <= one.start and one.end <= span.end}
        found |= {
            event.date
            for event in self.view.events
            if event.date
            and any(one.document == span.document and one.start < span.end and span.start < one.end for one in event.evidence)
        }
        return {value for value in found if value}

    def attributed(self, document: str) -> set[str]:
        """The keys by which an article may be named as a source: its outlet's and that of the agency whose text it is."""
        view = self.documents[document]
        names = {view.settled.origin, view.article.outlet}
        return {name for name in names if name} or {view.document.source}

    def source(self, document: str) -> str:
        """The key by which an article is named as a source: the agency whose text it is, else the outlet, else where it was read."""
        view = self.documents[document]
        return view.settled.origin or view.article.outlet or view.document.source

    def origins(self, cites: Iterable[Span]) -> int:
        """How many independent origins the articles of spans go back to.

        Articles of one origin of the story or of one agency are one, and so are those that carry a sentence among the spans from one text.
        """
        spans = list(cites)
        documents = {span.document for span in spans}
        links = [(one, one) for one in sorted(documents)]
        for origin in self.view.story.origins:
            links += _chain(documents.intersection(origin.documents))
        for document in documents:
            name = self.documents[document].settled.origin
            links += _chain({one for one in documents if name and self.documents[one].settled.origin == name})
        for finding in self.view.findings:
            if finding.kind == "single_origin":
                links += _chain({s.document for s in finding.sides for span in spans if _same_place(s, span)})
        return len(groups(links))


def _same_place(one: Side, other: Span) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _chain(documents: Iterable[str]) -> list[tuple[str, str]]:
    ordered = sorted(documents)
    return list(pairwise(ordered))


def words_span(document: str, start: int, end: int, text: str) -> Span:
    """Give the span from `start` to `end` of `text` without the white space at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(document=document, start=start + left, end=start + len(words.rstrip()))
