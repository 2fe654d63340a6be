"""What an expression is resolved against: the day of writing, the wanted reading, and the tense of the verb near it."""

from datetime import date, datetime
from typing import Any, Literal

from tawatur.annotate.dates.periods import Unresolved

Meaning = dict[str, Any]
Prefer = Literal["nearest", "past", "future"]


class Reference:
    """The day of writing, which notes whether it was asked for."""

    __slots__ = ("moment", "prefer", "tense", "timed", "used")

    def __init__(self, moment: tuple[datetime, bool] | datetime | None, prefer: Prefer, tense: str | None) -> None:
        if isinstance(moment, tuple):
            self.moment: datetime | None = moment[0]
            self.timed = moment[1]
        else:
            self.moment, self.timed = moment, False
        self.prefer: Prefer = prefer
        self.tense = tense
        self.used = False

    def day(self) -> date:
        """The day of writing. Raises Unresolved where it is not known."""
        self.used = True
        if self.moment is None:
            raise Unresolved("counted from the day of publication, which is not known")
        return self.moment.date()

    def basis(self, anchor: str) -> str:
        """Say what the value was resolved against."""
        if not self.used or self.moment is None:
            return "absolute"
        return f"{'utterance' if anchor == 'utterance' else 'published'} {self.moment.date().isoformat()}"


def read_published(published: str | None) -> tuple[datetime, bool] | None:
    """Read an ISO date or time: the moment in its own zone, and whether it has an hour. None where it is neither."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None), len(published) > len("2015-07-21")
    except ValueError:
        try:
            return datetime.fromisoformat(published[:10]), False
        except ValueError:
            return None


def year_of(meaning: Meaning, reference: Reference) -> int:
    """Give the year of a quarter, a half, a season or a feast: the one it names (`y`), or counts from now (`yrel`)."""
    if "y" in meaning:
        return int(meaning["y"])
    return reference.day().year + int(meaning.get("yrel", 0))
