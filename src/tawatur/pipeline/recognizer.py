"""The recogniser of names that a store's articles are read with."""

import os
from typing import TYPE_CHECKING

from tawatur.annotate.names import recognizers

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

_RECOGNIZER = "recognizer"


def use_recognizer(store: "Store", asked: str | None) -> None:
    """Use the recogniser that is asked for, and remember it; else TAWATUR_RECOGNIZER's, else the one that the store remembers.

    Raises UsageError where it cannot be used: nothing is read then, for names would go that were found with it.
    """
    spelled = recognizers.check(asked or os.environ.get(recognizers.ENVIRONMENT) or store.state(_RECOGNIZER) or "")
    if spelled:
        os.environ[recognizers.ENVIRONMENT] = spelled  # worker processes inherit it
    else:
        os.environ.pop(recognizers.ENVIRONMENT, None)
    if asked:
        store.remember(_RECOGNIZER, spelled)
