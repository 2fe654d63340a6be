"""Finding and resolving in one step, for cleaning and for small programs."""

from tawatur.annotate.dates.find import find
from tawatur.annotate.dates.reference import Prefer
from tawatur.annotate.dates.resolve import resolve
from tawatur.records.time import Date


def read(text: str, published: str | None = None, prefer: Prefer = "nearest", document: str = "") -> list[Date]:
    """Give the expressions of time of `text` in their order, with values.

    `published` is an ISO date or time; without it the expressions that are counted from it have the value None.
    """
    return [resolve(expression, published, prefer) for expression in find(text, document)]
