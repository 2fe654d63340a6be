"""The list of stories, for the terminal and for programs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.name import Entity
from tawatur.records.story import Story
from tawatur.report import labels
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when

if TYPE_CHECKING:
    from rich.table import Table

Lookup = Callable[[str], Entity | None]


def stories_data(stories: Sequence[Story]) -> list[Any]:
    """Give the stories as plain data, with the count of articles and of independent origins."""
    return [{**to_dict(s), "articles": len(s.documents), "independent_origins": len(s.origins)} for s in stories]


def stories_table(stories: Sequence[Story], lang: Lang, entity: Lookup | None = None) -> "Table":
    """Give a table of the stories, numbered from 1. `entity` looks up the places' names."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    r = messages("report", lang)
    table = Table(box=SIMPLE_HEAD, title=r("stories_title"), title_justify="left", pad_edge=False)
    table.add_column("", justify="right", style="dim")
    for column in ("col_date", "col_title", "col_place", "col_outlets"):
        table.add_column(r(column), overflow="fold")
    table.add_column(r("col_articles"), justify="right")
    table.add_column(r("col_origins"), justify="right", style="bold")
    table.add_column(r("col_id"), style="dim", no_wrap=True)
    for number, story in enumerate(stories, 1):
        cells = [str(number), *_cells(story, lang, entity), str(len(story.documents)), str(len(story.origins)), story.id]
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


def _cells(story: Story, lang: Lang, entity: Lookup | None) -> list[str]:
    r = messages("report", lang)
    outlets = r("comma").join(labels.outlet(key, lang) for key in story.outlets)
    return [
        when(story.date, lang, weekday=False) or r("undated"),
        story.title or r("untitled"),
        place_name(story.place, lang, entity),
        outlets,
    ]


def place_name(place: str | None, lang: Lang, entity: Lookup | None) -> str:
    """Give the name of a story's place; empty where there is none or its entity is not to be found."""
    found = entity(place) if place and entity else None
    return labels.place(found, lang) or ""
