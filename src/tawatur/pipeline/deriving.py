"""Derive: all that needs more than one article, as it would be made from all of them; only what may be another is made."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from typing import TYPE_CHECKING

import msgspec

from tawatur.collecting import uncollected
from tawatur.made_by import digest_of, is_older, made_by
from tawatur.pipeline.engine import Engine, Local
from tawatur.pipeline.handed import handed
from tawatur.pipeline.marking import marks
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.changes import differing
from tawatur.records.correction import Correction

if TYPE_CHECKING:
    from tawatur.pipeline.every import Every
    from tawatur.pipeline.settling import Shared
    from tawatur.settle.corrected import Corrected
    from tawatur.store.sqlite import Store


def derive(store: "Store", *, engine: Engine | None = None, progress: Progress = no_progress, renew: bool = False) -> bool:
    """Bring all that needs more than one article up to date; False where nothing has changed.

    What may be another than the last time is made anew (`together`), and written where it is another. It does not depend on the order of
    reading. Where nothing has changed but the program, what an older one made stays, unless `renew`; all of it is of one program, whatever
    made the articles.
    """
    from tawatur.pipeline.settling import Judged
    from tawatur.pipeline.together import together

    judgements = [judgement for judgement in store.judgements() if not judgement.undone]
    of_stories = [judgement for judgement in store.story_judgements() if not judgement.undone]
    corrections = [correction for correction in store.corrections() if not correction.undone]
    seen = sorted([one.id for one in judgements] + [one.id for one in of_stories] + [one.id for one in corrections])
    states = store.states()
    made_from = _derived_from(states, seen)
    state = _state(made_from)
    if _stands(store, made_from, state, renew=renew):
        return False
    steps = _Steps(progress)
    inherited = handed(store, corrections)
    holding = [*corrections, *inherited]
    again = _dated_otherwise(store, holding)
    # where what articles share stays as it is, others may write judgements meanwhile; else readers would see half of a new state
    anew = _by_another(store)
    changed = _to_share(store, states, again, anew=anew)
    renewed = anew or bool(changed)
    engine = engine or Local()
    if renewed:
        engine.prepare(lambda: _every(store, corrections, inherited)[0])
    with uncollected(), store.transaction() if renewed else nullcontext():
        every, corrected = _every(store, corrections, inherited)
        shared = _share(store, every, engine, changed, anew=anew)
        steps.next()
        judged = Judged(judgements, corrected)
        write = together(store, every, shared, judged, of_stories, marks(states, holding), steps.next)
        with store.transaction():
            write(state)
            store.remember("derived from", made_from)
            store.remember("judged by", msgspec.json.encode(seen).decode())
            store.remember("corrected", msgspec.json.encode(_dated(holding)).decode())
    return True


def _every(store: "Store", corrections: Sequence[Correction], inherited: Sequence[Correction]) -> tuple["Every", "Corrected"]:
    """All articles, as people corrected them, and what they corrected; `inherited` hold for later versions of what was corrected."""
    from tawatur.pipeline.every import Every
    from tawatur.settle.corrected import Corrected

    every = Every(store)
    corrected = Corrected(corrections, every.texts, inherited)
    every.articles = corrected.articles(every.articles)
    return every, corrected


def _derived_from(states: Mapping[str, str | None], judgements: Sequence[str]) -> str:
    """What all is derived from: the articles, and the judgements of names, stories and articles by their ids, in order."""
    return hashlib.sha256(repr([*sorted(states.items()), *judgements]).encode()).hexdigest()


def _state(made_from: str) -> str:
    """The mark of what is derived: what it is made from, and what makes it."""
    return hashlib.sha256(f"{made_from} {digest_of(made_by('derive'))}".encode()).hexdigest()


def _stands(store: "Store", made_from: str, state: str, *, renew: bool) -> bool:
    """Whether what was derived last is as it would be now, or, unless `renew`, as an older program made it from the same."""
    before = store.state("derived")
    return before == state or (before is not None and not renew and store.state("derived from") == made_from)


def _dated(corrections: Sequence[Correction]) -> dict[str, list[str]]:
    """The ids of the corrections of dates and origins, in order, by article: what was copied from what goes by them."""
    found: dict[str, list[str]] = defaultdict(list)
    for told in sorted(corrections, key=lambda one: one.id):
        if told.kind in ("date", "origin"):
            found[told.document].append(told.id)
    return dict(found)


def _dated_otherwise(store: "Store", corrections: Sequence[Correction]) -> frozenset[str]:
    """The articles whose dates or origins were corrected otherwise in the last run."""
    now = _dated(corrections)
    before = msgspec.json.decode(store.state("corrected") or "{}", type=dict[str, list[str]])
    return frozenset(differing(before, now))


def _by_another(store: "Store") -> bool:
    """Whether what articles share was looked for by another program, which may find other things in articles that are as they were."""
    return is_older(store.state("shared by") or "", "share")


def _to_share(store: "Store", states: Mapping[str, str | None], again: AbstractSet[str], *, anew: bool) -> set[str]:
    """The articles of which it is looked for what they share: those that have changed or gone, and `again`; `anew`, all of them."""
    there = {document for document, made_from in states.items() if made_from is not None}
    return there if anew else store.changed() | (again & there)


def _share(store: "Store", every: "Every", engine: Engine, changed: set[str], *, anew: bool) -> "Shared":
    """Find what the articles that have changed share with all others."""
    from tawatur.pipeline.settling import Shared
    from tawatur.store.shared import SharedRows

    if anew:
        store.forget_shared()
        store.remember("shared by", made_by("share"))
    other = engine.share(store, changed, every) if changed else frozenset()
    if anew:  # what was forgotten is not known to be another
        other = every.articles.keys()
    return Shared(SharedRows(store).of, other)


class _Steps:
    """The progress of deriving: reuse, names, settling, stories, comparing."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0

    def next(self) -> None:
        """Tell that one more step is done."""
        self._done += 1
        self._progress("derive", self._done, 5)
