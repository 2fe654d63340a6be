"""The undertakings that a story speaks of, with every source's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.commitment import Commitment, Later
from tawatur.records.span import Span
from tawatur.records.view import DocumentView
from tawatur.report.commitments import later_words, newest_first, parties_words, status_words, terms, words_of
from tawatur.report.show import outlet_of
from tawatur.web.facts import Words, by_story, story_words
from tawatur.web.setting import Setting

# of one story's first page, and of one undertaking
_LEDGER, _SOURCES, _STORIES = 40, 12, 4


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """One source's words, and what they tell of an earlier undertaking."""

    outlet: str
    says: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class CommitmentView:
    """An undertaking: what became of it, by whom, what, and on what terms."""

    id: str
    stories: tuple[Words, ...]
    status: str
    status_words: str
    parties: str
    what: str
    terms: tuple[str, ...]
    sources: tuple[SourceView, ...]


def ledger(found: Sequence[Commitment], views: Mapping[str, DocumentView], setting: Setting) -> tuple[CommitmentView, ...]:
    """Give the undertakings of a story, those first of which something was reported later."""
    return tuple(commitment_view(one, views, setting) for one in newest_first(found)[:_LEDGER])


def commitment_view(one: Commitment, views: Mapping[str, DocumentView], setting: Setting) -> CommitmentView:
    """Give an undertaking as it is shown."""
    listed = by_story(setting) if one.stories else {}
    spans = (*one.evidence, *one.later)
    return CommitmentView(
        id=one.id,
        stories=tuple(story_words(listed[story].story, setting) for story in one.stories[:_STORIES] if story in listed),
        status=one.status,
        status_words=status_words(one, setting.lang),
        parties=parties_words(one, setting.lang),
        what=one.what,
        terms=tuple(terms(one, setting.lang)),
        sources=tuple(source for span in spans[:_SOURCES] if (source := _source(span, views, setting))),
    )


def _source(span: Span, views: Mapping[str, DocumentView], setting: Setting) -> SourceView | None:
    view = views.get(span.document) or setting.document(span.document)
    if view is None:
        return None
    return SourceView(
        outlet=outlet_of(view, setting.lang),
        says=later_words(span, setting.lang) if isinstance(span, Later) else "",
        words=Words(text=words_of(span, view), href=setting.links.words(span.document, span.start, span.end)),
    )
