"""Who copied from whom: candidate passages, alignment, drift, families, origin."""

from tawatur.reuse.found import Found, Renewed, find, renew
from tawatur.reuse.index import Index
from tawatur.reuse.memory import Memory
from tawatur.reuse.origin import Origins
from tawatur.reuse.substitutions import substitutions
from tawatur.reuse.wires import print_of, printed, printings, wires

__all__ = [
    "Found",
    "Index",
    "Memory",
    "Origins",
    "Renewed",
    "find",
    "print_of",
    "printed",
    "printings",
    "renew",
    "substitutions",
    "wires",
]
