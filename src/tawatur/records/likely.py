"""The pairs of articles that may tell one happening, as they were found on one day: kept until the articles around that day change."""

from tawatur.records.base import Record


class Likely(Record, frozen=True, kw_only=True):
    """`state` is made of all that the pairs follow from; each pair has the ids in order and its likeness, -4 to 4."""

    state: str
    pairs: tuple[tuple[str, str, float], ...] = ()
