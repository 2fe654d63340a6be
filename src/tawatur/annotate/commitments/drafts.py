"""What is found of one report before its times are known."""

from dataclasses import dataclass

from tawatur.records.commitment import Pact, Party, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report by tokens of its sentence: the word that says it, and what is undertaken from `start` to `end` (exclusive)."""

    kind: ReportKind
    cue: int
    start: int
    end: int
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    condition: str | None = None
    pact: Pact | None = None
    past: bool = True
    said_by: str | None = None
