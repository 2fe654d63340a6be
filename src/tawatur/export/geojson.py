"""GeoJSON (RFC 7946): stories and events with a place. One whose place is on no map of ours has no geometry, and is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts.deeds import Place, places
from tawatur.export.parts.streams import write_object
from tawatur.records.event import Event
from tawatur.records.story import Story


def write(job: Job) -> Mapping[str, int]:
    """Write the features of stories, then those of events."""
    where = places(job.source)
    path = job.folder / "places.geojson"
    return {"places.geojson": write_object(path, {"type": "FeatureCollection"}, "features", _features(job, where))}


def _features(job: Job, where: Mapping[str, Place]) -> Iterator[dict[str, Any]]:
    for story in job.source.stories():
        if story.place and story.place in where:
            yield _feature(story.id, where[story.place], _story(story))
    for event in job.source.events():
        if event.place and event.place in where:
            yield _feature(event.id, where[event.place], _event(event))


def _feature(identity: str, place: Place, properties: dict[str, Any]) -> dict[str, Any]:
    about = {"place_name": place.name, "geonames": place.geonames, "point_of": place.point.of if place.point else None}
    # longitude stands first
    geometry = {"type": "Point", "coordinates": [place.point.longitude, place.point.latitude]} if place.point else None
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": {**properties, **about}}


def _story(story: Story) -> dict[str, Any]:
    counts = {"articles": len(story.documents), "outlets": len(story.outlets), "origins": len(story.origins)}
    return {"kind": "story", "title": story.title, "date": story.date, "place": story.place, **counts}


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": "event",
        "type": event.type,
        "status": event.status,
        "date": event.date,
        "place": event.place,
        "actor": event.actor_name,
        "recipient": event.recipient_name,
        "story": event.story,
        "articles": len({place.document for place in event.evidence}),
    }


FORMAT = Format(name="geojson", files=("places.geojson",), write=write)
