"""The things that were settled of one article: its day, its origin, its dates, names and statements."""

from collections.abc import Iterator, Mapping

from tawatur.changes.thing import Thing, place_id
from tawatur.records.settled import Settled


def settled_things(one: Settled, names: Mapping[str, str]) -> Iterator[Thing]:
    """Give the things of an article. `names` are what entities are called, by id: an id may be another for the same name."""
    document = one.document
    if one.publication.published:
        found = {"published": one.publication.published, "basis": one.publication.basis}
        yield Thing("publication", document, ((document, 0, 1),), found)
    if one.origin:
        yield Thing("origin", document, ((document, 0, 1),), {"origin": one.origin, "basis": one.origin_basis})
    for date in one.dates:
        values = {"type": date.type, "value": date.value, "mod": date.mod, "calendar": date.calendar}
        at = (document, date.start, date.end)
        yield Thing("date", place_id(at), (at,), values, date.text)
    for name in one.names:
        values = {"type": name.type, "entity": names.get(name.entity or "")}
        at = (document, name.start, name.end)
        yield Thing("name", place_id(at), (at,), values, name.text)
    for quote in one.quotes:
        speaker = names.get(quote.speaker or "", quote.speaker_name)
        values = {"kind": quote.kind, "cue": quote.cue.text, "speaker": speaker, "addressee": quote.addressee}
        yield Thing("statement", quote.id, ((document, quote.start, quote.end),), values, quote.text)
