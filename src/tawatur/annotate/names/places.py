"""Countries, cities and places with a head noun: «محافظة إدلب»، «مضيق البوسفور»، «مطار الملك خالد الدولي»."""

from collections.abc import Iterator

from tawatur.annotate.names.bodies import _adjectives, _royal
from tawatur.annotate.names.lexicon import CAPITAL, COUNTRY, KNOWN, TOWN, folded
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.arabic.fold import fold
from tawatur.records.name import NameType

_KINDS: dict[str, NameType] = {"country": "country", "organization": "organization", "place": "place", "event": "event", "city": "place", "product": "product"}
# words after which a name is a place's
_WHERE = frozenset(fold(w) for w in ("في", "إلى", "من", "بين", "قرب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "وسط", "بمدينة", "مدينة", "محافظة", "منطقة", "بلدة", "قرية", "العاصمة", "داخل", "خارج", "نحو", "عبر", "على", "دولة", "جمهورية", "مملكة", "بمنطقة", "بمحافظة", "ضواحي", "ريف", "وفي", "ومن", "ضد", "مع", "حكومة", "منتخب"))  # fmt: skip
_REGIONS = frozenset(fold(w) for w in ("الرياض", "مكة", "المدينة", "القصيم", "الشرقية", "عسير", "تبوك", "حائل", "الحدود", "جازان", "جيزان", "نجران", "الباحة", "الجوف"))
# heads that take whatever name stands after them
_TAKES = frozenset(fold(h) for h in ("محافظة", "إقليم", "ولاية", "مقاطعة", "نهر", "مضيق", "شارع", "جزيرة", "مطار", "ميناء", "معبر", "حي", "ميدان", "ساحة", "وادي", "بحيرة", "هضبة", "ملعب", "استاد", "إستاد", "مسجد", "جامع", "مخيم", "منفذ", "مستشفى", "جبل", "قاعدة", "قصر", "جسر"))  # fmt: skip


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
        name = " ".join([line.words[i][cut:] if not line.words[i][cut:].startswith("لل") else line.words[i][cut:], *line.words[i + 1 : i + n]])
        if _sure(line, i, n, kind, cut, name in doubtful):
            yield Guess(i, i + n, _KINDS[kind], cut, 4)
        i += n


def _sure(line: Line, i: int, n: int, kind: str, cut: int, doubtful: bool) -> bool:
    """Whether the words mean the name here. A single word that is common too needs the tagger or a word of place."""
    if not all(line.joined(k) for k in range(i, i + n - 1)):
        return False
    tagged = line.kind(i) in ("LOC", "ORG", "EVT", "MIS")
    if kind == "city":
        return tagged or n > 1 or line.word(i - 1) in _WHERE
    if not doubtful:
        return line.kind(i) != "NAT" and not (line.kind(i) == "PER" and kind == "country" and line.kind(i - 1) == "PER")
    return line.kind(i) == "LOC" or (kind != "country" and tagged) or (line.word(i - 1) in _WHERE and line.kind(i) != "NAT")


def headed(line: Line) -> Iterator[Guess]:
    """Give the places that begin at a head noun which belongs to the name."""
    heads = folded("heads", "place_in")
    for i, word in enumerate(line.words):
        cut = head(word, heads)
        if cut is not None and line.joined(i):
            last = _after_head(line, i, word[cut:])
            if last is not None:
                kind: NameType = "organization" if word[cut:] == "مستشفي" else "place"
                yield Guess(i, last, kind, cut, 3)
        elif line.word(i).endswith("منطقه") and line.word(i + 1) in _REGIONS and line.joined(i):
            last = i + 3 if line.word(i + 2) in ("المكرمه", "المنوره", "الشماليه") else i + 2
            yield Guess(i, last, "place", len(word) - len("منطقه"), 3)


def _after_head(line: Line, i: int, plain: str) -> int | None:
    j = i + 1
    royal = _royal(line, j)
    if royal is not None:
        return _adjectives(line, royal)
    if _name_of_place(line, j) or (plain in _TAKES and line.kind(j) in ("PER", "LOC", "ORG")):
        found = line.lexicon.longest(line.words, j)
        last = j + found[0] if found and not found[2] else j + 1
        while last < len(line.words) and line.tags[last].startswith("I-") and line.kind(last) != "NAT" and line.joined(last - 1):
            last += 1
        return last if plain not in ("مطار", "ملعب", "استاد") else _adjectives(line, last)
    return None


def _name_of_place(line: Line, j: int) -> bool:
    if line.word(j) in folded("heads", "generic"):
        return False
    return line.kind(j) == "LOC" or bool({COUNTRY, CAPITAL, TOWN, KNOWN} & set(line.classes(j))) and line.kind(j) != "NAT"
