"""Statements of a text, found as they are in the body of an article."""

import re
from collections.abc import Callable, Sequence

import pytest

from tawatur.annotate import quotes
from tawatur.records.article import Article, Line, LineKind, Publication
from tawatur.records.name import Name, NameType
from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]


def article_of(text: str, kinds: Sequence[LineKind] = ()) -> Article:
    lines, at = [], 0
    for number, row in enumerate(text.split("\n")):
        if row.strip():
            kind = kinds[number] if number < len(kinds) else "body"
            lines.append(Line(start=at, end=at + len(row), kind=kind, reason="test"))
        at += len(row) + 1
    return Article(document="d-1", lines=tuple(lines), language="ar", publication=Publication(reason="test"))


@pytest.fixture
def find() -> Find:
    """Find the statements of a text; `kinds` are its lines' kinds, `named` gives names and their types."""

    def found(text: str, kinds: Sequence[LineKind] = (), named: dict[str, NameType] | None = None) -> list[Quote]:
        names = []
        for form, kind in (named or {}).items():
            at = text.find(form)
            while at >= 0:
                names.append(Name(document="d-1", start=at, end=at + len(form), text=form, type=kind))
                at = text.find(form, at + 1)
        return quotes.annotate(text, article_of(text, kinds), [], names)

    return found


@pytest.fixture
def one(find: Find) -> Callable[..., Quote]:
    """Find the only statement of a text."""

    def only(text: str, **options: object) -> Quote:
        (quote,) = find(text, **options)
        return quote

    return only


PEOPLE = ("سامر الحلاق", "مازن العطار", "هناء البستاني")
Said = Callable[[str], list[tuple[str, str | None]]]


@pytest.fixture
def said() -> Said:
    """Give the statements of a text with their speakers; the people of our texts are found by full name and by surname."""

    def told(text: str) -> list[tuple[str, str | None]]:
        names: list[Name] = []
        for form in (*PEOPLE, *(name.split()[-1] for name in PEOPLE)):
            for match in re.finditer(form, text):
                if not any(name.start <= match.start() < name.end for name in names):
                    names.append(Name(document="d-1", start=match.start(), end=match.end(), text=form, type="person"))
        return [(quote.text, quote.speaker_name) for quote in quotes.annotate(text, article_of(text), [], names)]

    return told
