"""The registers as tables: names and forms of agencies, outlets and places, folded, ready to look up."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from tawatur.arabic.fold import fold
from tawatur.resources import load

_NOT_LETTERS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Give `text` folded, with one space for every run of what is neither letter nor digit."""
    return _NOT_LETTERS.sub(" ", fold(text)).strip()


class Agency(NamedTuple):
    """A news agency: its key, its English name and its country (ISO 3166-1 alpha-2, `INT` for a joint service)."""

    key: str
    name: str
    country: str


class Outlet(NamedTuple):
    """An outlet: its key, its usual Arabic name, its country and its owner's family."""

    key: str
    name: str
    country: str
    owner: str


@cache
def agencies() -> dict[str, Agency]:
    """The register of agencies by key. Callers must not change it."""
    rows = load("agencies")["agencies"]
    return {row["key"]: Agency(row["key"], row["en"], row["country"]) for row in rows}


@cache
def outlets() -> dict[str, Outlet]:
    """The register of outlets by key. Callers must not change it."""
    rows = load("outlets")["outlets"]
    return {row["key"]: Outlet(row["key"], row["ar"][0], row["country"], row["owner"]) for row in rows}


@cache
def agency_names() -> dict[str, str]:
    """Every form of every agency, as `plain` gives it, and the agency's key: for parts of a credit."""
    rows = load("agencies")["agencies"]
    return {plain(form): row["key"] for row in rows for form in _forms(row)}


def _forms(row: dict[str, Any]) -> Iterable[str]:
    return [*row.get("sure", []), *row.get("form", []), *row.get("latin", [])]


@cache
def unnamed_agencies() -> frozenset[str]:
    """Credits that name no agency («وكالات»), as `plain` gives them."""
    return frozenset(plain(form) for form in load("agencies")["unnamed"])


@cache
def outlet_names() -> dict[str, str]:
    """Every name of every outlet, as `plain` gives it, and the outlet's key; of two outlets, the first of the register."""
    table: dict[str, str] = {}
    for row in load("outlets")["outlets"]:
        for name in (row["key"], *row["ar"], *row["en"]):
            table.setdefault(plain(name), row["key"])
    return table


@cache
def outlet_domains() -> dict[str, str]:
    """Every domain of every outlet and the outlet's key."""
    return {domain: row["key"] for row in load("outlets")["outlets"] for domain in row["domains"]}


@cache
def places() -> frozenset[str]:
    """The places that datelines name, as `plain` gives them."""
    table = load("places_dateline")
    return frozenset(plain(name) for names in (*table["places"], table["countries"]) for name in names)


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """The list `name` of the table `table` as a set, each as `plain` gives it. Nested lists are joined."""
    found: set[str] = set()
    for entry in load(table)[name]:
        found.update(plain(word) for word in (entry if isinstance(entry, list) else [entry]))
    return frozenset(found - {""})
