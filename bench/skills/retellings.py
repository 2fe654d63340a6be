"""Which of the sentences that an earlier state of the program took for retellings are kept now, and how many of those are right.

The labels are of all 20,000 articles of the Saudi corpus; every word is weighed among the articles of its days, as the program weighs it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.corpus import labelled
from bench.skills.figure import Figure, gold_hash
from bench.skills.reuse import GOLD, articles_of, every_day, rows
from tawatur.annotate.sentences import split
from tawatur.records.passage import Contents
from tawatur.reuse import nearby
from tawatur.reuse.contents import contents
from tawatur.reuse.days import known_days
from tawatur.reuse.pages import Pages
from tawatur.reuse.weights import Told, Weights, match_of, told


class _Corpus(NamedTuple):
    """All articles: their pages and content words, the days they are of, and what words weigh on a day."""

    pages: Pages
    words: Mapping[str, Contents]
    days: Mapping[str, int]
    weights: Callable[[int], Weights]


def measure(shared: Path) -> list[Figure]:
    """Of each half: the share of what is kept that is right, and the share of what is right that is kept."""
    corpus = _corpus(shared)
    halves = (("seen half", "retold_seen.jsonl"), ("unseen half", "retold_unseen.jsonl"))
    return [figure for name, file in halves for figure in _half(name, GOLD / file, corpus)]


def _corpus(shared: Path) -> _Corpus:
    texts, articles = articles_of(rows(shared, every_day(shared)))
    pages = Pages(texts, {name: split(text, articles[name]) for name, text in texts.items()})
    words = {name: contents(pages[name], text) for name, text in texts.items()}
    days = known_days(articles)
    dated = nearby.by_day(days)

    @cache
    def weights(day: int) -> Weights:
        window = nearby.window_of(day, dated)
        return nearby.weights_in(window, words, nearby.often_in(window, words))

    return _Corpus(pages, words, days, weights)


def _half(name: str, gold: Path, corpus: _Corpus) -> list[Figure]:
    labels = [row for row in labelled(gold) if row["label"] != "doubtful"]
    placed = _placed({str(row[side]) for row in labels for side in "ab"}, corpus)
    kept: Counter[str] = Counter()
    for row in labels:
        one, other = (placed.get((str(row[side]), int(row[f"start_{side}"]))) for side in "ab")
        weights = corpus.weights(max(corpus.days[str(row[side])] for side in "ab"))
        kept[str(row["label"])] += bool(one and other and match_of(one, other, weights))
    right = sum(row["label"] == "yes" for row in labels)
    note = f"{kept['yes']} of {right} right ones kept, {kept['no']} of {len(labels) - right} wrong ones"
    return [
        Figure(f"{name}, precision", round(kept["yes"] / max(1, kept.total()), 3), gold_hash(gold), note),
        Figure(f"{name}, right ones kept", round(kept["yes"] / right, 3), gold_hash(gold), note),
    ]


def _placed(wanted: Iterable[str], corpus: _Corpus) -> dict[tuple[str, int], Told]:
    """The sentences of these articles that have enough words, by their article and where they begin."""
    return {
        (name, corpus.pages[name].sentences[number].start): told(name, corpus.words[name], at)
        for name in wanted
        for at, number in enumerate(corpus.words[name].sentences)
    }
