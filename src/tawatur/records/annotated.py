"""What annotation finds in one article: it depends on that article alone."""

from tawatur.records.base import Record
from tawatur.records.commitment import Undertaking
from tawatur.records.event import EventMention
from tawatur.records.figure import Figure
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.records.time import TimeExpression


class Annotated(Record, frozen=True, kw_only=True):
    """The spans of one article, each kind in the order of its places."""

    document: str
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
