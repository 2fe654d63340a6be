"""The tagger's bodies and places cut: heads that stay outside, what has been run on before and behind."""

from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    TITLE,
    TOWN,
    folded,
    rare,
)
from tawatur.annotate.names.line import Line, head
from tawatur.annotate.names.models import LETTERS
from tawatur.annotate.names.tails import extent
from tawatur.annotate.names.things import national

_DIRECTIONS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "بشمال", "بجنوب", "بشرق", "بغرب"))
_WEEK = ("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه")
_STOPS = frozenset(
    (
        *_WEEK,
        "مع",
        "حول",
        "بين",
        "حتي",
        "منذ",
        "لدي",
        "عبر",
        "دون",
        "ضمن",
        "بسبب",
        "عندما",
        "حيث",
        "كما",
        "اليوم",
        "امس",
        "وذلك",
        "وقد",
        "وهو",
        "وهي",
        "امام",
        "في",
        "علي",
        "بعد",
        "قبل",
        "الي",
        "عن",
        "ضد",
        "خلال",
        "التي",
        "الذي",
        "الذين",
        "ان",
        "قال",
        "التابع",
        "التابعه",
    )
)
_SIDES = frozenset(("الشماليه", "الجنوبيه", "الشرقيه", "الغربيه"))
PAIR = 2
_TEAMS = frozenset(("فريق", "نادي"))
_TIERS = frozenset(("الاول", "الثاني", "الاولمبي"))  # «فريق الاتحاد الأول»
_PARTS = frozenset(("ريف", "جنوب", "شمال", "شرق", "غرب", "وسط", "مدينه", "منطقه", "بلده", "قريه", "دوله"))
_LETTERED = frozenset(("د", "م", "ا"))  # titles cut to a letter: «المسجد الحرام د. سامي»
_FRIENDLY = frozenset(("الصديق", "الشقيق", "الصديقه", "الشقيقه"))  # «حكومة وشعب الاتحاد السويسري الصديق»


def without_head(line: Line, first: int, last: int) -> tuple[int, int]:
    """A place without «مدينة» before it, a newspaper without «صحيفة», a place without the nation after it."""
    if line.kind(first) == "ORG" and last - first > 2 and line.words[first].endswith("مجلس") and line.words[first + 1] == "اداره":
        first += 2
    if last - first > 1 and line.words[first] == "اداره" and line.word(first - 1).endswith("مجلس"):
        first += 1  # «مجلس إدارة شيفرون»
    first += _before_known(line, first, last)
    while first < last - 1 and (
        line.words[first] in _STOPS
        or (line.kind(first) == "LOC" and line.words[first] in _DIRECTIONS)
        or head(line.words[first], folded("heads", "place_out")) is not None
        or head(line.words[first], folded("heads", "outlet")) is not None
        or not line.words[first][0].isalnum()
    ):
        first += 1
    first += _indefinite(line, first, last) + _of_the_land(line, first, last)
    if line.kind(first) in ("LOC", "ORG"):
        last = _run_on(line, first, last)
        last = next((k for k in range(first + 1, last) if _apart(line, k) or _servant(line, k)), last)
    if line.kind(first) in ("LOC", "ORG", "EVT"):  # «تل تمر بريف الحسكة» is two places
        last = next((k for k in range(first + 1, last) if line.words[k] in _STOPS), last)
        last = next(
            (
                k
                for k in range(first + 1, last)
                if line.words[k][0] in "بول"
                and head(line.words[k][1:], folded("heads", "place_in") | folded("heads", "place_out") | _PARTS) == 0
            ),
            last,
        )
    if line.kind(first) == "ORG" and line.word(first - 1) in _TEAMS and line.word(last - 1) in _TIERS:
        last = max(first + 1, last - 1)
    while last > first + 1 and (
        not line.words[last - 1][0].isalnum()
        or line.words[last - 1] in _DIRECTIONS
        or _trails(line, last - 1)
        or (line.kind(first) == "ORG" and _office(line, last - 1))
        or line.words[last - 1] in _LETTERED
        or (line.kind(first) == "LOC" and national(line.words[last - 1]))
    ):
        last -= 1
    return first, last


def _servant(line: Line, at: int) -> bool:
    """Whether a person begins at `at` with «عبدال…», after whom no body here is called: «لجنة المنشطات عبدالرحمن …»."""
    before = line.words[at - 1]
    royal = TITLE in line.classes(at - 1) or before in ("بن", "ابن", "بنت", "دوري", "كاس", "مجموعه", "شركه", "موسسه", "جامعه")
    return line.words[at].startswith("عبدال") and GIVEN in line.classes(at) and not royal and before.startswith("ال")


def _indefinite(line: Line, first: int, last: int) -> int:
    """How many words of a body that has no name here stand before one that has: «منظمة دولية» before a body, «قوات» before «جيش»."""
    heads = folded("heads", "organization_construct")
    if last - first <= PAIR or line.kind(first) != "ORG" or head(line.words[first], heads) is None:
        return 0
    if line.words[first] == "قوات":
        return int(line.words[first + 1] in heads)
    return PAIR if "ال" + line.words[first + 1] in extent() and line.words[first].endswith("ه") else 0


def _of_the_land(line: Line, first: int, last: int) -> int:
    """Whether an adjective of nation has been run on before a town: «العاصمة السعودية الرياض»."""
    pair = last - first == PAIR and line.kind(first) == "LOC" and line.words[first].startswith("ال")
    return int(pair and national(line.words[first]) and bool({CAPITAL, TOWN} & set(line.classes(first + 1))))


def _before_known(line: Line, first: int, last: int) -> bool:
    """Whether a common word has been run on before a name of the tables: «منسوبو الدفاع المدني»، «ماضي جدة»."""
    if last - first < PAIR or line.classes(first) or is_head(line.words[first]):
        return False
    found = line.lexicon.longest(line.words, first + 1)
    if found is None or first + 1 + found[0] != last:
        return False
    if line.kind(first) == "ORG":
        return found[0] > 1 and found[1] == "organization"
    place = line.kind(first) == "LOC" and not found[2] and found[1] in ("place", "city", "country")
    return place and (found[0] > 1 or not rare(line.words[first]))


def _run_on(line: Line, first: int, last: int) -> int:
    """The end of a body or a place before common words without the article («الاتحاد صفوفه بضم»), or its adjective («جرش الأثرية»)."""
    known = line.lexicon.longest(line.words, first)
    if line.words[first].startswith("ال") or (known is not None and known[0] > 1):
        for k in range(first + (known[0] if known else 1), last):
            word = line.words[k]
            bare_noun = word.isalpha() and "ال" not in word[:3] and not word.startswith(("لل", "ولل"))
            if bare_noun and not line.lexicon.classes(word) and not rare(word):
                return k
    if line.kind(first) == "LOC" and last - first == PAIR and not is_head(line.words[first]):
        name, then = line.words[first], line.words[last - 1]
        if not name.startswith("ال") and then.startswith("ال") and then.endswith("يه") and then not in _SIDES:
            return last - 1
    return last


def _apart(line: Line, at: int) -> bool:
    """Whether word `at`, that the tagger has run on to a place or a body, begins a name of its own: و or ب and a country
    («الصندوق والولايات»), or a title with its person («الإمارات العربية المتحدة الشيخ خليفة»).
    """
    word = line.words[at]
    if word[0] in "وب" and COUNTRY not in line.classes(at):
        found = line.lexicon.longest(line.words, at)
        if found and found[2] == 1 and (found[1] == "country" or (word[0] == "ب" and found[1] in ("city", "town"))):
            return True  # «جمعية … بالإسكندرية» is two names
    before = line.words[at - 1]
    if word in _FRIENDLY or person_at(line, at):
        return True
    site = line.lexicon.longest(line.words, at) if word.startswith("ال") and before.startswith("ال") else None
    if site and site[0] > 1 and not site[2] and site[1] == "place":
        return True  # «قوات الاحتلال المسجد الأقصى»
    if is_definite_head(word) and word.startswith("ال") and before.startswith("ال") and (before in extent() or national(before)):
        return True  # «النادي الأهلي الجمعية العمومية»
    if word.startswith("ال") and word.endswith("ات") and (before in extent() or national(before)) and before.endswith("يه"):
        return True  # «منظمة العفو الدولية الاعتقالات»
    if TITLE in line.classes(at) and word.startswith("ال") and national(before):
        return True  # «المنتخب السعودي المدرب الوطني»
    named = line.kind(at + 1) == "PER" or {GIVEN, FOREIGN} & set(line.classes(at + 1))
    return TITLE in line.classes(at) and word.startswith("ال") and bool(named) and not is_head(line.words[at - 1])


def person_at(line: Line, at: int) -> bool:
    """Whether a given name and a family stand at word `at` behind a noun that is no title: «المستشفى المكلف سعد الزهراني»."""
    before = line.words[at - 1]
    given = GIVEN in line.classes(at) and not line.words[at].startswith("ال") and not {ADJECTIVE, HEAD} & set(line.classes(at))
    then = line.word(at + 1)
    family = then.startswith("ال") and (FAMILY in line.classes(at + 1) or (then.endswith("ي") and rare(then)))
    return given and family and before.startswith("ال") and (TITLE not in line.classes(at - 1) or before == "الفريق")


def is_definite_head(word: str) -> bool:
    """Whether `word` is a body's head noun with the article, with or without clitics."""
    return head(word, folded("heads", "organization_definite")) is not None


def is_head(word: str) -> bool:
    """Whether `word` is a head noun of a body, a place or an event, with or without clitics."""
    keys = ("organization_construct", "place_in", "place_out", "event")
    return any(head(word, folded("heads", key)) is not None for key in keys)


def _office(line: Line, at: int) -> bool:
    """Whether word `at` tells of the body or begins the next office: «الحرس الملكي المكلف», «هيئة السياحة أمين عام …»."""
    word = line.words[at]
    title = TITLE in line.classes(at) and not word.startswith("ال") and not is_head(word) and line.joined(at)
    return word in folded("beside", "participles") or word in _FRIENDLY or title


def _trails(line: Line, at: int) -> bool:
    """Whether a frequent word without the article, that no list knows, has been run on to a name."""
    word = line.words[at]
    if word in LETTERS and at and line.words[at - 1] in LETTERS:
        return False  # «أوبن إيه آي»
    if word.endswith("وا") and not line.classes(at) and len(word) > len("وا") + 1:
        return True  # a verb: «هيئة الإذاعة والتلفزيون منعوا»
    return not line.lexicon.classes(word) and "ال" not in word[:3] and not word.startswith(("لل", "ولل")) and not rare(word)
