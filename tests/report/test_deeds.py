"""The events of a story in words."""

import pytest
from msgspec.structs import replace

from tawatur.records.event import Event
from tawatur.records.figure import Figure
from tawatur.records.span import Span
from tawatur.records.view import StoryView
from tawatur.report.clean_text import isolated
from tawatur.report.deeds import deeds
from tawatur.report.messages import LANGUAGES, Lang, messages


@pytest.fixture
def event(view: StoryView) -> Event:
    document = view.documents[0].document
    toll = Figure(document=document.id, start=0, end=4, text="خمسة", least=5, most=5, kind="killed")
    return Event(
        id="v-1",
        type="ASSAULT",
        actor_name="مسلحون",
        recipient_name="الموكب",
        place_name="المدينة",
        date="2020-05-04",
        figures=(toll,),
        status="denied",
        weight=0.99,
        evidence=(Span(document=document.id, start=0, end=12),),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_says_what_by_whom_to_whom_where_when_and_whether(view: StoryView, event: Event, lang: Lang) -> None:
    r = messages("report", lang)
    ((head, _),) = deeds([event], view.documents, lang)
    told = [r("event_ASSAULT"), r("event_status_denied"), r("figure_killed"), "مسلحون", "الموكب", "المدينة", "2020", "خمسة"]
    assert [words for words in told if words not in head] == []


def test_the_words_of_the_evidence_stand_below(view: StoryView, event: Event) -> None:
    ((_, (line,)),) = deeds([event], view.documents, "en")
    assert line.endswith(isolated(view.documents[0].document.text[:12]))


def test_what_most_articles_tell_comes_first(view: StoryView, event: Event) -> None:
    other = Span(document=view.documents[1].document.id, start=0, end=9)
    twice = replace(event, id="v-2", type="AID", weight=None, evidence=(*event.evidence, other))
    heads = [head for head, _ in deeds([event, twice], view.documents, "en")]
    assert heads[0].startswith(messages("report", "en")("event_AID"))


def test_a_deed_that_is_only_spoken_of_is_left_out(view: StoryView, event: Event) -> None:
    assert list(deeds([replace(event, weight=0.01)], view.documents, "en")) == []
