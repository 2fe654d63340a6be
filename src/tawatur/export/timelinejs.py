"""TimelineJS: a slide for each story that has a day, with how many articles, outlets and independent origins tell it.

TimelineJS shows texts as HTML, so words of the sources are escaped, and cannot turn the direction of what stands beside them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts.plain import html
from tawatur.export.parts.streams import write_object
from tawatur.export.parts.times import prefix
from tawatur.records.story import Story
from tawatur.resources import load


def write(job: Job) -> Mapping[str, int]:
    """Write the slides, the oldest first."""
    words: Mapping[str, str] = load(f"messages/export.{job.lang}")
    threads = {thread.id: html(thread.title) for thread in job.source.threads() if thread.title}
    stories = sorted((one for one in job.source.stories() if prefix(one.date)), key=lambda one: (prefix(one.date), one.id))
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
