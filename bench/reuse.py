"""The cost of finding shared passages at n, 2n and 4n articles: it must grow no faster than the input.

Run it as `python -m bench.reuse ../shared`.
The articles are the corpus's first days; the doubled inputs are more days and not copies, since copies are cheap by design.
"""

import sys
import time
from itertools import islice
from pathlib import Path

from bench.skills.reuse import _articles, _found, rows

DAYS = ["2015-07-21", "2015-07-22", "2015-07-23", "2015-07-24", "2015-07-25", "2015-07-26", "2015-07-27"]
SIZES = [2500, 5000, 10000]


def seconds(shared: Path, size: int) -> tuple[int, float]:
    """The words of the first `size` articles, and the seconds of one core that it takes to find what they share."""
    texts, articles = _articles(islice(rows(shared, DAYS), size))
    started = time.process_time()
    _found(texts, articles)
    return sum(len(text.split()) for text in texts.values()), time.process_time() - started


def main() -> int:
    """Print a line a size, with the seconds for a million words."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    for size in SIZES:
        words, took = seconds(shared, size)
        print(f"{size:6} articles {words:9} words {took:7.1f} s {took / words * 1e6:6.2f} s a million words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
