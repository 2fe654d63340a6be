"""What comparing the sources shows: what is corroborated, what goes back to a single origin, what contradicts or replaces what."""

from tawatur.compare.comparing import Made, Sources, compare
from tawatur.compare.kept import Compared

__all__ = ["Compared", "Made", "Sources", "compare"]
