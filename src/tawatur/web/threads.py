"""The list of threads: stories that hang together over time, the thread with the newest story first."""

from dataclasses import dataclass

from tawatur.web.facts import Moment, by_story, moment
from tawatur.web.parts import THREADS, Pager, pager, part, parts
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class ThreadRow:
    """A thread in the list: from its first story to its last."""

    href: str
    title: str
    first: Moment
    last: Moment
    stories: str
    articles: str


@dataclass(frozen=True, kw_only=True)
class ThreadsPage:
    """The page, or a later part of it."""

    rows: tuple[ThreadRow, ...]
    pager: Pager


def threads(setting: Setting) -> ThreadsPage | None:
    """Make the page, or a later part of it; None where there is no such part."""
    listed = by_story(setting)
    found = []
    for thread in setting.library.threads():
        held = [listed[member.story].story for member in thread.stories if member.story in listed]
        if len(held) > 1:
            days = sorted(story.date for story in held if story.date)
            found.append((days[-1] if days else "", thread, days, held))
    found.sort(key=lambda one: (one[0], one[1].id), reverse=True)
    pages, page = parts(len(found), THREADS), setting.links.here.page
    if page > pages:
        return None
    return ThreadsPage(
        rows=tuple(
            ThreadRow(
                href=setting.links.thread(thread.id),
                title=thread.title or setting.r("untitled"),
                first=moment(days[0] if days else None, setting),
                last=moment(days[-1] if days else None, setting),
                stories=setting.m.count("stories_found", len(held)),
                articles=setting.r.count("articles", sum(len(story.documents) for story in held)),
            )
            for _, thread, days, held in part(found, page, THREADS)
        ),
        pager=pager(setting.links, pages),
    )
