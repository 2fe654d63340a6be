"""What the killed runs read: an invented newsroom in files, with happenings of which sources tell unlike counts, so that there are
alerts. Everything is invented; the same size and seed give the same files.
"""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.newsroom import Piece, newsroom

_TOWNS = ("الرافد", "الوادي الأخضر", "العين البيضاء", "الكرمة", "المنارة", "السدرة", "القلعة القديمة", "النخيل")
_WIRES = (("رويترز", "صحيفة الميناء"), ("فرانس برس", "جريدة الضحى"))
_PER_TOWN = 2
_BEGIN = date(2021, 3, 2)


def write(folder: Path, size: int, seed: int = 1) -> list[Path]:
    """Write `size` articles into `folder`, in two files of about as many each, and give the files; the second tells of what the first tells.

    One article in ten is of a happening of which two agencies tell unlike counts, one in each file.
    """
    told = max(1, size // 10 // _PER_TOWN)
    pieces = list(newsroom(size - told * _PER_TOWN, seed))
    halves = pieces[: len(pieces) // 2], pieces[len(pieces) // 2 :]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for part, half in enumerate(halves):
        rows = [_row(piece) for piece in half] + [_told(part, number, seed) for number in range(told)]
        path = folder / f"part{part + 1}.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        paths.append(path)
    return paths


def _row(piece: Piece) -> dict[str, Any]:
    title = " ".join(piece.text.split("\n", 1)[0].split()[:9])
    return {
        "key": piece.key,
        "title": title,
        "text": piece.text,
        "outlet": piece.outlet,
        "url": f"https://{piece.outlet}.example/{piece.key}",
        "published": piece.day.isoformat(),
    }


def _told(part: int, number: int, seed: int) -> dict[str, Any]:
    """An article of a happening: part 0 tells it first, part 1 tells another count."""
    draw = random.Random(f"{seed} told {number}")  # noqa: S311
    town = f"{_TOWNS[number % len(_TOWNS)]}{'' if number < len(_TOWNS) else f' {number}'}"
    first, later = draw.randint(3, 9), draw.randint(11, 40)
    day = (_BEGIN + timedelta(days=number)).isoformat()
    agency, outlet = _WIRES[part]
    if part == 0:
        title = f"انهيار جسر في مدينة {town}"
        text = f"{town} - {agency}: قتل {first} أشخاص في انهيار جسر في مدينة {town} يوم الثلاثاء. وقال مدير الدفاع المدني سامر الهادي إن البحث مستمر."
    else:
        title = f"ارتفاع ضحايا انهيار جسر {town} إلى {later} قتيلا"
        text = (
            f"{town} - {agency}: ارتفعت حصيلة ضحايا انهيار الجسر في مدينة {town} إلى {later} قتيلا، بحسب وزارة الصحة. "
            "وروى شهود أن سيارات كثيرة سقطت في النهر فجر الثلاثاء."
        )
    return {
        "key": f"told{number}-{part}",
        "title": title,
        "text": text,
        "outlet": outlet,
        "url": f"https://desk{part}.example/told{number}",
        "published": day,
    }
