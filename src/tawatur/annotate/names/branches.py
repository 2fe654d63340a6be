"""What a body's name takes in of its land: «الإدارة العامة للتعليم بمنطقة جازان», «شرطة منطقة مكة المكرمة», «صحة الرياض»."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.lexicon import CAPITAL, TOWN, folded, rare
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.arabic.fold import fold

REGIONS = frozenset(fold(w) for w in ("الرياض", "مكة", "المدينة", "القصيم", "الشرقية", "عسير", "تبوك", "حائل", "الحدود", "جازان", "جيزان", "نجران", "الباحة", "الجوف"))  # fmt: skip
LANDS = frozenset(fold(w) for w in ("منطقة", "محافظة", "مدينة", "ولاية", "مقاطعة", "إمارة"))
_SECOND = frozenset(fold(w) for w in ("المكرمة", "المنورة", "الشمالية", "المقدسة"))
# bodies that stand once in each land, so that the land tells which is meant; a ministry's seat is none of its name
_BRANCHES = frozenset(fold(h) for h in ("إدارة", "الإدارة", "مديرية", "المديرية", "فرع"))
_SERVICES = frozenset(fold(w) for w in ("تعليم", "صحة"))  # a directorate called by what it is for: «مدير تعليم جازان»
_DIRECTING = frozenset(fold(w) for w in ("مدير", "مديرة", "عام", "متحدث", "ناطق", "إدارة"))
_SPOKESMEN = frozenset(fold(w) for w in ("الرسمي", "الإعلامي", "المتحدث", "الناطق"))
_SAYING = frozenset(fold(w) for w in ("أكدت", "أعلنت", "أوضحت", "كشفت", "نفت", "دعت", "حذرت", "بدأت", "نظمت", "أطلقت", "ذكرت"))
_KINDS_OF_FIRM = frozenset(
    fold(w) for w in ("العقارية", "المالية", "الصناعية", "الزراعية", "الغذائية", "الطبية", "التعاونية", "القابضة")
)
_SHARES = frozenset(fold(w) for w in ("سهم", "أسهم", "سهما"))
_LIMITED = frozenset(fold(w) for w in ("المحدودة", "القابضة"))  # a firm's form in law ends its name
_FIRMS = frozenset(fold(w) for w in ("شركة", "الشركة"))
_STATE = frozenset(fold(h) for h in ("وزارة", "حكومة", "إمارة", "رئاسة", "محكمة", "شرطة", "الحكومة", "الوزارة", "مجلس", "منتخب"))
_WITHIN = 9  # words between a firm and its form in law


def known(line: Line, j: int) -> int | None:
    """The end of the longest name of the tables that begins at `j` without a clitic."""
    found = line.lexicon.longest(line.words, j)
    return j + found[0] if found and not found[2] else None


def land(line: Line, j: int) -> int | None:
    """The end of the region or the town named at `j`; None where it is none."""
    end, word = known(line, j), line.word(j)
    if end is None and not (line.kind(j) in ("LOC", "ORG") or word in REGIONS or rare(word)):
        return None
    last = end or j + 1
    return last + 1 if line.word(last) in _SECOND and line.joined(last - 1) else last


def region_after(line: Line, i: int, last: int) -> int:
    """The end of the body of head `i` with «بمنطقة …», «في محافظة …» or «بجازان» behind it, where its head takes them."""
    if head(line.word(i), _BRANCHES) is None or not line.joined(last - 1):
        return last
    word = line.word(last)
    if word.startswith("ب") and word[1:] in LANDS and line.joined(last):
        return land(line, last + 1) or last
    if word == "في" and line.word(last + 1) in LANDS and line.joined(last + 1):
        return land(line, last + 2) or last
    town = {CAPITAL, TOWN} & set(line.lexicon.words.get(word[1:], "")) or word[1:] in REGIONS
    return last + 1 if word.startswith("ب") and town and word not in line.lexicon.words else last


def services(line: Line) -> Iterator[Guess]:
    """Give «تعليم جازان»: a service's directorate by its land, after the one who directs or speaks for it."""
    for i, word in enumerate(line.words[:-1]):
        cut = head(word, _SERVICES)
        before = line.word(i - 1)
        spoken = cut == 1 and word[0] == "ل" and before in _SPOKESMEN  # «المتحدث الرسمي لصحة جدة»
        directed = before in _DIRECTING or head(before, _SAYING) is not None or spoken or (cut == 1 and word[0] == "ب")
        town = {CAPITAL, TOWN} & set(line.classes(i + 1)) or line.word(i + 1) in REGIONS
        if cut is not None and directed and line.joined(i):
            last = land(line, i + 2) if line.word(i + 1) in LANDS else land(line, i + 1) if town else None
            if last is not None:
                yield Guess(i, last, "organization", cut, 3)


def shares(line: Line) -> Iterator[Guess]:
    """Give firms by what their shares are called: «سهم أملاك للتمويل», «سهم الدار العقارية»."""
    trades = folded("companies", "trades")
    for i, word in enumerate(line.words[:-2]):
        name, then = line.words[i + 1], line.words[i + 2]
        if head(word, _SHARES) is None or not (line.joined(i) and line.joined(i + 1)) or not name.isalpha():
            continue
        traded = then.startswith("لل") and "ال" + then[2:] in trades
        described = then in _KINDS_OF_FIRM and not name.endswith("ات")
        if (traded or described) and name not in folded("heads", "generic"):
            yield Guess(i + 1, i + 3, "organization", 0, 5)


def limited(line: Line, i: int, last: int) -> int:
    """The end of a firm's name with «المحدودة», where that follows within the same run of words."""
    if head(line.word(i), _FIRMS) is None:
        return last
    for k in range(last, min(last + _WITHIN, len(line.words))):
        if not line.joined(k - 1):
            return last
        if line.words[k] in _LIMITED:
            return k + 1
    return last


def trading(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """Give the names of `found`, firms and foundations with what they trade in («مجموعة … للسفر», «… للتطوير والتدريب»)."""
    taken = {k for guess in found for k in range(guess.first, guess.last)}
    return [g._replace(last=_traded(line, g, taken)) if g.kind == "organization" else g for g in found]


def _traded(line: Line, guess: Guess, taken: set[int]) -> int:
    last, trades = guess.last, folded("companies", "trades")
    word = line.word(last)
    if not (word.startswith("لل") and "ال" + word[2:] in trades and line.joined(last - 1)) or last in taken:
        return last
    if head(line.word(guess.first), _STATE) is not None:
        return last
    last += 1
    while line.word(last)[:1] == "و" and line.word(last)[1:] in trades and line.joined(last - 1) and last not in taken:
        last += 1
    return last
