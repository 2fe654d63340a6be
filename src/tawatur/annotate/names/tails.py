"""What follows the head of a body and belongs to its name: whom it is called after, adjectives, «لل…», what و joins."""

from collections.abc import Mapping
from functools import cache

from tawatur.annotate.names.branches import known
from tawatur.annotate.names.chains import with_pronoun
from tawatur.annotate.names.lexicon import (
    GIVEN,
    TITLE,
    adjectives,
    folded,
)
from tawatur.annotate.names.line import LONGEST, Line
from tawatur.arabic.fold import fold
from tawatur.resources import load

_ROYAL = frozenset(fold(t) for t in ("الملك", "الأمير", "الأميرة", "الإمام", "الشيخ", "السلطان", "الملكة", "خادم"))
# «لكرة القدم», «لألعاب القوى»: two words of one name
OF_SPORT = frozenset(("لكره", "للكره", "لالعاب", "للالعاب"))
_LEAST = 3  # letters after the preposition of «لل…»
PURPOSES = folded("heads", "purposes")
# what «لل…» begins after a body without being its purpose: «القوات البرية للتعامل مع…»، «للمرة الأولى»
DOINGS = frozenset(fold(w) for w in ("الإطاحة", "التدخل", "السيطرة", "التخلص", "التعبير", "التعليق", "الإفراج", "القبض", "المرة", "المرات", "التعامل", "الوقوف", "الحصول", "المشاركة", "المطالبة", "الاستفادة", "الاطلاع", "التأكيد", "التأكد", "التوقيع", "القيام", "التعرف", "الوصول", "المساهمة", "العام", "الموسم", "اليوم", "الأسبوع", "الشهر", "المباراة", "اللقاء", "الخروج", "الدخول", "العودة", "الانضمام", "التنسيق", "التصدي", "الحد", "الكشف", "التحقق", "المتابعة", "السماح", "الإعلان", "الاعتراف", "النظر", "الفوز", "اللعب", "التوصل", "الحفاظ", "الضغط", "التعاقد", "التفاوض", "التشاور", "التباحث", "الانسحاب", "الرد", "الضرورة", "الغاية", "حين", "الأسف", "المواطنين", "المواطن", "المتضررين", "الجميع", "اللاعب", "الفريق", "الوقاية", "العمل", "الاستغناء", "التحقيق", "المساعدة", "المثول", "الاحتفال", "المزيد", "السنة", "العامين", "الجمهور", "الصحافة", "الصحفيين", "الصحافيين", "الدراسات", "حوار"))  # fmt: skip


@cache
def _joined() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    rows = load("names/heads")["joined"]
    return {fold(k): tuple(sorted((tuple(fold(v).split()) for v in values), key=len, reverse=True)) for k, values in rows.items()}


@cache
def extent() -> frozenset[str]:
    """Adjectives that go with bodies, in every form with the article."""
    plain = [fold(a) for a in load("names/adjectives")["extent"]]
    return frozenset("ال" + a.removesuffix("ي") + end for a in plain for end in (("ي", "يه") if a.endswith("ي") else ("", "ه"))) | {
        "العليا", "الكبري", "الاولي", "العظمي", "المتحده", "المسلحه", "الممتاز",
    }  # fmt: skip


def called_after(line: Line, j: int) -> int | None:
    """The end of «الملك سعود»، «الأمير محمد بن فهد» at `j`: what a body or a place is called after."""
    if line.word(j) not in _ROYAL:
        return None
    at = j + 1
    if line.word(j) == "خادم":
        return j + 3 if line.word(j + 1) == "الحرمين" else None
    if not (line.kind(at) == "PER" or GIVEN in line.classes(at)):
        return None
    at += 1
    while (
        line.word(at) in ("بن", "بنت", "ال")
        or line.word(at - 1) in ("بن", "بنت", "ال", "عبد")
        or line.tags[at : at + 1] == ["I-PER"]
    ):
        if at >= min(j + LONGEST, len(line.words)) or not line.joined(at - 1) or with_pronoun(line, at):
            break  # «جامعة الملك سعود هنأه»
        at += 1
    return at


def joined_by_and(line: Line, last: int) -> int:
    """The end after what the closed list lets follow the word before `last`."""
    for rest in _joined().get(line.word(last - 1), ()):
        if tuple(line.words[last : last + len(rest)]) == rest:
            return last + len(rest)
    return last


def tail(line: Line, last: int) -> int:
    """The end after the adjectives and the «لل…» that follow."""
    last = adjectives_after(line, last)
    word = line.word(last)
    if word in OF_SPORT and line.word(last + 1).startswith("ال"):  # «لكرة القدم»
        return last + 2
    if word.startswith("ل") and line.joined(last - 1) and line.word(last - 1) in extent() and line.joined(last):
        return _purpose(line, last)
    if (
        last < len(line.words)
        and line.joined(last - 1)
        and word.startswith("لل")
        and len(word) > 4
        and "ال" + word[2:] not in folded("heads", "generic")
        and "ال" + word[2:] not in DOINGS
    ):
        end = _and_complement(line, last)
        return _nisba_after(line, adjectives_after(line, end))
    return last


def _nisba_after(line: Line, last: int) -> int:
    """The end with the adjective of what the body is for, that no list has: «الهيئة السعودية للحياة الفطرية»."""
    word, before = line.word(last), line.word(last - 1)
    takes = word.startswith("ال") and word.endswith("يه") and before.startswith("لل") and before.endswith(("ه", "ات", "ون"))
    return last + 1 if takes and TITLE not in line.classes(last) and line.joined(last - 1) else last


def purpose_after(line: Line, last: int) -> int:
    """The end after «لرعاية الأيتام» or «للتنمية», behind a body named in marks; `last` where there is none."""
    word = line.word(last)
    if word[:1] == "ل" and word[1:] in PURPOSES:
        end = last + 1
        if line.word(end).isalpha() and not line.word(end).startswith("ال") and line.word(end + 1).startswith("ال"):
            end += 1  # «لرعاية أيتام البلد»
        return adjectives_after(line, joined_by_and(line, end + 1)) if line.word(end).startswith("ال") else last
    if word.startswith("لل") and not {"ال" + word[2:]} & (DOINGS | folded("heads", "generic")):
        return adjectives_after(line, _and_complement(line, last))
    return last


def people_and(line: Line, last: int) -> int:
    """The end with a second plural and its nation: «اتحاد الأدباء والمثقفين العرب»; a singular after «و» begins a body of its own."""
    word = line.word(last)
    plural = word.startswith("وال") and word.endswith("ين") and len(word) > len("والين") + 1
    nation = line.word(last + 1) in adjectives() and line.word(last + 1).startswith("ال")
    return last + 2 if plural and nation and line.joined(last - 1) and line.joined(last) else last


def served(line: Line, last: int) -> int:
    """The end after «لزراعة الأعضاء» behind a society («المركز السعودي»); `last` where no such purpose stands there."""
    word = line.word(last)
    if not (word.startswith("ل") and word[1:] in PURPOSES | folded("heads", "fields") and line.joined(last - 1)):
        return last
    if not (line.joined(last) and (line.word(last + 1).startswith("ال") or known(line, last + 1))):
        return last
    end = joined_by_and(line, known(line, last + 1) or last + 2)
    while line.word(end).startswith("وال") and line.joined(end - 1) and line.tags[end] == "I-ORG":
        end += 1
    end = adjectives_after(line, end)
    nisba = line.word(end).startswith("ال") and line.word(end).endswith("يه") and line.word(end - 1).endswith(("ه", "ات"))
    return end + 1 if nisba and line.joined(end - 1) and TITLE not in line.classes(end) else end  # «لأبحاث الحياة الفطرية»


def _purpose(line: Line, last: int) -> int:
    """The end after «لمكافحة المخدرات» or «لهيئة…», which go on with «الإدارة العامة»; `last` where there is none."""
    plain = line.word(last)[1:]
    if plain in PURPOSES and line.word(last + 1).startswith("ال"):
        return adjectives_after(line, last + 2)
    if plain in folded("heads", "firm"):
        chained = line.joined(last + 1) and line.word(last + 1).isalpha() and line.word(last + 2).startswith("ال")
        named = line.joined(last) and (line.word(last + 1).startswith("ال") or known(line, last + 1))
        if not named and chained and line.joined(last):
            return adjectives_after(line, last + 3)  # «المجلس التنفيذي لهيئة أعضاء الشرف»
        return adjectives_after(line, joined_by_and(line, known(line, last + 1) or last + 2)) if named else last
    if plain.startswith("ل") and len(plain) > _LEAST and "ال" + plain[1:] not in folded("heads", "generic"):
        return adjectives_after(line, _and_complement(line, last))
    return last


def _and_complement(line: Line, at: int) -> int:
    last = at + 1
    genitive = "ال" + line.word(at)[2:]
    for rest in _joined().get(genitive, ()):
        if tuple(line.words[last : last + len(rest)]) == rest:
            return last + len(rest)
    # a second noun that the tagger has in the same name («للإغاثة والأعمال الإنسانية»)
    while line.word(last).startswith("وال") and line.tags[last] == "I-ORG":
        last += 1
    return last


def more_purposes(line: Line, last: int) -> int:
    """«مركز الملك سلمان للإغاثة والأعمال الإنسانية»: what و joins to the «لل…» of a body called after someone."""
    if line.word(last - 1).startswith("لل"):
        while line.word(last).startswith("وال") and line.joined(last - 1):
            last = adjectives_after(line, last + 1)
            last += line.word(last) in ("الانسانيه", "الخيريه", "الاجتماعيه", "الانساني")
    return last


def adjectives_after(line: Line, last: int) -> int:
    """Where a name that ends at `last` (exclusive) ends with the adjectives that belong to it."""
    first = last
    while (
        last < min(first + LONGEST, len(line.words))
        and line.joined(last - 1)
        and _adjective(line.words[last], line.words[last - 1], last > first)
    ):
        last += 1
    return last


def _adjective(word: str, before: str, more: bool) -> bool:
    """Whether `word` is an adjective that a body's name may end with; after one, و may join another («التقني والمهني»)."""
    if more and word.startswith("وال") and word[1:] in extent() and word[-1] == before[-1]:
        return True
    if not word.startswith("ال"):
        return False
    return word in adjectives() or word in extent() or (word == "العام" and not before.endswith("ه"))


def national_between(line: Line, first: int, last: int) -> bool:
    """Whether an adjective of nation, region or faith stands from word `first` to `last` (exclusive)."""
    return any(line.words[k] in adjectives() for k in range(first, min(last, len(line.words))))
