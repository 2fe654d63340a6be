from collections.abc import Callable, Mapping

import pytest

from tawatur.annotate import dates
from tawatur.annotate.sentences import split
from tawatur.records.article import Article, Line, Publication, Title
from tawatur.records.collection import Collection
from tawatur.records.settled import Settled
from tawatur.reuse import find


def _article(document: str, text: str, day: str | None, latest: str | None, outlet: str | None) -> Article:
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            lines.append(Line(start=at, end=at + len(line), kind="body" if number else "title", reason="test"))
        at += len(line) + 1
    head = text.split("\n")[0]
    return Article(
        document=document,
        lines=tuple(lines),
        title=Title(text=head, start=0, end=len(head)),
        outlet=outlet,
        publication=Publication(published=day, latest=latest, reason="test"),
    )


def _collection(articles: Mapping[str, tuple[str | None, str]], latest: str | None = None) -> Collection:
    texts = {name: text for name, (_, text) in articles.items()}
    made = {name: _article(name, text, day, latest, f"outlet {name}") for name, (day, text) in articles.items()}
    cut = {name: split(text, made[name]) for name, text in texts.items()}
    found = find(texts, cut, {}, made)
    settled = {
        name: Settled(
            document=name,
            publication=one.publication,
            dates=tuple(dates.read(texts[name], one.publication.published, document=name)),
        )
        for name, one in made.items()
    }
    return Collection(texts=texts, articles=made, sentences=cut, settled=settled, reuse=found.pairs, families=found.families)


@pytest.fixture
def collection() -> Callable[..., Collection]:
    """Articles by name: (day or None, text of which the first line is the title)."""
    return _collection
