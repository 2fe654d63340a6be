"""Making anew what follows from judgements, or leaving it to the next run."""

from tawatur.pipeline import Progress, derive, no_progress
from tawatur.records.errors import StoreError
from tawatur.store.connection import writer
from tawatur.store.sqlite import Store


def apply(store: Store, *, progress: Progress = no_progress, patience: float = 0.0) -> bool:
    """Bring all that follows from the judgements up to date; False where a `tawatur read` is under way, whose next run does it.

    `patience`: seconds to wait for the read to end. What nothing was judged of since the last run costs next to nothing.
    """
    try:
        with writer(store.path, patience=patience):
            derive(store, progress=progress)
    except StoreError as error:
        if error.code != "store_locked":
            raise
        return False
    return True
