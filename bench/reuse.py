"""The cost of finding shared passages at n, 2n and 4n articles: it must grow no faster than the input and what is found in it.

Run it as `python -m bench.reuse ../shared`.
The articles are the corpus's first days; the doubled inputs are more days and not copies, since copies are cheap by design.
"""

import sys
import time
from itertools import islice
from pathlib import Path

from bench.skills.reuse import articles_of, found_in, rows

DAYS = ["2015-07-21", "2015-07-22", "2015-07-23", "2015-07-24", "2015-07-25", "2015-07-26", "2015-07-27"]
SIZES = [2500, 5000, 10000]


def seconds(shared: Path, size: int) -> tuple[int, int, float]:
    """The words of the first `size` articles, the pairs of sentences found, and the seconds of one core that it takes."""
    texts, articles = articles_of(islice(rows(shared, DAYS), size))
    started = time.process_time()
    pairs = len(found_in(texts, articles).pairs)
    return sum(len(text.split()) for text in texts.values()), pairs, time.process_time() - started


def main() -> int:
    """Print a line a size, with what it found."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    for size in SIZES:
        words, pairs, took = seconds(shared, size)
        print(f"{size:6} articles {words:9} words {pairs:7} pairs {took:7.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
