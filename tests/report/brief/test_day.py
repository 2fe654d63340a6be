"""The brief of a day: its stories, the gravest and best attested first."""

import pytest
from msgspec import structs
from tests.report.brief.conftest import Briefed

from tawatur.records.brief import Brief
from tawatur.records.story import Story
from tawatur.records.view import StoryView
from tawatur.report.brief import of_day
from tawatur.report.brief.build import STORIES
from tawatur.store.library import StoreLibrary

_DAY = "2019-04-09"


def test_a_day_tells_its_own_stories_with_a_heading_each(library: StoreLibrary) -> None:
    brief = of_day(_DAY, library.stories(), library.story)
    assert [section.title for section in brief.sections] == [one.title for one in library.stories() if one.date == _DAY]
    assert all(2 <= len(section.sentences) <= 6 for section in brief.sections)


def test_a_day_without_stories_has_an_empty_brief(library: StoreLibrary) -> None:
    brief = of_day("1999-01-01", library.stories(), library.story)
    assert (brief.total, brief.sections) == (0, ())


def test_what_is_no_day_is_refused(library: StoreLibrary) -> None:
    with pytest.raises(ValueError, match="day"):
        of_day("2019-04-99", library.stories(), library.story)


def test_contradictions_and_lives_lost_weigh_like_further_origins(flood: Briefed) -> None:
    calm = structs.replace(flood.view, findings=(), events=())
    few = structs.replace(calm.story, id="y-few", origins=calm.story.origins[:1])
    views = {
        "y-grave": structs.replace(flood.view, story=structs.replace(flood.view.story, id="y-grave")),
        "y-lost": structs.replace(flood.view, findings=(), story=structs.replace(flood.view.story, id="y-lost")),
        "y-many": structs.replace(calm, story=structs.replace(calm.story, id="y-many")),
        "y-few": structs.replace(calm, story=few),
    }
    brief = _brief(views)
    assert [section.story for section in brief.sections] == ["y-grave", "y-lost", "y-many", "y-few"]


def _brief(views: dict[str, StoryView]) -> Brief:
    stories: list[Story] = [view.story for view in views.values()]
    return of_day(_DAY, stories[::-1], views.get)


def test_a_day_of_many_stories_is_limited_and_says_how_many_there_are(flood: Briefed) -> None:
    views = {
        f"y-{n}": structs.replace(flood.view, story=structs.replace(flood.view.story, id=f"y-{n}")) for n in range(STORIES + 3)
    }
    brief = _brief(views)
    assert (len(brief.sections), brief.total) == (STORIES, STORIES + 3)
