"""Measure every skill on the labelled data at hand, print the table, and fail below the recorded floors.

Usage: python -m bench.score [--record]

The floors stand in bench/floors.yaml, each with the hash of the gold that it was measured on. A floor only rises
(--record writes what is measured now where it is higher); where the gold was corrected, its floor begins anew.
What cannot be measured without ../shared is skipped, and a line says so. Figures on the example corpus, which we
wrote ourselves, are a regression test and no measure of quality: they stand apart in the table.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

import bench.skills
from bench.skills.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.yaml")
# figures may differ in the last digits between machines; a floor is this much below what was measured
_SLACK = 0.0005


def main() -> int:
    """Print the table; 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("skill", nargs="*", help="only these skills")
    asked = parser.parse_args()
    floors: dict[str, dict[str, object]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}
    failed = False
    for skill, figures in measured(asked.skill):
        print(f"\n{skill}")
        for figure in figures:
            name = f"{skill}: {figure.name}"
            failed |= not shown(figure, floors.get(name))
            if asked.record:
                floors[name] = raised(figure, floors.get(name))
    if asked.record:
        FLOORS.write_text(yaml.safe_dump(floors, allow_unicode=True, sort_keys=True), encoding="utf-8")
    print("\nbelow a floor" if failed else "\nno figure below its floor")
    return int(failed)


def measured(only: list[str]) -> Iterator[tuple[str, list[Figure]]]:
    """Give the figures of each skill that can be measured here."""
    for module in sorted(pkgutil.iter_modules(bench.skills.__path__), key=lambda m: m.name):
        if module.name == "figure" or (only and module.name not in only):
            continue
        skill = importlib.import_module(f"bench.skills.{module.name}")
        if not getattr(skill, "NEEDS_SHARED", True) or SHARED.is_dir():
            yield module.name, skill.measure(SHARED)
        else:
            print(f"\n{module.name}: skipped, there is no ../shared with labelled data")


def shown(figure: Figure, floor: dict[str, object] | None) -> bool:
    """Print a figure beside its floor; False where it lies below."""
    value = f"{figure.value:.3f}" if 0 <= figure.value <= 1 else f"{figure.value:g}"
    if floor is None or floor["gold"] != figure.gold:
        print(f"  {figure.name:34} {value:>8}   no floor for gold {figure.gold}   {figure.note}")
        return floor is None
    least = float(str(floor["least"]))
    good = figure.value >= least - _SLACK
    print(f"  {figure.name:34} {value:>8}   floor {least:g}{'' if good else '   BELOW'}   {figure.note}")
    return good


def raised(figure: Figure, floor: dict[str, object] | None) -> dict[str, object]:
    """Give the floor after this figure: never lower on the same gold."""
    value = round(figure.value, 3)
    if floor and floor["gold"] == figure.gold:
        value = max(value, float(str(floor["least"])))
    return {"least": value, "gold": figure.gold}


if __name__ == "__main__":
    sys.exit(main())
