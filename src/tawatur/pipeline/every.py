"""All articles with what was found in them: what is asked of few of them is read from the store when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from tawatur.pipeline.lazily import Lazily, Parts
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.told import Told

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


class Every:
    """All articles, by document in the order of ids. `articles` may be replaced by what people corrected of them."""

    def __init__(self, store: "Store") -> None:
        self.articles: Mapping[str, Article] = store.cleaned()
        self.texts = Lazily(self.articles, lambda ids: ((one.id, one.text) for one in store.documents(ids)))
        self.annotated: Lazily[Annotated] = Lazily(
            self.articles, lambda ids: ((one.document, one) for one in store.annotated(ids))
        )
        self.sentences = Parts(self.annotated, lambda one: one.sentences)
        self.quotes = Parts(self.annotated, lambda one: one.quotes)
        self.times = Parts(self.annotated, lambda one: one.times)
        self.figures = Parts(self.annotated, lambda one: one.figures)

    def ahead(self, documents: Iterable[str]) -> None:
        """Read all of these documents together, which costs less than one by one."""
        wanted = list(documents)
        self.texts.ahead(wanted)
        self.annotated.ahead(wanted)


class Telling(MutableMapping[str, Told]):
    """What headline and lead of articles tell, as far as the store knows it, read when it is asked for; `made` is what is added to it."""

    def __init__(self, store: "Store", *, anew: bool) -> None:
        """With `anew`, nothing is known."""
        self._known_of: Callable[[Iterable[str]], Mapping[str, Told]] = (lambda ids: {}) if anew else store.told
        self._known: dict[str, Told] = {}
        self.made: dict[str, Told] = {}

    def __getitem__(self, document: str) -> Told:
        if document not in self._known:
            self.ahead([document])
        return self._known[document]

    def __setitem__(self, document: str, told: Told) -> None:
        self._known[document] = self.made[document] = told

    def __delitem__(self, document: str) -> None:
        del self._known[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def ahead(self, documents: Iterable[str]) -> None:
        """Read what is known of all of these documents together."""
        self._known.update(self._known_of(documents))
