from collections.abc import Callable, Mapping

import pytest

from tawatur.annotate.sentences import split
from tawatur.records.article import AgencyMention, Article, Line, Publication
from tawatur.records.quote import Cue, Quote, quote_id
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.reuse import Found, find


def _article(document: str, text: str, published: str | None = None, agency: str | None = None) -> Article:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(start=at, end=at + len(line), kind="body", reason="test"))
        at += len(line) + 1
    agencies = (AgencyMention(agency=agency, span=Span(document=document, start=0, end=0), credit=True),) if agency else ()
    publication = Publication(published=published, reason="test")
    return Article(document=document, lines=tuple(lines), publication=publication, agencies=agencies)


@pytest.fixture
def article() -> Callable[..., Article]:
    return _article


@pytest.fixture
def cut() -> Callable[[Mapping[str, str]], dict[str, list[Sentence]]]:
    return lambda texts: {name: split(text, _article(name, text)) for name, text in texts.items()}


@pytest.fixture
def share() -> Callable[..., Found]:
    """Find what texts share: `published` and `agencies` by document, `quotes` as given."""

    def run(
        texts: Mapping[str, str],
        published: Mapping[str, str] | None = None,
        agencies: Mapping[str, str] | None = None,
        quotes: Mapping[str, list[Quote]] | None = None,
    ) -> Found:
        articles = {n: _article(n, t, (published or {}).get(n), (agencies or {}).get(n)) for n, t in texts.items()}
        return find(texts, {n: split(t, articles[n]) for n, t in texts.items()}, quotes or {}, articles)

    return run


@pytest.fixture
def quote() -> Callable[..., Quote]:
    def make(document: str, text: str, words: str, speaker: str, cue: str = "قال", kind: str = "indirect") -> Quote:
        start, at = text.index(words), text.index(cue)
        return Quote(
            id=quote_id(document, start, start + len(words)),
            document=document,
            start=start,
            end=start + len(words),
            text=words,
            kind=kind,  # type: ignore[arg-type]
            cue=Cue(start=at, end=at + len(cue), text=cue),
            speaker_name=speaker,
            speaker_kind="named",
        )

    return make
