"""What an article's headline and lead tell by their words alone: stems and what they name. What stands further down does not count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.article import Article
from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.records.told import Told
from tawatur.resources import load

_LEAD_WORDS = 45  # the lead: the first sentences until there are so many words, or so many sentences
_LEAD_SENTENCES = 3
_TITLE_WORDS = 16  # of the first sentence, where an article has no title
_LETTERS = 2
_OPENING = 20  # words of the prose that say what happened
_WEEKDAYS = frozenset(fold(word) for word in ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"))
_BEFORE_HOUR = frozenset(fold(word) for word in ("الساعة", "والساعة"))
_QUOTED = re.compile('«[^»]*»|"[^"]*"|“[^”]*”')
_PART = re.compile(r"\(([0-9]{1,2})\)")  # the part of a series
_ARGUES = 2  # such words in headline and lead


def told(collection: Collection, document: str) -> Told:
    """Give what an article of the collection tells, read when it is first asked for."""
    known = collection.told.get(document)
    if known is None:
        known = read(collection.texts[document], collection.articles[document], collection.sentences.get(document, ()))
        collection.told[document] = known
    return known


def read(text: str, article: Article, sentences: Sequence[Sentence]) -> Told:
    """Read what an article tells, from itself alone."""
    places = _lead(text, sentences)
    heading = article.title.text if article.title else " ".join(text[start:end] for start, end in places[:1])
    heading_words = heading.split()[:_TITLE_WORDS]
    prose = " ".join(text[start:end] for start, end in places)
    every = stems(heading) | stems(prose)
    spoken = WORD.findall(fold(f"{heading} {prose}"))
    return Told(
        lead=places,
        title=stems(" ".join(heading_words)),
        stems=every,
        opening=stems(" ".join(prose.split()[:_OPENING])) & every,
        reacting=_reacting(" ".join(heading_words)),
        weekdays=frozenset(bare for word in spoken if (bare := word.removeprefix("و").removeprefix("ل")) in _WEEKDAYS),
        ordinals=_ordinals(spoken) | {int(one) for one in _PART.findall(heading)},
        kinds=_kinds(heading_words),
        argues=_argues(heading, prose),
    )


def _lead(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    """The places of the sentences of the lead."""
    found: list[tuple[int, int]] = []
    count = 0
    for sentence in sentences:
        if sentence.kind != "body":
            continue
        found.append((sentence.start, sentence.end))
        count += len(WORD.findall(text[sentence.start : sentence.end]))
        if count >= _LEAD_WORDS or len(found) == _LEAD_SENTENCES:
            break
    return tuple(found)


def _ordinals(spoken: Sequence[str]) -> frozenset[int]:
    """The ordinals («الرحلة السادسة»), those of the hour left out."""
    known = _known_ordinals()
    return frozenset(
        known[word] for before, word in zip(["", *spoken], spoken, strict=False) if word in known and before not in _BEFORE_HOUR
    )


@cache
def _known_ordinals() -> dict[str, int]:
    forms = load("reactions")["ordinals"]["of"]
    return {fold(form): number for number, words in forms.items() for form in words}


def _kinds(heading: Sequence[str]) -> frozenset[str]:
    """The kinds of happening that the words of a headline name."""
    known = _happenings()
    return frozenset(kind for word in WORD.findall(fold(" ".join(heading))) for kind in known.get(stem(word), ()))


@cache
def _happenings() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, words in load("happenings")["of"].items():
        for word in words:
            kinds[stem(fold(word))].add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def _argues(heading: str, told: str) -> bool:
    """Whether the writer asks, wishes or speaks of himself, outside quotation marks."""
    own = _QUOTED.sub(" ", f"{heading} . {told}")
    spoken = [word.removeprefix("و").removeprefix("ف") for word in WORD.findall(fold(own))]
    count = sum(word in _columns() for word in spoken) + own.count("؟") + own.count("!")
    return count >= _ARGUES


@cache
def _columns() -> frozenset[str]:
    return frozenset(fold(word).removeprefix("و").removeprefix("ف") for word in load("columns")["of"])


@cache
def _reactions() -> frozenset[str]:
    return frozenset(fold(word) for word in load("reactions")["of"])


def _reacting(heading: str) -> frozenset[str] | None:
    found = WORD.findall(fold(heading))
    for at, word in enumerate(found):
        if word in _reactions():
            return stems(" ".join(found[:at])) or stems(" ".join(found[at + 1 : at + 2]))
    return None


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in load("empty_words")["of"])


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words that carry meaning."""
    found = (stem(word) for word in WORD.findall(fold(text)))
    return frozenset(one for one in found if len(one) > _LETTERS or one.isdigit()) - _empty()
