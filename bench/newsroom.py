"""A synthetic newsroom of any size with known truth: agencies' wires, and outlets that carry them whole, cut or told in other words,
credit them, credit another agency, or nobody; standing paragraphs; and happenings that come back after a year.

Everything is invented: names are made from roots and patterns, sentences from phrases. The same size and seed give the same articles.
`python -m bench.newsroom [SIZE ...]` finds what they share and prints how much of what was planted was found, and what it cost.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from tawatur.annotate.sentences import split
from tawatur.records.article import AgencyMention, Article, Line, Publication
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.reuse import find

Mode = Literal["wire", "whole", "cut", "told", "own"]

_FIRST_DAY = date(2021, 3, 1)
_WIRES_A_DAY = 40
_OUTLETS, _AGENCIES = 24, 5
_CARRIERS = (0, 0, 1, 1, 2, 2, 3, 4, 6)  # outlets that carry a wire
_BACK_AFTER = 365  # days until a happening comes back
_SIZES = [2000, 20000]

_LETTERS = "بتثجحخدرزسشصضطعغفقكلمنهي"
_PATTERNS = ("{0}ا{1}{2}", "{0}{1}ي{2}", "{0}{1}{2}ان", "م{0}{1}و{2}", "{0}{1}ا{2}", "أ{0}{1}{2}", "ت{0}{1}ي{2}")
_PLACES = ("{0}{1}{2}اء", "{0}{1}{2}ون", "{0}ي{1}{2}ا", "{0}{1}ا{2}ية", "ال{0}{1}{2}")
_POSTS = ("وزير", "مدير", "رئيس", "محافظ", "نقيب", "عميد", "أمين", "مفوض")
_FIELDS = (
    "الري",
    "المرافئ",
    "المناجم",
    "الغابات",
    "الجسور",
    "المتاحف",
    "الملاحة",
    "البيطرة",
    "الأرصاد",
    "السدود",
    "المطاحن",
    "المحاجر",
)
_SAID = (("قال", "إن"), ("أكد", "أن"), ("أعلن", "أن"), ("أوضح", "أن"), ("ذكر", "أن"), ("أضاف", "أن"))
_WHO = ("العمال", "الصيادين", "المزارعين", "السائقين", "المهندسين", "الطلاب", "الملاحين", "الحرفيين", "الباعة", "الرعاة")
_DID = (
    ("أغلقوا", "إغلاق"), ("رمموا", "ترميم"), ("نقلوا", "نقل"), ("افتتحوا", "افتتاح"), ("هدموا", "هدم"), ("وسعوا", "توسيع"),
    ("أخلوا", "إخلاء"), ("فحصوا", "فحص"), ("باعوا", "بيع"), ("حفروا", "حفر"),
)  # fmt: skip
_WHAT = ("مستودع", "رصيف", "جسر", "مطحنة", "ورشة", "قناة", "مدرسة", "محطة", "سوق", "منارة", "خزان", "مرسى")
_WHEN = ("فجر", "صباح", "ظهر", "مساء", "ليلة")
_DAYS = ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")
_WHY = ("بعد عاصفة ضربت", "إثر خلاف على", "قبل موسم تنتظره", "بسبب عطل أصاب", "بعد شكوى رفعتها", "رغم اعتراض أهالي", "بطلب من مجلس", "عقب زيارة لجنة من")  # fmt: skip
_COST = ("بكلفة", "بقرض قدره", "بمنحة بلغت", "بخسارة قدرها", "بتبرع قيمته")


class Piece(NamedTuple):
    """An article: `wire` is the number of the wire that it is or carries, None for one of its own; `credit` whom it names."""

    key: str
    day: date
    outlet: str
    text: str
    wire: int | None
    mode: Mode
    credit: str | None


class Fact(NamedTuple):
    """What one sentence says, in words that two sentences may put in two ways."""

    post: str
    person: str
    said: int
    who: str
    did: int
    what: str
    named: str
    place: str
    why: str
    other: str
    amount: int
    cost: str
    when: str

    def plain(self) -> str:
        """As the agency puts it."""
        verb, that = _SAID[self.said]
        return (
            f"{verb} {self.post} {self.person} {that} {self.who} {_DID[self.did][0]} {self.what} {self.named} في {self.place} "
            f"{self.when} {self.why} {self.other}، {self.cost} {self.amount} ألف درهم."
        )

    def told(self) -> str:
        """The same in other words and another order."""
        return (
            f"شهدت {self.place} {self.when} {_DID[self.did][1]} {self.what} {self.named} على أيدي {self.who} {self.cost} "
            f"{self.amount} ألف درهم {self.why} {self.other}، بحسب {self.post} {self.person}."
        )


def newsroom(size: int, seed: int = 1) -> Iterator[Piece]:
    """Give `size` articles, day by day; none is kept."""
    number = wire = 0
    while True:
        day = _FIRST_DAY + timedelta(days=wire // _WIRES_A_DAY)
        for piece in _carried(wire, day, seed):
            yield piece._replace(key=f"{number:07d}")
            number += 1
            if number == size:
                return
        wire += 1


def _carried(wire: int, day: date, seed: int) -> Iterator[Piece]:
    """A wire, the articles that carry it, and one that an outlet wrote itself."""
    draw = random.Random(f"{seed} {wire}")  # noqa: S311
    facts = _facts(wire, seed)
    agency = wire % _AGENCIES
    standing = _standing(agency, seed) if draw.random() < 0.2 else []
    body = [fact.plain() for fact in facts]
    yield _piece(day, f"agency{agency}", [*body, *standing], wire, "wire", f"agency{agency}")
    for outlet in draw.sample(range(_OUTLETS), draw.choice(_CARRIERS)):
        mode: Mode = draw.choices(("whole", "cut", "told"), (5, 4, 2))[0]
        credit = draw.choices((f"agency{agency}", f"agency{(agency + 1) % _AGENCIES}", None), (6, 1, 3))[0]
        lines = {"whole": body, "cut": body[: draw.randint(2, 4)], "told": [fact.told() for fact in facts]}[mode]
        own = [fact(draw, day).plain()] if draw.random() < 0.4 else []
        yield _piece(day + timedelta(days=draw.choice((0, 0, 0, 1))), f"outlet{outlet}", [*own, *lines], wire, mode, credit)
    yield _piece(day, f"outlet{draw.randrange(_OUTLETS)}", [fact(draw, day).plain() for _ in range(5)], None, "own", None)


def _facts(wire: int, seed: int) -> list[Fact]:
    """What a wire says; one that comes back after a year tells of the same people and places, with other numbers."""
    first = wire - _BACK_AFTER * _WIRES_A_DAY
    draw = random.Random(f"{seed} facts {wire}")  # noqa: S311
    day = _FIRST_DAY + timedelta(days=wire // _WIRES_A_DAY)
    if wire % 10 or first < 0:
        return [fact(draw, day) for _ in range(draw.randint(4, 8))]
    return [
        fact._replace(amount=draw.randint(20, 990), when=_when(draw, day), did=draw.randrange(len(_DID)))
        for fact in _facts(first, seed)
    ]


def fact(draw: random.Random, day: date) -> Fact:
    """Draw something that may have happened on `day`, or shortly before."""
    return Fact(
        post=f"{draw.choice(_POSTS)} {draw.choice(_FIELDS)}",
        person=f"{_name(draw, _PATTERNS)} {_name(draw, _PATTERNS)}",
        said=draw.randrange(len(_SAID)),
        who=draw.choice(_WHO),
        did=draw.randrange(len(_DID)),
        what=draw.choice(_WHAT),
        named=_name(draw, _PATTERNS),
        place=_name(draw, _PLACES),
        why=draw.choice(_WHY),
        other=_name(draw, _PLACES),
        amount=draw.randint(20, 990),
        cost=draw.choice(_COST),
        when=_when(draw, day),
    )


def _when(draw: random.Random, day: date) -> str:
    return f"{draw.choice(_WHEN)} {_DAYS[(day.weekday() + 1) % 7]}"


def _name(draw: random.Random, patterns: tuple[str, ...]) -> str:
    return draw.choice(patterns).format(*draw.sample(_LETTERS, 3))


@cache
def _standing(agency: int, seed: int) -> list[str]:
    """The paragraph that an agency keeps for use again."""
    return [fact(random.Random(f"{seed} standing {agency}"), _FIRST_DAY).plain()]  # noqa: S311


def _piece(day: date, outlet: str, lines: list[str], wire: int | None, mode: Mode, credit: str | None) -> Piece:
    return Piece("", day, outlet, "\n".join(lines), wire, mode, credit)


def article(piece: Piece) -> Article:
    """The article of a piece as cleaning would give it."""
    lines, at = [], 0
    for line in piece.text.split("\n"):
        lines.append(Line(start=at, end=at + len(line), kind="body", reason="bench"))
        at += len(line) + 1
    credits = (
        [AgencyMention(agency=piece.credit, span=Span(document=piece.key, start=0, end=0), credit=True)] if piece.credit else []
    )
    publication = Publication(published=piece.day.isoformat(), reason="bench")
    return Article(document=piece.key, lines=tuple(lines), publication=publication, agencies=tuple(credits), outlet=piece.outlet)


class Cost(NamedTuple):
    """What finding took, and what it found of what was planted: (found, planted) by how it is carried."""

    seconds: float  # of one core
    pairs: int
    right: int  # pairs of articles of one wire, of those found that are no templates
    planted: dict[Mode, tuple[int, int]]


def measured(size: int) -> Cost:
    """Find what the articles of a newsroom share."""
    texts: dict[str, str] = {}
    articles: dict[str, Article] = {}
    sentences: dict[str, list[Sentence]] = {}
    wires: dict[str, tuple[int | None, Mode]] = {}
    for piece in newsroom(size):
        texts[piece.key], articles[piece.key], wires[piece.key] = piece.text, article(piece), (piece.wire, piece.mode)
        sentences[piece.key] = split(piece.text, articles[piece.key])
    started = time.process_time()
    found = find(texts, sentences, {}, articles)
    seconds = time.process_time() - started
    pairs = {(row.a.document, row.b.document) for row in found.pairs if not row.template}
    first = {wire: key for key, (wire, mode) in wires.items() if mode == "wire"}
    planted: dict[Mode, tuple[int, int]] = {}
    for key, (wire, mode) in wires.items():
        if mode in ("whole", "cut", "told"):
            hit, of = planted.get(mode, (0, 0))
            planted[mode] = hit + ((first[wire], key) in pairs), of + 1
    right = sum(wires[a][0] == wires[b][0] is not None for a, b in pairs)
    return Cost(seconds, len(pairs), right, planted)


def main() -> int:
    """Print a line a size."""
    before: tuple[int, float] | None = None
    for size in [int(one) for one in sys.argv[1:]] or _SIZES:
        cost = measured(size)
        told = ", ".join(f"{mode} {hit} of {of}" for mode, (hit, of) in sorted(cost.planted.items()))
        grown = f"{cost.seconds / before[1] / (size / before[0]):.2f} times as fast as the articles" if before else ""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:7} articles {cost.seconds:7.1f} s, {memory} MB; {cost.pairs} pairs, {cost.right} of one wire; carried: {told}; {grown}",
            flush=True,
        )
        before = before or (size, cost.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
