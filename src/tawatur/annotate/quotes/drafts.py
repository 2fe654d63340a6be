"""A Draft: a statement on its way, in indices of a line's tokens."""

from dataclasses import dataclass
from typing import Literal

from tawatur.annotate.quotes.lexicon import Form
from tawatur.annotate.quotes.tokens import Line

How = Literal["that", "colon", "marks", "after", "before", "heading", "silent", "bare", "over", "handed"]


@dataclass(slots=True)
class Draft:
    """A cue at token `cue` of a line whose statement begins at token `begin`.

    `end` is exclusive and set once all cues of the line are known. `how` tells what leads to the statement: أن, a colon,
    marks alone, nothing at all (`bare`), or a cue after it (`after`), before it (`before`: «وفقا ل… فإن»), in the line before
    it (`handed`) or a heading's colon. A cue without a statement is `silent` where it only tells who acts, and `over` where
    the next line has the words. `cue_end` is the exclusive end of the cue; `boundary` the token at which the words of this
    cue begin, where an earlier statement ends.
    """

    line: Line
    cue: int
    form: Form
    begin: int
    how: How
    cue_end: int = 0
    boundary: int = 0
    end: int = 0
    kind: Literal["direct", "indirect", "mixed"] = "indirect"
    turn: int | None = None  # the token of «لكن» or «إلا أن» before the subject that stands before its verb
    subject: tuple[int, int] | None = None  # tokens, where the way to the statement itself tells who speaks
    named: frozenset[str] = frozenset()  # last words of the names at the cue, else at the one before it
