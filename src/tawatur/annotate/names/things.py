"""What stands in marks after a head noun, products by their pattern, and laws."""

from collections.abc import Iterator
from functools import cache

from tawatur.annotate.names.bodies import OF_SPORT, adjectives_after, called_after
from tawatur.annotate.names.lexicon import CAPITAL, COUNTRY, GIVEN, KNOWN, adjectives, folded
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.arabic.fold import fold
from tawatur.resources import load

_UNITED = frozenset(fold(w) for w in ("يونايتد", "سيتي", "روفرز", "أتلتيك"))
# heads that stay outside a name in marks («تنظيم «داعش»»), and heads that belong to it («مؤسسة «كافل»»)
_BARE = frozenset(fold(h) for h in ("تنظيم", "نادي", "فريق", "شركة", "مجموعة"))
_WHOLE = frozenset(fold(h) for h in ("مؤسسة", "جمعية", "مركز", "حزب", "حركة", "منظمة", "لجنة", "هيئة", "مبادرة", "لواء", "كتائب"))
_SPORTING = 2  # words of sport that make a sentence one of sport
_OPEN = frozenset("\"“”«»‹›'‘’(")
_CLOSE = frozenset("\"“”«»‹›'‘’)")
_MOST = 6  # words of a name in marks: longer ones are slogans or sentences
_LETTERS = frozenset(fold(w) for w in ("إس", "إف", "بي", "تي", "إم", "ميغ", "ميج", "سوخوي", "سو", "أي", "آر", "إتش", "يو", "بوينغ", "إيرباص", "إيه", "إكس", "جي", "كيه", "سي", "دي", "في", "أنتونوف", "توبوليف", "آيفون", "غالاكسي"))  # fmt: skip
_UNSURE = frozenset(("في", "سو", "بي", "سي", "دي", "اي", "تي"))  # need the dash: «في 30» is no product
_CALLED_AFTER = frozenset(
    fold(h)
    for h in (
        "كأس",
        "دوري",
        "جائزة",
        "مسابقة",
        "مهرجان",
        "ملتقى",
        "سباق",
        "دورة",
        "معرض",
        "مؤتمر",
        "قمة",
        "رالي",
        "ماراثون",
        "منتدى",
        "أولمبياد",
        "بينالي",
    )
)
_FAIRS = frozenset(fold(h) for h in ("مهرجان", "ملتقى", "معرض", "سوق", "مؤتمر", "قمة", "رالي", "ماراثون", "منتدى", "أولمبياد", "بينالي"))  # fmt: skip
_CUPS = frozenset(("كاس", "دوري", "مونديال"))
_CONTESTS = frozenset(fold(h) for h in ("الدوري", "البطولة", "الكأس", "الألعاب", "الأولمبياد"))
_PAPERS = frozenset(
    fold(w) for w in ("تايمز", "بوست", "تريبيون", "ستار", "نيوز", "جورنال", "هيرالد", "كرونيكل", "ميل", "ميرور", "صن")
)
_LEGAL = frozenset(fold(w) for w in ("وفق", "وفقا", "بموجب", "المادة", "مادة", "لمخالفة", "مخالفة", "لائحة", "بحسب", "أحكام", "لأحكام", "مشروع"))  # fmt: skip
_NEAR = 3  # words between «المادة» and the law
_RELATIVE = frozenset(("الذي", "التي", "الذين", "الرامي", "الراميه", "الصادر"))
_CLASSES = frozenset(fold(w) for w in ("للمحترفين", "للناشئين", "للشباب", "للسيدات", "للأندية"))
_DASHES = frozenset("-–—")
# words before the name of a club that is a common word too
_BESIDE = frozenset(
    fold(w)
    for w in (
        "فريق",
        "نادي",
        "لاعب",
        "لاعبي",
        "مدرب",
        "مهاجم",
        "حارس",
        "مدافع",
        "نجم",
        "أمام",
        "مع",
        "بين",
        "ضد",
        "جماهير",
        "إدارة",
        "رئيس",
        "مباراة",
        "لقاء",
        "بعثة",
        "قائد",
        "هجوم",
        "دفاع",
        "مرمى",
        "هدف",
        "جمهور",
        "صفوف",
        "معسكر",
        "فريقي",
        "ناديي",
    )
)
_PURPOSES = frozenset(fold(w) for w in ("مكافحة", "مواجهة", "حماية", "منع", "تنظيم", "محاربة", "مقاطعة", "محاسبة", "ضبط"))


@cache
def _outlets() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(name).split()) for outlet in load("outlets")["outlets"] for name in outlet["ar"])


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    """Forms of agencies that are common words: an agency in marks only («بترا» in brackets)."""
    return frozenset(tuple(fold(form).split()) for agency in load("agencies")["agencies"] for form in agency.get("form", ()))


def quoted(line: Line) -> Iterator[Guess]:
    """Give names in marks: outlets wherever they stand, and what a head noun announces."""
    for i, word in enumerate(line.words):
        if word not in _OPEN:
            continue
        last = next((k for k in range(i + 1, min(i + 2 + _MOST, len(line.words))) if line.words[k] in _CLOSE), None)
        if last is None or last == i + 1:
            continue
        inside = tuple(line.words[i + 1 : last])
        if inside in _agencies() or (inside in _outlets() and inside != ("اليوم",)):
            yield Guess(i + 1, last, "organization", 0, 5)
        elif i:
            yield from _announced(line, i, last)
            if line.kind(i + 1) == "ORG" and _whole(line, i + 1, last):
                yield Guess(i + 1, last, "organization", 0, 1)


def _whole(line: Line, first: int, last: int) -> bool:
    """Whether the marks hold the name alone: after what the tagger has only «ال…», «لل…» and «و…» stand."""
    end = line.run(first + 1, "I-ORG")
    return end < last and all(line.words[k].startswith(("ال", "لل", "وال")) for k in range(end, last))


def _announced(line: Line, i: int, last: int) -> Iterator[Guess]:
    before = line.words[i - 1]
    if head(before, folded("heads", "outlet")) is not None:  # «قناة» is a place's head too
        yield Guess(i + 1, last, "organization", 0, 5)
        return
    for kind, key in (
        ("event", "event"),
        ("organization", "organization_construct"),
        ("place", "place_in"),
        ("product", "product"),
    ):
        cut = head(before, folded("heads", key))
        if cut is None:
            continue
        if kind == "event" and not before[cut:].startswith("ال") and line.kind(i - 1) != "ORG":
            yield Guess(i - 1, last, "event", cut, 3)
        elif kind == "outlet" or (kind == "organization" and before[cut:] in _BARE):
            yield Guess(i + 1, last, "organization", 0, 5)
        elif kind == "organization" and before[cut:] in _WHOLE:
            yield Guess(i - 1, last, "organization", cut, 5)
        elif kind == "organization" and (before[cut:] not in folded("heads", "weak") or line.kind(i + 1) == "ORG"):
            yield Guess(i + 1, last, "organization", 0, 3)
        elif kind == "place":
            yield Guess(i - 1, last, "place", cut, 5)
        elif kind == "product":
            yield Guess(i + 1, last, "product", 0, 2)
        return


def events(line: Line) -> Iterator[Guess]:
    """Give events that are called after someone: «كأس الملك عبدالعزيز»، «دوري عبداللطيف جميل»."""
    for i, word in enumerate(line.words[:-1]):
        cut = head(word, _CALLED_AFTER)
        if cut is None or not line.joined(i):
            continue
        last = called_after(line, i + 1)
        if last is None and word[cut:] in _CUPS and {COUNTRY, KNOWN} & set(line.classes(i + 1)):
            last = i + 2 + (line.word(i + 2) == "الممتاز")  # «كأس قطر»
        given = word[cut:] in _CUPS and GIVEN in line.classes(i + 1)  # «دوري جميل»
        if last is None and word[cut:] in _FAIRS:
            last = _fair(line, i + 1)
        if last is None and (line.kind(i + 1) == "PER" or given):
            last = line.run(i + 2, "I-PER")
        if last is not None:
            yield Guess(i, adjectives_after(line, last), "event", cut, 4)


def _fair(line: Line, j: int) -> int | None:
    """The end of «أبها للتسوق» at `j`, what a fair is called after; None where no place stands there."""
    found = line.lexicon.longest(line.words, j)
    if found is None or found[2] or found[1] not in ("city", "town", "country", "place") or line.kind(j) in ("PER", "NAT"):
        return None
    last = j + found[0]
    return last + 1 if line.word(last).startswith("لل") and line.joined(last - 1) else last


def contests(line: Line) -> Iterator[Guess]:
    """Give «الدوري القطري لكرة القدم»، «البطولة العربية لكرة السلة»: a contest of a land or a region."""
    for i, word in enumerate(line.words[:-1]):
        cut = head(word, _CONTESTS)
        last = adjectives_after(line, i + 1) if cut is not None else i
        if cut is not None and any(line.words[k] in adjectives() for k in range(i + 1, last)):
            last += line.word(last) in _CLASSES
            if line.word(last) in OF_SPORT and line.word(last + 1).startswith("ال"):
                last += 2
            yield Guess(i, last, "event", cut, 4)


def outlets(line: Line) -> Iterator[Guess]:
    """Give outlets without marks after the word that announces one: «صحيفة الشرق الأوسط»."""
    for i, word in enumerate(line.words[:-1]):
        if head(word, folded("heads", "outlet")) is None or not line.joined(i):
            continue
        town = line.lexicon.longest(line.words, i + 1)
        if town and line.word(i + 1 + town[0]) in _PAPERS:  # «لوس أنجلوس تايمز»
            yield Guess(i + 1, i + 2 + town[0], "organization", 0, 6)
            continue
        for n in (4, 3, 2, 1):
            if tuple(line.words[i + 1 : i + 1 + n]) in _outlets():
                yield Guess(i + 1, i + 1 + n, "organization", 0, 6)
                break


def products(line: Line) -> Iterator[Guess]:
    """Give models: letters and a number, «إس-400», «إف 16», «F-16»."""
    for i, word in enumerate(line.words[:-1]):
        dash = line.words[i + 1] in ("-", "–", "ـ")
        j = i + 2 if dash else i + 1
        number = line.word(j)
        if not (number and set(number) == {"0"} and len(number) <= 4):
            continue
        latin = word.isascii() and word.isalpha() and len(word) <= 3 and dash
        if latin or (head(word, _LETTERS) is not None and (dash or (word in _LETTERS and word not in _UNSURE))):
            yield Guess(i, j + 1, "product", head(word, _LETTERS) or 0, 4)


def teams(line: Line) -> Iterator[Guess]:
    """Give clubs whose name is a common word, in a sentence of sport: «إدارة الشباب»، «مباراة الهلال»."""
    if len(folded("teams", "sport").intersection(line.words)) < _SPORTING:
        return
    for i in range(1, len(line.words)):
        if line.words[i] in _UNITED and line.joined(i - 1) and line.kind(i - 1) in ("LOC", "ORG", "PER"):
            yield Guess(i - 1, i + 1, "organization", 0, 3)  # «دندي يونايتد»
        if line.words[i] not in folded("teams", "common"):
            continue
        beside = line.joined(i - 1) and head(line.words[i - 1], _BESIDE) is not None
        if beside or (line.joined(i) and line.word(i + 1) in adjectives()):  # «السد القطري»
            yield Guess(i, i + 1, "organization", 0, 3)


def bylines(line: Line) -> Iterator[Guess]:
    """Give the writer and the outlet of a byline that opens a line: «سامي النورس- سبق- جدة:»."""
    dashes = [k for k in range(min(len(line.words), 9)) if line.words[k] in _DASHES]
    starts = [0, *(k + 1 for k in dashes)]
    for at, start in enumerate(starts):
        last = dashes[at] if at < len(dashes) else start
        credit = tuple(line.words[start:last])
        if credit in _outlets() or (dashes and credit in _agencies()):
            yield Guess(start, last, "organization", 0, 6)
            if at == 1 and 2 <= dashes[0] <= 4 and all(w[0].isalpha() for w in line.words[: dashes[0]]):
                yield Guess(0, dashes[0], "person", 0, 6)


def laws(line: Line) -> Iterator[Guess]:
    """Give laws and treaties: what the tagger has, and «قانون مكافحة…», «اتفاقية جنيف»."""
    for i, word in enumerate(line.words[:-1]):
        cut = head(word, frozenset(("قانون", "اتفاقيه", "معاهده", "بروتوكول", "ميثاق", "نظام")))
        if cut is None or not line.joined(i):
            continue
        last = _system(line, i) if word[cut:] == "نظام" else _law_end(line, i + 1)
        if last > i + 1:
            yield Guess(i, last, "law", cut, 4)


def _system(line: Line, i: int) -> int:
    """The end of «نظام الإجراءات الجزائية» after what shows a law («وفق», «من»), or before its article; `i` for none."""
    legal = line.word(i - 1) in _LEGAL or any(line.words[k] in _LEGAL for k in range(max(0, i - _NEAR), i))
    if not legal or not line.word(i + 1).startswith("ال") or line.word(i + 1) in folded("heads", "generic"):
        return i
    return adjectives_after(line, i + 2)


def _law_end(line: Line, j: int) -> int:
    if line.word(j) in _PURPOSES:
        last = j + 1
        while (
            last < len(line.words)
            and last < j + 5
            and line.joined(last - 1)
            and line.words[last].startswith("ال")
            and line.words[last] not in _RELATIVE
        ):
            last += 1
        return last if last > j + 1 else j - 1
    if line.kind(j) in ("LAW", "MIS") or {COUNTRY, CAPITAL, KNOWN} & set(line.classes(j)):
        found = line.lexicon.longest(line.words, j)
        last = j + (found[0] if found and not found[2] else 1)
        return line.run(last, "I-LAW", "I-MIS")
    return j - 1


def national(word: str) -> bool:
    """Whether a word is an adjective of nation, region or faith."""
    return word in adjectives()
