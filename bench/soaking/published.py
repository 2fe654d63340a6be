"""The articles of a soak: those of `bench.newsroom`, and every so often an incident of which a desk waits to hear more."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from bench.newsroom import fact, newsroom

Plant = Literal["first", "update", "conflict", "correction"]

WAITED = "سامر الهادي"  # the person whom the desk waits for: the first report of every incident names him
EVERY = 60  # articles between two reports of incidents
_LETTERS = "بتجحدرزسشصطعفقكلمنه"
_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EVENTS = (
    "انهيار جسر", "حريق في فندق", "غرق عبارة", "تصادم قطارين", "انفجار أنبوب غاز", "سقوط طائرة", "انقلاب حافلة", "انهيار منجم", "حريق في مستشفى",
    "تدافع في ملعب", "سقوط رافعة", "تسمم في مدرسة",
)  # fmt: skip
_LEAST = 60  # words: with fewer, `tawatur` takes what a feed gives for a summary


class Item(NamedTuple):
    """An article as a feed gives it. `plant` is (number of the incident, which of its reports), None for all others."""

    key: str
    day: date
    outlet: str
    title: str
    lines: tuple[str, ...]
    plant: tuple[int, Plant] | None = None


def published(seed: int) -> Iterator[Item]:
    """Give articles without end, day by day; the same for the same seed."""
    waiting: list[Item] = []
    incident = 0
    for number, piece in enumerate(newsroom(10**9, seed)):
        lines = tuple(piece.text.split("\n"))
        if sum(len(line.split()) for line in lines) > _LEAST:
            yield Item(f"n{seed}-{piece.key}", piece.day, piece.outlet, " ".join(lines[0].split()[:9]), lines)
        if number % EVERY == EVERY - 1:
            if not waiting:
                waiting = list(_reports(incident, seed, piece.day))
                incident += 1
            yield waiting.pop(0)._replace(day=piece.day)


def _reports(number: int, seed: int, day: date) -> Iterator[Item]:
    """The reports of an incident of `day`: one a desk waits for by name, a higher toll, another day for it, and a correction."""
    draw = random.Random(f"{seed} incident {number}")  # noqa: S311
    place = f"ال{''.join(draw.sample(_LETTERS, 3))}ية"
    dead, more = draw.randint(4, 10), draw.randint(21, 60)
    event = f"{_EVENTS[number % len(_EVENTS)]} في مدينة {place}"
    told, later = _DAYS[day.weekday()], _DAYS[(day.weekday() + 1) % 7]
    yield _report(
        seed, number, "first", "وكالة الضفة", event,
        f"{place} - رويترز: وقع {event} يوم {told}، وقتل {dead} أشخاص. وقال مدير الدفاع المدني {WAITED} إن البحث مستمر.",
        day, draw,
    )  # fmt: skip
    yield _report(
        seed, number, "update", "جريدة الميناء", f"ارتفاع ضحايا {event} إلى {more} قتيلا",
        f"{place} - فرانس برس: ارتفعت حصيلة ضحايا {event} إلى {more} قتيلا، بحسب وزارة الصحة. وروى شهود أن الغبار غطى المكان.",
        day, draw,
    )  # fmt: skip
    yield _report(
        seed, number, "conflict", "صحيفة الربوة", event,
        f"{place} - الأناضول: وقع {event} يوم {later}، وقتل {dead} أشخاص. وروى شهود أن كثيرين سقطوا في الماء.",
        day, draw,
    )  # fmt: skip
    yield _report(
        seed, number, "correction", "جريدة الميناء", f"تصحيح: لم يقع {event} ليلا",
        f"تعتذر الصحيفة عن خبر سابق جاء فيه أن {event} وقع ليلا، والصحيح أنه وقع نهارا.",
        day, draw,
    )  # fmt: skip


def _report(seed: int, number: int, plant: Plant, outlet: str, title: str, words: str, day: date, draw: random.Random) -> Item:
    """A report of an incident; what it tells besides makes it long enough for an article."""
    return Item(
        f"p{number}-{plant}", day, outlet, title, (words, fact(draw, day).plain(), fact(draw, day).plain()), (number, plant)
    )
