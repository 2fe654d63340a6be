"""Let `tawatur watch` run for long over a server of feeds that is broken in every way, and look at it from outside.

Usage: python -m bench.soak [--minutes 60] [--rate 5.6] [--feeds 20] [--faults 0.15] [--every 15s] [--folder FOLDER]

Invented articles (`bench.newsroom`, with incidents of which a desk waits to hear) appear in the feeds at `--rate` a second; a share of the
answers is broken. At the end the faults cease, what was published is waited for, and the watch is asked to end. Printed: articles that are
missing or stand twice, the time from feed to findings, memory, alerts, and the faults that there were. The exit status is 1 where an article is
missing, doubled or altered, an alert came twice, or a process is left over.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from bench import procs
from bench.soaking import report
from bench.soaking.feeds import Feed, serving
from bench.soaking.published import WAITED, Item, published
from bench.soaking.seen import Seen, documents
from bench.soaking.taken import taking

_STEP = 0.5  # seconds between two looks at what is to be published
_END = 900.0  # seconds that what was published is waited for, and that the watch may take to end


def main() -> int:
    """Run, and print the report."""
    parser = argparse.ArgumentParser(prog="bench.soak", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rate", type=float, default=5.6, help="articles a second, over all feeds")
    parser.add_argument("--feeds", type=int, default=20)
    parser.add_argument("--faults", type=float, default=0.15, help="the share of broken answers, 0 to 1")
    parser.add_argument("--every", default="15s", help="as `tawatur watch --every`")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", default="1")
    parser.add_argument("--before", type=int, default=0, help="articles that stand in the feeds at the start")
    parser.add_argument(
        "--folder", type=Path, help="keep the store, the list of feeds and the log here; a store that is there is gone on with"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        run, left = _run(asked, folder)
    for line in report.lines(run):
        print(line)
    print(f"processes left over: {len(left)}")
    return int(bool(report.missing(run) or report.doubled(run) or report.twice(run) or left))


def _run(asked: argparse.Namespace, folder: Path) -> tuple[report.Run, list[int]]:
    items: dict[str, Item] = {}
    store = folder / "soak.sqlite"
    before = documents(store)
    with serving(asked.feeds, asked.faults) as feeds, taking() as (webhook, taken):
        source = published(asked.seed)
        _publish(feeds, items, islice(source, asked.before))
        for feed in feeds:
            feed.broken.set()
        started = time.time()
        with _watching(asked, folder, feeds, webhook) as watch:
            seen = Seen(watch.pid, store)
            seen.start()
            _go_on(asked, feeds, items, source, watch)
            _calm(feeds, seen, watch)
            processes = procs.tree(watch.pid, procs.table())
        seen.stop.set()
        seen.join()
        seen.look()
    new = {identity: one for identity, one in documents(store).items() if identity not in before}
    left = [one for one in processes if Path(f"/proc/{one}").exists()]
    return report.Run(started, items, feeds, seen.stood, seen.memory, taken, new), left


def _publish(feeds: Sequence[Feed], items: dict[str, Item], new: Iterator[Item]) -> None:
    for item in new:
        items[item.key] = item
        feeds[len(items) % len(feeds)].add(item)


def _go_on(
    asked: argparse.Namespace,
    feeds: Sequence[Feed],
    items: dict[str, Item],
    source: Iterator[Item],
    watch: "subprocess.Popen[bytes]",
) -> None:
    """Publish at the rate that is asked for; a third of the way on, one feed moves for good."""
    begun, seconds, before = time.monotonic(), asked.minutes * 60, len(items)
    told = begun
    while (now := time.monotonic()) < begun + seconds and watch.poll() is None:
        _publish(feeds, items, islice(source, int((now - begun) * asked.rate) - (len(items) - before)))
        if now > begun + seconds / 3:
            feeds[len(feeds) // 2].moved.set()
        if now > told + 60:
            told = now
            print(f"{(now - begun) / 60:.0f} min: {len(items)} published", flush=True)
        time.sleep(_STEP)


def _calm(feeds: Sequence[Feed], seen: Seen, watch: "subprocess.Popen[bytes]") -> None:
    """Let the faults cease, and wait until all that stands in a feed was taken in."""
    for feed in feeds:
        feed.broken.clear()
    end = time.monotonic() + _END
    while time.monotonic() < end and watch.poll() is None:
        if all(key in seen.stood for feed in feeds for key in feed.appeared):
            return
        time.sleep(1.0)


@contextmanager
def _watching(
    asked: argparse.Namespace, folder: Path, feeds: Sequence[Feed], webhook: str
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run the watch as a user would; it is asked to end, and has to."""
    outlines = "".join(f'<outline type="rss" text="{feed.number}" xmlUrl="{feed.address}/feed.xml"/>' for feed in feeds)
    (folder / "feeds.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "tawatur.cli.main",
        "watch",
        str(folder / "feeds.opml"),
        "--store",
        str(folder / "soak.sqlite"),
    ]
    command += ["--every", asked.every, "--allow-private", "--name", WAITED, "--webhook", webhook, "--workers", asked.workers]
    command += ["--feed", str(folder / "alerts.xml")]
    environment = {**os.environ, "TAWATUR_WEBHOOK_SECRET": "soak"}
    with (folder / "watch.log").open("wb") as log, subprocess.Popen(command, stderr=log, env=environment) as watch:
        try:
            yield watch
        finally:
            watch.send_signal(signal.SIGTERM)
            try:
                watch.wait(_END)
            except subprocess.TimeoutExpired:
                watch.kill()
            print(f"the watch ended with status {watch.returncode}")


if __name__ == "__main__":
    sys.exit(main())
