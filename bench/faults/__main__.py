"""Kill commands with SIGKILL at random moments and see whether anything is lost, and whether the next run ends as an undisturbed one would.

Usage: python -m bench.faults [--count 100] [--articles 130] [--seed 1] [COMMAND ...]
The moments are spread over all commands; half of the kills take the whole process group, a quarter the parent alone, a quarter one worker.
"""

import argparse
import signal
import sys
from collections import Counter
from contextlib import ExitStack

from bench.faults.killing import STEPS, Killed, bench, workplace
from bench.faults.servers import servers
from bench.faults.stores import SqliteStores


def main() -> int:
    """Kill, and print a table; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="bench.faults", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("commands", nargs="*")
    parser.add_argument("--stores", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--articles", type=int, default=130)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended, and the folder goes
    found: list[Killed] = []
    with ExitStack() as stack:
        folder = stack.enter_context(workplace())
        stores = SqliteStores(folder) if asked.stores == "sqlite" else stack.enter_context(servers())
        killer, courses = stack.enter_context(bench(folder, stores, asked.articles))
        names = asked.commands or list(courses)
        for number, name in enumerate(names):
            share = asked.count // len(names) + (number < asked.count % len(names))
            for one in killer.killed(courses[name], share, asked.seed):
                found.append(one)
                print(
                    f"{one.course:8} {one.at!s:24} {one.step:9} {one.whom:7} {'; '.join(one.faults) or 'as undisturbed'}",
                    flush=True,
                )
    print(_table(found))
    return int(any(one.faults for one in found))


def _table(found: list[Killed]) -> str:
    """Kills by command, step and who was killed, and after how many of them something was wrong."""
    kills = Counter((one.course, one.step, one.whom) for one in found)
    wrong = Counter((one.course, one.step, one.whom) for one in found if one.faults)
    lines = ["| command | step | killed | times | something wrong |", "|---|---|---|---|---|"]
    keys = sorted(kills, key=lambda one: (one[0], STEPS.index(one[1]), one[2]))
    lines += [f"| {' | '.join(key)} | {kills[key]} | {wrong[key]} |" for key in keys]
    return "\n".join([*lines, f"{len(found)} kills, {sum(bool(one.faults) for one in found)} with something wrong"])


if __name__ == "__main__":
    sys.exit(main())
