"""What an article's headline and lead tell by their words alone: it depends on no other article, so it is kept."""

from tawatur.records.base import Record


class Told(Record, frozen=True, kw_only=True, gc=False):
    """`lead` holds the places of the lead's sentences; the words are stems of headline and lead, those of no meaning left out."""

    lead: tuple[tuple[int, int], ...] = ()
    title: frozenset[str] = frozenset()  # stems of the headline
    stems: frozenset[str] = frozenset()  # of headline and lead
    opening: frozenset[str] = frozenset()  # of the first words of the prose
    reacting: frozenset[str] | None = None  # who reacts, where the headline says that somebody does
    weekdays: frozenset[str] = frozenset()
    ordinals: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()  # what happened, by the words of the headline
    argues: bool = False  # its writer speaks for himself: a column, a letter
