"""A Figure: a count or measure in one text, with what is counted, of whom, how it is bounded, and as of when."""

from typing import Literal

from tawatur.records.base import Record

FigureKind = Literal["killed", "hurt", "missing", "held", "displaced", "rescued", "percent", "unit", "count"]
Bound = Literal["about", "least", "more", "most", "less", "some"]
Stage = Literal["first", "new", "final", "corrected", "earlier"]


class Figure(Record, frozen=True, kw_only=True):
    """Words of a text that count or measure. `start` and `end` are those of the number alone.

    `least` and `most` are what the number itself says (equal but for «عشرات», whose `bound` is `some`); what a bound
    («أكثر من») makes of it is for the comparison to say. `thing` is the counted noun with what follows it, as light stems;
    None where the number stands alone. `whom` is the group that a toll is of (the stem of «جنديا»), None where it is of all.
    """

    document: str
    start: int
    end: int
    text: str
    least: float
    most: float
    bound: Bound | None = None
    kind: FigureKind
    thing: str | None = None
    whom: str | None = None
    stage: Stage | None = None  # «حصيلة أولية», «ارتفعت إلى», «الحصيلة النهائية», «تصحيح», the figure before («من 17 إلى 23»)
    part: bool = False  # of a larger figure («بينهم 4 أطفال»), or a total of a longer time («منذ بدء العام»)
    said_by: str | None = None  # the id of the statement that it stands in

    @property
    def told(self) -> bool:
        """Whether the text gives the number itself."""
        return self.least == self.most
