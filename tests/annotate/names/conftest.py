"""Articles whose lines are all prose."""

from collections.abc import Callable

import pytest

from tawatur.annotate.names import annotate
from tawatur.annotate.sentences import split
from tawatur.records.article import Article, Line, LineKind, Publication
from tawatur.records.name import Name

Find = Callable[..., list[Name]]


@pytest.fixture(scope="session")
def names_of() -> Find:
    """The names of a text, each line of one kind."""

    def find(text: str, kind: LineKind = "body", language: str = "ar") -> list[Name]:
        lines, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                lines.append(Line(start=at, end=at + len(line), kind=kind, reason="test"))
            at += len(line) + 1
        article = Article(document="d-1", lines=tuple(lines), language=language, publication=Publication(reason="test"))
        return annotate(text, article, split(text, article))

    return find


@pytest.fixture(scope="session")
def typed(names_of: Find) -> Callable[[str], list[tuple[str, str]]]:
    """The names of a text as pairs of words and type."""
    return lambda text: [(n.text, n.type) for n in names_of(text)]
