"""What tables and feeds say of an article beside the words they are about, for all articles at once."""

from typing import NamedTuple

from tawatur.export.source import Source


class Shelved(NamedTuple):
    """An article's outlet, the day or time it was published (ISO), and its address on the web."""

    outlet: str | None
    published: str | None
    address: str | None


def shelf(source: Source) -> dict[str, Shelved]:
    """Give what is said of each document, by id: some 300 bytes each."""
    return {
        view.document.id: Shelved(view.article.outlet, view.settled.publication.published, web(view.document.address))
        for view in source.documents()
    }


def web(address: str | None) -> str | None:
    """Give an address if it is one of the web, and fit to stand in a link."""
    if address and address.startswith(("https://", "http://")) and address.isascii() and address.isprintable():
        return address if not set(address) & set(" <>\"'`{}|\\^") else None
    return None


def iri(identity: str) -> str:
    """Give the identifier of a record on the web of data: of its id alone."""
    return f"urn:tawatur:{identity}"
