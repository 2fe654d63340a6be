"""The order in which articles are shown: by publication, those without a date last."""

from tawatur.records.view import DocumentView


def published(view: DocumentView) -> tuple[str, str]:
    """Give the key of sorting: the publication date (ISO), then the id."""
    return view.settled.publication.published or "9999", view.document.id


def in_order(views: tuple[DocumentView, ...]) -> list[DocumentView]:
    """Give the articles, earliest first."""
    return sorted(views, key=published)
