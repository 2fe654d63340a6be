"""The timeline: entries on their days, in words and as a drawing from right to left."""

from datetime import date

import pytest
from lxml import etree
from msgspec import structs
from tests.report.brief.conftest import Briefed

from tawatur.report.brief.render.parts import timeline
from tawatur.report.brief.render.svg import timeline_figure, timeline_svg
from tawatur.report.brief.timeline import day_of

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-04-09", date(2019, 4, 9)),
        ("2019-04-09TEV", date(2019, 4, 9)),
        ("2019-04-09T14:05", date(2019, 4, 9)),
        ("2019-04", date(2019, 4, 1)),
        ("2018-08-12/2018-09-10", date(2018, 8, 12)),
        ("2020-W09", date(2020, 2, 24)),
        ("2020-Q3", date(2020, 7, 1)),
        ("2020", None),
        ("XXXX-04", None),
        ("", None),
    ],
)
def test_a_value_of_time_begins_on_a_day(value: str, day: date | None) -> None:
    assert day_of(value) == day


def test_entries_stand_in_the_order_of_time_over_months(flood: Briefed) -> None:
    days = [day_of(entry.date) for entry in flood.brief.timeline]
    assert days == sorted(days, key=lambda day: day or date.max)
    assert {day.year for day in days if day} == {2018, 2019}


def test_each_changed_toll_stands_on_the_day_of_its_first_report(flood: Briefed) -> None:
    told = {
        (entry.date, part.value)
        for entry in flood.brief.timeline
        if entry.kind == "update"
        for part in entry.sentence.parts
        if part.kind == "number"
    }
    assert told == {("2019-04-09", "17"), ("2019-04-10", "23"), ("2019-04-11", "34")}


def test_no_two_entries_of_a_day_tell_the_same_words(briefs: list[Briefed]) -> None:
    for briefed in briefs:
        told = [(entry.date, entry.sentence.text) for entry in briefed.brief.timeline]
        assert len(told) == len(set(told))


def test_nothing_stands_on_a_day_after_the_article_that_tells_it(briefs: list[Briefed]) -> None:
    for briefed in briefs:
        for entry in briefed.brief.timeline:
            span = next(part.span for part in entry.sentence.parts if part.kind == "words")
            assert span
            published = briefed.evidence.documents[span.document].settled.publication.published
            day = day_of(entry.date)
            assert day
            assert not published or day.isoformat() <= published[:10]


def test_a_shown_entry_has_its_day_apart_from_its_sentence(flood: Briefed) -> None:
    entry = timeline(flood.brief)[0]
    assert entry.day not in entry.sentence.text
    assert entry.sentence.text.startswith("بحسب ")


def _drawing(briefed: Briefed) -> etree._Element:
    return etree.fromstring(timeline_svg(briefed.brief).encode())


def test_the_drawing_has_title_description_and_a_mark_an_entry(briefs: list[Briefed]) -> None:
    for briefed in briefs:
        drawing = _drawing(briefed)
        assert drawing.get("role") == "img"
        assert drawing.findtext(f"{_SVG}title")
        assert drawing.findtext(f"{_SVG}desc")
        assert len(drawing.findall(f"{_SVG}g")) == len(briefed.brief.timeline)


def test_time_runs_from_right_to_left(flood: Briefed) -> None:
    names = {text.text: float(text.get("x") or 0) for text in _drawing(flood).findall(f"{_SVG}text")}
    assert names["6 تشرين الثاني 2018"] > names["7 نيسان 2019"] > names["11 نيسان 2019"]


def test_a_timeline_of_one_day_stands_in_the_middle(flood: Briefed) -> None:
    one = structs.replace(flood.brief, timeline=flood.brief.timeline[-1:])
    assert "360" in timeline_svg(one)


def test_for_a_printer_the_names_stand_outside_of_the_drawing(flood: Briefed) -> None:
    figure = timeline_figure(flood.brief)
    drawing, _, below = figure.partition("</svg>")
    assert "<text" not in drawing
    assert "7 نيسان 2019" in below
    assert "11 نيسان 2019" in below


def test_no_entries_no_drawing(flood: Briefed) -> None:
    assert timeline_figure(structs.replace(flood.brief, timeline=())) == ""
    assert timeline_svg(structs.replace(flood.brief, timeline=())) == ""
