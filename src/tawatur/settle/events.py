"""Events: what the clauses of an article tell, with entities for words and values for times."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from tawatur.arabic.fold import fold
from tawatur.records.event import Event, EventMention, Party, event_id
from tawatur.records.figure import Figure
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.records.time import Date
from tawatur.resources import load
from tawatur.settle.event_figures import placed
from tawatur.settle.roles import meaning

# what two parties do together on the day that they meet
_AT_MEETINGS = frozenset({"AGREE", "CONSULT"})
_ISO = "iso:"
_ACTING = ("person", "organization", "country", "place")


class Events:
    """Gives the events of articles. `entities` are by id; `states` are the countries by their ISO codes (see `states_of`)."""

    def __init__(self, entities: Mapping[str, Entity], states: Mapping[str, Sequence[str]]) -> None:
        self._entities = entities
        self._states = {code: ids[0] for code, ids in states.items()}

    def of(
        self,
        mentions: Sequence[EventMention],
        names: Sequence[Name],
        dates: Sequence[Date],
        quotes: Sequence[Quote],
        figures: Sequence[Figure] = (),
    ) -> tuple[Event, ...]:
        """Give the events of one article in the order of their places; all that is given is of the same article."""
        values = {(date.start, date.end): date.value for date in dates}
        kept = {quote.id for quote in quotes}
        told = placed(mentions, figures)
        found = [
            msgspec.structs.replace(self._event(mention, names, values, kept), figures=counted)
            for mention, counted in zip(mentions, told, strict=True)
        ]
        return tuple(_dated_by_meetings(found))

    def _event(
        self, mention: EventMention, names: Sequence[Name], values: Mapping[tuple[int, int], str | None], kept: set[str]
    ) -> Event:
        actors = mention.actors
        recipients = mention.recipients
        if not recipients and len(actors) > 1 and mention.type in ("CONSULT", "AGREE", "COOPERATE"):
            actors, recipients = actors[:1], actors[1:]
        actor, recipient = self._party(actors, names), self._party(recipients, names)
        date = values.get((mention.time.start, mention.time.end)) if mention.time else None
        place = self._at(mention.place.start, mention.place.end, names, ("place", "country")) if mention.place else None
        evidence = Span(document=mention.document, start=mention.sentence.start, end=mention.sentence.end)
        return Event(
            id=event_id(mention.document, mention.type, mention.start, mention.end),
            type=mention.type,
            mode=mention.mode,
            cameo=mention.cameo,
            actor=actor[0],
            actor_name=actor[1],
            actor_code=actor[2],
            recipient=recipient[0],
            recipient_name=recipient[1],
            recipient_code=recipient[2],
            date=date,
            date_basis="words" if date else None,
            place=place,
            place_name=next((n.text for n in names if mention.place and n.start == mention.place.start), None),
            status=mention.status,
            said_by=mention.said_by if mention.said_by in kept else None,
            weight=mention.weight,
            evidence=(evidence,),
        )

    def _party(self, parties: Sequence[Party], names: Sequence[Name]) -> tuple[str | None, str | None, str | None]:
        """Entity, words and code of the first of the parties."""
        if not parties:
            return None, None, None
        party = parties[0]
        entity = self._states.get(party.country) if party.of_state and party.country else None
        entity = entity or self._at(party.start, party.end, names, _ACTING)
        if entity is None and party.country and party.code is not None and len(party.code) <= len("TURGOV") and _bare(party):
            entity = self._states.get(party.country)
        entity = entity or _pointed_at(party, names)
        return entity, party.text, party.code or self._code(entity)

    def _at(self, start: int, end: int, names: Sequence[Name], types: Iterable[str]) -> str | None:
        """The entity of the name in a place: a person's before a body's, of two the first."""
        near = [n for n in names if n.entity and n.start >= start and n.end <= end and n.type in types]
        near = [n for n in near if n.type == "person"] or near
        return near[0].entity if near else None

    def _code(self, entity: str | None) -> str | None:
        known = self._entities.get(entity or "")
        return code(known) if known else None


def states_of(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Give by ISO code the ids of the entities that are this country, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for same in entity.same_as if entity.type == "country" else ():
            if same.startswith(_ISO):
                found[same.removeprefix(_ISO)].add(entity.id)
    return {state: tuple(sorted(ids)) for state, ids in sorted(found.items())}


def code(entity: Entity) -> str | None:
    """Give the code of a country, and of a person by the states and offices that the texts name with it («رئيس تركيا»)."""
    country = next((same.removeprefix(_ISO) for same in entity.same_as if same.startswith(_ISO)), None)
    if country and entity.type == "country":
        return _alpha3().get(country)
    states = Counter(word for role in entity.roles for word in meaning(role.text) if word in _alpha3())
    if not states or entity.type != "person":
        return None
    state = min(states, key=lambda one: (-states[one], one))
    return _alpha3()[state] + ("GOV" if _governs(entity) else "")


@cache
def _alpha3() -> Mapping[str, str]:
    return load("events/alpha3")["of"]  # type: ignore[no-any-return]


def _pointed_at(party: Party, names: Sequence[Name]) -> str | None:
    """The body that a definite noun alone points back to: the last before it whose name begins with the noun («الحركة», of «حركة …»)."""
    noun = fold(party.text.strip())
    if " " in noun or not noun.startswith("ال"):
        return None
    earlier = (n for n in reversed(names) if n.end <= party.start and n.entity and n.type == "organization")
    return next((n.entity for n in earlier if fold(n.text).split()[0] in (noun, noun.removeprefix("ال"))), None)


def _bare(party: Party) -> bool:
    """Whether a party is an adjective of nation alone («غارات روسية»): the state itself."""
    return " " not in party.text.strip()


_OFFICES = frozenset(("رييس", "وزير", "ملك", "امير", "سلطان", "حاكم", "سفير"))


def _governs(entity: Entity) -> bool:
    return any(meaning(role.text) & _OFFICES for role in entity.roles)


def _dated_by_meetings(events: Sequence[Event]) -> list[Event]:
    """Agreements without a date get that of the meeting of the same two, and meetings that of their agreement.

    So where the article tells of one day only on which the two met or agreed.
    """
    days: dict[frozenset[str], set[str]] = {}
    for event in events:
        pair = _two_of(event)
        if event.type in _AT_MEETINGS and event.status == "happened" and pair and event.date:
            days.setdefault(pair, set()).add(event.date[:10])
    found = []
    for event in events:
        pair = _two_of(event)
        on = days.get(pair, set()) if pair else set()
        if event.type in _AT_MEETINGS and event.date is None and event.status == "happened" and len(on) == 1:
            found.append(msgspec.structs.replace(event, date=next(iter(on)), date_basis="meeting"))
        else:
            found.append(event)
    return found


def _two_of(event: Event) -> frozenset[str] | None:
    """The two states of an event, else its two parties."""
    if event.actor_code and event.recipient_code and len({event.actor_code[:3], event.recipient_code[:3]}) == 2:
        return frozenset((event.actor_code[:3], event.recipient_code[:3]))
    if event.actor and event.recipient and event.actor != event.recipient:
        return frozenset((event.actor, event.recipient))
    return None
