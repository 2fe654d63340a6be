"""The things that are made of several articles: passages, stories, events, findings, commitments."""

from collections.abc import Mapping

from tawatur.changes.thing import Thing, place_id, places
from tawatur.records.commitment import Commitment
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.reuse import Reuse
from tawatur.records.story import Story


def passage(one: Reuse) -> Thing:
    """Give a pair of sentences that come from one text."""
    at = places((one.a, one.b))
    values = {
        "degree": one.degree,
        "direction": one.direction,
        "template": one.template,
        "drift": sorted(edit.kind for edit in one.drift),
    }
    return Thing("passage", "/".join(map(place_id, at)), at, values)


def story(one: Story, names: Mapping[str, str]) -> Thing:
    """Give a story: which articles tell it, what it is called, when and where it is."""
    values = {
        "title": one.title,
        "date": one.date,
        "place": names.get(one.place or ""),
        "documents": sorted(one.documents),
        "origins": len(one.origins),
    }
    at = tuple((document, 0, 1) for document in sorted(one.documents))
    return Thing("story", one.id, at, values, one.title or "", aliases=one.aliases)


def event(one: Event, names: Mapping[str, str]) -> Thing:
    """Give an event: who did what to whom, when and where."""
    values = {
        "type": one.type,
        "mode": one.mode,
        "status": one.status,
        "actor": names.get(one.actor or "", one.actor_name),
        "recipient": names.get(one.recipient or "", one.recipient_name),
        "date": one.date,
        "place": names.get(one.place or "", one.place_name),
    }
    return Thing("event", one.id, places(one.evidence), values)


def finding(one: Finding) -> Thing:
    """Give a finding: what its sides say and how many origins stand behind it. One of another kind or aspect is another finding."""
    values = {
        "sides": [side.value or side.text for side in one.sides],
        "soft": one.soft,
        "documents": one.documents,
        "origins": len(one.origins),
    }
    at = tuple((side.document, side.start, side.end) for side in one.sides)
    return Thing("finding", one.id, at, values, one.about or one.kind, (one.kind, one.aspect))


def commitment(one: Commitment) -> Thing:
    """Give a commitment: what is undertaken by whom to whom, until when, and what became of it."""
    values = {
        "what": one.what,
        "by": list(one.by),
        "to": list(one.to),
        "made": one.made,
        "in_force": one.in_force,
        "until": one.until,
        "condition": one.condition,
        "status": one.status,
    }
    return Thing("commitment", one.id, places(one.evidence), values, one.what)
