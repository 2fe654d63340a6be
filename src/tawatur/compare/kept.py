"""What comparing keeps for the next time, so that only what has changed is compared anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tawatur.compare.clash import Clash

Place = tuple[str, int, int]  # a document, and where in it a sentence starts and ends
Ids = tuple[str, ...]


class Compared(NamedTuple):
    """All findings, events and commitments by what each depends on.

    `stories` holds of each its thread, which is its own id where it hangs in none, and its documents. `alone` are the documents of no story.
    `texts` has for a document that is one text with others the first of them. `copied` and `renamed` are the clashes of copies by the ids of
    two documents, a blank between them.
    """

    stories: Mapping[str, tuple[str, Ids]] = {}
    alone: Ids = ()
    texts: Mapping[str, str] = {}
    carried: Mapping[str, tuple[Place, ...]] = {}  # sentences of one text, from two documents or more, by the finding
    happenings: Mapping[str, str] = {}  # of each story the id of the finding
    tolls: Mapping[str, tuple[Ids, tuple[Place, ...]]] = {}  # of each story the findings, and the sentences that they depend on
    copied: Mapping[str, tuple[Clash, ...]] = {}
    renamed: Mapping[str, tuple[Clash, ...]] = {}
    told: Mapping[str, tuple[Clash, ...]] = {}  # by story
    events: Mapping[str, Ids] = {}  # by story, or by document where it is in none
    reporting: frozenset[str] = frozenset()  # the documents that report an undertaking
    commitments: Mapping[str, Ids] = {}  # by thread, story or document
