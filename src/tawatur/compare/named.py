"""What an origin is called in a sentence: the agency's name, else the outlet's where the text is one article's, else that nobody is credited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from tawatur.records.article import Article
from tawatur.records.story import Origin
from tawatur.resources import load


class Called(NamedTuple):
    """A name in Arabic and in English."""

    ar: str
    en: str


Name = Callable[[Origin], Called]


def namer(articles: Mapping[str, Article]) -> Name:
    """Give the function that names an origin; `articles` tell who printed a text that no agency is credited for."""

    def name(origin: Origin) -> Called:
        if origin.name:
            return _agencies().get(origin.name, Called(origin.name, origin.name))
        outlets = {article.outlet for document in origin.documents if (article := articles.get(document))}
        outlet = outlets.pop() if len(outlets) == 1 else None
        if outlet:
            return _outlets().get(outlet, Called(outlet, outlet))
        return Called("نص لا ينسب إلى وكالة", "a text that credits no agency")

    return name


@cache
def _agencies() -> dict[str, Called]:
    """The names of agencies by key: the first form that is sure, else the first form; of two entries the first."""
    return _first("agencies", lambda one: [*one.get("sure", ()), *one.get("form", ())], lambda one: one["en"])


@cache
def _outlets() -> dict[str, Called]:
    return _first("outlets", lambda one: one["ar"], lambda one: (one["en"] or [one["key"]])[0])


def _first(register: str, ar: Callable[[dict[str, Any]], list[str]], en: Callable[[dict[str, Any]], str]) -> dict[str, Called]:
    found: dict[str, Called] = {}
    for one in load(register)[register]:
        found.setdefault(one["key"], Called((ar(one) or [en(one)])[0], en(one)))
    return found
