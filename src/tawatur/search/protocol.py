"""What searching asks of a store."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from tawatur.records.search import Found, Term, Wanted


class Index(Protocol):
    """Where things are looked up by their words. A store has one (`store.search.StoreSearch`). Words are folded and in small letters."""

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        ...

    def words_of(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """The words that may be each of the stems with something written on to it, the stem itself among them."""
        ...

    def named(self, spellings: Iterable[str]) -> dict[str, list[str]]:
        """The names (ids) that are spelled so, by spelling (folded words with a space between)."""
        ...

    def names_with(self, terms: Sequence[Term], most: int) -> list[str]:
        """Up to `most` names (ids) in whose spellings all terms stand, those mentioned in the most units first."""
        ...

    def outlets(self) -> list[str]:
        """The outlets of all articles."""
        ...

    def origins(self) -> list[str]:
        """The agencies from which articles are."""
        ...

    def texts(self, documents: Iterable[str]) -> dict[str, str]:
        """The texts of documents, by id."""
        ...

    def find(self, wanted: Wanted) -> Found:
        """Give one page of what is wanted, the best first, with the counts of all of it."""
        ...
