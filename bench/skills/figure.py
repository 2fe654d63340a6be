"""One measured figure of a skill."""

from typing import NamedTuple


class Figure(NamedTuple):
    """`value` (0 to 1, or a count) of the measure `name`, on the gold of hash `gold`; `note` says of how many."""

    name: str
    value: float
    gold: str
    note: str = ""
