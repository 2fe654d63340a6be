"""When articles were written, as far as they say so themselves, and whom they credit."""

from collections.abc import Mapping
from datetime import date, datetime

from tawatur.records.article import Article
from tawatur.records.reuse import Direction

# a passage that stands in articles of days further apart is a paragraph kept for use again; a wire is carried for two days
APART = 2


def day_of(moment: str | None) -> date | None:
    """Give the day of an ISO date or time, or None."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


def moment_of(moment: str | None) -> datetime | None:
    """Give the instant of an ISO time with its zone; None where there is no clock or no zone, since two such cannot be compared."""
    try:
        found = datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return found if found.tzinfo else None


def known_days(articles: Mapping[str, Article]) -> dict[str, int]:
    """Give the day (its ordinal) on which each article says that it was written, else the last on which it can have been; none where it
    tells neither.
    """
    days = {name: day_of(one.publication.published or one.publication.latest) for name, one in articles.items()}
    return {name: day.toordinal() for name, day in days.items() if day}


class Days:
    """Compares two documents by day and credit."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._day = {name: day_of(one.publication.published) for name, one in articles.items()}
        self._moment = {name: moment_of(one.publication.published) for name, one in articles.items()}
        self._credit = {
            name: {agency.agency for agency in one.agencies if agency.credit and agency.agency} for name, one in articles.items()
        }

    def apart(self, a: str, b: str) -> bool:
        """Whether the two were surely written on days further apart than one wire is carried."""
        one, other = self._day.get(a), self._day.get(b)
        return one is not None and other is not None and abs((one - other).days) > APART

    def direction(self, a: str, b: str) -> Direction | None:
        """Who has it from whom, where that is known.

        Both from an agency that both credit; else the one that credits nobody from the one that credits an agency; else, of
        two that credit nobody, the later from the earlier. None where credit and time say two things, or say nothing.
        """
        mine, yours = self._credit.get(a, set()), self._credit.get(b, set())
        if mine & yours:
            return "common"
        if mine and yours:
            return None  # each says that it has it from somebody else
        order = self._order(a, b)
        if not mine and not yours:
            return order
        credit: Direction = "b_from_a" if mine else "a_from_b"
        return credit if order in (None, credit) else None

    def _order(self, a: str, b: str) -> Direction | None:
        """The later from the earlier, by the clock where both tell it, else by whole days."""
        clocks = self._moment.get(a), self._moment.get(b)
        one, other = clocks if None not in clocks else (self._day.get(a), self._day.get(b))
        if one is None or other is None or one == other:
            return None
        return "a_from_b" if one > other else "b_from_a"
