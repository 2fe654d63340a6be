"""Finding shared passages: how its cost grows, and what it finds beside datasketch's MinHashLSH, both in one run on the same texts.

Run it as `python -m bench.reuse [growth] [rival]`.

`growth`: the corpus's first 2,000 to 20,000 articles in the order of days. The larger inputs are more days and not copies, since
copies are cheap by design. `rival`: all articles of the labelled days; MinHashLSH compares whole articles by 3-word shingles at a
Jaccard of 0.3 (128 permutations), and both are asked for the labelled pairs.
"""

import gc
import json
import sys
import time
from itertools import islice
from pathlib import Path

from bench.skills.reuse import GOLD, articles_of, every_day, found_in, judged_pairs, pair_of, rows
from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD

SHARED = Path(__file__).resolve().parents[2] / "shared"
SIZES = [2000, 5000, 10000, 20000]
_SHINGLE, _THRESHOLD, _PERMUTATIONS = 3, 0.3, 128


def growth() -> None:
    """Print a line a size: what was found in it and what that cost."""
    first = 0.0
    gc.disable()  # as the program does while it looks for what articles share
    for size in SIZES:
        texts, articles = articles_of(islice(rows(SHARED, every_day(SHARED)), size))
        started = time.process_time()
        found = found_in(texts, articles)
        took = time.process_time() - started
        first = first or took
        words = sum(len(text.split()) for text in texts.values())
        times = took / first / (size / SIZES[0])
        print(
            f"{size:6} articles {words:9} words {len(found.pairs):7} pairs {took:7.1f} s, {times:.2f} times as fast as the articles"
        )


def rival() -> None:
    """Print recall and precision on the labelled pairs, and time, of both."""
    golds = [json.loads((GOLD / f"pairs_{half}.json").read_text(encoding="utf-8")) for half in ("seen", "unseen")]
    judged = {pair: yes for gold in golds for pair, yes in judged_pairs(gold).items()}
    texts, articles = articles_of(rows(SHARED, {day for gold in golds for day in gold["days"]}))
    started = time.process_time()
    ours = {pair_of(row.a.document, row.b.document) for row in found_in(texts, articles).pairs}
    mine = time.process_time() - started
    theirs, yours = _lsh(texts)
    print(f"{len(texts)} articles, {len(judged)} labelled pairs of which {sum(judged.values())} share a passage")
    for name, found in (("ours", ours), ("MinHashLSH", theirs)):
        hit = sum(yes and pair in found for pair, yes in judged.items())
        given = sum(pair in found for pair in judged)
        print(f"  {name:12} recall {hit / sum(judged.values()):.3f}  precision {hit / max(1, given):.3f}")
    print(f"  MinHashLSH takes {yours / mine:.2f} times our time, and says nothing of sentences ({mine:.0f} and {yours:.0f} s)")


def _lsh(texts: dict[str, str]) -> tuple[set[frozenset[str]], float]:
    """The pairs that MinHashLSH gives, and the seconds of one core that it takes."""
    from datasketch import MinHash, MinHashLSH

    started = time.process_time()
    lsh = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    made = {}
    for name, text in texts.items():
        words = [word.encode() for word in WORD.findall(fold(text))]
        shingles = {b" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
        made[name] = MinHash(num_perm=_PERMUTATIONS)
        made[name].update_batch(shingles)
        lsh.insert(name, made[name])
    found = {pair_of(name, other) for name, one in made.items() for other in lsh.query(one) if other != name}
    return found, time.process_time() - started


def main() -> int:
    """Run both, or the named one."""
    if not SHARED.is_dir():
        print("skipped: there is no ../shared")
        return 0
    for part in (growth, rival):
        if len(sys.argv) < 2 or part.__name__ in sys.argv[1:]:
            part()
    return 0


if __name__ == "__main__":
    sys.exit(main())
