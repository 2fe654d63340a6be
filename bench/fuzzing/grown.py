"""Inputs of one thing repeated: what grows faster than its input shows here."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.fuzzing.limits import spent

THINGS = (
    "ا", "و", "ال", "قال ", "وقال ", "قال إن ", "وأضاف أن ", "بن ", "أبو ", "عبد ", "محمد ", "الشيخ ", "الدكتور ", "وزير ", "رئيس ", "مدير عام ",
    "وكالة ", "وزارة ", "مدينة ", "في ", "من ", "إلى ", "أن ", "التي ", "لا ", "لم ", "ما ", "قد ", "سوف ", "سيتم ", "تعهد ", "تعهد بأن ",
    "يوم ", "أمس ", "اليوم ", "الثلاثاء ", "يوم الثلاثاء ", "مارس ", "عام ", "سنة ", "الساعة ", "بين ", "حتى ", "منذ ", "قبل ", "بعد ", "الماضي ",
    "«", "»", "\"", "'", "“", "”", "(", ")", "[", "{", "<", "<p>", "«»", "()", "«قال ", "قال: «", "» قال ", "(أ", ":", ": ", "،", "، ", ".", ". ", "..",
    "...", "؟", "!", "-", " - ", "–", "/", "\\", "*", "#", "_", "%", "&", "&amp;", "@", "؛", "|",
    "1", "٣", "1 ", "12 ", "1/", "1/2/", "1-2-", "1.", "1,", "1:", "100 قتيل ", "قتل 5 ", "5 آلاف ", "مليون ", "مئة ", "ألف ", "و 3 ", "ثلاثة ", "وعشرون ",
    "\n", "\n\n", " ", "\t", "\u00a0", "\u200f", "\u0640", "\u064e", "\u0651", "م\u064e", "\r\n", "\x0b", "\u2028",
    "أ\n", "قال.\n", "- قال\n", "1. قال\n", "وكالات\n", "a", "A ", "the ", "http://a.b/", "a@b.c ", "www.", "، قال ", ". وقال ", "رويترز - ", "(رويترز) ",
    "القاهرة - ", "د. ", "أ. ", "ص.ب. ", "هـ ", "ق.م ", "14 مايو 2020 ", "14/5/2020 ", "الموافق ", "15 رمضان 1441 ", "ضرب ", "قتل ", "مقتل ", "أعلن ", "اعتقال ",
    "بيان ", "صباح ", "مساء ", "ليل ", "الأسبوع ", "المقبل ", "من 1 إلى 2 ", "بين 1 و2 ", "أكثر من ", "نحو ", "% ", "بنسبة 5% ", "كما ", "لكن ", "حيث ", "وفق ", "بحسب ",
    "وفقا ل", "نقلا عن ", "مصدر ", "المتحدث باسم ", "الناطق ", "حركة ", "حزب ", "جماعة ", "محافظة ", "قرية ", "نهر ", "شارع ", "\U0001f600", "\u0301", "\ufdfa", "ﷲ ", "ﻼ",
)  # fmt: skip


PROSE = (
    "افتتحت بلدية وادي الزيتون أمس جسرا جديدا فوق النهر بعد عامين من العمل. وقالت رئيسة البلدية سلمى الكرمي إن الجسر يختصر الطريق إلى المدارس. "
    "وأضافت أن البلدية أنفقت عليه من مالها ومن تبرعات السكان، وأن جسرا ثانيا يفتتح في الربيع."
)


class Growth(NamedTuple):
    """What one thing cost, in seconds of the processor, by how many characters of it there were."""

    thing: str
    costs: tuple[tuple[int, float], ...]

    @property
    def steps(self) -> list[float]:
        """How many times as much each size cost as the one before, divided by how many times as long it was."""
        pairs = zip(self.costs, self.costs[1:], strict=False)
        return [(later / max(sooner, 1e-3)) / (long / short) for (short, sooner), (long, later) in pairs]


def grown(work: Callable[[str], object], things: tuple[str, ...], sizes: tuple[int, ...]) -> Iterator[Growth]:
    """Give `work` each thing repeated to each of the sizes, in characters; a thing that took over 20 s is not grown further."""
    for thing in things:
        costs: list[tuple[int, float]] = []
        for size in sizes:
            text = f"{PROSE}\n{(thing * (size // len(thing) + 1))[:size]} {PROSE}"  # by itself, much of it would be no Arabic
            costs.append((size, spent(work, text)))
            if costs[-1][1] > 20:
                break
        yield Growth(thing, tuple(costs))
