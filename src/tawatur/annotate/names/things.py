"""What stands in marks after a head noun; contests, clubs, outlets and bylines by their pattern."""

from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.annotate.names.lexicon import COUNTRY, GIVEN, KNOWN, adjectives, folded, rare
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.models import LETTERS
from tawatur.annotate.names.tails import OF_SPORT, adjectives_after, called_after, extent, purpose_after
from tawatur.arabic.fold import fold
from tawatur.resources import load

_UNITED = frozenset(fold(w) for w in ("يونايتد", "سيتي", "روفرز", "أتلتيك"))
# heads that stay outside a name in marks («تنظيم «داعش»»), and heads that belong to it («مؤسسة «كافل»»)
_BARE = frozenset(fold(h) for h in ("تنظيم", "نادي", "فريق", "شركة", "مجموعة"))
_SECTOR = fold("قطاع")  # «قطاع «التأمين»» is no place
_PLANES = fold("الطائرات")
_WHOLE = frozenset(fold(h) for h in ("مؤسسة", "جمعية", "مركز", "حزب", "حركة", "منظمة", "لجنة", "هيئة", "مبادرة", "لواء", "كتائب"))
_SPORTING = 2  # words of sport that make a sentence one of sport
_OPEN = frozenset("\"“”«»‹›'‘’(")
_CLOSE = frozenset("\"“”«»‹›'‘’)")
_EITHER = frozenset("\"'")
_PAPERS_OF = frozenset(fold(w) for w in ("الصحيفة", "القناة", "المجلة", "الشبكة", "الجريدة", "الإذاعة", "المحطة", "الوكالة"))
_MOST = 6  # words of a name in marks: longer ones are slogans or sentences
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
# what a fair of a town is held for, between the two: «مهرجان صيف أبها»
_SEASONS = frozenset(fold(w) for w in ("صيف", "ربيع", "شتاء", "تمور", "ورد", "زهور", "عسل", "تراث", "زيتون", "كتاب", "أفلام"))
_WRITTEN_ON = frozenset(("تويتر", "ثريدز"))  # what one writes on is a product, a site that one watches an outlet
_CUPS = frozenset(("كاس", "دوري", "مونديال"))
_CONTESTS = frozenset(fold(h) for h in ("الدوري", "البطولة", "الكأس", "الألعاب", "الأولمبياد"))
_PAPERS = frozenset(
    fold(w) for w in ("تايمز", "بوست", "تريبيون", "ستار", "نيوز", "جورنال", "هيرالد", "كرونيكل", "ميل", "ميرور", "صن")
)
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
        if word not in _OPEN or closes(line, i):
            continue
        last = next((k for k in range(i + 1, min(i + 2 + _MOST, len(line.words))) if line.words[k] in _CLOSE), None)
        if last is None or last == i + 1:
            continue
        inside = tuple(line.words[i + 1 : last])
        if not any(word[0].isalpha() or word == "+" for word in inside):
            continue  # «عيادات (867)»
        if inside in _agencies() or (inside in _outlets() and inside != ("اليوم",)):
            yield Guess(i + 1, last, "organization", 0, 5)
        elif i:
            yield from _announced(line, i, last)
            if line.kind(i + 1) == "ORG" and _whole(line, i + 1, last) and not _phrase(inside):
                yield Guess(i + 1, last, "organization", 0, 1)


def closes(line: Line, i: int) -> bool:
    """Whether the mark at `i`, which may open or close, closes: a word stands before it and a space behind it."""
    if line.words[i] not in _EITHER or i + 1 >= len(line.tokens) or not i:
        return False
    token = line.tokens[i]
    attached = (
        line.tokens[i - 1].end == token.start and line.words[i - 1].isalnum() and len(line.words[i - 1]) > 1
    )  # not «لـ" سبق"»
    return attached and line.tokens[i + 1].start > token.end


def _phrase(inside: Sequence[str]) -> bool:
    """Whether the marks hold a head and a common word, which name nobody: «منظمة إرهابية», «مجموعة دعم»."""
    headed = head(inside[0], folded("heads", "organization_construct")) is not None and len(inside) > 1
    return headed and not inside[1].startswith("ال") and not rare(inside[1])


def _whole(line: Line, first: int, last: int) -> bool:
    """Whether the marks hold the name alone: after what the tagger has only «ال…», «لل…» and «و…» stand."""
    end = line.run(first + 1, "I-ORG")
    return end < last and all(line.words[k].startswith(("ال", "لل", "وال")) or line.words[k] in LETTERS for k in range(end, last))


def _announced(line: Line, i: int, last: int) -> Iterator[Guess]:
    before = line.words[i - 1] if line.words[i - 1] != _PLANES else line.word(i - 2)  # «حاملة الطائرات «…»»
    if before in adjectives() and head(line.word(i - 2), _PAPERS_OF) is not None:  # «للصحيفة الروسية «لايف نيوز»»
        yield Guess(i + 1, last, "organization", 0, 5)
        return
    if head(before, folded("heads", "outlet")) is not None:  # «قناة» is a place's head too
        yield Guess(i + 1, last, "product" if line.words[i + 1] in _WRITTEN_ON and last == i + 2 else "organization", 0, 5)
        return
    for kind, key in (
        ("event", "event"),
        ("organization", "organization_construct"),
        ("product", "product"),
        ("place", "place_in"),
    ):
        cut = head(before, folded("heads", key) | (folded("beside", "product") if kind == "product" else frozenset()))
        if cut is None or before[cut:] == _SECTOR:
            continue
        if kind == "event" and not before[cut:].startswith("ال") and line.kind(i - 1) != "ORG":
            yield Guess(i - 1, last + 1, "event", cut, 3)
        elif kind == "organization" and (before[cut:] in _BARE or line.words[i + 1].isascii()):
            yield Guess(i + 1, last, "organization", 0, 5)
        elif kind == "organization" and before[cut:] in _WHOLE:
            yield Guess(i - 1, _whole_end(line, last + 1), "organization", cut, 5)
        elif kind == "organization" and (before[cut:] not in folded("heads", "weak") or line.kind(i + 1) == "ORG"):
            yield Guess(i + 1, last, "organization", 0, 3)
        elif kind == "place":
            yield Guess(i - 1, last + 1, "place", cut, 5)
        elif kind == "product":
            yield Guess(i + 1, last, "product", 0, 2)
        return


def _whole_end(line: Line, last: int) -> int:
    """The end of «مؤسسة «كافل» الخيرية لرعاية الأيتام» after the closing mark."""
    if not line.joined(last - 1):
        return last
    while line.word(last).startswith("ال") and line.word(last) in extent() and line.joined(last - 1):
        last += 1
    return purpose_after(line, last) if line.joined(last - 1) else last


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
    j += line.word(j) in _SEASONS and line.joined(j)
    found = line.lexicon.longest(line.words, j)
    if found is None or found[2] or found[1] not in ("city", "town", "country", "place") or line.kind(j) in ("PER", "NAT"):
        return None
    last = adjectives_after(line, j + found[0])
    if not (line.word(last).startswith("لل") and line.joined(last - 1)):
        return last
    last += 1
    while line.word(last).startswith("وال") and line.word(last)[1:] in folded("companies", "trades"):
        last += 1
    return last


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
        if line.word(i + 2) in _PAPERS and line.joined(i + 1) and rare(line.word(i + 1)):  # «صحيفة ديلي نيوز»
            yield Guess(i + 1, i + 3, "organization", 0, 5)
        for n in range(min(4, len(line.words) - i - 1), 0, -1):  # at the line's end there are fewer words
            if tuple(line.words[i + 1 : i + 1 + n]) in _outlets():
                yield Guess(i + 1, i + 1 + n, "organization", 0, 6)
                break


def teams(line: Line) -> Iterator[Guess]:
    """Give clubs whose name is a common word, in a sentence of sport: «إدارة الشباب»، «مباراة الهلال»."""
    if len(folded("teams", "sport").intersection(line.words)) < _SPORTING:
        return
    for i in range(1, len(line.words)):
        if line.words[i] in _UNITED and line.joined(i - 1) and line.kind(i - 1) in ("LOC", "ORG", "PER"):
            joined = line.words[i - 1].startswith("و") and line.words[i - 1] not in line.lexicon.words
            yield Guess(i - 1, i + 1, "organization", int(joined), 3)  # «دندي يونايتد»
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


def national(word: str) -> bool:
    """Whether a word is an adjective of nation, region or faith."""
    return word in adjectives()
