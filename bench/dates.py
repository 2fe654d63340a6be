"""How fast expressions of time are read, against dateparser's search in the same run.

    python -m bench.dates [--articles 500] [--shared ../shared]

Both read the same articles of the corpus, with the day on which each page was read as the day of publication. dateparser
(`pip install dateparser`) is warmed first; reading, unpacking and imports are not counted. Time is that of the processor, since other work on the machine would blur a
clock on the wall. Prints the rates and their ratio.
"""

import argparse
import json
import logging
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from bench.corpus import Row
from bench.skills import dates_own


def articles(shared: Path) -> Iterator[tuple[str, str]]:
    """Give text and day of the corpus's articles, in the order of days and of files."""
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".json"):
                    rows = json.loads(archive.read(name))
                    yield from ((row["content"], row["date_extracted"][:10]) for row in rows if row["content"].strip())


def ours(text: str, day: str) -> int:
    """Read with our annotator; give the number of expressions."""
    from tawatur.annotate.dates import read

    return len(read(text, day))


def dateparsers(text: str, day: str) -> int:
    """Search with dateparser; give the number of dates."""
    from dateparser.search import search_dates  # type: ignore[import-untyped, unused-ignore]

    settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
    return len(search_dates(text, languages=["ar"], settings=settings) or ())


def dateparsers_rows(text: str, day: str) -> list[Row]:
    """What dateparser gives, each answer as the day that it means, placed where its words next stand."""
    from dateparser.search import search_dates  # type: ignore[import-untyped, unused-ignore]

    rows: list[Row] = []
    at = 0
    for words, moment in search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": datetime.fromisoformat(day)}) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            rows.append({"start": start, "end": at, "value": moment.date().isoformat()})
    return rows


def rate(read: Callable[[str, str], int], sample: list[tuple[str, str]]) -> tuple[float, int]:
    """Give the kilobytes of UTF-8 a second of the processor, and the number found, after reading two articles to warm."""
    for text, day in sample[:2]:
        read(text, day)
    start = time.process_time()
    found = sum(read(text, day) for text, day in sample)
    return sum(len(text.encode()) for text, _ in sample) / 1000 / (time.process_time() - start), found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    everything = list(articles(options.shared))
    sample = list(islice(everything, 0, None, max(1, len(everything) // options.articles)))[: options.articles]
    fast, found = rate(ours, sample)
    slow, theirs = rate(dateparsers, sample)
    print(f"articles                {len(sample)}")
    print(f"tawatur                 {fast:8.0f} kB/s   {found} expressions")
    print(f"dateparser.search_dates {slow:8.1f} kB/s   {theirs} dates")
    print(f"ratio                   {fast / slow:8.1f}")
    for name, read in (("tawatur", dates_own.ours), ("dateparser.search_dates", dateparsers_rows)):
        span, value, note = dates_own.compared(options.shared, read)
        print(f"{name:23} F1 on our own labels: span {span:.2f}, span and value {value:.2f}   ({note})")


if __name__ == "__main__":
    main()
