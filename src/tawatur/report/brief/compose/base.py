"""What all sections make their sentences with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.records.brief import BriefSentence, Part
from tawatur.records.finding import Finding, Side
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.counts import stand_behind
from tawatur.report.brief.evidence import Evidence, words_span
from tawatur.report.messages import Lang

# letters of one source's words: a longer sentence is no line of a brief
LONGEST = 420
_ENDS = " .،؛:\n"


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Makes sentences of one story in one language."""

    evidence: Evidence
    lang: Lang

    def words(self, span: Span, role: str = "words") -> Part:
        """The words of a span, without the marks at their end."""
        inner = self.tight(span)
        return frame.words(inner, self.evidence.text(inner), role)

    def tight(self, span: Span) -> Span:
        """A span without white space at its ends and without the full stop, which the sentence of ours brings."""
        text = self.evidence.documents[span.document].document.text
        inner = words_span(span.document, span.start, span.end, text)
        kept = text[inner.start : inner.end].rstrip(_ENDS)
        return Span(document=span.document, start=inner.start, end=inner.start + len(kept)) if kept else inner

    def label(self, span: Span, role: str = "label") -> Part:
        """The name of the source of a span."""
        return frame.label(self.evidence.source(span.document), self.lang, role)

    def fits(self, span: Span) -> bool:
        """Whether a span is at hand, has words, and is short enough for a brief."""
        return self.evidence.holds(span) and span.end - span.start <= LONGEST and bool(self.evidence.text(span).strip())

    def sentence(
        self,
        name: str,
        fillings: Sequence[Part | Sequence[Part]],
        cites: Iterable[Span],
        *,
        finding: Finding | None = None,
        commitment: str | None = None,
    ) -> BriefSentence:
        """Make a sentence of a frame; the counts that the frame asks for, and what stands behind it, are counted here."""
        given = [part for filling in fillings for part in ((filling,) if isinstance(filling, Part) else filling)]
        taken = [part.span for part in given if part.span and part.kind == "words"]
        spans = tuple(dict.fromkeys([*taken, *cites]))
        bare = BriefSentence(frame=name, parts=(), cites=spans, finding=finding.id if finding else None)
        documents, origins = stand_behind(bare, self.evidence)
        counts = [
            frame.count(role, number, self.lang)
            for role, number in (("articles", documents), ("origins", origins))
            if role in frame.template(name, self.lang)[1::2]
        ]
        return BriefSentence(
            frame=name,
            parts=frame.fill(name, self.lang, *fillings, *counts),
            cites=spans,
            outlets=tuple(self.outlet(document) for document in dict.fromkeys(span.document for span in spans)),
            documents=documents,
            origins=origins,
            story=self.evidence.view.story.id,
            finding=finding.id if finding else None,
            commitment=commitment,
        )

    def outlet(self, document: str) -> str:
        """The key of the outlet of an article, else where it was read."""
        view = self.evidence.documents[document]
        return view.article.outlet or view.document.source


def side_span(side: Side) -> Span:
    """The place of a side."""
    return Span(document=side.document, start=side.start, end=side.end)


def overlaps(one: Span, others: Iterable[Span]) -> bool:
    """Whether a span shares words with one of others."""
    return any(one.document == other.document and one.start < other.end and other.start < one.end for other in others)
