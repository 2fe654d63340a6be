"""Expressions of time: finding them, and resolving them once the day of writing is known."""

from tawatur.annotate.dates.find import find
from tawatur.annotate.dates.read import read
from tawatur.annotate.dates.resolve import Prefer, resolve

__all__ = ["Prefer", "find", "read", "resolve"]
