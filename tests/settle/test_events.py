"""Events of an article: entities for words, values for times, meetings for days."""

from collections.abc import Sequence

from tawatur.records.event import Event, EventMention, EventType, Party
from tawatur.records.name import Entity, Name, Role
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.records.time import Date
from tawatur.settle.events import Events, states_of

_TURKEY = Entity(id="e-tr", type="country", name="تركيا", forms=("تركيا",), same_as=("iso:TR",))
_RUSSIA = Entity(id="e-ru", type="country", name="روسيا", forms=("روسيا",), same_as=("iso:RU",))
_MINISTER = Entity(
    id="e-m",
    type="person",
    name="سامر القناوي",
    forms=("القناوي",),
    roles=(Role(text="وزير الخارجية التركي", span=Span(document="d", start=0, end=1)),),
)


def _party(start: int, text: str, code: str | None = None, country: str | None = None, of_state: bool = False) -> Party:
    return Party(start=start, end=start + len(text), text=text, code=code, country=country, of_state=of_state)


def _mention(kind: EventType, start: int, actor: Party, recipient: Party | None = None, time: Span | None = None) -> EventMention:
    return EventMention(
        document="d",
        start=start,
        end=start + 3,
        text="...",
        type=kind,
        cameo="04",
        actors=(actor,),
        recipients=(recipient,) if recipient else (),
        time=time,
        sentence=Span(document="d", start=0, end=200),
    )


class _Events:
    """The events of an article with these names."""

    def __init__(self, names: Sequence[Name]) -> None:
        known = (_MINISTER, _RUSSIA, _TURKEY)
        self._made = Events({one.id: one for one in known}, states_of(known))
        self._names = names

    def of(self, mentions: Sequence[EventMention], dates: Sequence[Date], quotes: Sequence[Quote]) -> tuple[Event, ...]:
        return self._made.of(mentions, self._names, dates, quotes)


def _events(*names: Name) -> _Events:
    return _Events(names)


def _day(start: int, value: str) -> Date:
    return Date(document="d", start=start, end=start + 5, text="أمس", type="date", value=value, basis="absolute")


def test_forces_without_a_name_are_their_states_entity() -> None:
    party = _party(10, "القوات التركية", "TURMIL", "TR", of_state=True)
    (event,) = _events().of([_mention("ASSAULT", 0, party)], [], [])
    assert (event.actor, event.actor_name, event.actor_code) == ("e-tr", "القوات التركية", "TURMIL")


def test_an_adjective_of_nation_alone_is_the_state() -> None:
    (event,) = _events().of([_mention("SANCTION", 0, _party(10, "روسية", "RUS", "RU"))], [], [])
    assert event.actor == "e-ru"


def test_a_person_has_the_code_of_the_office_that_the_texts_name() -> None:
    name = Name(document="d", start=10, end=17, text="القناوي", type="person", entity="e-m")
    (event,) = _events(name).of([_mention("REQUEST", 0, _party(10, "القناوي"))], [], [])
    assert (event.actor, event.actor_code) == ("e-m", "TURGOV")


def test_a_time_of_the_clause_gives_the_date() -> None:
    mention = _mention("ASSAULT", 0, _party(10, "مسلحون", "REB"), time=Span(document="d", start=30, end=35))
    (event,) = _events().of([mention], [_day(30, "2020-05-04")], [])
    assert (event.date, event.date_basis) == ("2020-05-04", "words")


def test_an_agreement_of_two_states_has_the_day_of_their_meeting() -> None:
    russia, turkey = _party(10, "الروسي", "RUSGOV", "RU"), _party(20, "التركي", "TURGOV", "TR")
    met = _mention("CONSULT", 0, russia, turkey, Span(document="d", start=30, end=35))
    agreed = _mention("AGREE", 50, turkey, russia)
    found = _events().of([met, agreed], [_day(30, "2020-05-04TEV")], [])
    assert [(event.date, event.date_basis) for event in found] == [("2020-05-04TEV", "words"), ("2020-05-04", "meeting")]


def test_two_meetings_on_two_days_date_no_agreement() -> None:
    russia, turkey = _party(10, "الروسي", "RUSGOV", "RU"), _party(20, "التركي", "TURGOV", "TR")
    mentions = [
        _mention("CONSULT", 0, russia, turkey, Span(document="d", start=30, end=35)),
        _mention("CONSULT", 5, russia, turkey, Span(document="d", start=40, end=45)),
        _mention("AGREE", 50, turkey, russia),
    ]
    found = _events().of(mentions, [_day(30, "2020-05-04"), _day(40, "2020-06-01")], [])
    assert found[2].date is None


def test_a_definite_noun_alone_points_back_to_the_last_body_that_is_called_so() -> None:
    named = Name(document="d", start=0, end=10, text="حركة الضفة", type="organization", entity="e-x")
    (event,) = _events(named).of([_mention("THREATEN", 20, _party(30, "الحركة"))], [], [])
    assert event.actor == "e-x"


def test_a_definite_noun_before_any_such_body_is_nobody() -> None:
    named = Name(document="d", start=50, end=60, text="حركة الضفة", type="organization", entity="e-x")
    (event,) = _events(named).of([_mention("THREATEN", 20, _party(30, "الحركة"))], [], [])
    assert event.actor is None


def test_a_meeting_without_a_day_has_that_of_the_agreement_of_the_same_two() -> None:
    russia, turkey = _party(10, "الروسي", "RUSGOV", "RU"), _party(20, "التركي", "TURGOV", "TR")
    agreed = _mention("AGREE", 0, russia, turkey, Span(document="d", start=30, end=35))
    found = _events().of([agreed, _mention("CONSULT", 50, turkey, russia)], [_day(30, "2020-05-04")], [])
    assert [(event.date, event.date_basis) for event in found] == [("2020-05-04", "words"), ("2020-05-04", "meeting")]
