"""Who copied from whom: candidate passages, alignment, drift, families, origin."""

from tawatur.reuse.found import Found, find
from tawatur.reuse.origin import Origins

__all__ = ["Found", "Origins", "find"]
