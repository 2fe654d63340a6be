"""Events of a story: one for all articles that tell of one deed."""

from msgspec.structs import replace

from tawatur.compare.events import events
from tawatur.records.article import Publication
from tawatur.records.event import Event, EventStatus
from tawatur.records.figure import Figure
from tawatur.records.settled import Settled
from tawatur.records.span import Span


def _event(document: str, date: str | None = None, status: EventStatus = "happened", actor: str | None = "e-a") -> Event:
    return Event(
        id=f"v-{document}{date}{status}",
        type="ASSAULT",
        actor=actor,
        recipient="e-b",
        date=date,
        status=status,
        evidence=(Span(document=document, start=0, end=9),),
    )


def _joined(*found: Event, story: bool = True) -> list[Event]:
    settled = {
        event.evidence[0].document: Settled(
            document=event.evidence[0].document, publication=Publication(reason="given"), events=(event,)
        )
        for event in found
    }
    if story:
        return events(settled, tuple(settled), "y-1")
    return [event for document in settled for event in events(settled, (document,), None)]


def test_two_articles_of_a_story_tell_one_deed() -> None:
    (event,) = _joined(_event("d1"), _event("d2", "2020-05-04"))
    assert (event.story, event.date, [span.document for span in event.evidence]) == ("y-1", "2020-05-04", ["d1", "d2"])


def test_a_month_and_a_day_in_it_are_one_date() -> None:
    assert len(_joined(_event("d1", "2020-05"), _event("d2", "2020-05-04"))) == 1


def test_deeds_on_two_days_are_two() -> None:
    assert len(_joined(_event("d1", "2020-05-03"), _event("d2", "2020-05-04"))) == 2


def test_done_and_denied_are_two() -> None:
    assert len(_joined(_event("d1"), _event("d2", status="denied"))) == 2


def test_deeds_of_nobody_known_are_never_one() -> None:
    assert len(_joined(_event("d1", actor=None), _event("d2", actor=None))) == 2


def test_articles_without_a_story_keep_their_events() -> None:
    assert [event.story for event in _joined(_event("d1"), _event("d2"), story=False)] == [None, None]


def test_one_deed_has_the_figures_of_all_its_reports_once() -> None:
    def counted(document: str) -> Figure:
        return Figure(document=document, start=4, end=8, text="خمسة", least=5, most=5, kind="killed")

    one, other = (replace(_event(key), figures=(counted(key),)) for key in ("d1", "d2"))
    again = replace(one, figures=(counted("d1"),), evidence=(Span(document="d1", start=20, end=30),))
    settled = {
        "d1": Settled(document="d1", publication=Publication(reason="given"), events=(one, again)),
        "d2": Settled(document="d2", publication=Publication(reason="given"), events=(other,)),
    }
    (event,) = events(settled, ("d1", "d2"), "y-1")
    assert [figure.document for figure in event.figures] == ["d1", "d2"]


def test_a_deed_of_nobody_known_is_one_where_the_same_words_suffer_it() -> None:
    def told(document: str, whom: str) -> Event:
        return replace(_event(document, actor=None), id=f"v-{document}", recipient=None, recipient_name=whom)

    same = _joined(told("d1", "ثمانية أشخاص"), told("d2", "ثمانيةُ أشخاص"))
    other = _joined(told("d1", "ثمانية أشخاص"), told("d2", "حارس"))
    assert (len(same), len(other)) == (1, 2)


def test_two_deeds_of_one_article_on_the_same_words_stay_two() -> None:
    first, second = (replace(_event("d1", actor=None), id=f"v-{n}", recipient=None, recipient_name="شخص") for n in "ab")
    settled = {"d1": Settled(document="d1", publication=Publication(reason="given"), events=(first, second))}
    assert len(events(settled, ("d1",), "y-1")) == 2
