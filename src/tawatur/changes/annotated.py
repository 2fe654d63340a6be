"""The things that were found in one article by itself, before the others were looked at."""

from collections.abc import Iterator

from tawatur.changes.thing import Thing, place_id
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article


def annotated_things(article: Article, found: Annotated) -> Iterator[Thing]:
    """Give the things of an article: its day and credit as it tells them, names, statements, expressions of time, events, undertakings."""
    document = article.document
    if article.publication.published:
        told = {"published": article.publication.published, "basis": article.publication.basis}
        yield Thing("publication", document, ((document, 0, 1),), told)
    credits = sorted({one.agency or "" for one in article.agencies if one.credit})
    if credits:
        yield Thing("origin", document, ((document, 0, 1),), {"origin": credits})
    for time in found.times:
        at = (document, time.start, time.end)
        yield Thing("date", place_id(at), (at,), {"type": time.type, "meaning": time.meaning, "anchor": time.anchor}, time.text)
    for name in found.names:
        at = (document, name.start, name.end)
        yield Thing("name", place_id(at), (at,), {"type": name.type}, name.text)
    for quote in found.quotes:
        values = {"kind": quote.kind, "cue": quote.cue.text, "speaker": quote.speaker_name, "addressee": quote.addressee}
        yield Thing("statement", quote.id, ((document, quote.start, quote.end),), values, quote.text)
    for event in found.events:
        at = (document, event.start, event.end)
        deed = {"type": event.type, "mode": event.mode, "status": event.status}
        actors, recipients = ([party.text for party in side] for side in (event.actors, event.recipients))
        yield Thing("event", place_id(at), (at,), {**deed, "actor": actors, "recipient": recipients}, event.text)
    for told_of in found.undertakings:
        at = (document, told_of.start, told_of.end)
        yield Thing("commitment", place_id(at), (at,), {"status": told_of.kind, "what": told_of.what}, told_of.what)
