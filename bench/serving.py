"""Measure how long readers wait for each kind of page while articles are read into the same store.

Usage: python -m bench.serving STORE [FOLDER ...] [--readers 20] [--seconds 60] [--processes 1]
STORE is copied. FOLDER and what follows are read into the copy meanwhile with `tawatur read`. Each reader asks for a page a second,
of all kinds in turn; a page of each kind is drawn anew every time. The ratio is to an empty page of the same server (its sign-in page).
"""

import argparse
import http.client
import json
import os
import random
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

_EMPTY = "empty"
_WORDS = ("صاروخ", "الرئيس", "وزير الخارجية", "مجلس الأمن", "انفجار", "النفط", "مباراة", "قتلى")
_PLAIN = ("index", "dropped", "names", "threads", "commitments", "findings", "wires")
_LIMIT_MS = 300


class Row(NamedTuple):
    """What was seen of a kind of page, in milliseconds; `ratio` is of the medians, to an empty page."""

    kind: str
    asked: int
    p50: float
    p95: float
    max: float
    ratio: float
    failed: int


def main() -> int:
    """Serve, read, ask, and print what was seen; 1 where a kind of page is over 300 ms at its 95th percentile."""
    parser = argparse.ArgumentParser()
    parser.add_argument("store", type=Path)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--map", default=None)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--nice", type=int, default=0)  # how far `tawatur read` stands back for others
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.store.parent) as folder:
        store = Path(folder) / "s.sqlite"
        shutil.copyfile(asked.store, store)
        with _served(store, asked.processes) as port, _reading(store, asked.folders, asked.map, asked.nice) as ended:
            pages = _pages(store, port)
            seen = _ask(pages, port, asked.readers, asked.seconds)
            print(f"the reading {'ended meanwhile' if ended() else 'went on to the end'}")
    rows = _rows(seen)
    print(_table(rows))
    if asked.json:
        asked.json.write_text(json.dumps([row._asdict() for row in rows], indent=1), encoding="utf-8")
    return int(any(row.p95 > _LIMIT_MS or row.failed for row in rows))


@contextmanager
def _served(store: Path, processes: int) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tawatur.cli.main", "serve", "--store", str(store), "--port", str(port)]
    server = subprocess.Popen([*command, "--processes", str(processes)], stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            _get(port, "/login")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not come up")


@contextmanager
def _reading(store: Path, folders: Sequence[str], fields: str | None, nice: int) -> Iterator[Callable[[], bool]]:
    """Read the folders into the store; gives what tells whether that has ended."""
    if not folders:
        yield lambda: True
        return
    command = [sys.executable, "-m", "tawatur.cli.main", "read", *folders, "--store", str(store), "--quiet", "--json"]
    reader = subprocess.Popen(
        [*command, *(["--map", fields] if fields else [])], stdout=subprocess.DEVNULL, preexec_fn=lambda: os.nice(nice)
    )
    try:
        yield lambda: reader.poll() is not None
    finally:
        reader.terminate()
        reader.wait(60)


def _pages(store: Path, port: int) -> dict[str, list[str]]:
    """Addresses of each kind of page that the server has."""
    found = {_EMPTY: ["/login"], "search": [f"/search?q={quote(word)}" for word in _WORDS]}
    found |= {kind: [f"/{kind}.html", f"/{kind}.2.html"] for kind in _PLAIN}
    found["index chosen"] = [f"/index.html?kind={kind}" for kind in ("conflicts", "updates", "corroborated")]
    found["api search"] = [f"/api/v1/search?q={quote(word)}" for word in _WORDS]
    found["api stories"] = [f"/api/v1/stories?limit=50&offset={50 * part}" for part in range(40)]
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    for kind, sql in _SAMPLES.items():
        ids = [one for (one,) in connection.execute(sql)]
        room = kind.partition(" ")[0]
        found[kind] = [f"/{room}/{one}.html" for one in ids]
        if kind in ("story", "article"):
            found[f"api {kind}"] = [f"/api/v1/{'stories' if kind == 'story' else 'articles'}/{one}" for one in ids]
    connection.close()
    few = {
        kind: [page for page in pages if _get(port, page) == 200] if len(pages) < 20 else pages for kind, pages in found.items()
    }
    return {kind: pages for kind, pages in few.items() if pages and _get(port, pages[0]) == 200}


# half of the stories and names are drawn from the largest, which cost most
_SAMPLES = {
    "story": """SELECT id FROM (SELECT id FROM stories ORDER BY length(body) DESC LIMIT 150)
                UNION ALL SELECT id FROM (SELECT id FROM stories ORDER BY random() LIMIT 150)""",
    "article": "SELECT document FROM settled ORDER BY random() LIMIT 300",
    "brief of a story": """SELECT id FROM (SELECT id FROM stories ORDER BY length(body) DESC LIMIT 50)
                           UNION ALL SELECT id FROM (SELECT id FROM stories ORDER BY random() LIMIT 50)""",
    "brief of a day": "SELECT DISTINCT substr(date, 1, 10) FROM stories WHERE length(date) >= 10",
    "compare": "SELECT min(a, b) || '--' || max(a, b) FROM (SELECT DISTINCT a, b FROM reuse ORDER BY random() LIMIT 300) GROUP BY a, b",
    "name": """SELECT id FROM (SELECT entity AS id FROM document_entities GROUP BY entity ORDER BY count(*) DESC LIMIT 50)
               UNION ALL SELECT id FROM (SELECT entity AS id FROM document_entities GROUP BY entity ORDER BY random() LIMIT 50)""",
    "thread": "SELECT id FROM threads ORDER BY length(body) DESC LIMIT 100",
}


def _get(port: int, path: str, connection: http.client.HTTPConnection | None = None) -> int:
    one = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    one.request("GET", path, headers={"Connection": "keep-alive"})
    answer = one.getresponse()
    answer.read()
    if connection is None:
        one.close()
    return answer.status


def _ask(pages: dict[str, list[str]], port: int, readers: int, seconds: int) -> dict[str, list[tuple[float, int]]]:
    """What each reader saw: milliseconds and status, by kind."""
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=_reader, args=(number, pages, port, until, seen)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def _reader(number: int, pages: dict[str, list[str]], port: int, until: float, seen: dict[str, list[tuple[float, int]]]) -> None:
    draw = random.Random(number)  # noqa: S311 (no secret)
    kinds = sorted(pages)
    draw.shuffle(kinds)
    time.sleep(draw.random())
    turn = number
    while time.monotonic() < until:
        kind = kinds[turn % len(kinds)]
        began = time.monotonic()
        try:
            status = _get(port, draw.choice(pages[kind]))
        except OSError:
            status = 0
        seen[kind].append(((time.monotonic() - began) * 1000, status))
        turn += 1
        time.sleep(max(0.0, 1 - (time.monotonic() - began)))


def _rows(seen: dict[str, list[tuple[float, int]]]) -> list[Row]:
    empty = statistics.median(ms for ms, _ in seen[_EMPTY])
    rows: list[Row] = []
    for kind, held in sorted(seen.items()):
        times = sorted(ms for ms, _ in held)
        p50 = statistics.median(times)
        p95 = times[min(len(times) - 1, round(0.95 * len(times)))]
        failed = sum(status != 200 for _, status in held)
        rows.append(Row(kind, len(held), p50, p95, times[-1], p50 / empty, failed))
    return rows


def _table(rows: Sequence[Row]) -> str:
    lines = [
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        "| kind | asked | p50 ms | p95 ms | max ms | × empty | failed |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [f"| {r.kind} | {r.asked} | {r.p50:.0f} | {r.p95:.0f} | {r.max:.0f} | {r.ratio:.1f} | {r.failed} |" for r in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
