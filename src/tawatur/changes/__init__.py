"""What differs between two states of a collection, one kind of record after the other."""

from tawatur.changes.compared import Comparison, State, Tell, compare

__all__ = ["Comparison", "State", "Tell", "compare"]
