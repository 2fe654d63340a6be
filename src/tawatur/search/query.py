"""The small language of queries: words, «phrases», -exclusions, and fields with a colon («متحدث:», `speaker:`).

A query is read into a `Query`; nothing of it is ever run as SQL or in the language of FTS5.
"""

import re
from functools import cache
from typing import NoReturn

from tawatur.arabic.fold import fold
from tawatur.records.base import Record
from tawatur.records.errors import UsageError
from tawatur.records.search import Sorting, UnitKind
from tawatur.resources import load
from tawatur.search.days import Days, days

# a query of more is none that a person writes, and costs as much as it is long
LONGEST, MOST_PARTS = 500, 24

_QUOTED = r'"(?P<{0}1>[^"]*)"|«(?P<{0}2>[^»]*)»|“(?P<{0}3>[^”]*)”|„(?P<{0}4>[^“”]*)[“”]'
PART = re.compile(
    r"\s*(?P<minus>[-−])?(?:(?P<field>[^\W\d_]{1,20})\s?[:：](?!//)\s*(?:"
    + _QUOTED.format("v")
    + r"|(?P<value>[^\s\"«“„]+))|"
    + _QUOTED.format("p")
    + r"|(?P<mark>[\"«“„])|(?P<empty>[^\W\d_]{1,20})\s?[:：]\s*$|(?P<word>[^\s\"«“„]+))"
)


class Query(Record, frozen=True, kw_only=True):
    """A query as it was meant. Phrases and words are as typed; days are ISO, `first` and `last` inclusive."""

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    sorting: Sorting | None = None


def parse(text: str) -> Query:
    """Read a query.

    Raises UsageError where it is empty or too long, a field or its value is unknown or missing, a mark of quotation is left open, or there
    is only what should not be found.
    """
    if len(text) > LONGEST:
        raise UsageError("search_long", most=LONGEST)
    reading = _Reading()
    parts = list(PART.finditer(text.strip()))
    if len(parts) > MOST_PARTS:
        raise UsageError("search_parts", most=MOST_PARTS)
    for part in parts:
        reading.take(part)
    return reading.query(text.strip())


class _Reading:
    """The parts of one query as they are met."""

    def __init__(self) -> None:
        self._lists: dict[str, list[str]] = {}
        self._first: str | None = None
        self._last: str | None = None

    def take(self, part: re.Match[str]) -> None:
        if part["mark"]:
            raise UsageError("search_quote", mark=part["mark"])
        if part["empty"]:
            raise UsageError("search_no_value", field=part["empty"])
        if part["field"] and self._field(part):
            return
        phrase = _quoted(part, "p")
        without = "without" if part["minus"] else ""
        if phrase is not None:
            if phrase.strip():
                self._add("without_phrases" if without else "phrases", phrase)
        else:
            self._add(without or "words", part["word"])

    def _field(self, part: re.Match[str]) -> bool:
        """Take a field with its value. Raises UsageError where there is no such field, or one cannot be excluded."""
        written = part["field"]
        name = names("fields").get(fold(written))
        value = _quoted(part, "v")
        value = (part["value"] or "") if value is None else value
        if name is None:
            raise UsageError("search_field", field=written, known=_known("fields"))
        if not value.strip():
            raise UsageError("search_no_value", field=written)
        if part["minus"]:
            raise UsageError("search_minus", field=written)
        if name in ("from", "to", "day", "month"):
            self._when(name, written, value)
        elif name in ("kind", "sort"):
            self._add(f"{name}s", _choice(f"{name}s", value))
        else:
            self._add(f"{name}s", value)
        return True

    def _when(self, name: str, written: str, value: str) -> None:
        found = days(value)
        if found is None or (name == "month" and not found.is_month):
            raise UsageError("search_date", field=written, value=value)
        if name != "to":
            self._first = max(filter(None, (self._first, found.first)))
        if name != "from":
            self._last = min(filter(None, (self._last, found.last)))
        self._check(found)

    def _check(self, _: Days) -> None:
        if self._first and self._last and self._first > self._last:
            raise UsageError("search_range", first=self._first, last=self._last)

    def _add(self, name: str, value: str) -> None:
        self._lists.setdefault(name, []).append(value)

    def query(self, text: str) -> Query:
        """Give the query, all of which has been taken."""
        lists = {name: tuple(dict.fromkeys(values)) for name, values in self._lists.items() if name != "sorts"}
        sorts = self._lists.get("sorts")
        asked = set(lists) - {"without", "without_phrases"}
        if not asked and not self._first and not self._last:
            _refuse(bool(lists))
        return Query(text=text, first=self._first, last=self._last, sorting=sorts[-1] if sorts else None, **lists)  # type: ignore[arg-type]


def _refuse(excluded: bool) -> NoReturn:
    raise UsageError("search_only_minus" if excluded else "search_empty")


def _quoted(part: re.Match[str], which: str) -> str | None:
    return next((part[f"{which}{at}"] for at in range(1, 5) if part[f"{which}{at}"] is not None), None)


def _choice(table: str, value: str) -> str:
    found = names(table).get(fold(value.strip()))
    if found is None:
        raise UsageError(f"search_{table[:-1]}", value=value, known=_known(table))
    return found


@cache
def names(table: str) -> dict[str, str]:
    """What the fields or values are called, folded, with the name that the program has for them."""
    return {fold(form): name for name, forms in load("search")[table].items() for form in forms}


def _known(table: str) -> str:
    """The first name in Arabic and in English of each, for a message."""
    return ", ".join(f"{forms[0]}/{next(f for f in forms if f.isascii())}" for forms in load("search")[table].values())
