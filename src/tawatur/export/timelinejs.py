"""TimelineJS: a slide for each of the stories with the most origins, with how many articles, outlets and independent origins tell it.

TimelineJS shows texts as HTML, so words of the sources are escaped, and cannot turn the direction of what stands beside them.
"""

from collections.abc import Iterator, Mapping
from heapq import nlargest
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts.plain import html
from tawatur.export.parts.streams import write_object
from tawatur.export.parts.times import prefix
from tawatur.records.story import Story
from tawatur.resources import load

MOST = 200  # slides: each is an element of the page, which grows slow with more


def write(job: Job) -> Mapping[str, int]:
    """Write the slides, the oldest first, of stories with a date: those of the most independent origins, then of the most articles."""
    words: Mapping[str, str] = load(f"messages/export.{job.lang}")
    threads = {thread.id: html(thread.title) for thread in job.source.threads() if thread.title}
    dated = (one for one in job.source.stories() if prefix(one.date))
    chosen = nlargest(MOST, dated, key=lambda one: (len(one.origins), len(one.documents), one.date, one.id))
    stories = sorted(chosen, key=lambda one: (prefix(one.date), one.id))
    head = {"title": {"text": {"headline": html(words["timeline"])}}}
    path = job.folder / "timeline.json"
    return {"timeline.json": write_object(path, head, "events", _slides(stories, threads, words))}


def _slides(stories: list[Story], threads: Mapping[str, str], words: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for story in stories:
        counts = {"articles": len(story.documents), "outlets": len(story.outlets), "origins": len(story.origins)}
        slide: dict[str, Any] = {
            "unique_id": story.id,
            "start_date": date(prefix(story.date) or ""),
            "text": {
                "headline": html(story.title or words["untitled"]),
                "text": f"<p>{html(words['told'].format(**counts))}</p>",
            },
            "autolink": False,
        }
        if story.thread and story.thread in threads:
            slide["group"] = threads[story.thread]
        yield slide


def date(value: str) -> dict[str, int]:
    """Give a year, month or day as TimelineJS has it: no part that is not known."""
    return dict(zip(("year", "month", "day"), map(int, value.split("-")), strict=False))


FORMAT = Format(name="timelinejs", files=("timeline.json",), write=write)
