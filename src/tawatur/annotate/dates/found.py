"""What a reader of the grammar gives: a meaning and the tokens that say it."""

from typing import Any, NamedTuple

Meaning = dict[str, Any]


class Found(NamedTuple):
    """A meaning, and the place after its last token."""

    meaning: Meaning
    end: int


class Expression(NamedTuple):
    """A meaning with its tokens `start` to `end` (exclusive) and its type."""

    meaning: Meaning
    start: int
    end: int
    type: str
