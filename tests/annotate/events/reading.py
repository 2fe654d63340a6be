"""Reading deeds of a text without cleaning it."""

from bench.plain import all_body

from tawatur.annotate import dates, events, names, quotes, sentences
from tawatur.records.event import EventMention


def deeds(text: str) -> list[EventMention]:
    """The deeds of a text all of whose lines are prose."""
    article = all_body(text)
    cut = sentences.split(text, article)
    found = names.annotate(text, article, cut)
    return events.annotate(text, article, cut, found, dates.find(text), quotes.annotate(text, article, cut, found))
