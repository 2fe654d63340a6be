from collections.abc import Callable

import pytest

from tawatur.annotate import commitments, dates, names, quotes, sentences
from tawatur.records.article import Article, Line, Publication
from tawatur.records.commitment import Undertaking


def _read(text: str) -> list[Undertaking]:
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(start=at, end=at + len(row), kind="body", reason="test"))
        at += len(row) + 1
    article = Article(document="d", lines=tuple(lines), language="ar", publication=Publication(reason="test"))
    cut = sentences.split(text, article)
    named = names.annotate(text, article, cut)
    said = quotes.annotate(text, article, cut, named)
    return commitments.annotate(text, cut, commitments.Found(named, said, dates.find(text, "d")))


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Undertaking]]:
    """What a text, all of whose lines are prose, reports of undertakings."""
    return _read
