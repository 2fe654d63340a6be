"""What the grouping of articles into stories keeps for the next time, so that only what has changed is compared anew."""

from collections.abc import Mapping
from typing import NamedTuple

from tawatur.records.base import Record


class Profiled(Record, frozen=True, kw_only=True, gc=False):
    """What an article is about: its day (an ordinal), a digest by which articles that say the same are known, and the profile, encoded."""

    day: int | None
    same: bytes
    body: bytes


class Head(Record, frozen=True, kw_only=True, gc=False):
    """An article that stands for itself and for those of its day with the same headline and lead.

    `near` tells how few articles are of near days; `words` are its rarest;
    `group` is the first head of its group, and `component` a digest of the heads with which it hangs together by pairs that are alike.
    """

    near: str
    day: int | None  # an ordinal
    words: tuple[str, ...]
    group: str
    component: str


class SharedText(NamedTuple):
    """`copied`: the share of the shorter article's prose; `lead`: the share of the shorter lead that stands in the other's lead.

    `retold` counts sentences of one lead that the other tells again in other words.
    """

    copied: float = 0.0
    lead: float = 0.0
    retold: int = 0


class Likened(Record, frozen=True, kw_only=True, gc=False):
    """Two heads that were compared: how alike they are, None where too little; and what text they share (see `stories.shared`)."""

    value: float | None = None
    copied: float = 0.0
    lead: float = 0.0
    retold: int = 0


class Grouped(Record, frozen=True, kw_only=True):
    """The profiles by document id, the text that two articles share, how many articles of each day have each term (encoded, by ordinal), the heads by document id, and the pairs of them that
    are alike or share text, ids in order. `scores` are those of the other pairs that were asked for in putting heads together, encoded, by component.
    """

    profiles: Mapping[str, Profiled] = {}
    texts: Mapping[tuple[str, str], SharedText] = {}
    daily: Mapping[int, bytes] = {}
    heads: Mapping[str, Head] = {}
    pairs: Mapping[tuple[str, str], Likened] = {}
    scores: Mapping[str, bytes] = {}
