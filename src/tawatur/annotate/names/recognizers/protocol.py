"""What a recogniser of names is: this is all that one of another package has to know of us."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tawatur.records.name import NameType


class Found(NamedTuple):
    """A stretch of one text that might be a name: `start` and `end` (exclusive) count its code points, `score` is 0 to 1.

    Clitics and titles may be left on: they are taken off by our own rules.
    """

    start: int
    end: int
    type: NameType
    score: float


class Recognizer(Protocol):
    """A recogniser that is loaded: one a worker process."""

    def recognize(self, texts: Sequence[str]) -> Sequence[Sequence[Found]]:
        """Give what might be names in each of `texts`, the sentences of one article in their order.

        The same texts must give the same answer. Any exception is recorded for the article, and stops no other.
        """
        ...


@dataclass(frozen=True)
class RecognizerKind:
    """A kind of recogniser, by the name under which it is asked for: `--recognizer NAME:ARGUMENT`.

    `load(argument)` makes one; it is called in each worker process, when the first article comes. `state(argument)` says
    what it is made of, such as a digest of its files: articles are annotated anew when that changes. Both raise UsageError,
    or any other exception, where it cannot be used.
    """

    name: str
    load: Callable[[str], Recognizer]
    state: Callable[[str], str]


class RecognizerError(Exception):
    """A recogniser failed on one article, or gave what cannot be."""
