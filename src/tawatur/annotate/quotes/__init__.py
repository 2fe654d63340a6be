"""Statements with kind, cue and speaker: reporting cues are a closed class, and grammar tells whose words they give."""

from collections.abc import Sequence

from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence


def annotate(text: str, article: Article, sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Quote]:
    """Give the statements of an article, in the order of their places.

    `names` are the mentions found in the article; it may be empty: then speakers are read from the grammar alone.
    Lines that are neither body, title nor heading are passed over. `sentences` is not needed: a quotation may go over several.
    """
    from tawatur.annotate.quotes.find import annotate as find  # the tables are loaded only where they are used

    return find(text, article, names)
