"""Reading and cleaning of HTML against trafilatura alone, in one run on the same pages: `python -m bench.html`.

Both read the pages' bytes; ours then has every line with its place and kind, hints, and a publication date. Rounds of the two
alternate, the processor's time is counted, and the fastest round of each.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PAGES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "pages"
ROUNDS = 5


class Times(NamedTuple):
    """Milliseconds a page: trafilatura alone, our reading, our reading and cleaning."""

    trafilatura: float
    reading: float
    cleaning: float


def measure(pages: Path = PAGES, copies: int = 5) -> Times:
    """Measure on the pages of a folder, each taken `copies` times."""
    data = [path.read_bytes() for path in sorted(pages.glob("*.html"))] * copies
    works = (_extract, _read, _read_and_clean)
    best = [float("inf")] * len(works)
    for work in works:  # warm: tables are loaded once
        work(data[0])
    for _ in range(ROUNDS):
        for at, work in enumerate(works):
            best[at] = min(best[at], _time(work, data))
    return Times(*(seconds / len(data) * 1000 for seconds in best))


def _time(work: Callable[[bytes], None], data: list[bytes]) -> float:
    begin = time.process_time()
    for page in data:
        work(page)
    return time.process_time() - begin


def _extract(page: bytes) -> None:
    import trafilatura

    trafilatura.extract(page)


def _read(page: bytes) -> None:
    from tawatur.ingest import Raw, document

    document(Raw(source="page.html", format="html", data=page))


def _read_and_clean(page: bytes) -> None:
    from tawatur import clean
    from tawatur.annotate import dates
    from tawatur.ingest import Raw, document
    from tawatur.records.document import Document

    found = document(Raw(source="page.html", format="html", data=page))
    if isinstance(found, Document):
        clean.article(found, dates.read)


def main() -> int:
    """Print the times and the share."""
    if not PAGES.is_dir():
        print("html: skipped, there is no ../shared")
        return 0
    times = measure()
    print(f"html: trafilatura alone    {times.trafilatura:6.1f} ms a page")
    print(f"html: reading              {times.reading:6.1f} ms a page, {times.reading / times.trafilatura:.2f} times")
    print(f"html: reading and cleaning {times.cleaning:6.1f} ms a page, {times.cleaning / times.trafilatura:.2f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
