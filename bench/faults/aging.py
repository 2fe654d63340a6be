"""A store as an older version of the program would have left it, so that `tawatur refresh` has everything to do."""

from msgspec import structs

from tawatur.pipeline import derive
from tawatur.store.address import place
from tawatur.store.sqlite import Store

_OLDER = "0.0.9"


def age(address: str) -> None:
    """Make the articles of a store those of a version that found no expressions of time, with all that follows from that."""
    with Store(place(address), create=False) as store:
        states = store.states()
        with store.transaction():
            rows = [
                (article, structs.replace(annotated, times=()), states[article.document] or "")
                for article, annotated in store.found_in(list(states))
            ]
            store.add_articles(rows, _OLDER)
            store.write("UPDATE documents SET keyed_by = ?", [(_OLDER,)])
        derive(store, renew=True)
        for name in ("derived by", "shared by", "told by"):
            store.remember(name, _OLDER)
