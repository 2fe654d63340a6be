"""The page of a thread: its stories in the order of time, each with the reason why it hangs there."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.records.commitment import Commitment
from tawatur.records.overview import Listed
from tawatur.report.commitments import newest_first, status_words
from tawatur.report.wording import machine_time, when
from tawatur.web.commitments import CommitmentView, commitment_view
from tawatur.web.drawing import Happening, Years, ticks_of, years
from tawatur.web.facts import Because, because
from tawatur.web.index import Row, rows
from tawatur.web.parts import COMMITMENTS, STORIES, Pager, pager, part, parts
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
    drawing: Years | None
    ledger: tuple[CommitmentView, ...]
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
    ledger = _commitments(listed, setting) if here.page == 1 else []
    return ThreadPage(
        title=found.title or setting.r("untitled"),
        count=setting.m.count("stories_found", len(listed)),
        drawing=_drawing(listed, ledger, setting) if here.page == 1 else None,
        ledger=tuple(commitment_view(one, {}, setting) for one in newest_first(ledger)[:COMMITMENTS]),
        knots=tuple(
            Knot(row=make(one), reason=because(reasons[one.story.id], setting) if reasons[one.story.id] else None)
            for one in part(listed, here.page, STORIES)
        ),
        pager=pager(setting.links, parts(len(found.stories), STORIES)),
    )


def _commitments(listed: Sequence[Listed], setting: Setting) -> list[Commitment]:
    """The commitments that the stories of the thread speak of, each once."""
    found = {one.id: one for held in listed for one in setting.library.commitments(held.story.id)}
    return list(found.values())


def _drawing(listed: Sequence[Listed], ledger: Sequence[Commitment], setting: Setting) -> Years | None:
    """The stories and commitments on a line of time; None where fewer than two stories have a day."""
    found = [_happening(one, setting) for one in listed if _is_day(one.story.date)]
    if len(found) < 2:
        return None
    for one in ledger[:COMMITMENTS]:
        if _is_day(one.made) and found[0].day <= str(one.made) <= found[-1].day:
            title = f"{status_words(one, setting.lang)}: {one.what}"
            found.append(Happening(day=str(one.made), weight=1, kind="commitment", title=title, href=f"#{one.id}"))
    days = [one.day for one in found]
    yearly = int(max(days)[:4]) - int(min(days)[:4]) > 1
    ticks = [(day, day[:4] if yearly else when(day[:7], setting.lang)) for day in ticks_of(days)]
    return years(found, ticks, rtl=setting.direction == "rtl")


def _happening(one: Listed, setting: Setting) -> Happening:
    story, day = one.story, (one.story.date or "")[:10]
    title = f"{when(day, setting.lang, weekday=False)}: {story.title or setting.r('untitled')}"
    return Happening(day=day, weight=len(story.documents), kind="story", title=title, href=setting.links.story(story.id))


def _is_day(value: str | None) -> bool:
    """Whether a value names a day that is in the calendar."""
    return bool(value) and bool(machine_time(value)) and len(value or "") >= 10 and str(value)[:4] >= "0001"
