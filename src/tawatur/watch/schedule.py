"""When each source is asked next. Pure: it is handed the time, on a clock that does not jump.

Sources that answer stay due together: sites are asked side by side, and what follows from new articles is made once a round.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

_LONGEST = 6 * 3600.0  # seconds: a source that is down is asked at least so often, so that it is found again on the same day


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A source, when it is due (seconds on the clock), and how often it has failed in a row."""

    source: str
    due: float
    failures: int = 0


def renew(turns: Iterable[Turn], sources: Iterable[str], now: float) -> tuple[Turn, ...]:
    """The turns of `sources` as they are; one that was not among them is due at once."""
    known = {turn.source: turn for turn in turns}
    return tuple(known.get(source, Turn(source=source, due=now)) for source in dict.fromkeys(sources))


def due(turns: Iterable[Turn], now: float) -> list[Turn]:
    """The sources whose time has come, the longest waiting first."""
    return sorted((turn for turn in turns if turn.due <= now), key=lambda turn: (turn.due, turn.source))


def after(turn: Turn, now: float, every: float, *, failed: bool) -> Turn:
    """The next turn of a source that was asked at `now`: after the interval, or twice as long for every failure in a row."""
    failures = turn.failures + 1 if failed else 0
    wait = min(every * 2**failures, max(_LONGEST, every))
    return replace(turn, due=now + wait, failures=failures)


def next_due(turns: Iterable[Turn]) -> float:
    """When the next source is due; infinity where there is none."""
    return min((turn.due for turn in turns), default=float("inf"))
