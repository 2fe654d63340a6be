"""Making anew what follows from judgements, or leaving it to the next run."""

from tawatur.pipeline import Progress, annotate, derive, no_progress
from tawatur.pipeline.recognizer import use_recognizer
from tawatur.records.errors import StoreError
from tawatur.store.sqlite import Store


def apply(store: Store, *, progress: Progress = no_progress, patience: float = 0.0) -> bool:
    """Bring all that follows from the judgements up to date; False where a `tawatur read` is under way: it does that, or the next run.

    `patience`: seconds to wait for the read to end. Where nothing was judged since the last run it costs next to nothing. The articles
    whose lines were corrected are cleaned and annotated anew, with the recogniser of names that the store remembers; the others stay
    as they are. Raises UsageError where that recogniser cannot be used.
    """
    try:
        with store.writing(patience):
            lined = {told.document for told in store.corrections() if told.kind == "line"}
            if lined:
                use_recognizer(store, None)
                annotate(store, progress=progress, only=lined)
            derive(store, progress=progress)
    except StoreError as error:
        if error.code != "store_locked":
            raise
        return False
    return True
