"""What comparing the sources shows: what is corroborated, and what goes back to a single origin."""

from tawatur.compare.corroborate import corroborate
from tawatur.compare.events import events

__all__ = ["corroborate", "events"]
