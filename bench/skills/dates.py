"""How well expressions of time are resolved: Microsoft Recognizers' Arabic cases and Duckling's.

Each case is a short text with a day of reference. The text as a whole goes through `annotate.dates.read`; a case is
right when every expected expression has one of ours that overlaps it and means the same. What the program leaves out on
purpose is named, with its reason, in dates_excluded.yaml.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.dates_compare import same_duckling, same_recognizers
from bench.skills.figure import Figure, gold_hash
from tawatur.annotate.dates import read

FILES = ("DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "DurationParser", "HolidayParser",
         "SetParser", "TimeParser", "TimePeriodParser", "MergedParser", "DateTimeModel")  # fmt: skip
_REFERENCE = "2016-11-07T00:00:00"  # of the cases that name none


def excluded() -> dict[str, dict[int, str]]:
    """Give the cases left out: file, index in it, reason."""
    rows = yaml.safe_load(Path(__file__).with_name("dates_excluded.yaml").read_text(encoding="utf-8"))
    return {name: {index: reason for reason, indices in reasons.items() for index in indices} for name, reasons in rows.items()}


def recognizers(folder: Path, name: str) -> Iterator[tuple[int, dict[str, Any], bool]]:
    """Give the cases of one of Recognizers' files: index, case, whether we are right."""
    for index, case in enumerate(json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))):
        reference = case.get("Context", {}).get("ReferenceDateTime", _REFERENCE)[:19]
        found = read(case["Input"], reference, prefer="past")
        yield index, case, same_recognizers(case, found)


def duckling(path: Path) -> Iterator[tuple[int, dict[str, Any], bool]]:
    """Give Duckling's cases: index, case, whether we are right."""
    for index, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        found = read(case["text"], case["ref"], prefer="future")
        yield index, case, same_duckling(case["value_hs"], found)


def measure(shared: Path) -> list[Figure]:
    """Give the share of cases that are right, and the share of cases that are excluded."""
    folder, left_out = shared / "gold" / "dates", excluded()
    counts = {"recognizers": [0, 0, 0], "duckling": [0, 0, 0]}  # right, asked, excluded
    gold = {
        "recognizers": [folder / "recognizers_datetime" / f"{name}.json" for name in FILES],
        "duckling": [folder / "duckling_time.jsonl"],
    }
    for name in FILES:
        for index, _, right in recognizers(folder / "recognizers_datetime", name):
            _count(counts["recognizers"], right, index in left_out.get(name, {}))
    for index, _, right in duckling(folder / "duckling_time.jsonl"):
        _count(counts["duckling"], right, index in left_out.get("duckling", {}))
    return [figure for name in counts for figure in _figures(name, counts[name], gold_hash(*gold[name]))]


def _count(counts: list[int], right: bool, left_out: bool) -> None:
    if left_out:
        counts[2] += 1
    else:
        counts[0] += right
        counts[1] += 1


def _figures(name: str, counts: list[int], gold: str) -> list[Figure]:
    right, asked, left_out = counts
    return [
        Figure(f"dates, {name}", right / asked, gold, f"{right} of {asked} cases"),
        Figure(f"dates, {name}, share judged", asked / (asked + left_out), gold, f"{left_out} of {asked + left_out} excluded"),
    ]
