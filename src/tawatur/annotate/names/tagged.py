"""The tagger's spans made into guesses: what runs on is cut, heads and titles are left out, common words are dropped."""

from collections.abc import Iterator

from tawatur.annotate.names.bodies import extent
from tawatur.annotate.names.chains import SONS, extended
from tawatur.annotate.names.clitics import clitics
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COMPANY,
    COUNTRY,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    PLACE,
    TEAM,
    TITLE,
    TOWN,
    folded,
    rare,
)
from tawatur.annotate.names.line import TAGGED, Guess, Line, head, spans
from tawatur.annotate.names.models import LETTERS
from tawatur.annotate.names.persons import parted, trimmed
from tawatur.annotate.names.places import PARTS_OF_NAMES, PRAYERS, strict
from tawatur.annotate.names.things import national
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold
from tawatur.records.name import NameType

_HEADED = {"EVT": "event", "LAW": "law"}  # the tagger knows too few of these to be believed without a head noun
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
_TURMOIL = frozenset(("الثوره", "الحرب", "الانتفاضه", "ثوره", "انتفاضه"))
_MARKS = frozenset('"“”«»()')
_BEFORE_LAND = frozenset(("في", "الي", fold("رئيس"), "دوله", "جمهوريه", "مملكه"))
_NAMING = frozenset(fold(w) for w in ("العامة", "العام", "العليا", "الأعلى", "المشتركة", "المسلحة", "الخاصة", "الأحمر", "المتحدة", "الممتاز", "الموحد", "الأول", "الأولى", "الثانية", "الحر"))  # fmt: skip
_SIDES = frozenset(("الشماليه", "الجنوبيه", "الشرقيه", "الغربيه"))
_PAIR = 2
_TEAMS = frozenset(("فريق", "نادي"))
_TIERS = frozenset(("الاول", "الثاني", "الاولمبي"))  # «فريق الاتحاد الأول»
_TELLING = frozenset(KNOWN + TEAM + COMPANY + COUNTRY + CAPITAL + ADJECTIVE)
_SPORTING = 2  # words of sport that an article of sport has at least
_PARTS = frozenset(("ريف", "جنوب", "شمال", "شرق", "غرب", "وسط", "مدينه", "منطقه", "بلده", "قريه", "دوله"))


def tagged(line: Line, seen: frozenset[str]) -> Iterator[Guess]:
    """Give the tagger's names; `seen` are the folded words of the article."""
    for first, last, kind in spans(line.tags):
        if kind not in TAGGED or (kind in _HEADED and head(line.words[first], folded("heads", _HEADED[kind])) is None):
            continue
        if kind == "PER":
            if line.word(first - 1) in _BEFORE_LAND and _lands(line, first, last):
                yield Guess(first, first + 1, "place", 0, 2)
                first += 1
            first, last = trimmed(line, first, parted(line, first, last, seen))
            first, last = extended(line, first, last)
            cut = letters_before(line, first, seen)
        else:
            at = _person_within(line, first, last) if kind == "LOC" else None
            if at is not None:
                yield Guess(at, last, "person", 0, 2)
                last = at
            first, last = _without_head(line, first, last)
            cut = letters_before(line, first, seen)
            if kind in _HEADED:
                cut = head(line.words[first], folded("heads", _HEADED[kind])) or 0
        if kind == "ORG" and last - first == 1 and _no_club(line, first, seen):
            continue
        if first < last and not _common(line, first, last, cut):
            if kind == "LOC" and _man(line, first, last, cut):
                kind = "PER"
            elif (
                kind == "PER"
                and line.words[first] == "بني"
                and head(line.word(first - 1), folded("heads", "place_out")) is not None
            ):
                kind = "LOC"  # «قرية بني حرير»
            turmoil = kind in ("ORG", "LOC") and head(line.words[first], _TURMOIL) is not None
            yield Guess(first, last, "event" if turmoil else _kind(line, (first, last), cut, kind), cut, 1)


def _kind(line: Line, words: tuple[int, int], cut: int, kind: str) -> NameType:
    """The tagger's type, but for a country («كإيران») and for what a place's head begins («حديقة … المائية»)."""
    first, last = words
    if kind == "LOC" and last - first == 1 and COUNTRY in line.lexicon.words.get(line.words[first][cut:], "") and cut:
        return "country"
    sites = folded("heads", "site")
    return "place" if kind == "ORG" and last - first > 1 and line.words[first][cut:] in sites else TAGGED[kind]


def _man(line: Line, first: int, last: int, cut: int) -> bool:
    """Whether the tagger's place is a given name and a family: «وبدر الظاهري»."""
    given = GIVEN in line.lexicon.words.get(line.words[first][cut:], "") or any(
        GIVEN in line.lexicon.words.get(way.form, "") for way in bare(line.words[first])
    )
    family = line.words[last - 1].startswith("ال") and FAMILY in line.classes(last - 1) and line.words[last - 1].endswith("ي")
    listed = line.lexicon.longest(line.words, first) or line.lexicon.longest(line.words, last - 1)
    return last - first == _PAIR and given and family and not _heads(line.words[first]) and not (listed and listed[0] > 1)


def _no_club(line: Line, at: int, seen: frozenset[str]) -> bool:
    """Whether a lone common word that is a club too («النصر») stands in an article without words of sport."""
    club = any(way.form in folded("teams", "common") for way in bare(line.words[at]))
    return club and len(folded("teams", "sport") & seen) < _SPORTING


def _person_within(line: Line, first: int, last: int) -> int | None:
    """Where in a tagger's place a person begins, a given name and a family («في نيرسان شعبان الدارعي»); None for nowhere."""
    if _heads(line.words[first]):
        return None
    for k in range(first + 1, last - 1):
        given = GIVEN in line.classes(k) and not {TITLE, HEAD, PLACE} & set(line.classes(k)) and line.words[k - 1] not in SONS
        family = line.words[k + 1].startswith("ال") and (FAMILY in line.classes(k + 1) or line.words[k + 1].endswith("ي"))
        if given and ((family and k + 2 == last) or line.words[k + 1] in ("بن", "بنت")):
            return k
    return None


def _lands(line: Line, first: int, last: int) -> bool:
    """Whether a tagger's person begins with a land that no list has: «رئيس نيرسان شعبان الدارعي»."""
    unknown = not line.classes(first) and rare(line.words[first]) and not line.words[first].startswith("ال")
    family = last - first > _PAIR and (FAMILY in line.classes(first + 2) or line.words[first + 2].startswith("ال"))
    return unknown and family and GIVEN in line.classes(first + 1)


def letters_before(line: Line, at: int, seen: frozenset[str]) -> int:
    """How many letters of the word at which a name begins are clitics."""
    token = line.tokens[at]
    if token.form.startswith("و") and line.kind(at - 1) == "PER" and token.form not in line.lexicon.words:
        return 1  # one more in a list of people
    if token.form[1:] in PARTS_OF_NAMES and token.form.startswith("و") and line.joined(at):
        return 1  # «وبيت حانون»
    return clitics(token.form, line.text[token.start : token.end], seen, line.lexicon)


def _without_head(line: Line, first: int, last: int) -> tuple[int, int]:
    """A place without «مدينة» before it, a newspaper without «صحيفة», a place without the nation after it."""
    if line.kind(first) == "ORG" and last - first > 2 and line.words[first].endswith("مجلس") and line.words[first + 1] == "اداره":
        first += 2
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
        last = next((k for k in range(first + 1, last) if _apart(line, k)), last)
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
        or (line.kind(first) == "LOC" and national(line.words[last - 1]))
    ):
        last -= 1
    return first, last


def _indefinite(line: Line, first: int, last: int) -> int:
    """How many words of a body that has no name here stand before one that has: «منظمة دولية» before a body, «قوات» before «جيش»."""
    heads = folded("heads", "organization_construct")
    if last - first <= _PAIR or line.kind(first) != "ORG" or head(line.words[first], heads) is None:
        return 0
    if line.words[first] == "قوات":
        return int(line.words[first + 1] in heads)
    return _PAIR if "ال" + line.words[first + 1] in extent() and line.words[first].endswith("ه") else 0


def _of_the_land(line: Line, first: int, last: int) -> int:
    """Whether an adjective of nation has been run on before a town: «العاصمة السعودية الرياض»."""
    pair = last - first == _PAIR and line.kind(first) == "LOC" and line.words[first].startswith("ال")
    return int(pair and national(line.words[first]) and bool({CAPITAL, TOWN} & set(line.classes(first + 1))))


def _before_known(line: Line, first: int, last: int) -> bool:
    """Whether a common word has been run on before a name of the tables: «منسوبو الدفاع المدني»، «ماضي جدة»."""
    if last - first < _PAIR or line.classes(first) or _heads(line.words[first]):
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
    if line.kind(first) == "LOC" and last - first == _PAIR and not _heads(line.words[first]):
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
        if found and found[2] == 1 and found[1] == "country":
            return True
    before = line.words[at - 1]
    if _defined(word) and word.startswith("ال") and before.startswith("ال") and (before in extent() or national(before)):
        return True  # «النادي الأهلي الجمعية العمومية»
    if word.startswith("ال") and word.endswith("ات") and (before in extent() or national(before)) and before.endswith("يه"):
        return True  # «منظمة العفو الدولية الاعتقالات»
    named = line.kind(at + 1) == "PER" or {GIVEN, FOREIGN} & set(line.classes(at + 1))
    return TITLE in line.classes(at) and word.startswith("ال") and bool(named) and not _heads(line.words[at - 1])


def _defined(word: str) -> bool:
    return head(word, folded("heads", "organization_definite")) is not None


def _participle(line: Line, at: int) -> bool:
    """Whether word `at` says which of the known bodies is meant, and names none: «المنتخب الفائز»، «القناة الجديدة»."""
    word = line.words[at]
    plain = word.removesuffix("ه")
    return (
        word.startswith("ال")
        and not plain.endswith("ي")
        and not _TELLING & set(line.classes(at))
        and not rare(word)
        and word not in _NAMING
    )


def _heads(word: str) -> bool:
    keys = ("organization_construct", "place_in", "place_out", "event")
    return any(head(word, folded("heads", key)) is not None for key in keys)


def _trails(line: Line, at: int) -> bool:
    """Whether a frequent word without the article, that no list knows, has been run on to a name."""
    word = line.words[at]
    if word in LETTERS and at and line.words[at - 1] in LETTERS:
        return False  # «أوبن إيه آي»
    if word.endswith("وا") and not line.classes(at) and len(word) > len("وا") + 1:
        return True  # a verb: «هيئة الإذاعة والتلفزيون منعوا»
    return not line.lexicon.classes(word) and "ال" not in word[:3] and not word.startswith(("لل", "ولل")) and not rare(word)


def _common(line: Line, first: int, last: int, cut: int) -> bool:
    """Whether the words cannot be a name: an adjective of nation alone, marks alone, a head noun alone, a number."""
    if line.words[first] == "المملكه" and line.kind(first) == "LOC":
        return True
    rest = line.words[first + 1 : last]
    if any(" ".join([way.form, *rest]) in folded("known", "generic") for way in bare(line.words[first])):
        return True
    if last - first == _PAIR and line.kind(first) == "ORG" and (_heads(line.words[first]) or _defined(line.words[first])):
        then = line.words[first + 1]  # «منظمة إرهابية»
        if line.words[first].startswith("ال") or _defined(line.words[first]):
            return _participle(line, first + 1)
        if not then.startswith("ال") and not line.lexicon.classes(then) and not rare(then):
            return True  # «شركة كبرى»
        return then.endswith("يه") and not then.startswith("ال") and not line.classes(first + 1)
    return last - first == 1 and _common_word(line, first, cut)


def _ours(word: str) -> bool:
    """Whether `word` is a head noun with a pronoun: «خليجنا», «وزارتهم»."""
    stems = [word.removesuffix(ending) for ending in ("نا", "هم", "ها", "كم") if word.endswith(ending)]
    return any(_heads(stem) or (stem.endswith("ت") and _heads(stem[:-1] + "ه")) for stem in stems)


def _common_word(line: Line, first: int, cut: int) -> bool:
    """Whether the one word at `first` cannot be a name where it stands."""
    last, word = first + 1, line.words[first]
    if (word == "المغرب" and line.word(first - 1) in PRAYERS) or _ours(word):
        return True
    source = line.text[line.tokens[first].start : line.tokens[first].end]
    if line.kind(first) == "PER" and any(TITLE in line.lexicon.words.get(way.form, "") for way in bare(word)[1:]):
        return GIVEN not in line.classes(first) and FAMILY not in line.classes(first)  # «لوكيل»
    if line.kind(first) == "PER" and (
        (source.endswith("ى") and len(word) < 4) or (word.startswith("ال") and word.endswith(("ون", "ين", "ات")))
    ):
        return True  # «على», «الإرهابيون»
    if (
        word in folded("known", "adjectival")
        and line.kind(first) == "PER"
        and TITLE not in line.lexicon.classes(line.word(first - 1))
    ):
        return True
    if (
        strict(line, first)
        or any(way.form in folded("known", "never") for way in bare(word))
        or (line.kind(first) == "PER" and cut and not rare(word))
    ):
        return True
    if line.kind(first) == "PER" and line.word(first - 1) in _MARKS and line.word(last) in _MARKS and not rare(word):
        return True  # a common word that is in marks for another reason
    heads = ("organization_construct", "organization_definite", "place_in", "place_out", "generic", "event", "product", "law")
    letters = line.kind(first) == "ORG" and len(word) <= _PAIR and not word.isascii()  # «بي»
    return (
        letters
        or national(word)
        or not word[0].isalpha()
        or len(word) < 2
        or any(head(word, folded("heads", key)) is not None for key in heads)
    )
