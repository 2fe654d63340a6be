"""How an outlet words what it takes over."""

from tawatur.records.base import Record
from tawatur.records.span import Span


class Substitution(Record, frozen=True, kw_only=True):
    """Where others write `theirs`, an outlet writes `ours`, in so many `articles` of its own.

    In `copied` of them the direction shows that the outlet took the sentence over from the other. `examples`: the words on
    both sides in the first of these articles, theirs first.
    """

    outlet: str
    theirs: str
    ours: str
    articles: int
    copied: int
    examples: tuple[Span, Span]
