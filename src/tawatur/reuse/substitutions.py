"""An outlet's usual substitutions: the words that it puts in the place of others' again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.records.substitution import Substitution

_KINDS = ("word", "name")  # drifts of which both sides are wordings; another number is no habit
_LONGEST = 4  # words of a wording: what is longer is a sentence told otherwise


class _Found(NamedTuple):
    documents: dict[str, tuple[Span, Span]]
    copied: set[str]
    surface: Counter[tuple[str, str]]


def substitutions(pairs: Iterable[Reuse], outlets: Mapping[str, str | None], words: Callable[[Span], str]) -> list[Substitution]:
    """Give the substitutions of every outlet, the most frequent first.

    `outlets` tells the outlet of a document, `words` the text of a span. A side that the other took the sentence from
    substituted nothing; where the direction is not known, each side words it otherwise than the other.
    """
    found: dict[tuple[str, str, str], _Found] = defaultdict(lambda: _Found({}, set(), Counter()))
    for row in pairs:
        for drift in row.drift:
            if drift.kind not in _KINDS or drift.a is None or drift.b is None:
                continue
            for theirs, ours, taken, given in (
                (drift.a, drift.b, "b_from_a", "a_from_b"),
                (drift.b, drift.a, "a_from_b", "b_from_a"),
            ):
                outlet = outlets.get(ours.document)
                if outlet is None or row.direction == given or outlet == outlets.get(theirs.document):
                    continue
                wordings = words(theirs), words(ours)
                keys = _key(wordings[0]), _key(wordings[1])
                if keys[0] == keys[1] or not all(0 < len(key.split()) <= _LONGEST for key in keys):
                    continue
                here = found[outlet, *keys]
                here.documents.setdefault(ours.document, (theirs, ours))
                here.surface[wordings] += 1
                if row.direction == taken:
                    here.copied.add(ours.document)
    rows = [_substitution(outlet, one) for (outlet, _, _), one in found.items()]
    return sorted(rows, key=lambda one: (-one.articles, -one.copied, one.outlet, one.theirs, one.ours))


def _key(text: str) -> str:
    """A wording without spelling: folded, without the و of its first word."""
    found = WORD.findall(fold(text))
    if found and found[0][0] == "و" and len(found[0]) > 3:
        found[0] = found[0][1:]
    return " ".join(found)


def _substitution(outlet: str, found: _Found) -> Substitution:
    (theirs, ours), _ = min(found.surface.items(), key=lambda one: (-one[1], one[0]))
    first = min(found.documents)
    return Substitution(
        outlet=outlet,
        theirs=theirs,
        ours=ours,
        articles=len(found.documents),
        copied=len(found.copied),
        examples=found.documents[first],
    )
