"""Who copied from whom: candidate passages, alignment, drift, families, origin."""

from tawatur.reuse.found import Found, find
from tawatur.reuse.origin import Origins
from tawatur.reuse.substitutions import substitutions
from tawatur.reuse.wires import printed, wires

__all__ = ["Found", "Origins", "find", "printed", "substitutions", "wires"]
