"""Events of a story: one for all articles that tell of one deed."""

from tawatur.compare import events
from tawatur.records.article import Publication
from tawatur.records.event import Event, EventStatus
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Story


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
    stories = [Story(id="y-1", title=None, documents=tuple(settled))] if story else []
    return events(settled, stories)


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
