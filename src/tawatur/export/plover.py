"""PLOVER: a table of events with the columns of its manual (event, actor, recipient, place, magnitude), and where each is told."""

from collections.abc import Iterator, Mapping

from tawatur.export.job import Format, Job
from tawatur.export.parts.deeds import Place, magnitude, places, split, told
from tawatur.export.parts.shelf import Shelved, shelf
from tawatur.export.parts.tsv import Cell, write_tsv
from tawatur.records.event import Event

COLUMNS = (
    "event_id", "story_id", "event_date", "event_date_basis", "event_type", "event_mode", "event_status", "cameo_root",
    "actor_name", "actor_country", "actor_sector", "actor_entity", "recipient_name", "recipient_country", "recipient_sector",
    "recipient_entity", "location_text", "location_name", "location_country", "location_geonames", "location_latitude",
    "location_longitude", "location_point", "magnitude_dead", "magnitude_injured", "magnitude_missing", "magnitude_held",
    "magnitude_displaced", "weight", "said_by", "article_count", "outlet_count", "publication_date", "evidence", "url",
)  # fmt: skip


def write(job: Job) -> Mapping[str, int]:
    """Write the events of every status, in the order of ids."""
    rows = _rows(job, places(job.source), shelf(job.source))
    return {"events.plover.tsv": write_tsv(job.folder / "events.plover.tsv", COLUMNS, rows)}


def _rows(job: Job, where: Mapping[str, Place], known: Mapping[str, Shelved]) -> Iterator[dict[str, Cell]]:
    for event in job.source.events():
        yield _event(event) | _place(event, where) | _telling(event, known)


def _event(event: Event) -> dict[str, Cell]:
    actor, recipient = split(event.actor_code), split(event.recipient_code)
    return {
        "event_id": event.id,
        "story_id": event.story,
        "event_date": event.date,
        "event_date_basis": event.date_basis,
        "event_type": event.type,
        "event_mode": event.mode,
        "event_status": event.status,
        "cameo_root": event.cameo,
        "actor_name": event.actor_name,
        "actor_country": actor[0],
        "actor_sector": actor[1],
        "actor_entity": event.actor,
        "recipient_name": event.recipient_name,
        "recipient_country": recipient[0],
        "recipient_sector": recipient[1],
        "recipient_entity": event.recipient,
        "magnitude_dead": magnitude(event, "killed"),
        "magnitude_injured": magnitude(event, "hurt"),
        "magnitude_missing": magnitude(event, "missing"),
        "magnitude_held": magnitude(event, "held"),
        "magnitude_displaced": magnitude(event, "displaced"),
        "weight": event.weight,
        "said_by": event.said_by,
    }


def _place(event: Event, where: Mapping[str, Place]) -> dict[str, Cell]:
    place = where.get(event.place or "")
    if place is None:
        return {"location_text": event.place_name}
    return {
        "location_text": event.place_name,
        "location_name": place.name,
        "location_country": place.country,
        "location_geonames": place.geonames,
        "location_latitude": place.point.latitude if place.point else None,
        "location_longitude": place.point.longitude if place.point else None,
        "location_point": place.point.of if place.point else None,
    }


def _telling(event: Event, known: Mapping[str, Shelved]) -> dict[str, Cell]:
    found = told(event, known)
    first = known[found.first] if found.first else None
    return {
        "article_count": found.articles,
        "outlet_count": found.outlets,
        "publication_date": first.published if first else None,
        "evidence": " ".join(f"{place.document}#char={place.start},{place.end}" for place in event.evidence),
        "url": first.address if first else None,
    }


FORMAT = Format(name="plover", files=("events.plover.tsv",), write=write)
