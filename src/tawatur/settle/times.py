"""Values of time: every expression gets its value once the day of publication is settled."""

from collections.abc import Callable, Sequence
from typing import Literal

from tawatur.records.time import Date, TimeExpression

# (expression, published as an ISO date or time or None, which way a bare weekday points) -> the expression with its value
Resolve = Callable[[TimeExpression, str | None, Literal["past", "future"]], Date]


def values(times: Sequence[TimeExpression], published: str | None, resolve: Resolve) -> tuple[Date, ...]:
    """Give the dates of one article, in the order of their places.

    Where the day of publication is not known, what is counted from it has no value, and `basis` says why.
    """
    return tuple(resolve(expression, published, "past") for expression in sorted(times, key=lambda one: (one.start, one.end)))
