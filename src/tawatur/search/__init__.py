"""Searching what was read: a query is parsed, its words are looked for in all their forms, and what is found is shown in context."""

from tawatur.search.find import find
from tawatur.search.query import Query, parse
from tawatur.search.units import Everything, units

__all__ = ["Everything", "Query", "find", "parse", "units"]
