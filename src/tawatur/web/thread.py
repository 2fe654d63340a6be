"""The page of a thread: its stories in the order of time, each with the reason why it hangs there."""

from dataclasses import dataclass

from tawatur.web.facts import Because, because
from tawatur.web.index import Row, rows
from tawatur.web.parts import STORIES, Pager, pager, part, parts
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class Knot:
    """A story of the thread, and why it hangs in it."""

    row: Row
    reason: Because | None


@dataclass(frozen=True, kw_only=True)
class ThreadPage:
    """The page, or a later part of it."""

    title: str
    count: str
    knots: tuple[Knot, ...]
    pager: Pager


def thread(setting: Setting) -> ThreadPage | None:
    """Make the page of the thread whose id the address has; None where there is none, or no such part."""
    here = setting.links.here
    found = next((one for one in setting.library.threads() if one.id == here.id), None)
    if found is None or here.page > parts(len(found.stories), STORIES):
        return None
    reasons = {member.story: member.reason for member in found.stories}
    listed = [one for one in setting.library.listed() if one.story.id in reasons]
    listed.sort(key=lambda one: (one.story.date or "9999", one.story.id))
    make = rows(setting)
    return ThreadPage(
        title=found.title or setting.r("untitled"),
        count=setting.m.count("stories_found", len(listed)),
        knots=tuple(
            Knot(row=make(one), reason=because(reasons[one.story.id], setting) if reasons[one.story.id] else None)
            for one in part(listed, here.page, STORIES)
        ),
        pager=pager(setting.links, parts(len(found.stories), STORIES)),
    )
