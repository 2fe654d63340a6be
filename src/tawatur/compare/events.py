"""Events of a story: what its articles tell of one deed is one event, with evidence from each."""

from collections.abc import Mapping, Sequence

import msgspec

from tawatur.arabic.fold import fold
from tawatur.records.event import Event
from tawatur.records.settled import Settled


def events(settled: Mapping[str, Settled], documents: Sequence[str], story: str | None) -> list[Event]:
    """Give the events of the articles of a story, in the order in which they are told; `story` is None for an article of none.

    Two mentions are one where they are of one type and status, of the same actor and recipient (where no entity
    acts, of the same words for them in two articles), and not of two dates. The
    first article, in the order of the story, says what is told in several ways.
    """
    found: list[Event] = []
    same: dict[tuple[object, ...] | None, list[int]] = {}
    for document in documents:
        for event in settled[document].events if document in settled else ():
            own = msgspec.structs.replace(event, story=story)
            key = _key(event)
            at = next((k for k in same.get(key, []) if _agree(found[k], own)), None) if key else None
            if at is None:
                same.setdefault(key, []).append(len(found))
                found.append(own)
            else:
                found[at] = _together(found[at], own)
    return found


def _key(event: Event) -> tuple[object, ...] | None:
    """What two mentions of one deed have alike: the entities; where no entity acts, the words. None where neither is told."""
    if event.actor:
        return event.type, event.status, event.actor, event.recipient
    words = tuple(fold(name or "") for name in (event.actor_name, event.recipient_name))
    return (event.type, event.status, None, *words) if any(words) else None


def _agree(one: Event, other: Event) -> bool:
    """Whether two events of one key may be one: no two dates, but for one that lies in the other («2020-12», «2020-12-14»)."""
    if one.actor is None and any(span.document == other.evidence[0].document for span in one.evidence):
        return False  # two of nobody known in one article: «قتل شخص» may be told of two
    if one.date is None or other.date is None:
        return True
    return one.date.startswith(other.date) or other.date.startswith(one.date)


def _together(one: Event, other: Event) -> Event:
    fields = ("mode", "date", "date_basis", "place", "place_name", "recipient_name", "recipient_code", "said_by")
    missing = {name: getattr(other, name) for name in fields if getattr(one, name) is None}
    evidence = (*one.evidence, *(span for span in other.evidence if span not in one.evidence))
    figures = (*one.figures, *(figure for figure in other.figures if figure not in one.figures))
    weights = [event.weight for event in (one, other) if event.weight is not None]
    return msgspec.structs.replace(one, evidence=evidence, figures=figures, weight=max(weights, default=None), **missing)
