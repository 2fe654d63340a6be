"""Derived: all that needs more than one article, but what they share, which is kept by pairs of articles."""

from tawatur.records.base import Record
from tawatur.records.commitment import Commitment
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.grouped import Grouped
from tawatur.records.judgement import Outcome
from tawatur.records.name import Entity
from tawatur.records.settled import Settled
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.untouched import NOTHING, Untouched
from tawatur.records.wire import Printing


class Derived(Record, frozen=True, kw_only=True):
    """Each kind of record in a stable order that does not depend on the order of reading.

    What is `untouched` may be left out, where all that it was made of is untouched too.
    """

    settled: tuple[Settled, ...] = ()
    entities: tuple[Entity, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stories: tuple[Story, ...] = ()
    threads: tuple[Thread, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    printings: tuple[Printing, ...] = ()
    untouched: Untouched = NOTHING
    grouped: Grouped = Grouped()  # what the next grouping may go on from
