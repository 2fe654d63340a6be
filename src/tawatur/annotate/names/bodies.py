"""Bodies by their head noun: «وزارة الخارجية الروسية»، «الهيئة العامة للطيران المدني»، «جامعة الملك سعود».

A head takes its genitive, adjectives, what «لل» adds and what و joins by a closed list; a head that is a common noun too
(مركز، مجموعة) makes a name only with an adjective of nation, a known name, or the tagger's word.
"""

from collections.abc import Iterator

from tawatur.annotate.names.branches import LANDS, REGIONS, known, land, limited, region_after
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    FAMILY,
    GIVEN,
    HEAD,
    KNOWN,
    PLACE,
    TITLE,
    TOWN,
    adjectives,
    folded,
    rare,
)
from tawatur.annotate.names.line import LONGEST, Guess, Line, head
from tawatur.annotate.names.places import PARTS_OF_NAMES
from tawatur.annotate.names.tails import (
    OF_SPORT,
    PURPOSES,
    adjectives_after,
    called_after,
    extent,
    joined_by_and,
    more_purposes,
    national_between,
    people_and,
    served,
    tail,
)
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

_FEMININE = ("القوات", "الخطوط", "الكتاءب", "البحريه")
_PLAIN = frozenset(fold(h) for h in ("قوات", "وزارة", "جامعة", "شرطة", "محكمة", "حزب", "إمارة", "رئاسة", "حكومة"))
# feminine nouns that look like adjectives: «نفذت وزارة الدفاع العملية»
_NOUNS = frozenset(fold(w) for w in ("العملية", "القضية", "الاتفاقية", "المسؤولية", "الأهمية", "الجنسية", "الهوية", "الحرية", "الشرعية", "الأغلبية", "الأولوية", "البلدية", "المديرية", "الميزانية", "الصلاحية", "القابلية", "الكمية", "الإمكانية", "الكيفية", "الأقلية"))  # fmt: skip
# bodies that are called after the one who founded them: «مجموعة سامي النورس»
_FOUNDED = frozenset(fold(h) for h in ("مجموعة", "شركة", "مؤسسة", "مركز", "مدرسة", "دار"))
_CLUBS = frozenset(("نادي", "فريق"))
_SECRET = frozenset(fold(w) for w in ("الاستخبارات", "المخابرات"))  # «جهاز المخابرات» is a body
_ARTICLE = 3  # letters of a word with the article that may be a body's genitive: «وزارة الحج»
_OFFICES = frozenset(fold(w) for w in ("وزير", "وزيرة", "وزراء", "وزيري", "وزيرا"))
_ARMS = frozenset(fold(a) for a in ("المسلحة", "الجوية", "البحرية", "البرية", "المشتركة"))
_NOT_CALLED_AFTER = frozenset(fold(h) for h in ("حكومة", "رئاسة", "قيادة", "ديوان", "مكتب", "قوات", "إدارة"))
# bodies of a place that carry its name: «شرطة منطقة مكة المكرمة»، «غرفة الشرقية»
_LOCAL = frozenset(fold(h) for h in ("شرطة", "إمارة", "أمانة", "بلدية", "غرفة", "محكمة", "مديرية", "نيابة", "مرور", "جوازات"))
_FIRMS = frozenset(fold(h) for h in ("شركة", "مصرف", "بنك"))
_UNKNOWN = "m"  # a firm's own name: rarer than common nouns without the article
# bodies whose purpose is a chain of genitives: «هيئة تقويم التعليم»، «وكالة شؤون المسجد النبوي»
_SERVING = frozenset(fold(h) for h in ("هيئة", "وزارة", "جمعية", "مؤسسة", "مصلحة", "صندوق", "معهد", "كلية", "مديرية"))
_BETWEEN = frozenset(fold(w) for w in ("في", "من", "على", "عن", "إلى", "مع", "أن", "إن", "لا", "ما", "هي", "هو", "كانت", "كان", "قد", "بين", "بعد", "قبل", "أي", "كل", "هذه", "هذا", "تلك", "ذات", "غير", "لم", "لن", "أو", "ثم", "حيث", "عبر", "خلال", "ضد", "دون", "منذ", "لدى", "أمام", "تحت", "فوق", "حول", "رغم", "بعض", "جميع", "نفس"))  # fmt: skip
_LED = frozenset(("اداره", "رئاسه"))
# whole bodies, of which «إدارة» is the management and no name: «إدارة جامعة حائل», «إدارة نادي النصر»
_MANAGED = frozenset(fold(w) for w in ("جامعة", "نادي", "نادى", "شركة", "مستشفى", "كلية", "بنك", "حزب", "جمعية", "مدرسة", "مصنع", "مجموعة", "فندق", "منتخب", "فريق", "الرئيس", "الأمير"))  # fmt: skip
_BOARDS = frozenset(("مجلس",))  # «مجلس إدارة شيفرون» is not «إدارة شيفرون»
_DIRECTORS = frozenset(fold(w) for w in ("مدير", "مديرة", "مديرا", "رئيس"))
_FIRMS_OUTSIDE = frozenset(("شركه",))
_BOARD = fold("إدارة")  # «مجلس إدارة النادي» is the board of a body, and no name
_COMPLEMENTED = frozenset(fold(h) for h in ("الهيئة", "المديرية", "الرئاسة", "الأمانة", "الندوة", "المؤسسة"))
_GRADES = frozenset(fold(w) for w in ("الثانوية", "الابتدائية", "المتوسطة", "الإعدادية"))
_PAIR = 2
_ADJECTIVE = 5  # letters of an adjective with its article: «إلى» is none
_STUDIES = frozenset(fold(w) for w in ("للدراسات", "للبحوث", "للحوار", "للأبحاث", "للثقافة", "للترجمة", "للعلوم"))
_OF_TIME = frozenset(("الذي", "الثاني", "الماضي", "الحالي", "التالي", "التي", "اللاتي", "الثواني", "الباقي", "الرءيسي", "الاساسي", "الرسمي", "الاعلامي"))  # fmt: skip
_SIDED = frozenset(("الخارجيه", "الداخليه"))  # adjectives too
_PLACES = frozenset(COUNTRY + CAPITAL + TOWN)


def bodies(line: Line) -> Iterator[Guess]:
    """Give the bodies that begin at a head noun."""
    construct, definite = folded("heads", "organization_construct"), folded("heads", "organization_definite")
    for i, word in enumerate(line.words):
        cut = head(word, construct)
        if cut is not None:
            troops = word[cut:] == "قوات" and line.word(i + 1) in construct  # «قوات جيش …»: the army is the body
            last = None if troops else _construct(line, i, word[cut:])
        else:
            cut = head(word, definite)
            last = _definite(line, i, word) if cut is not None else None
        if last is not None and cut is not None and last > i + 1:
            first = _inside(line, i, word[cut:], last)
            if first > i:
                cut = 0
            last = people_and(line, limited(line, i, last))
            yield Guess(first, region_after(line, i, last), "organization", cut, 3)


def _inside(line: Line, i: int, plain: str, last: int) -> int:
    """Where the name begins: after «شركة», where a body with a head of its own follows («شركة الخطوط الجوية اليونانية»)."""
    definite = head(line.word(i + 1), folded("heads", "organization_definite")) == 0 or line.word(i + 1) == "مجموعه"
    own = plain in _FIRMS_OUTSIDE and last > i + 2 and definite
    return i + 1 if own else i


def _construct(line: Line, i: int, plain: str) -> int | None:
    """Where the body ends (exclusive) whose head without the article stands at `i`; None for no body."""
    j = i + 1
    royal = called_after(line, j) if plain not in _NOT_CALLED_AFTER else None
    if royal is not None:
        school = plain == "مدرسه" and line.word(royal) in _GRADES and line.joined(royal - 1)
        return served(line, more_purposes(line, tail(line, _researching(line, royal + school))))
    if not line.joined(i):
        return None
    if (
        (plain == _BOARD and head(line.word(i - 1), _BOARDS) is not None)
        or _boarded(line, j, plain)
        or (plain in _FIRMS_OUTSIDE and line.word(j) == "مجموعه")
    ):
        return None
    special = _special(line, j, plain)
    if special is not None:
        return special
    if not _genitive(line, j):
        return _called(line, j) if plain in _FIRMS else None
    last = known(line, j) or j + 1
    last = joined_by_and(line, last)
    end = tail(line, _nisba(line, last)) if _complemented(line, plain, last) else adjectives_after(line, _nisba(line, last))
    if plain in _CLUBS:  # «نادي جنوة الإيطالي» is نادي جنوة
        end = last
        while line.joined(end - 1) and line.word(end).startswith("ال") and line.word(end) in extent():
            end += 1
    return _confirmed(line, (i, last, end), plain)


def _confirmed(line: Line, ends: tuple[int, int, int], plain: str) -> int | None:
    """The end of the body whose head, genitive's end and end are `ends`, where its head or another sign makes it a name."""
    i, last, end = ends
    j = i + 1
    known = bool(_PLACES & set(line.classes(j))) or KNOWN in line.classes(j)
    national = national_between(line, j, end)
    tagged = line.kind(i) == "ORG" or line.kind(j) == "ORG"
    if plain == _BOARD and line.word(i - 1) in _DIRECTORS:  # «مدير إدارة الرقابة»
        return end
    if plain == "مجموعه" and head(line.word(i - 1), _FIRMS_OUTSIDE) is not None:
        return end  # «شركة مجموعة الطيار»
    if plain in folded("heads", "weak") and line.word(j) not in _SECRET:
        return end if national or line.kind(i) == "ORG" or (known and tagged) else _served(line, last, known)
    if plain == "لجنه" and end - j > 1:  # «لجنة التنمية الاجتماعية»
        return end
    if plain in folded("heads", "firm") or line.word(j) in _SECRET or national or tagged:
        return end
    return end if known else None


def _researching(line: Line, last: int) -> int:
    """The end with «للدراسات الإسلامية» or «للبحوث» of what is called after someone; behind a state's body it is what it did."""
    if line.word(last) not in _STUDIES or not line.joined(last - 1):
        return last
    last = adjectives_after(line, last + 1)
    return last + 1 if line.word(last).startswith("و") and "لل" + line.word(last)[3:] in _STUDIES else last


def _boarded(line: Line, j: int, plain: str) -> bool:
    """Whether the head is the board or the management of a body that is named further on: «إدارة الاتحاد السعودي»."""
    if line.word(j) == _BOARD and plain == "مجلس":
        return True
    return plain in _LED and (line.word(j) in folded("heads", "organization_definite") or line.word(j) in _MANAGED)


def _special(line: Line, j: int, plain: str) -> int | None:
    """The end of a body with a land, a chain of genitives or a founder after its head; None where there is none."""
    if plain in _LOCAL and line.word(j) in REGIONS:
        return land(line, j)
    if plain in _LOCAL and line.word(j) in LANDS and line.joined(j):
        return land(line, j + 1)
    if plain in _LOCAL and line.word(j) in PARTS_OF_NAMES and line.joined(j) and line.word(j + 1)[:1].isalpha():
        return j + 2  # «شرطة أم الحمام»
    if (plain in _SERVING or (plain == _BOARD and line.word(j - 2) in _DIRECTORS)) and _chained(line, j):
        return adjectives_after(line, joined_by_and(line, known(line, j + 1) or j + 2))
    if line.kind(j) == "PER" and (plain == "جامعه" or (plain in _FOUNDED and GIVEN in line.classes(j))):
        return tail(line, _people(line, j))
    return None


def _chained(line: Line, j: int) -> bool:
    """Whether a noun without the article and its genitive stand at `j`: «هيئة تقويم التعليم»."""
    word, then = line.word(j), line.word(j + 1)
    if not line.joined(j) or set(line.classes(j)) & {TITLE, PLACE, COUNTRY, CAPITAL} or word in adjectives():
        return False
    if line.text[line.tokens[j].end - 1] == "ه" or any(way.form in PURPOSES for way in bare(word)[1:]):
        return False  # «صندوق تؤسسه المصارف», «صندوق لحماية الودائع»
    noun = word.isalpha() and not word.startswith("ال") and line.kind(j) in ("", "ORG") and word not in _BETWEEN
    return noun and then.startswith("ال") and then not in folded("heads", "generic") and TITLE not in line.classes(j + 1)


def _called(line: Line, j: int) -> int | None:
    """The end of a firm's own name at `j`, a rare word without the article («شركة نادكو»); None where there is none."""
    word, classes = line.word(j), set(line.classes(j))
    if not word.isalpha() or word.isascii() or classes & {TITLE, HEAD, PLACE} or word in adjectives():
        return None
    if not rare(word, _UNKNOWN) or word.endswith(("ه", "ات")) or len(word) < 4:
        return None
    last = j + 1
    while last < j + LONGEST and line.tags[last : last + 1] == ["I-ORG"] and line.joined(last - 1):
        last += 1
    return last


def _served(line: Line, last: int, known: bool) -> int | None:
    """The end of «مركز تونس للحريات»: a common head with a known place is a name where «لل…» follows."""
    return tail(line, last) if known and line.word(last).startswith("لل") else None


def _complemented(line: Line, plain: str, last: int) -> bool:
    """Whether «لل…» after this head belongs to the body: «وزارة التعليم للاستغناء عن…» is no name."""
    at = adjectives_after(line, last)
    return line.word(at) in OF_SPORT or (line.kind(at) == "ORG" and plain not in _PLAIN) or national_between(line, last, at)


def _nisba(line: Line, last: int) -> int:
    """The end after a feminine adjective that no list has: «معهد الفيزياء التطبيقية»."""
    word = line.word(last)
    before = line.word(last - 1)
    feminine = before.endswith("ات") or line.text[line.tokens[last - 1].end - 1] == "ة"
    masculine = (
        word.endswith("ي") and len(word) > _ADJECTIVE and before.startswith("الت") and not feminine and word not in _OF_TIME
    )
    takes = word.startswith("ال") and (word.endswith("يه") or masculine) and word not in _NOUNS and line.joined(last - 1)
    takes = takes and not (masculine and {FAMILY, ADJECTIVE} & set(line.classes(last)))
    return last + 1 if takes and TITLE not in line.classes(last) else last


def _people(line: Line, j: int) -> int:
    """The end of the person's name that the tagger has at `j`."""
    return line.run(j + 1, "I-PER")


def _genitive(line: Line, j: int) -> bool:
    """Whether word `j` may be a body's genitive: with the article, or the name of a place."""
    word = line.word(j)
    table = line.lexicon.longest(line.words, j)
    if table is not None and table[0] > 1 and not table[2] and table[1] == "place":
        return True  # «أمانة المنطقة الشرقية»
    if word in folded("heads", "generic") or TITLE in line.classes(j) or word in adjectives():
        return False
    return (
        (word.startswith("ال") and len(word) > _ARTICLE) or bool(_PLACES & set(line.classes(j))) or line.kind(j) in ("ORG", "LOC")
    )


def _agrees(noun: str, adjective: str) -> bool:
    """Whether the first adjective has its noun's gender («الدفاع … الروسية» has not); «لل…» goes with either."""
    if adjective.startswith("لل"):
        return True
    feminine = noun.endswith(("ه", "ات")) or noun.endswith(_FEMININE)
    return feminine == (adjective.endswith("ه") or adjective.endswith(("العليا", "الكبري", "العظمي", "الاولي", "الحمراء")))


def _definite(line: Line, i: int, word: str) -> int | None:
    """Where the body ends whose head with the article stands at `i`: adjectives of nation make it, or the tagger."""
    end = tail(line, i + 1)
    plain = word[word.index("ال") :] if "ال" in word else "ا" + word[word.index("لل") + 1 :] if "لل" in word else word
    society = plain in folded("heads", "societies") or (plain == "الجيش" and line.word(i + 1) == "الشعبي")
    if society and end > i + 1:
        end = served(line, end)
    if end == i + 1 or not _agrees(word, line.word(i + 1)):
        return None
    if end == i + _PAIR and plain in folded("heads", "anaphoric") and line.word(i + 1) in adjectives():
        return None  # «ذكرت الصحيفة البريطانية»
    if any(way.form in _OFFICES for way in bare(line.word(i - 1))):
        return None  # «وزير الخارجية السعودي» is a man
    if plain in _SIDED and i and line.joined(i - 1) and any(way.form.startswith("ال") for way in bare(line.words[i - 1])):
        return None  # «السياسة الخارجية العمانية»
    if line.word(i + 1).startswith("لل") and line.word(i + 1).endswith("ين") and line.kind(i) != "ORG":
        return None  # «توجيه الهيئة للمديرين»
    if plain == "القوات" and line.word(i + 1) not in _ARMS and not national_between(line, i + 1, end):
        return None
    if plain == "القوات":
        end = adjectives_after(line, i + 1)
        return end if end > i + 1 else None
    if line.word(i + 1).startswith("لل") and line.kind(i) != "ORG" and plain not in _COMPLEMENTED:
        return None
    general = plain == "الاداره" and line.word(i + 1) == "العامه" and line.word(i + 2).startswith("لل") and end > i + 2
    if plain in folded("heads", "weak") and not general and not national_between(line, i + 1, end):
        return end if line.kind(i) == "ORG" else None
    return end
