"""Seats of government: whether a capital's name means the town or the government, decided by its use."""

from collections.abc import Sequence

import msgspec

from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.settle.known import seat_of


def by_use(names: Sequence[Name], quotes: Sequence[Quote]) -> list[Name]:
    """Give the mentions of one article, those of a capital that speaks as mentions of its country.

    «قالت واشنطن إنها…»: whoever makes a statement is no town. Every other mention of a capital stays what it was.
    """
    speaking = {(q.speaker_start, q.speaker_end) for q in quotes if q.speaker_start is not None}
    speaking |= {(link.start, link.end) for q in quotes for link in q.chain}
    return [
        msgspec.structs.replace(name, type="country")
        if name.type == "place" and (name.start, name.end) in speaking and seat_of(name.text)
        else name
        for name in names
    ]
