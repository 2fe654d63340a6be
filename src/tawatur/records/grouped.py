"""What the grouping of articles into stories keeps for the next time, so that only what has changed is compared anew."""

from collections.abc import Mapping

from tawatur.records.base import Record


class Head(Record, frozen=True, kw_only=True, gc=False):
    """An article that stands for itself and for those of its day with the same headline and lead.

    `mark` is a digest of all that its comparisons depend on but the text that it shares; `words` are its rarest; `group` is the first head of
    its group, and `component` a digest of the heads with which it hangs together by pairs that are alike.
    """

    mark: str
    day: int | None  # an ordinal
    words: tuple[str, ...]
    group: str
    component: str


class Likened(Record, frozen=True, kw_only=True, gc=False):
    """Two heads that were compared: how alike they are, None where too little; and what text they share (see `stories.shared`)."""

    value: float | None = None
    copied: float = 0.0
    lead: float = 0.0
    retold: int = 0


class Grouped(Record, frozen=True, kw_only=True):
    """The heads by document id, and the pairs of them that are alike or share text, ids in order."""

    heads: Mapping[str, Head] = {}
    pairs: Mapping[tuple[str, str], Likened] = {}
