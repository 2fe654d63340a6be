"""Train the tagger of names: src/tawatur/annotate/names/model.crfsuite.

    python genscripts/train_names.py [GOLD_NAMES_FOLDER] [--out FILE] [--held-out 0.15]

The folder (by default gold/names of ../shared) holds CLEANANERCorp's training part and AQMAR's, one token and its tag a line. The last part of
CLEANANERCorp (`--held-out`, a contiguous block) is never trained on: bench/skills/names.py measures on it.
"""

import argparse
import random
import sys
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.tagged import Tagged, blocks, read, spans  # noqa: E402 (it stands beside the package)

from tawatur.annotate.names.features import features  # noqa: E402
from tawatur.annotate.names.lexicon import lexicon, rare  # noqa: E402
from tawatur.arabic.fold import fold  # noqa: E402
from tawatur.resources import lines, load  # noqa: E402

GOLD = ROOT.parent / "shared" / "gold" / "names"
# g a given name, f a family, else the word itself: how news of Arabia writes people
_PATTERNS = (("g", "f"), ("g", "f"), ("g", "f"), ("g", "g", "f"), ("g", "بن", "g", "f"), ("g", "بن", "g", "f"), ("g", "بن", "g", "بن", "g", "f"), ("g", "بن", "g"), ("g", "g"), ("g", "ال", "g"))  # fmt: skip
_COMMON = "h"  # names that are rarer than this as words
MODEL = ROOT / "src" / "tawatur" / "annotate" / "names" / "model.crfsuite"


def renamed(sentences: list[Tagged], share: float, seed: int = 1) -> list[Tagged]:
    """Copies of a share of the sentences that name people, with Arabic names of the tables in their place.

    The tagged corpora name few people of Arabia («فهد بن راشد العتيبي»); mentions of one word get one word.
    """
    draw = random.Random(seed)
    given = [w for w in lines("names/given") if " " not in w and len(w) > 3 and rare(w, _COMMON)]
    family = [fold(w) for w in load("names/families")["families"] if " " not in w]
    family += [w for w in lines("names/family") if w.startswith("ال") and len(w) > 5 and rare(w, _COMMON)][:: 3]
    tables = _Names(given, [w for w in family if w.startswith("ال")])
    found = []
    for sentence in sentences:
        people = sorted(s for s in spans(sentence.tags) if s[2] == "PER")
        if people and draw.random() < share:
            found.append(_renamed(sentence, people, tables, draw))
    return found


def _renamed(sentence: Tagged, people: list[tuple[int, int, str]], tables: "_Names", draw: random.Random) -> Tagged:
    words, tags, at = list[str](), list[str](), 0
    for start, end, _ in people:
        first = sentence.words[start]
        joined = first[0] == "و" and not lexicon().words.get(first) and bool(lexicon().words.get(first[1:]))
        name = tables.draw(end - start, draw)
        words += [*sentence.words[at:start], ("و" if joined else "") + name[0], *name[1:]]
        tags += [*sentence.tags[at:start], "B-PER", *["I-PER"] * (len(name) - 1)]
        at = end
    return Tagged(words + sentence.words[at:], tags + sentence.tags[at:])


class _Names(NamedTuple):
    """What names are drawn from: folded given names, and families with the article."""

    given: list[str]
    family: list[str]

    def draw(self, length: int, draw: random.Random) -> list[str]:
        """A name of one word for a mention of one, else a given name and a family with what may stand between."""
        if length == 1:
            return [draw.choice(self.family if draw.random() < 0.6 else self.given)]  # noqa: S311
        pattern = draw.choice(_PATTERNS)
        return [word for part in pattern for word in self._part(part, draw)]

    def _part(self, part: str, draw: random.Random) -> list[str]:
        if part == "f":
            return [draw.choice(self.family)]
        return [draw.choice(self.given)] if part == "g" else [part]


def train(sentences: list[Tagged], out: Path, c1: float, c2: float, iterations: int) -> None:
    """Train by L-BFGS with L1 and L2, and write the model to `out`."""
    words = lexicon()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for sentence in sentences:
        trainer.append(features(sentence.words, words), sentence.tags)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": True})
    trainer.train(str(out))


def main() -> None:
    """Read, train, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--held-out", type=float, default=0.15)
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=0.05)
    parser.add_argument("--iterations", type=int, default=200)
    args = parser.parse_args()
    trained, held = blocks(read(args.gold / "cleananercorp_TRAIN.txt"), args.held_out)
    extra = read(args.gold / "aqmar_train.txt")
    train([*trained, *extra], args.out, args.c1, args.c2, args.iterations)
    print(f"{len(trained)} + {len(extra)} sentences, {len(held)} held out; {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
