"""Which of the sentences that an earlier state of the program took for retellings are kept now, and how many of those are right.

The labels are of all 20,000 articles of the Saudi corpus; every word is weighed among the articles of its days, as the program weighs it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.corpus import Row, labelled
from bench.skills.figure import Figure, gold_hash
from bench.skills.reuse import GOLD, articles_of, rows
from tawatur.annotate.sentences import split
from tawatur.records.article import Article
from tawatur.records.passage import Contents
from tawatur.reuse import nearby
from tawatur.reuse.contents import contents
from tawatur.reuse.days import known_days
from tawatur.reuse.pages import Pages
from tawatur.reuse.weights import Told, Weights, match_of, told

Placed = dict[tuple[str, int], Told]  # the sentence of an article that begins at an offset


def measure(shared: Path) -> list[Figure]:
    """Of each half: the share of what is kept that is right, and the share of what is right that is kept."""
    every = [path.stem for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip"))]
    texts, articles = articles_of(rows(shared, every))
    sentences = {name: split(text, articles[name]) for name, text in texts.items()}
    pages = Pages(texts, sentences)
    words = {name: contents(pages[name], text) for name, text in texts.items()}
    halves = (("seen half", "retold_seen.jsonl"), ("unseen half", "retold_unseen.jsonl"))
    return [figure for name, file in halves for figure in _half(name, GOLD / file, pages, words, articles)]


def _half(name: str, gold: Path, pages: Pages, words: Mapping[str, Contents], articles: Mapping[str, Article]) -> list[Figure]:
    labels = [row for row in labelled(gold) if row["label"] != "doubtful"]
    placed = _placed({str(row[side]) for row in labels for side in "ab"}, pages, words)
    weights = _weights(labels, words, known_days(articles))
    kept: Counter[str] = Counter()
    for row, weighed in zip(labels, weights, strict=True):
        one, other = (placed.get((str(row[side]), int(row[f"start_{side}"]))) for side in "ab")
        kept[str(row["label"])] += bool(one and other and match_of(one, other, weighed))
    right = sum(row["label"] == "yes" for row in labels)
    note = f"{kept['yes']} of {right} right ones kept, {kept['no']} of {len(labels) - right} wrong ones"
    return [
        Figure(f"{name}, precision", round(kept["yes"] / max(1, kept.total()), 3), gold_hash(gold), note),
        Figure(f"{name}, right ones kept", round(kept["yes"] / right, 3), gold_hash(gold), note),
    ]


def _placed(wanted: Iterable[str], pages: Pages, words: Mapping[str, Contents]) -> Placed:
    """The sentences of these articles that have enough words, by where they begin."""
    return {
        (name, pages[name].sentences[number].start): told(name, words[name], at)
        for name in wanted
        for at, number in enumerate(words[name].sentences)
    }


def _weights(labels: Iterable[Row], words: Mapping[str, Contents], days: Mapping[str, int]) -> Iterable[Weights]:
    """What words weigh on the later day of each pair."""
    dated, known = nearby.by_day(days), dict[int, Weights]()
    for row in labels:
        day = max(days[str(row["a"])], days[str(row["b"])])
        if day not in known:
            window = nearby.window_of(day, dated)
            sentences = sum(len(words[document].sentences) for document in window.telling)
            known[day] = Weights(nearby.often_in(window, words), sentences)
        yield known[day]
