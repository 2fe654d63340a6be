"""The first page: what was read, and the stories under the threads that they hang in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tawatur.records.story import Story, Thread
from tawatur.report import labels
from tawatur.report.stories import place_name
from tawatur.web.facts import Balance, Moment, balance, moment
from tawatur.web.parts import STORIES, Pager, pager, part, parts
from tawatur.web.setting import Setting

_SHOWN = ("documents", "stories", "threads", "quotes", "findings")
_OUTLETS = 8


@dataclass(frozen=True, kw_only=True)
class Row:
    """A story in the list."""

    href: str
    title: str
    date: Moment
    place: str
    outlets: tuple[str, ...]
    more_outlets: int
    balance: Balance


@dataclass(frozen=True, kw_only=True)
class Section:
    """Stories under one heading: a thread's, or those that hang in none (no `title`)."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Apart:
    """An article that belongs to no story."""

    href: str
    title: str
    outlet: str


@dataclass(frozen=True, kw_only=True)
class Index:
    """The first page. `counts` are pairs of a name and a number."""

    counts: tuple[tuple[str, int], ...]
    dropped: str
    refused: bool
    sections: tuple[Section, ...]
    apart: tuple[Apart, ...]
    pager: Pager


def index(setting: Setting) -> Index | None:
    """Make the first page, or a later part of it; None where there is no such part."""
    stories = _ordered(setting.library.stories())
    loose = setting.library.apart()
    pages = max(parts(len(stories), STORIES), parts(len(loose), STORIES))
    page = setting.links.here.page
    if page > pages:
        return None
    counts = setting.library.counts()
    return Index(
        counts=tuple((setting.m.count(f"noun_{name}", counts[name]), counts[name]) for name in _SHOWN if name in counts),
        dropped=setting.r.count("dropped", counts.get("dropped", 0)),
        refused=counts.get("dropped", 0) > 0,
        sections=_sections(part(stories, page, STORIES), _threads(setting.library.threads()), setting),
        apart=tuple(_apart(part(loose, page, STORIES), setting)),
        pager=pager(setting.links, pages),
    )


def _ordered(stories: Sequence[Story]) -> list[Story]:
    """The newest day first, as they come; on one day, those with the most independent origins, then articles."""
    days = groupby(stories, key=lambda story: (story.date or "")[:10])
    return [one for _, day in days for one in sorted(day, key=lambda one: (-len(one.origins), -len(one.documents)))]


def _threads(threads: Sequence[Thread]) -> dict[str, Thread]:
    """The thread of every story that hangs together with another."""
    return {member.story: thread for thread in threads if len(thread.stories) > 1 for member in thread.stories}


def _sections(stories: Sequence[Story], threads: Mapping[str, Thread], setting: Setting) -> tuple[Section, ...]:
    """Threads in the order of their newest story; then the stories that hang in none."""
    found: dict[str, list[Story]] = {}
    heads: dict[str, Thread] = {}
    for story in stories:
        thread = threads.get(story.id)
        found.setdefault(thread.id if thread else "", []).append(story)
        if thread:
            heads[thread.id] = thread
    single = found.pop("", [])
    sections = [_section(key, heads[key].title or setting.r("untitled"), held, setting) for key, held in found.items()]
    if single:
        sections.append(_section("single", setting.m("single_stories") if sections else "", single, setting))
    return tuple(sections)


def _section(identity: str, title: str, stories: Sequence[Story], setting: Setting) -> Section:
    return Section(id=identity, title=title, rows=tuple(row(story, setting) for story in stories))


def row(story: Story, setting: Setting) -> Row:
    """Make a story's row."""
    return Row(
        href=setting.links.story(story.id),
        title=story.title or setting.r("untitled"),
        date=moment(story.date, setting),
        place=place_name(story.place, setting.lang, setting.library.entity),
        outlets=tuple(labels.outlet(key, setting.lang) for key in story.outlets[:_OUTLETS]),
        more_outlets=max(0, len(story.outlets) - _OUTLETS),
        balance=balance(len(story.documents), story.origins, setting),
    )


def _apart(documents: Sequence[str], setting: Setting) -> list[Apart]:
    views = filter(None, map(setting.library.document, documents))
    return [
        Apart(
            href=setting.links.article(view.document.id),
            title=labels.title(view, setting.lang),
            outlet=labels.outlet(view.article.outlet, setting.lang),
        )
        for view in views
    ]
