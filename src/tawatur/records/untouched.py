"""Untouched: what of all that is derived is known to be as it was, so that it is neither compared nor written again."""

from collections.abc import Set as AbstractSet

from tawatur.records.base import Record


class Untouched(Record, frozen=True, kw_only=True):
    """The ids of records that are exactly those which the last run made and the store holds; nothing is known of all others.

    Of `documents` the article and all that is settled of it are meant. A story's aliases, which the store gives it, are not meant.
    """

    documents: AbstractSet[str] = frozenset()
    printings: AbstractSet[str] = frozenset()  # by document
    entities: AbstractSet[str] = frozenset()
    stories: AbstractSet[str] = frozenset()
    findings: AbstractSet[str] = frozenset()
    events: AbstractSet[str] = frozenset()
    commitments: AbstractSet[str] = frozenset()


NOTHING = Untouched()
