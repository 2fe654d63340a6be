"""Countries, cities and places with a head noun: «محافظة إدلب»، «مضيق البوسفور»، «مطار الملك خالد الدولي»."""

from collections.abc import Iterator

from tawatur.annotate.names.branches import REGIONS
from tawatur.annotate.names.governments import acted
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    FAMILY,
    GIVEN,
    KNOWN,
    TITLE,
    TOWN,
    adjectives,
    capitals,
    folded,
    rare,
)
from tawatur.annotate.names.line import LONGEST, Guess, Line, head
from tawatur.annotate.names.tails import adjectives_after, called_after, tail
from tawatur.annotate.names.tokens import after, bare
from tawatur.arabic.fold import fold
from tawatur.records.name import NameType

_KINDS: dict[str, NameType] = {
    "country": "country",
    "organization": "organization",
    "place": "place",
    "event": "event",
    "city": "place",
    "product": "product",
    "company": "organization",
    "team": "organization",
}
# words after which a name is a place's
_WHERE = frozenset(fold(w) for w in ("في", "إلى", "من", "بين", "قرب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "وسط", "بمدينة", "مدينة", "محافظة", "منطقة", "بلدة", "قرية", "العاصمة", "داخل", "خارج", "نحو", "عبر", "على", "دولة", "جمهورية", "مملكة", "بمنطقة", "بمحافظة", "ضواحي", "ريف", "وفي", "ومن", "ضد", "مع", "حكومة", "منتخب", "قيادة", "بقيادة", "حدود", "ملك", "رئيس", "أراضي", "شعب", "عاصمة", "أنحاء", "تاريخ", "سماء"))  # fmt: skip
# words that a capital or a great town has
_OF_TOWNS = frozenset(fold(w) for w in ("تحرير", "أهالي", "سكان", "أبناء", "شباب", "سقوط", "حصار", "اقتحام", "دخول", "أسواق", "شوارع", "أحياء", "مطار", "ميناء", "محافظ", "جامعة", "معركة", "قصف", "انتصار", "بلدية", "هواء", "لأهالي", "وأهالي", "تجاه", "باتجاه", "مغادرة", "زيارة", "مناطق", "ضواحي"))  # fmt: skip
STRICT = frozenset(
    fold(w) for w in ("مالي", "فتح", "تاو", "حقل", "بنين", "حجة", "مشهد", "صور", "إب", "الرس", "سرت", "بالي", "لفيف")
)  # far oftener a common word
_ORDINALS = frozenset(fold(w) for w in ("أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "أول", "ثان", "ثالث", "رابع", "جديدة", "أخرى"))  # fmt: skip
# heads that take whatever name stands after them
_RARER = "l"  # «مدينة إغاثة» names no town, and إغاثة is in band k
_CITY = frozenset(("مدينه",))
_CITIES = frozenset(fold(w) for w in ("الاقتصادية", "الصناعية", "الطبية", "الرياضية", "الجامعية", "العسكرية"))
_GREAT = frozenset(fold(h) for h in ("مطار", "ملعب", "استاد"))
_VILLAGES = frozenset(fold(h) for h in ("مدينة", "بلدة", "قرية", "ضيعة", "بلدتي", "قريتي", "مدينتي"))
_NEAR = 4  # words between «العلاقات» and «بين»
PARTS_OF_NAMES = frozenset(fold(h) for h in ("عين", "تل", "دير", "رأس", "كفر", "خان", "بني", "بيت", "أم", "أبو", "باب"))
_TAKES = frozenset(fold(h) for h in ("محافظة", "إقليم", "ولاية", "مقاطعة", "نهر", "مضيق", "شارع", "جزيرة", "مطار", "ميناء", "معبر", "حي", "ميدان", "ساحة", "وادي", "بحيرة", "هضبة", "ملعب", "استاد", "إستاد", "مسجد", "جامع", "مخيم", "منفذ", "مستشفى", "جبل", "قاعدة", "قصر", "جسر", "فندق", "منشأة", "حديقة", "منتزه", "متنزه"))  # fmt: skip


PRAYERS = frozenset(fold(w) for w in ("أذان", "صلاة", "وصلاة", "وقت", "وأذان"))
_SIDES = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط"))
_HOUSES = frozenset(("فندق",))
_IN = frozenset(("في", "مدينه", "بمدينه"))
_ARMS = frozenset(fold(w) for w in ("الجوية", "البحرية", "العسكرية", "البرية"))
_CANALS = frozenset(fold(w) for w in ("السويس", "بنما", "كييل", "كورنث", "جونقلي", "إسطنبول"))
_ROADS = frozenset(("طريق", "خط"))
_DASHES = frozenset("-–—/")
_EXCHANGED = frozenset(fold(w) for w in ("مؤشر", "المؤشر", "أسهم", "الأسهم", "بورصة", "بورصات"))
_SURE = frozenset(fold(h) for h in ("محافظة", "مقاطعة", "ولاية", "إقليم", "مخيم"))  # what stands after them is a name


def listed(line: Line) -> Iterator[Guess]:
    """Give the names that the tables have: countries, bodies, places, events."""
    doubtful = folded("known", "doubtful")
    i = 0
    while i < len(line.words):
        found = line.lexicon.longest(line.words, i)
        if found is None or found[1] not in _KINDS:
            i += 1
            continue
        n, kind, cut = found
        first = line.words[i][cut:]
        name = " ".join(["ا" + first if first.startswith("ل") and cut else first, *line.words[i + 1 : i + n]])
        if kind == "event" and line.word(i + n) in adjectives() and line.joined(i + n - 1):
            n += 1  # «كأس السوبر السعودي»
        if _sure(line, i, found, name in doubtful or (n == 1 and line.words[i][cut:] in doubtful)):
            town = kind == "organization" and n == 1 and TOWN in line.classes(i) and line.word(i - 1) in _IN  # «في برشلونة»
            yield Guess(i, i + n, "place" if town else _KINDS[kind], cut, 4)
        i += n


def _sure(line: Line, i: int, found: tuple[int, str, int], doubtful: bool) -> bool:
    """Whether the words mean the name here. A single word that is common too needs the tagger or a word of place."""
    n, kind, cut = found
    if not all(line.joined(k) for k in range(i, i + n - 1)) or (
        n == 1 and cut and line.words[i][cut - 1] == "ك" and len(line.words[i]) < 7
    ):
        return False
    tagged = line.kind(i) in ("LOC", "ORG", "EVT", "MIS")
    if kind == "city" and n == 1 and (line.words[i][cut:] in folded("known", "never") or line.words[i][cut:] in STRICT):
        return line.kind(i) == "LOC" and line.words[i][cut:] in STRICT and line.word(i - 1) in _WHERE
    if kind == "city":
        alone = line.kind(i) == "PER" and line.kind(i - 1) != "PER" and line.kind(i + n) != "PER"
        return (
            tagged
            or (alone and (not {GIVEN, FAMILY} & set(line.classes(i)) or _town_elsewhere(line, i, cut)))
            or n > 1
            or line.word(i - 1) in _WHERE
            or (CAPITAL in line.classes(i) and (line.word(i - 1) in _OF_TOWNS or _seat(line, i, cut)))
            or (cut > 0 and line.words[i][cut - 1] == "ب" and len(line.words[i]) > cut + 2)
        )
    if n == 1 and line.words[i][cut:] in folded("known", "never"):
        return False
    if n == 1 and line.words[i][cut:] == "المغرب" and line.word(i - 1) in PRAYERS:
        return False
    if not doubtful:
        return line.kind(i) != "NAT" and not (line.kind(i) == "PER" and kind == "country" and line.kind(i - 1) == "PER")
    if kind == "country" and _adjective_here(line, i):
        return False
    if line.words[i][cut:] in STRICT:
        return line.kind(i) == "LOC" and line.word(i - 1) in _WHERE
    return line.kind(i) == "LOC" or (kind != "country" and tagged) or (line.word(i - 1) in _WHERE and line.kind(i) != "NAT")


def _seat(line: Line, i: int, cut: int) -> bool:
    """Whether the capital at `i` acts or is what a government's noun belongs to: «أبرمته الخرطوم», «غضب الخرطوم»."""
    if cut or not i or not line.joined(i - 1) or line.words[i] not in capitals():
        return False
    return acted(line, i - 1) or head(line.words[i - 1], folded("beside", "governing")) is not None


def _town_elsewhere(line: Line, i: int, cut: int) -> bool:
    """Whether the article says «في» of the word that may be a given name too («عدن»)."""
    word = line.text[after(line.text, line.tokens[i], cut) : line.tokens[i].end]
    return f"في {word}" in line.text or f"مدينة {word}" in line.text


def strict(line: Line, at: int) -> bool:
    """Whether word `at` is a name far more seldom than a common word, and nothing before it says that it is one here."""
    return line.word(at) in STRICT and line.word(at - 1) not in _WHERE


def cities(line: Line) -> Iterator[Guess]:
    """Give «مدينة الملك فهد الطبية» and «مدينة الجبيل الصناعية», which «مدينة» belongs to."""
    for i, word in enumerate(line.words[:-1]):
        cut = head(word, _CITY)
        if cut is None or not line.joined(i):
            continue
        royal = called_after(line, i + 1)
        last = royal or i + 2
        if royal or line.word(last) in _CITIES:
            kind: NameType = "organization" if line.word(last) == "الطبيه" else "place"  # a hospital
            yield Guess(i, last + (line.word(last) in _CITIES), kind, cut, 5)


def _adjective_here(line: Line, i: int) -> bool:
    """Whether «السعودية» or «سورية» describes the noun before it: they agree in having the article."""
    word, before = line.words[i], line.word(i - 1)
    if not (i and line.joined(i - 1)) or word not in adjectives():
        return False
    return any(way.form.startswith("ال") for way in bare(before)) == word.startswith("ال") and (
        word.startswith("ال") or before.endswith(("ه", "ات"))
    )


def headed(line: Line) -> Iterator[Guess]:
    """Give the places that begin at a head noun which belongs to the name."""
    heads = folded("heads", "place_in")
    for i, word in enumerate(line.words):
        cut = head(word, heads)
        if cut is not None and line.joined(i) and line.word(i + 1)[0].isalnum() and not _no_place(line, i, word[cut:]):
            last = _after_head(line, i, word[cut:])
            if last is not None:
                body = word[cut:] == "مستشفي" or (word[cut:] == "سوق" and _of_shares(line, i))
                kind: NameType = "organization" if body else "place"
                yield Guess(i, _to_town(line, last) if word[cut:] in _ROADS else last, kind, cut, 3)
        elif line.word(i).endswith("منطقه") and line.word(i + 1) in REGIONS and line.joined(i):
            last = i + 3 if line.word(i + 2) in ("المكرمه", "المنوره", "الشماليه") else i + 2
            yield Guess(i, last, "place", len(word) - len("منطقه"), 3)


def _of_shares(line: Line, i: int) -> bool:
    """Whether the market of head `i` is an exchange: «مؤشر سوق دبي», «أسهم سوق أبوظبي»."""
    return any(head(line.word(k), _EXCHANGED) is not None for k in range(i - _NEAR + 1, i))


def _to_town(line: Line, last: int) -> int:
    """The end of a road that is called by both its ends: «طريق أملج - ينبع»."""
    named = line.word(last) in _DASHES and last + 1 < len(line.words) and _name_of_place(line, last + 1)
    return last + 2 if named else last


def _no_place(line: Line, i: int, plain: str) -> bool:
    """Whether the head means no place: «عن طريق …», «ولاية خامسة» (a term)."""
    if plain == "قناه" and line.word(i + 1) not in _CANALS:
        return True  # a station
    return (plain == "طريق" and line.word(i - 1) in ("عن", "وعن")) or line.word(i + 1) in _ORDINALS


def _after_head(line: Line, i: int, plain: str) -> int | None:
    j = i + 1
    royal = called_after(line, j)
    if royal is not None:
        return tail(line, royal) if plain == "مستشفي" else adjectives_after(line, royal)
    if line.word(j) in _SIDES and line.joined(j) and (plain in _SURE or plain in _GREAT or plain == "ميناء"):
        found = line.lexicon.longest(line.words, j + 1)
        if found and not found[2] and found[1] in ("place", "city", "town"):
            return j + 1 + found[0]  # «ولاية شمال دارفور»
    if line.word(j) in PARTS_OF_NAMES and line.joined(j) and line.word(j + 1)[:1].isalpha():
        return j + 2
    said = not line.classes(j) and not line.word(j).startswith("ال") and not rare(line.word(j))
    if said and line.word(j).endswith(("ه", "ي")):
        return None  # «حي ساحلي»
    unknown = plain in _SURE and line.kind(j) == "" and line.word(j).isalpha() and rare(line.word(j)) and not _described(line, j)
    if plain == "قاعده" and line.word(j + 1) in _ARMS and line.joined(j) and line.word(j).startswith("ال"):
        return j + 2  # «قاعدة الصخير الجوية»
    if _name_of_place(line, j) or unknown or (plain in _TAKES and line.kind(j) in ("PER", "LOC", "ORG")):
        found = line.lexicon.longest(line.words, j)
        last = j + found[0] if found and not found[2] else j + 1
        while last < min(j + LONGEST, len(line.words)) and line.tags[last].startswith("I-") and _goes_on(line, last):
            last += 1
        if plain in _HOUSES and last == j + 1 and CAPITAL in line.classes(last) and line.joined(j):
            last += 1  # «فندق نارسيون القاهرة»
        if line.word(last - 1) in ("بن", "بنت") and line.joined(last - 1) and last < len(line.words):
            last += 1
        return _extent_after(line, last) if plain in _GREAT else last
    return None


def _described(line: Line, j: int) -> bool:
    """Whether word `j` says more of a place that has no name here: «محافظة حدودية»."""
    word = line.word(j)
    return word in adjectives() or word.endswith(("يه", "ات")) or bool({TITLE, ADJECTIVE} & set(line.classes(j)))


def _extent_after(line: Line, last: int) -> int:
    """The end with «الدولي», but without the nation: «مطار بلاكبوش البريطاني»."""
    end = adjectives_after(line, last)
    while end > last and line.words[end - 1] in adjectives():
        end -= 1
    return end


def _goes_on(line: Line, at: int) -> bool:
    word = line.word(at)
    clitic = word[0] in "لبو" and not word.startswith("لل") and rare(word) is False
    if TITLE in line.classes(at) and word.startswith("ال"):
        return False  # «قطاع ظهران الجنوب العقيد خميس»
    return line.kind(at) != "NAT" and word not in adjectives() and line.joined(at - 1) and not clitic


def villages(line: Line) -> Iterator[Guess]:
    """Give the place after «قرية», «بلدة» or «مدينة», which stay outside, where the tagger does not know it."""
    for i, word in enumerate(line.words[:-1]):
        if head(word, _VILLAGES) is None or not line.joined(i) or line.kind(i) == "ORG":
            continue
        j = i + 1
        name = line.word(j)
        if (
            not (name[0].isalpha() and rare(name, _RARER))
            or name in adjectives()
            or TITLE in line.classes(j)
            or line.kind(j) not in ("", "LOC")
        ):
            continue
        yield Guess(j, j + 1, "place", 0, 0)


def _name_of_place(line: Line, j: int) -> bool:
    if line.word(j) in folded("heads", "generic"):
        return False
    return line.kind(j) == "LOC" or (bool({COUNTRY, CAPITAL, TOWN, KNOWN} & set(line.classes(j))) and line.kind(j) != "NAT")
