"""Forgotten: the tombstone of an article that was taken down. It holds nothing of the article, only what it is known by when it is read again."""

from tawatur.records.base import Record


class Forgotten(Record, frozen=True, kw_only=True):
    """`document` is the id that the article had; `page` and `words` are SHA-256 of its address (None where it has none) and of its words.

    `when` is an ISO time with zone. `note` is what the person wrote beside it, such as the number of a court order.
    """

    document: str
    page: str | None = None
    words: str
    who: str
    when: str
    note: str = ""
