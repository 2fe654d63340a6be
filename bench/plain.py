"""Annotating a text without cleaning it: the labels of the corpus speak of its rows, whose lines are all prose."""

from tawatur.annotate import names, quotes, sentences
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article, Line, Publication


def annotated(text: str) -> Annotated:
    """Give the sentences, names and statements of a text all of whose lines are prose."""
    article = all_body(text)
    cut = sentences.split(text, article)
    found = names.annotate(text, article, cut)
    said = quotes.annotate(text, article, cut, found)
    return Annotated(document="", sentences=tuple(cut), names=tuple(found), quotes=tuple(said))


def all_body(text: str) -> Article:
    """Give an article of this text with every line that is not empty as prose."""
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(start=at, end=at + len(row), kind="body", reason="given"))
        at += len(row) + 1
    return Article(document="", lines=tuple(lines), language="ar", publication=Publication(reason="given"))
