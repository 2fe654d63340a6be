"""Give the readers, the cleaner and the annotators mutated inputs, and look what comes of them.

Usage: python -m bench.fuzz [--runs 70000] [--guided 30000] [--seed 1] [--failures FOLDER]

`--runs` inputs are made by our own engine of mutations from inputs of our own of every kind (`bench/fuzzing/seeds.py`); `--guided` inputs by
atheris, which looks for code that was not reached yet, where it is installed (`pip install -r requirements/fuzz.lock`). Of each, a reader has to
make documents that can be kept, or a refusal with a reason; every span that the annotators find has to stand in the text; within a second of the
processor for 10 kB, and without more memory than `bench/fuzzing/runs.py` bounds. What fails is kept in FOLDER. The exit status is 1 where
anything failed.
"""

import argparse
import importlib.util
import sys
from collections import Counter
from pathlib import Path

from bench.fuzzing.guided import guided
from bench.fuzzing.runs import Done, Fault, run

_TOLD = 5000  # inputs between two lines of progress


def main() -> int:
    """Run, and print what was seen."""
    parser = argparse.ArgumentParser(prog="bench.fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=70_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--guided", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--failures", type=Path, default=Path("fuzz-failures"))
    asked = parser.parse_args()
    faults = _own(asked)
    if asked.guided and importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: no inputs guided by coverage")
    elif asked.guided:
        faults += guided(asked.guided, asked.seed, asked.failures)
    print(f"faults: {faults}")
    return int(faults > 0)


def _own(asked: argparse.Namespace) -> int:
    seconds: dict[str, list[float]] = {"read": [], "annotate": []}
    faults: Counter[str] = Counter()
    megabytes, documents = 0.0, 0
    for one in run(asked.first, asked.runs, asked.seed):
        if isinstance(one, Fault):
            faults[one.what] += 1
            _keep(one, asked.failures)
        else:
            seconds[one.target].append(one.seconds)
            documents += one.documents
            megabytes = max(megabytes, one.megabytes)
            _tell(one, faults)
    for target, took in seconds.items():
        if took:
            took.sort()
            print(
                f"{target}: {len(took)} inputs, median {took[len(took) // 2] * 1000:.1f} ms, 99 % {took[int(len(took) * 0.99)] * 1000:.0f} ms, "
                f"longest {took[-1] * 1000:.0f} ms of the processor, {sum(took):.0f} s in all"
            )
    print(f"documents from the readers: {documents}; most memory: {megabytes:.0f} MB")
    for what, count in faults.most_common():
        print(f"{count} times: {what}")
    return faults.total()


def _keep(fault: Fault, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{fault.number}.{fault.target}").write_bytes(fault.data)
    print(f"{fault.number} {fault.target}: {fault.what}", flush=True)


def _tell(done: Done, faults: Counter[str]) -> None:
    if done.number % _TOLD == 0:
        print(f"{done.number} inputs, {faults.total()} faults, {done.megabytes:.0f} MB", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
