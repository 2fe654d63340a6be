"""People that the tagger has missed: after a title, two given names in a row, in a list, known by the family alone."""

from collections.abc import Iterator

from tawatur.annotate.names.chains import (
    COMMAS,
    COMMON_FAMILY,
    FREE,
    NAMES,
    active,
    extended,
    given_at,
    particle,
    said_by,
    surname,
)
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    PLACE,
    RENOWNED,
    TITLE,
    adjectives,
    bands,
    folded,
    rare,
)
from tawatur.annotate.names.line import Line
from tawatur.annotate.names.tokens import bare

_SHORTENED = frozenset(("د", "ا", "م"))
_OFTEN = "e"  # a word with «و» commoner than this is no «و» and a name
_SHORT = 2  # letters of a given name after «و» that are too few to be told from another word
_RENOWN = 5  # letters: «كلوب» and «لولا» are common words too


def titled(line: Line) -> Iterator[tuple[int, int]]:
    """Given names that the tagger has missed after a title or a nation: «الدكتور عبدالله المريبض», «السوري عمر السومة»."""
    for i, word in enumerate(line.words[:-1]):
        told = word in folded("beside", "participles") and word not in folded("beside", "ranks")
        nation = told or (word.startswith("ال") and word in adjectives())
        short = word in _SHORTENED and line.word(i + 1) == "."  # «د. سامي»
        called = TITLE in line.classes(i) or word in folded("beside", "callings")
        if not (nation or called) or not (line.joined(i) or short):
            continue
        j = i + 2 if short else i + 1
        if TITLE not in line.classes(i) and not nation and line.word(j).startswith("ال"):
            continue  # «الشاب الصغير»
        while line.word(j) in adjectives() and j < i + 3 and not _turki(line, j):
            j += 1
        if j == i + 1 and word.startswith("ال") and _office_of(line, j) and _named(line, j + 1):
            j += 1  # «الخبير الاقتصادي»
        if _turki(line, j) and not nation:
            yield extended(line, j, j + 2)
            continue
        if _begins(line, j) and (not nation or _named(line, j)):
            yield extended(line, j, j + 1)


def _office_of(line: Line, at: int) -> bool:
    """Whether word `at` says what kind of office the one before it is: «الخبير الاقتصادي», «المتحدث الرسمي»."""
    word = line.word(at)
    free = not NAMES & set(line.classes(at)) and line.joined(at) and line.kind(at) in ("", "NAT")
    return word.startswith("ال") and word.endswith("ي") and free


def _turki(line: Line, at: int) -> bool:
    """Whether a name that is an adjective too («تركي المشيقح») stands at `at`: after the article without one, a family next."""
    if line.word(at).startswith("ال") or GIVEN not in line.classes(at) or not line.word(at - 1).startswith("ال"):
        return False
    family = line.word(at + 1).startswith("ال") and line.word(at + 1) not in adjectives()
    family = family and not (active(line.word(at + 1)) and FAMILY not in line.classes(at + 1))
    return line.joined(at) and line.joined(at - 1) and family and (FAMILY in line.classes(at + 1) or rare(line.word(at + 1)))


def _named(line: Line, at: int) -> bool:
    """Whether a family name or one more given name follows: an adjective of nation alone announces nobody."""
    if not line.joined(at) or at + 1 >= len(line.words):
        return False
    return bool({FAMILY, GIVEN, FOREIGN, RENOWNED} & set(line.classes(at + 1))) or surname(line, at + 1)


def doubled(line: Line) -> Iterator[tuple[int, int]]:
    """Two given names or more in a row that the tagger has missed: «سالم سعيد كبيش»."""
    for i in range(len(line.words) - 1):
        definite = line.words[i].startswith("ال") and given_at(line, i + 1)  # «شيخ الأزهر أحمد»
        if not line.joined(i) or definite or (given_at(line, i - 1) and not line.words[i - 1].startswith("ال")):
            continue
        if (
            _ali_of(line, i)
            or _with_common(line, i)
            or _common_given(line, i)
            or (given_at(line, i) and given_at(line, i + 1))
            or (_given_after_and(line, i) and (_nisba(line, i + 1) or _family(line, i + 1)))
        ):
            yield extended(line, i, i + 2)


def _with_common(line: Line, at: int) -> bool:
    """Whether a given name is followed by one that is a common word too («نواف سلام»), and no adjective or office."""
    word, classes = line.word(at + 1), set(line.classes(at + 1))
    common = word in folded("known", "adjectival") and word != "علي" and not {ADJECTIVE, TITLE} & classes
    return common and given_at(line, at) and line.kind(at + 1) in FREE


def _common_given(line: Line, at: int) -> bool:
    """Whether a given name that is a common word too opens a name: «كلمة لعمر الزهراني», «قال تركي شبانة»."""
    family = FAMILY in line.classes(at + 1)
    if said_by(line, at):
        return (bool({FAMILY, GIVEN} & set(line.classes(at + 1))) or _nisba(line, at + 1)) and rare(line.word(at + 1))
    common = any(way.form in folded("known", "adjectival") and way.form != "علي" for way in bare(line.words[at]))
    return common and family and TITLE not in line.classes(at) and _nisba(line, at + 1)


def listed_people(line: Line) -> Iterator[tuple[int, int]]:
    """People joined by «و» or a comma to one that the tagger has: «عمر الخيري وهاني الناهض وياسين حمزة»."""
    near = False
    for i in range(1, len(line.words) - 1):
        after = line.kind(i - 1) == "PER" or (near and line.word(i - 1).startswith("ال"))
        comma = line.word(i - 1) in COMMAS and (line.kind(i - 2) == "PER" or near)
        near = False
        plain = line.words[i][1:] if after and line.words[i].startswith("و") else line.words[i] if comma else ""
        plain = plain.removeprefix("و") if plain not in line.lexicon.words else plain
        common = plain in folded("known", "adjectival") and line.word(i + 1).startswith("ال")
        if plain != line.words[i] and bands().get(line.words[i], "~") < _OFTEN:
            continue  # «ووجود», «وحدة»
        if (GIVEN not in line.lexicon.words.get(plain, "") and not common) or not line.joined(i) or len(plain) <= _SHORT:
            continue
        if _follows(line, i + 1):
            yield extended(line, i, i + 2)
            near = True


def _follows(line: Line, at: int) -> bool:
    """Whether word `at` may be the second word of a person's name in a list of people."""
    word, classes = line.word(at), set(line.classes(at))
    if not word.isalpha() or word.isascii() or classes & {TITLE, HEAD, PLACE, ADJECTIVE} or line.kind(at) not in FREE:
        return False
    if classes & {GIVEN, FAMILY, FOREIGN, RENOWNED}:
        return True
    return rare(word, COMMON_FAMILY) and (word.startswith("ال") or (word[0] not in "وفبلك" and rare(word)))


def _given_after_and(line: Line, at: int) -> bool:
    """Whether word `at` is a given name, with «و» before it or without, that is no adjective."""
    word = line.word(at)
    joined = word.startswith("و") or (word.startswith("ل") and line.kind(at) != "LOC" and _family(line, at + 1))
    plain = word if given_at(line, at) else word[1:] if joined else ""
    known = GIVEN in line.lexicon.words.get(plain, "") and line.kind(at) in FREE
    return known and len(plain) > _SHORT and plain not in folded("known", "adjectival")


def _family(line: Line, at: int) -> bool:
    """Whether word `at` is a family of the lists with the article, and rare as a common word: «صالح العطيشان»."""
    word = line.word(at)
    known = FAMILY in line.classes(at) and not {TITLE, HEAD, PLACE, ADJECTIVE} & set(line.classes(at))
    return word.startswith("ال") and known and rare(word) and line.kind(at) in FREE


def _nisba(line: Line, at: int) -> bool:
    """Whether word `at` is a family name like «القارحي»."""
    word = line.word(at)
    family = FAMILY in line.classes(at) or rare(word)
    shaped = word.startswith("ال") and word.endswith("ي") and word not in adjectives()
    return shaped and family and TITLE not in line.classes(at) and line.kind(at) in FREE


def _ali_of(line: Line, at: int) -> bool:
    """Whether «علي» opens a name: in a text that writes «على» for the preposition, before a family or a given name."""
    if line.words[at] != "علي" or line.text[line.tokens[at].end - 1] != "ي" or "على" not in line.text:
        return False
    return _nisba(line, at + 1) or _family(line, at + 1) or given_at(line, at + 1)


def _begins(line: Line, at: int) -> bool:
    if at >= len(line.words):
        return False
    classes = line.classes(at)
    if particle(line, at):
        return False  # «طالب زميله بأن ينشغل»
    given = GIVEN in classes or line.word(at) == "مساعد"
    if TITLE in classes and given and not line.word(at).startswith("ال"):  # «الدكتور مساعد العيبان»
        return FAMILY in line.classes(at + 1) and line.word(at + 1).startswith("ال")
    if (line.kind(at) not in FREE and line.word(at + 1) != "بن") or TITLE in classes or line.word(at) in adjectives():
        return False
    if line.word(at) == "عبد":
        return line.word(at + 1) in folded("titles", "divine")
    if line.word(at) in folded("known", "adjectival"):  # «الفنان جمال» may be anyone: a family must follow
        plain = not {TITLE, ADJECTIVE} & set(classes) and line.text[line.tokens[at].end - 1] != "ى"
        if line.word(at - 1) in folded("beside", "ranks") and plain and line.word(at) not in folded("beside", "seldom"):
            return True
        return line.text[line.tokens[at].end - 1] != "ى" and _named(line, at)
    if (
        rare(line.word(at))
        and not classes
        and line.word(at)[0].isalpha()
        and not line.word(at).startswith("ال")
        and line.joined(at)
    ):
        return FAMILY in line.classes(at + 1) and line.word(at + 1).startswith("ال")  # «المهندس جديع القحطاني»
    return bool({GIVEN, FOREIGN} & set(classes)) and len(line.word(at)) > 2 and HEAD not in classes


def renowned(line: Line) -> Iterator[tuple[int, int]]:
    """Give families that news names alone («أنصار ترامب»), where no list knows them as anything else, with a word before them
    that the tagger has for a person («بيرني ساندرز»).
    """
    for i, word in enumerate(line.words):
        known = next((way for way in bare(word) if RENOWNED in line.lexicon.words.get(way.form, "")), None)
        if known is None or line.lexicon.words[known.form] != RENOWNED or len(known.form) < _RENOWN:
            continue
        alone = line.kind(i) == "" and line.kind(i - 1) != "PER" and line.kind(i + 1) != "PER"
        first = not known.cut and line.kind(i) in FREE and line.kind(i - 1) == "PER" and line.joined(i - 1)
        given = first and (line.tags[i - 1] == "B-PER" or TITLE in line.classes(i - 2))
        if given and not {RENOWNED, TITLE} & set(line.classes(i - 1)):
            yield i - 1, i + 1
        elif alone:
            yield i, i + 1
