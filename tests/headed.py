"""Articles whose first line is the headline and the rest their prose."""

from tawatur.records.article import Article, Line, Publication, Title


def headed(document: str, text: str, day: str, outlet: str | None = None) -> Article:
    """Give the article of a text, published on an ISO day."""
    head = text.index("\n")
    return Article(
        document=document,
        lines=(
            Line(start=0, end=head, kind="title", reason="test"),
            Line(start=head + 1, end=len(text), kind="body", reason="test"),
        ),
        title=Title(text=text[:head], start=0, end=head),
        outlet=outlet,
        language="ar",
        publication=Publication(published=day, reason="test"),
    )
