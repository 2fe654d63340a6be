"""Measure searching: how long each of sixty queries takes on a store, beside what a user would take instead of it.

Usage: python -m bench.searching STORE [--times N]

STORE is a store that was read by this version of the program, a file or the address of a PostgreSQL database; it is only read. Beside `search.find` with twenty hits in context and all
counts, the words of the query are looked for by a plain FTS5 table of the same texts (twenty by its own rank, with its snippets) and by LIKE.
Both give articles alone. Times are the medians of N runs (default 5) of each query; the first run of each is left out. Recall is that of
the search table: python -m bench.search.table
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import msgspec

from bench.search.table import words
from tawatur.search import find, parse
from tawatur.store.address import place
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

QUERIES = Path(__file__).parent / "search" / "queries.txt"
_MATCH = "SELECT rowid, snippet(plain, 0, '[', ']', '…', 30) FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20"


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.searching", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store", type=place)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    with Store(options.store, create=False) as store:
        index = StoreLibrary(store).searching()
        plain = plain_table(store)
        ways: dict[str, Callable[[str], object]] = {
            "Tawatur": lambda query: find(parse(query), index),
            "plain FTS5": lambda query: plain.execute(_MATCH, (_asked(query),)).fetchall(),
            "LIKE": lambda query: _like(plain, query),
        }
        for way, search in ways.items():
            times = {query: _time(search, query, options.times if way != "LIKE" else 1) for query in queries()}
            print(told(way, times), flush=True)
            if way == "Tawatur":
                slowest = sorted(times.items(), key=lambda one: -one[1])[:5]
                print("  slowest: " + ", ".join(f"{query} {seconds * 1000:.0f} ms" for query, seconds in slowest))
    return 0


def queries() -> list[str]:
    """The sixty queries."""
    return [line for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def plain_table(store: Store) -> sqlite3.Connection:
    """The texts of a store in a table of FTS5 as it comes, in memory."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text)")
    bodies = store.each("SELECT body FROM documents ORDER BY seq")
    connection.executemany("INSERT INTO plain (text) VALUES (?)", ((msgspec.json.decode(body)["text"],) for (body,) in bodies))
    return connection


def _asked(query: str) -> str:
    return " ".join('"' + word.replace('"', "") + '"' for word in words(query))


def _like(plain: sqlite3.Connection, query: str) -> object:
    asked = words(query)
    where = " AND ".join("text LIKE '%' || ? || '%'" for _ in asked)
    return plain.execute(f"SELECT rowid FROM plain WHERE {where} LIMIT 20", asked).fetchall()  # noqa: S608


def _time(search: Callable[[str], object], query: str, times: int) -> float:
    """The median of the seconds that a query takes, after one run that does not count."""
    taken = []
    for _ in range(times + 1):
        start = time.perf_counter()
        search(query)
        taken.append(time.perf_counter() - start)
    return median(taken[1:])


def told(way: str, times: dict[str, float]) -> str:
    """Say how long the queries took: the median, the nineteenth of twenty, and the longest, in milliseconds."""
    ordered: Sequence[float] = sorted(times.values())
    late = ordered[int(len(ordered) * 0.95)]
    return f"{way}: {len(ordered)} queries, median {median(ordered) * 1000:.1f} ms, p95 {late * 1000:.1f} ms, longest {ordered[-1] * 1000:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
