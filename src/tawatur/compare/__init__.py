"""What comparing the sources shows: what is corroborated, what goes back to a single origin, what contradicts or replaces what."""

from tawatur.compare.conflicts import conflicts
from tawatur.compare.corroborate import corroborate
from tawatur.compare.events import events

__all__ = ["conflicts", "corroborate", "events"]
