"""The content words of all documents, brought up to date with those that are new, changed or gone."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.records.passage import Contents, Scarce
from tawatur.reuse.contents import contents
from tawatur.reuse.index import Index
from tawatur.reuse.pages import Page
from tawatur.reuse.scarce import counted_on


class Words(NamedTuple):
    """The content words of all documents, the documents of which they are others than before, and what was counted of them."""

    contents: dict[str, Contents]
    changed: set[str]
    scarce: Scarce


def renew_words(index: Index, every: Mapping[str, Page], texts: Mapping[str, str], changed: AbstractSet[str]) -> Words:
    """Bring the content words that the index keeps up to date."""
    known = index.contents()
    made = {
        document: contents(every[document], texts[document])
        for document in sorted(texts.keys() - known.keys() | changed & texts.keys())
    }
    other = {document: one for document, one in made.items() if known.get(document) != one}
    gone = known.keys() - texts.keys()
    now = {document: other.get(document) or known[document] for document in texts}
    scarce = counted_on(index.scarce(), known, now, other.keys() | gone)
    index.set_contents(other | dict.fromkeys(gone))
    index.set_scarce(scarce)
    return Words(now, set(other), scarce)
