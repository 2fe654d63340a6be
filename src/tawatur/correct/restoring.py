"""Putting a backup in the store's place, without losing what people judged and took down since it was made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tawatur.correct.file import merge_in
from tawatur.correct.forgetting import bury_again
from tawatur.correct.keeping import every
from tawatur.pipeline import Progress, derive, no_progress
from tawatur.records.errors import StoreError
from tawatur.records.forgotten import Forgotten
from tawatur.records.judged import AnyJudgement
from tawatur.store import backup as copies
from tawatur.store.address import Place
from tawatur.store.connection import writer
from tawatur.store.forgetting import forgotten, sweep
from tawatur.store.sqlite import Store


class Restored(NamedTuple):
    """What a restoring did: documents there are now, judgements carried over, articles taken down again, and where a damaged store went."""

    documents: int
    judgements: int
    buried: int
    aside: Path | None


class _Carried(NamedTuple):
    judgements: tuple[AnyJudgement, ...] = ()
    tombstones: tuple[Forgotten, ...] = ()


def restore(path: Path, target: Place, *, progress: Progress = no_progress) -> Restored:
    """Make the store at `target` what the backup at `path` is, with the judgements and takedowns that `target` has beside it.

    The backup is read from beginning to end first. A target that is damaged is set aside. Raises StoreError where the backup is damaged,
    missing or of a newer version, and where a `tawatur read` is under way.
    """
    copies.check(path)
    with _writing(target):
        carried, aside = _carried(target)
        copies.put_back(path, target)
        with Store(target, create=False) as store:
            with store.judging():
                judgements = len(merge_in(store, carried.judgements))
                buried = bury_again(store, carried.tombstones)
                if judgements or buried:
                    derive(store, progress=progress)
            sweep(store)
            documents = int(store.query("SELECT count(*) FROM documents")[0][0])
    return Restored(documents, judgements, buried, aside)


@contextmanager
def _writing(target: Place) -> Iterator[None]:
    """Be the one who writes the store; a file may be damaged, or not there yet."""
    if isinstance(target, Path):
        with writer(target):
            yield
    else:
        with Store(target) as store, store.writing():
            yield


def _carried(target: Place) -> tuple[_Carried, Path | None]:
    """What people judged and took down in the store that is replaced; a file that cannot be read is set aside."""
    if isinstance(target, Path) and not target.exists():
        return _Carried(), None
    try:
        with Store(target, create=False) as store:
            return _Carried(tuple(every(store)), tuple(forgotten(store))), None
    except StoreError as error:
        if error.code != "store_damaged" or not isinstance(target, Path):
            raise
    return _Carried(), copies.set_aside(target)
