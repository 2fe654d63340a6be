"""The brief of a story or a day, every sentence with links to its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.records.brief import Brief
from tawatur.records.span import Span
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.brief import head_of_story, of_day, of_story
from tawatur.report.brief.render.parts import (
    Link,
    ShownEntry,
    ShownSection,
    ShownSentence,
    heading,
    remark,
    sections,
    shown,
    timeline,
)
from tawatur.report.brief.render.svg import timeline_svg
from tawatur.report.messages import Messages, messages
from tawatur.report.wording import machine_time
from tawatur.web.facts import Moment
from tawatur.web.filters import day_of
from tawatur.web.parts import Pager, pager
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class EntryView:
    """A line of the timeline."""

    date: Moment
    kind: str
    sentence: ShownSentence


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """Sentences under a heading; `href` leads to the story that they are of, in a day's brief."""

    heading: str
    kind: str
    href: str
    sentences: tuple[ShownSentence, ...]


@dataclass(frozen=True, kw_only=True)
class BriefPage:
    """The page. `back` leads to the story, or to the stories of the day; `b` are the brief's own texts."""

    title: str
    remark: str
    back: str
    sections: tuple[SectionView, ...]
    timeline: tuple[EntryView, ...]
    drawing: Markup | None
    rejected: int
    b: Messages
    pager: Pager


def brief(setting: Setting) -> BriefPage | None:
    """Make the brief whose story or day the address has; None where there is none."""
    here, library = setting.links.here, setting.library
    if here.page > 1:
        return None
    if day_of(here.id):
        stories = [one.story for one in library.listed()]
        try:
            found = of_day(here.id, stories, library.story, setting.lang)
        except ValueError:
            return None
        if not found.total:
            return None
        back = setting.links.plain("index", **({"from": here.id, "to": here.id} if setting.live else {}))
        return _page(found, back, setting)
    view = library.story(here.id)
    return _page(of_story(view, setting.lang, library.document), setting.links.story(view.story.id), setting) if view else None


def lead(view: StoryView, setting: Setting) -> tuple[ShownSentence, ...]:
    """Give the sentences of a story's brief that stand at the head of its page."""
    link = _link(setting, view.documents)
    return tuple(shown(one, setting.lang, link) for one in head_of_story(view, setting.lang))


def _page(made: Brief, back: str, setting: Setting) -> BriefPage:
    link = _link(setting)
    return BriefPage(
        title=heading(made),
        remark=remark(made),
        back=back,
        sections=tuple(_section(one, setting) for one in sections(made, link)),
        timeline=tuple(_entry(one) for one in timeline(made, link)),
        drawing=Markup(timeline_svg(made)) if made.timeline else None,  # noqa: S704 (timeline_svg escapes what it is given)
        rejected=len(made.rejected),
        b=messages("brief", setting.lang),
        pager=pager(setting.links, 1),
    )


def _link(setting: Setting, views: Iterable[DocumentView] = ()) -> Link:
    """Links to the sentence in which the words stand: every sentence is a target, every part of one is not."""
    known: dict[str, DocumentView | None] = {view.document.id: view for view in views}

    def link(span: Span) -> str:
        if span.document not in known:
            known[span.document] = setting.library.document(span.document)
        view = known[span.document]
        within = next((one for one in view.sentences if one.start <= span.start < one.end), None) if view else None
        if within is None:
            return setting.links.article(span.document)
        return setting.links.words(span.document, within.start, within.end)

    return link


def _section(one: ShownSection, setting: Setting) -> SectionView:
    return SectionView(
        heading=one.heading,
        kind=one.kind,
        href=setting.links.story(one.story) if one.story else "",
        sentences=one.sentences,
    )


def _entry(one: ShownEntry) -> EntryView:
    return EntryView(date=Moment(words=one.day, machine=machine_time(one.machine)), kind=one.kind, sentence=one.sentence)
