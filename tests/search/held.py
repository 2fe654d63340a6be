"""A store whose index holds texts of our own, without reading articles."""

from collections.abc import Sequence

from tawatur.records.document import Document
from tawatur.records.hit import Results
from tawatur.records.search import Unit
from tawatur.search import find, parse
from tawatur.store.address import Place
from tawatur.store.search import StoreSearch
from tawatur.store.search_index import renew
from tawatur.store.sqlite import Store


class Held:
    """A store, and what was last put into its index."""

    def __init__(self, place: Place) -> None:
        self.store = Store(place)
        self.index = StoreSearch(self.store)
        self.texts: dict[str, str] = {}

    def put(self, units: Sequence[Unit], texts: dict[str, str]) -> None:
        """Make `units` all that can be found."""
        self.texts |= texts
        with self.store.transaction():
            for identity, text in texts.items():
                self.store.add_document(Document(id=identity, source=identity, text=text, sha256="", format="text"), None, ())
            renew(self.store, units, self.texts)

    def texts_of(self, *texts: str) -> None:
        """Make these texts all that can be found, each an article `d-0`, `d-1` and so on."""
        named = {f"d-{number}": text for number, text in enumerate(texts)}
        self.put([article(identity, text) for identity, text in named.items()], named)

    def find(self, query: str, limit: int = 100, offset: int = 0) -> Results:
        """Carry out a query."""
        return find(parse(query), self.index, limit=limit, offset=offset)

    def ids(self, query: str) -> list[str]:
        """The ids of what a query finds, in order of their names."""
        return sorted(hit.id for hit in self.find(query).hits)


def article(identity: str, text: str, **known: object) -> Unit:
    """An article of one stretch."""
    whole = {"kind": "article", "id": identity, "document": identity, "spans": ((0, len(text)),), **known}
    return Unit(**whole)  # type: ignore[arg-type]
