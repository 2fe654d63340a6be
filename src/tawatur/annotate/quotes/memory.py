"""What is remembered while an article is read, and what is at hand at a cue."""

from typing import NamedTuple

from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.tokens import Line

# how many of those who spoke are remembered
_MEMORY = 12


class Memory:
    """Who spoke or acted before, and whether a quotation was left open at the end of a line."""

    def __init__(self) -> None:
        self.people: list[Speaker] = []
        self.speakers: list[Speaker] = []
        self.open_quotation = False
        self.handed_over = False
        self.maker: Speaker | None = None  # of the last study or report that said something

    def add(self, person: Speaker, spoke: bool = True) -> None:
        """Remember one who spoke, or only acted."""
        for people in (self.people, self.speakers) if spoke else (self.people,):
            people.append(person)
            del people[:-_MEMORY]


class Stage(NamedTuple):
    """The line of a cue, the cast, who spoke before, the names of persons near it, and who spoke at the cues of the line."""

    line: Line
    cast: Cast
    memory: Memory
    people: list[Zone]
    spoke: dict[int, Speaker]
