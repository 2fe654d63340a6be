"""Measure speed against what a user would pick instead, each pair in one run, and print ratios.

Usage: python -m bench.speed [NAME ...]
These machines are noisy: quote the ratios, and the medians only beside them.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
# modules of bench that measure one part against its rival, and say themselves what they need
_PARTS = ("dates", "html", "reuse")
_RUNS = 5


def main() -> int:
    """Run all parts, or the named ones."""
    wanted = sys.argv[1:]
    if not wanted or "start" in wanted:
        _start()
    if not wanted or "seeds" in wanted:
        _seeds()
    failed = False
    for name in _PARTS:
        if not wanted or name in wanted:
            print(f"\n{name}", flush=True)
            failed |= bool(subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode)
    return int(failed)


def _start() -> None:
    """Start-up: the command's help against an interpreter that does nothing."""
    ours = _median([sys.executable, "-m", "tawatur.cli.main", "--help"])
    bare = _median([sys.executable, "-c", "pass"])
    print(f"start-up: tawatur --help {ours:.2f} s, the bare interpreter {bare:.2f} s")


def _seeds() -> None:
    """The five seeds, one worker, start-up included."""
    if not SHARED.is_dir():
        print("seeds: skipped, there is no ../shared")
        return
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for run in range(_RUNS):
            store = Path(folder, f"{run}.sqlite")
            command = [sys.executable, "-m", "tawatur.cli.main", "read", str(SHARED / "seeds"), "--store", str(store)]
            times.append(_seconds([*command, "--workers", "1", "--json"]))
    print(f"the five seeds, read, annotated and compared: median {statistics.median(times):.2f} s, start-up included")


def _median(command: list[str]) -> float:
    return statistics.median(_seconds(command) for _ in range(_RUNS))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
