"""A page under judgement: its lines, what is known about them, and the kinds given so far."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.clean.credits import Credit
from tawatur.clean.layout import Drawn
from tawatur.clean.rows import Row
from tawatur.records.article import LineKind


class Verdict(NamedTuple):
    """A line's kind and the code of the rule."""

    kind: LineKind
    reason: str


class Page:
    """What the rules look at: the lines, how the page drew them, the title's line, the outlet's names, what is repeated."""

    def __init__(self, rows: Sequence[Row], drawn: Sequence[Drawn | None], own: frozenset[str], repeated: frozenset[str]) -> None:
        self.rows, self.drawn, self.own, self.repeated = rows, drawn, own, repeated
        self.kinds: list[Verdict | None] = [None] * len(rows)
        self.credits: dict[int, Credit] = {}
        self.title: int | None = None
        self.author = ""  # the source's own field for who wrote it, as `plain` gives it
        self.titled = False  # the source or the page's metadata say what the title is
        self.table = False  # the text is a field of a table or of JSON: an article's own text, with little about it

    def give(self, index: int, kind: LineKind, reason: str) -> None:
        """Give a line its kind, once."""
        if self.kinds[index] is None:
            self.kinds[index] = Verdict(kind, reason)

    def open(self) -> list[int]:
        """The lines that no rule has claimed yet."""
        return [index for index, verdict in enumerate(self.kinds) if verdict is None]

    def after(self, index: int) -> int | None:
        """The next line that is not furniture."""
        return next((i for i in range(index + 1, len(self.rows)) if not self.is_furniture(i)), None)

    def before(self, index: int) -> int | None:
        """The last line before that is not furniture."""
        return next((i for i in range(index - 1, -1, -1) if not self.is_furniture(i)), None)

    def is_furniture(self, index: int) -> bool:
        """Whether the line is furniture."""
        verdict = self.kinds[index]
        return verdict is not None and verdict.kind == "furniture"
