"""Lone surrogates in SQLite, whose texts are bytes that it does not look at: each goes in and out as the three bytes that UTF-8 would give it."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from tawatur.store.statements import TOKEN, Values

_HALF = re.compile("[\ud800-\udfff]")

# what makes a text of the bytes of a column
read: Callable[[bytes], str] = partial(str, encoding="utf-8", errors="surrogatepass")


def written(sql: str, values: Values) -> tuple[str, Values]:
    """Give a statement and its values so that Python hands them to SQLite: texts with surrogates as bytes that SQLite takes for text."""
    named = isinstance(values, Mapping)
    every = dict(values) if isinstance(values, Mapping) else dict(enumerate(values))
    halves = {key for key, value in every.items() if isinstance(value, str) and _HALF.search(value)}
    places = iter(range(len(every)))

    def mark(found: re.Match[str]) -> str:
        if not found["mark"] and not found["name"]:
            return found[0]
        return f"CAST({found[0]} AS TEXT)" if (found["name"] if named else next(places)) in halves else found[0]

    given = {key: str(value).encode("utf-8", "surrogatepass") if key in halves else value for key, value in every.items()}
    return TOKEN.sub(mark, sql), {str(key): value for key, value in given.items()} if named else tuple(given.values())
