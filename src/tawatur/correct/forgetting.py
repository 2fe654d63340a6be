"""Takedowns: an article goes, with all that is drawn from it alone; a tombstone keeps it from coming back."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

import msgspec

from tawatur.correct.chosen import article_id
from tawatur.correct.keeping import every, judge, keep, text
from tawatur.pipeline import Progress, derive, no_progress
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.errors import UsageError
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.forgotten import Forgotten
from tawatur.records.judged import AnyJudgement, room
from tawatur.records.judgement import Judgement
from tawatur.store import forgetting
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def meant(found: StoreLibrary, store: Store, asked: str) -> list[Document]:
    """The documents that `forget` would take out: the article, and the others that were read from its place (its versions)."""
    [document] = store.documents([article_id(found, asked)])
    return forgetting.versions(store, document)


def forget(
    store: Store,
    asked: str,
    *,
    who: str,
    note: str = "",
    when: datetime | None = None,
    progress: Progress = no_progress,
    patience: float = 0.0,
) -> tuple[Forgotten, ...]:
    """Take an article and its versions out of the store, and all that is drawn from them alone; give their tombstones.

    All or nothing: what is made of several articles is made anew in the same transaction. Judgements lose the words of the article,
    and go where nothing else is left of them. Raises StoreError `store_locked` where a `tawatur read` is under way for longer than
    `patience` seconds, UsageError where there is no such article.
    """
    with store.writing(patience):
        with store.judging():
            tombstones = tuple(_tombstone(one, judge(who), note, text(when)) for one in meant(StoreLibrary(store), store, asked))
            _strip(store, {one.document for one in tombstones})
            forgetting.bury(store, tombstones)
            derive(store, progress=progress)
        forgetting.sweep(store)
    return tombstones


def bury_again(store: Store, tombstones: Sequence[Forgotten]) -> int:
    """Take out again what these tombstones cover, as after a backup was put back; give how many articles that are."""
    known = forgetting.Tombstones(tombstones)
    with store.judging():
        back = [one for one in store.documents(list(store.states())) if known.covers(one)] if tombstones else []
        first = tombstones[0] if tombstones else None
        named = {one.document: one for one in tombstones}
        again = [named.get(one.id) or _tombstone(one, first.who, first.note, first.when) for one in back if first]
        _strip(store, {one.document for one in again})
        forgetting.bury(store, [*tombstones, *again])
    return len(again)


def lift(store: Store, document: str) -> None:
    """Take the tombstone of a document (its id) away: the article is taken in when it is read again. Raises UsageError where there is none."""
    if not forgetting.lift(store, document):
        raise UsageError("tombstone_unknown", article=document)


def _tombstone(document: Document, who: str, note: str, when: str) -> Forgotten:
    return Forgotten(
        document=document.id,
        page=forgetting.digest(document.address) if document.address else None,
        words=forgetting.words_key(document.text),
        who=who,
        when=when,
        note=" ".join(note.split()),
    )


def _strip(store: Store, documents: Collection[str]) -> None:
    """Take the words of these documents out of the judgements."""
    for told in every(store):
        left = without(told, documents)
        if left is None:
            table = {"names": "name_judgements", "stories": "story_judgements", "findings": "finding_judgements"}
            store.write(f"DELETE FROM {table.get(room(told), 'corrections')} WHERE id = ?", [(told.id,)])  # noqa: S608 (names of our own)
        elif left != told:
            keep(store, [left])


def without(told: AnyJudgement, documents: Collection[str]) -> AnyJudgement | None:
    """A judgement without what it holds of these documents; None where it speaks of nothing else."""
    if isinstance(told, Correction):
        return _of_article(told, documents)
    if isinstance(told, Judgement):
        return _of_names(told, documents)
    if isinstance(told, FindingJudgement):
        sides = tuple(side for side in told.sides if side.document not in documents)
        if len({side.document for side in sides}) < 2:
            return None
        return told if sides == told.sides else msgspec.structs.replace(told, sides=sides, about="")
    one, other = (tuple(name for name in side if name not in documents) for side in (told.documents, told.others))
    return msgspec.structs.replace(told, documents=one, others=other) if one and other else None


def _of_article(told: Correction, documents: Collection[str]) -> Correction | None:
    if told.document in documents:
        return None
    if told.subject is None:
        return told
    seen = tuple(one for one in told.subject.mentions if one.document not in documents)
    return msgspec.structs.replace(told, subject=msgspec.structs.replace(told.subject, mentions=seen))


def _of_names(told: Judgement, documents: Collection[str]) -> Judgement | None:
    """Without its mentions in these documents, and without the names that were seen in them alone."""
    pairs = [
        (one, msgspec.structs.replace(one, mentions=tuple(m for m in one.mentions if m.document not in documents)))
        for one in told.subjects
    ]
    subjects = tuple(left for one, left in pairs if left.mentions or not one.mentions)
    if len(subjects) < (2 if told.kind == "merge" else 1):
        return None
    parts = tuple(name for name in told.documents if name not in documents)
    if told.kind == "split" and not (parts or told.forms):
        return None
    return msgspec.structs.replace(told, subjects=subjects, documents=parts)


def allowed(told: Sequence[AnyJudgement], documents: Collection[str]) -> Iterator[AnyJudgement]:
    """Judgements from elsewhere, without what they hold of documents that were taken down here."""
    for one in told:
        left = without(one, documents) if documents else one
        if left is not None:
            yield left
