"""What was refused or dropped, at which stage and why: nothing vanishes."""

from tawatur.records.base import Record


class Dropped(Record, frozen=True, kw_only=True):
    """One input or part of one that goes no further. `reason` is a code of `docs/dropped.md`; `detail` is for people."""

    stage: str
    source: str
    reason: str
    detail: str
