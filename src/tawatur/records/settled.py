"""What is known of one article once the others have been looked at: the view that the export and the page show."""

from tawatur.records.article import OriginBasis, Publication
from tawatur.records.base import Record
from tawatur.records.event import Event
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.records.time import Date


class Settled(Record, frozen=True, kw_only=True):
    """The article's publication date, origin, and its dates, names, statements and events with their values."""

    document: str
    publication: Publication
    origin: str | None = None  # an agency's key
    origin_basis: OriginBasis | None = None
    origin_judged: str | None = None  # who said so, where a person did
    cites: tuple[str, ...] = ()
    dates: tuple[Date, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()  # of this article alone; `Derived.events` has those of all reports of a happening as one
