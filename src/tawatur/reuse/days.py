"""When articles were written, as far as they say so themselves, and whom they credit."""

from collections.abc import Mapping
from datetime import date

from tawatur.records.article import Article
from tawatur.records.reuse import Direction

# a passage that stands in articles of days further apart is a paragraph kept for use again; a wire is carried for two days
_APART = 2


def day_of(moment: str | None) -> date | None:
    """Give the day of an ISO date or time, or None."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


class Days:
    """Compares two documents by day and credit."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._day = {name: day_of(one.publication.published) for name, one in articles.items()}
        self._latest = {name: day_of(one.publication.latest) for name, one in articles.items()}
        self._credit = {
            name: {agency.agency for agency in one.agencies if agency.credit and agency.agency} for name, one in articles.items()
        }

    def apart(self, a: str, b: str) -> bool:
        """Whether the two were surely written on days further apart than one wire is carried."""
        one, other = self._day.get(a), self._day.get(b)
        return one is not None and other is not None and abs((one - other).days) > _APART

    def direction(self, a: str, b: str) -> Direction | None:
        """Who has it from whom: both from an agency that both credit, else the later from the earlier, else None."""
        if self._credit.get(a, set()) & self._credit.get(b, set()):
            return "common"
        one, other = self._day.get(a), self._day.get(b)
        if one is None or other is None or one == other:
            return None
        return "a_from_b" if one > other else "b_from_a"
