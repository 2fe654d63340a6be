"""People: titles are cut off the tagger's names, chains (بن، آل، عبد الله) are put on, and titled names are added."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CHAIN,
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
from tawatur.annotate.names.line import LONGEST, Line
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

SONS = frozenset(("بن", "ابن", "بنت", "ابنه", "ولد", "ال"))
_RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي"))
_NAMES = frozenset(GIVEN + FAMILY + FOREIGN + CHAIN + RENOWNED)
_STANDING = frozenset(fold(w) for w in ("في", "من", "مع", "عن", "أن", "إن", "ضد", "لم", "لن", "قد", "ثم", "أو", "بل", "هو", "ما", "لا", "إلى", "على", "كان", "بعد", "قبل", "أي", "ذا", "حول", "بين", "عند"))  # fmt: skip
_COMMAS = frozenset("،,")
_UNHEARD = "~"  # neither the word nor what it is without clitics is among the frequent ones
_PARTICLES = frozenset(("بان", "لان", "ان", "وان", "فان", "كان"))
# families that are titles too: after a given name they end it
_TITLED = frozenset(fold(w) for w in ("الحاج", "الجندي", "الشيخ", "السيد", "القاضي", "المفتي", "الخليفة", "النقيب", "الحكيم", "العالم", "الأستاذ", "الرائد", "الكاتب", "الشاعر", "الأمين", "الزعيم", "المهندس", "المعلم"))  # fmt: skip
_SAID = frozenset(fold(w) for w in ("قال", "وقال", "أكد", "وأكد", "أوضح", "وأوضح", "ذكر", "وذكر", "أضاف", "وأضاف", "أشار", "وأشار", "كشف", "وكشف", "أعلن", "وأعلن", "بين", "وبين", "لفت", "صرح", "وصرح", "كتب", "وكتب", "يقول", "ويقول"))  # fmt: skip
_SHORTENED = frozenset(("د", "ا", "م"))
_TANWIN = ("\u064b", "\u064bا", "\u064bى")
_COMMON = "f"  # particles and the commonest verbs and nouns
_COMMON_FAMILY = "j"  # after «محمد بن سعد» a word with the article is the family unless it is commoner than this
_SHORT = 2  # letters of a given name after «و» that are too few to be told from another word
_LEAST = 4  # letters of a surname that no list knows
_NOBLE = frozenset(fold(w) for w in ("فون", "فان", "دي", "دو", "دوس", "دا", "ديل"))
_NOBLE_ARTICLES = frozenset(fold(w) for w in ("دير", "در", "دن", "دين", "لا", "لوس"))
_MIDDLE = 3  # letters of the second of three words of a name of East Asia
_BORN = frozenset(fold(w) for w in ("الجنسية", "الأصل", "المولد", "الهوى"))  # «سوري الجنسية»
_SIDES = frozenset(("شمالي", "جنوبي", "شرقي", "غربي", "عربي", "اجنبي", "محلي"))  # adjectives of what follows
_ACTIVE = 3  # where the alef of «الفاعلة» stands
_OF_FAITH = frozenset(("الدين", "الله"))
_BEFORE = frozenset(("ابو", "ابي", "ابا", "ام", "عبد", "ال", "بن", "ابن", "بو", "ذو"))


def trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tagger's name of a person without titles and nations before it, and without what trails."""
    if last - first > 1 and _particle(line, first):
        first += 1  # «بأن الحمود»
    first = _office(line, first, last)
    while first < last - 1 and _outside(line, first):
        first += 1
    while last > first + 1 and line.text[line.tokens[last - 1].start : line.tokens[last - 1].end].endswith(_TANWIN):
        last -= 1  # «فهيد مبتسماً»
    if "ال" in line.words[first : last - 1]:  # the house ends the name: «آل سعود»
        last = min(last, line.words.index("ال", first, last) + 2)
    last = _family_ends(line, first, last)
    while last > first + 1 and _trails(line, last - 1, last - first):
        last -= 1
    return first, last


def _particle(line: Line, at: int) -> bool:
    """Whether word `at` is «بأن» or the like, and not «بان»."""
    return line.word(at) in _PARTICLES and line.text[line.tokens[at].start : line.tokens[at].end][-2] in "أإ"


def _family_ends(line: Line, first: int, last: int) -> int:
    """The end after the family, where a word that is no name follows it: «مصطفى الدباشي نجا»."""
    for k in range(first + 1, last - 1):
        family = line.words[k].startswith("ال") and line.words[k - 1] not in SONS and line.words[k - 1] not in _BEFORE
        then = line.words[k + 1]
        common = not _NAMES & set(line.classes(k + 1)) and not rare(then, _COMMON_FAMILY)
        if family and common and not then.startswith("ال") and then not in _BEFORE and then not in SONS:
            return k + 1
    return last


def _office(line: Line, first: int, last: int) -> int:
    """Where a person's name begins that the tagger has with the end of an office before it: «الري النيرساني منصور».

    A given name after two words with the article, or after an adjective of nation, opens the name.
    """
    for k in range(first + 1, min(first + 4, last - 1)):
        given = bool({GIVEN, FOREIGN} & set(line.classes(k))) and not line.words[k].startswith("ال")
        if not line.words[k - 1].startswith("ال") or line.words[k - 1] in folded("titles", "divine"):
            return first
        nation = line.words[k - 1] in adjectives() and FAMILY not in line.classes(k - 1)
        if given and (nation or k - first > 1):
            return k
    return first


def _trails(line: Line, at: int, length: int) -> bool:
    """Whether the last word of a tagger's name is none of it: a title, an adjective, a common word run on."""
    word, classes, before = line.word(at), line.classes(at), line.word(at - 1)
    if HEAD in classes and word.startswith("ال") and before not in SONS and not {GIVEN, FAMILY} & set(classes):
        return True  # «فهد بن خالد المجلس»
    if _with_pronoun(line, at):
        return True  # «سلام أبلغه»
    if TITLE in classes and before not in SONS and {HEAD, PLACE} & set(line.classes(at + 1)):
        return True  # «عبد الفتاح عميد كلية»
    if before in SONS or before == "عبد" or _NAMES & set(classes):
        return False
    if word in adjectives():
        return length > 2  # of two words it is the family («محمد العماني»)
    if word.startswith("ال"):
        return TITLE in classes or word in _RELATIVE or _active(word) or (word.endswith("ه") and not rare(word))
    if word[:2] in ("سي", "ست") and len(word) > _LEAST and not classes and word[1:] in bands():
        return True  # «عباس سيتوجه»
    stems = bare(word)[1:]
    return TITLE in classes or (word[0] in "بلو" and any(len(way.form) > _LEAST and not rare(way.form) for way in stems))


def _active(word: str) -> bool:
    """Whether `word` has the shape of an active participle in the feminine, which is no family: «سعود الثاقبة»."""
    return len(word) == len("الفاعله") and word.startswith("ال") and word[_ACTIVE] == "ا" and word.endswith("ه")


def _with_pronoun(line: Line, at: int) -> bool:
    """Whether word `at`, that no list has, ends in a pronoun and is frequent without it."""
    word = line.word(at)
    return line.text[line.tokens[at].end - 1] == "ه" and not line.classes(at) and word[:-1] in bands()


def _outside(line: Line, at: int) -> bool:
    word, classes = line.word(at), line.classes(at)
    if not classes and bands().get(word, "~") < _COMMON:
        return True  # «لكن ابن الجيران»
    if not _NAMES & set(classes) and {GIVEN, FOREIGN} & set(line.classes(at + 1)) and (word.startswith("ال") or not rare(word)):
        return True  # «المترجمان محمد»
    if word[:2] in ("سي", "ست") and len(word) > _LEAST and not classes and word[1:] in bands():
        return True  # «سينضم القرني»
    given = {GIVEN, FOREIGN} & set(line.classes(at + 1)) or line.word(at + 1) in folded("known", "adjectival")
    if adjectives().get(word) and word.startswith("ال") and given and GIVEN not in classes and line.kind(at + 2) == "PER":
        return True  # «الجزائري جمال بلماضي»
    if TITLE in classes:
        return word.startswith("ال") or GIVEN not in classes
    return word in adjectives() and GIVEN not in classes and FAMILY not in classes


def extended(line: Line, first: int, last: int) -> tuple[int, int]:
    """The name with the words of its chain before and after it."""
    least, most = first - LONGEST, last + LONGEST
    while first > max(0, least) and line.word(first - 1) in _BEFORE and line.joined(first - 1):
        first -= 1
    called = bool(_NAMES & set(line.classes(first - 1))) or line.kind(first - 1) == "PER" or line.word(first) != "ابن"
    if (
        first > 0
        and called
        and line.word(first) in ("بن", "بنت", "ابن")
        and line.joined(first - 1)
        and line.word(first - 1)[0].isalpha()
    ):
        first -= 1
    while (
        first > max(0, least)
        and FOREIGN in line.classes(first - 1)
        and line.joined(first - 1)
        and line.kind(first - 1) in ("", "PER")
        and not _particle(line, first - 1)
    ):
        first -= 1
    if first > 1 and _eastern(line, first):
        first -= 2
    if first > 1 and _ali(line, first - 1):
        first -= 1
    if last - first == 1 and (_alone_between(line, first - 1, last) or _said_by(line, first - 1)):
        first -= 1
    while first > max(1, least) and _given(line, first - 1) and line.joined(first - 1) and line.word(first - 2).startswith("ال"):
        if line.text[line.tokens[first - 1].end - 1] == "ى":
            break
        first -= 1  # «المخلوع علي عبدالله صالح»
    while last < min(most, len(line.words)) and line.joined(last - 1) and line.word(last - 2) != "ال":
        step = _more(line, last)
        if not step:
            break
        last += step
    return first, last


def _eastern(line: Line, at: int) -> bool:
    """Whether the known family at `at` ends a name of three short words: «بان كي مون»."""
    whole = all(line.joined(k) for k in (at - 2, at - 1)) and RENOWNED in line.classes(at)
    middle = line.word(at - 1)
    short = len(middle) <= _MIDDLE and middle not in _STANDING and middle.isalpha() and not line.classes(at - 1)
    return whole and short and FOREIGN in line.classes(at - 2)


def _alone_between(line: Line, at: int, last: int) -> bool:
    """Whether a rare word at `at` and the name before `last` are one of a list: «، آسر ياسين،»."""
    if not (line.word(at - 1) in _COMMAS and line.word(last) in _COMMAS and line.joined(at)):
        return False
    return line.word(at).isalpha() and not line.classes(at) and not line.word(at).startswith("ال")


def _said_by(line: Line, at: int) -> bool:
    """Whether a given name that is an adjective too stands at `at` after a verb of saying: «قال تركي شبانة»."""
    adjective = GIVEN in line.classes(at) and ADJECTIVE in line.classes(at) and not line.word(at).startswith("ال")
    return adjective and line.joined(at) and line.word(at - 1) in _SAID


def _more(line: Line, at: int) -> int:
    """How many words at `at` go on with a person's name."""
    word, classes, before = line.word(at), line.classes(at), line.word(at - 1)
    if before == "عبد" or before in SONS:
        return 1
    if (before in _NOBLE and FOREIGN in line.classes(at - 2)) or (word in _NOBLE and FOREIGN in line.classes(at - 1)):
        step = 1 if before in _NOBLE else 2  # «أورسولا فون دير لاين»
        step += line.word(at + step - 1) in _NOBLE_ARTICLES
        return step if at + step <= len(line.words) and line.word(at + step - 1).isalpha() else 0
    if word in SONS and at + 1 < len(line.words) and line.joined(at) and line.word(at + 1)[0].isalpha():
        return 3 if line.word(at + 1) == "عبد" and at + 2 < len(line.words) else 2
    if word == "عبد" and line.word(at + 1) in folded("titles", "divine"):
        return 2
    if word in ("ابو", "ابي") and line.joined(at) and at + 1 < len(line.words):
        return 2
    if word == "علي" and line.text[line.tokens[at].end - 1] == "ي" and _NAMES & set(line.classes(at + 1)):
        return 2  # «محمد علي عبدالرحيم»
    if word in _TITLED and GIVEN in line.classes(at - 1) and _closes(line, at):
        return 1
    if TITLE in classes and (GIVEN not in classes or {HEAD, PLACE} & set(line.classes(at + 1))):
        return 0
    start = _given_from(line, at - 1)
    alone = start is not None and not (start and GIVEN in line.classes(start - 1))  # «محمد العماني»
    family = word.startswith("ال") and HEAD not in classes and (FAMILY in classes if word not in adjectives() else alone)
    if _bare_nisba(line, at):
        return 1
    given = GIVEN in classes and ADJECTIVE not in classes and not word.startswith("ال") and len(word) > 2
    chain = at > 2 and line.word(at - 2) in ("بن", "بنت") and word.startswith("ال") and word not in _RELATIVE
    family = family or (chain and not classes and rare(word, _COMMON_FAMILY))
    if start is not None and start < at - 1 and word.startswith("ال") and word.endswith("ي") and not classes:
        return 1  # «سعد الدين العثماني»
    return 1 if (family or given or _surname(line, at)) and line.kind(at) in ("", "PER") else 0


def _bare_nisba(line: Line, at: int) -> bool:
    """Whether a family without the article ends the name («علي عواض عسيري»): no adjective stands so after a name."""
    word = line.word(at)
    family = FAMILY in line.classes(at) or word in adjectives()
    named = at > 1 and all(line.kind(k) == "PER" or GIVEN in line.classes(k) for k in (at - 2, at - 1))
    whole = word.endswith("ي") and not word.startswith("ال") and word not in _SIDES
    return family and named and whole and line.word(at + 1) not in _BORN


def _closes(line: Line, at: int) -> bool:
    """Whether the title at `at` is a family («سمير الحاج»): no name follows that it could be the title of."""
    after = set(line.classes(at + 1)) if line.joined(at) else set()
    return not _NAMES & after and line.kind(at + 1) != "PER" and not (ADJECTIVE in after or line.word(at + 1).startswith("ال"))


def _surname(line: Line, at: int) -> bool:
    """Whether word `at`, unknown to the lists, may be the surname of the given name before it."""
    word = line.word(at)
    if _given_from(line, at - 1) is None or not word[0].isalpha() or word[0].isascii() or len(word) < _LEAST:
        return False
    if FAMILY not in line.classes(at) and (_with_pronoun(line, at) or _active(word) or _object(word)):
        return False
    if set(line.classes(at)) & {HEAD, PLACE, TITLE, ADJECTIVE}:
        return False
    if RENOWNED in line.classes(at):
        return True
    return rare(word) and (word[:1] not in "وفبلك" or word.startswith("ال") or rare(word, _UNHEARD))


def _object(word: str) -> bool:
    """Whether `word` may be the verb's object that follows its subject: «تلقى سلمان اتصالا», «أجرى شكري مباحثات»."""
    if word.endswith("ا"):
        return word[:-1] in bands()
    return word.endswith("ات") and len(word) > _LEAST + 1 and word in bands()


def _given_from(line: Line, at: int) -> int | None:
    """Where the given name begins that ends with word `at` («عبد المجيد», «سعد الدين»); None where none ends there."""
    if at < 0:
        return None
    if line.word(at - 1) == "عبد" and line.word(at) in folded("titles", "divine"):
        return at - 1
    if line.word(at) in _OF_FAITH and GIVEN in line.classes(at - 1):
        return at - 1
    given = {GIVEN, FOREIGN} & set(line.classes(at)) or line.word(at) in folded("known", "adjectival")
    return at if given else None


def titled(line: Line) -> Iterator[tuple[int, int]]:
    """Given names that the tagger has missed after a title or a nation: «الدكتور عبدالله المريبض», «السوري عمر السومة»."""
    for i, word in enumerate(line.words[:-1]):
        nation = word.startswith("ال") and word in adjectives()
        short = word in _SHORTENED and line.word(i + 1) == "."  # «د. سامي»
        if not (nation or TITLE in line.classes(i)) or not (line.joined(i) or short):
            continue
        j = i + 2 if short else i + 1
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
    free = not _NAMES & set(line.classes(at)) and line.joined(at) and line.kind(at) in ("", "NAT")
    return word.startswith("ال") and word.endswith("ي") and free


def _turki(line: Line, at: int) -> bool:
    """Whether a name that is an adjective too («تركي المشيقح») stands at `at`: after the article without one, a family next."""
    if line.word(at).startswith("ال") or GIVEN not in line.classes(at) or not line.word(at - 1).startswith("ال"):
        return False
    family = line.word(at + 1).startswith("ال") and line.word(at + 1) not in adjectives()
    family = family and not (_active(line.word(at + 1)) and FAMILY not in line.classes(at + 1))
    return line.joined(at) and line.joined(at - 1) and family and (FAMILY in line.classes(at + 1) or rare(line.word(at + 1)))


def _named(line: Line, at: int) -> bool:
    """Whether a family name or one more given name follows: an adjective of nation alone announces nobody."""
    if not line.joined(at) or at + 1 >= len(line.words):
        return False
    return bool({FAMILY, GIVEN, FOREIGN, RENOWNED} & set(line.classes(at + 1))) or _surname(line, at + 1)


def doubled(line: Line) -> Iterator[tuple[int, int]]:
    """Two given names or more in a row that the tagger has missed: «سالم سعيد كبيش»."""
    for i in range(len(line.words) - 1):
        definite = line.words[i].startswith("ال") and _given(line, i + 1)  # «شيخ الأزهر أحمد»
        if not line.joined(i) or definite or (_given(line, i - 1) and not line.words[i - 1].startswith("ال")):
            continue
        if (
            _ali_of(line, i)
            or _with_common(line, i)
            or _common_given(line, i)
            or (_given(line, i) and _given(line, i + 1))
            or (_given_after_and(line, i) and (_nisba(line, i + 1) or _family(line, i + 1)))
        ):
            yield extended(line, i, i + 2)


def _with_common(line: Line, at: int) -> bool:
    """Whether a given name is followed by one that is a common word too («نواف سلام»), and no adjective or office."""
    word, classes = line.word(at + 1), set(line.classes(at + 1))
    common = word in folded("known", "adjectival") and word != "علي" and not {ADJECTIVE, TITLE} & classes
    return common and _given(line, at) and line.kind(at + 1) in ("", "PER")


def _common_given(line: Line, at: int) -> bool:
    """Whether a given name that is a common word too opens a name: «كلمة لعمر الزهراني», «قال تركي شبانة»."""
    family = FAMILY in line.classes(at + 1)
    if _said_by(line, at):
        return bool({FAMILY, GIVEN} & set(line.classes(at + 1))) and rare(line.word(at + 1))
    common = any(way.form in folded("known", "adjectival") and way.form != "علي" for way in bare(line.words[at]))
    return common and family and TITLE not in line.classes(at) and _nisba(line, at + 1)


def listed_people(line: Line) -> Iterator[tuple[int, int]]:
    """People joined by «و» or a comma to one that the tagger has: «عمر الخيري وهاني الناهض وياسين حمزة»."""
    near = False
    for i in range(1, len(line.words) - 1):
        after = line.kind(i - 1) == "PER" or (near and line.word(i - 1).startswith("ال"))
        comma = line.word(i - 1) in _COMMAS and (line.kind(i - 2) == "PER" or near)
        near = False
        plain = line.words[i][1:] if after and line.words[i].startswith("و") else line.words[i] if comma else ""
        plain = plain.removeprefix("و") if plain not in line.lexicon.words else plain
        common = plain in folded("known", "adjectival") and line.word(i + 1).startswith("ال")
        if (GIVEN not in line.lexicon.words.get(plain, "") and not common) or not line.joined(i) or len(plain) <= _SHORT:
            continue
        if _follows(line, i + 1):
            yield extended(line, i, i + 2)
            near = True


def _follows(line: Line, at: int) -> bool:
    """Whether word `at` may be the second word of a person's name in a list of people."""
    word, classes = line.word(at), set(line.classes(at))
    if not word.isalpha() or word.isascii() or classes & {TITLE, HEAD, PLACE, ADJECTIVE} or line.kind(at) not in ("", "PER"):
        return False
    if classes & {GIVEN, FAMILY, FOREIGN, RENOWNED}:
        return True
    return rare(word, _COMMON_FAMILY) and (word.startswith("ال") or (word[0] not in "وفبلك" and rare(word)))


def _given_after_and(line: Line, at: int) -> bool:
    """Whether word `at` is a given name, with «و» before it or without, that is no adjective."""
    word = line.word(at)
    joined = word.startswith("و") or (word.startswith("ل") and line.kind(at) != "LOC" and _family(line, at + 1))
    plain = word if _given(line, at) else word[1:] if joined else ""
    known = GIVEN in line.lexicon.words.get(plain, "") and line.kind(at) in ("", "PER")
    return known and len(plain) > _SHORT and plain not in folded("known", "adjectival")


def _family(line: Line, at: int) -> bool:
    """Whether word `at` is a family of the lists with the article, and rare as a common word: «صالح العطيشان»."""
    word = line.word(at)
    known = FAMILY in line.classes(at) and not {TITLE, HEAD, PLACE, ADJECTIVE} & set(line.classes(at))
    return word.startswith("ال") and known and rare(word) and line.kind(at) in ("", "PER")


def _nisba(line: Line, at: int) -> bool:
    """Whether word `at` is a family name like «القارحي»."""
    word = line.word(at)
    family = FAMILY in line.classes(at) or rare(word)
    shaped = word.startswith("ال") and word.endswith("ي") and word not in adjectives()
    return shaped and family and TITLE not in line.classes(at) and line.kind(at) in ("", "PER")


def _ali(line: Line, at: int) -> bool:
    """Whether word `at` is a given name that is a common word too (علي, with its two dots, عمر): after a title, or «ال…»."""
    common = line.word(at) in folded("known", "adjectival") and line.text[line.tokens[at].end - 1] != "ى"
    return common and line.joined(at) and (TITLE in line.lexicon.classes(line.word(at - 1)) or line.word(at - 1).startswith("ال"))


def _ali_of(line: Line, at: int) -> bool:
    """Whether «علي» opens a name: in a text that writes «على» for the preposition, before a family or a given name."""
    if line.words[at] != "علي" or line.text[line.tokens[at].end - 1] != "ي" or "على" not in line.text:
        return False
    return _nisba(line, at + 1) or _family(line, at + 1) or _given(line, at + 1)


def _given(line: Line, at: int) -> bool:
    classes = line.classes(at)
    return (
        GIVEN in classes
        and not set(classes) & {ADJECTIVE, HEAD, TITLE, PLACE}
        and len(line.word(at)) > 2
        and line.kind(at) in ("", "PER")
    )


def _begins(line: Line, at: int) -> bool:
    if at >= len(line.words):
        return False
    classes = line.classes(at)
    if TITLE in classes and GIVEN in classes and not line.word(at).startswith("ال"):  # «الدكتور مساعد العيبان»
        return FAMILY in line.classes(at + 1) and line.word(at + 1).startswith("ال")
    if (line.kind(at) not in ("", "PER") and line.word(at + 1) != "بن") or TITLE in classes or line.word(at) in adjectives():
        return False
    if line.word(at) == "عبد":
        return line.word(at + 1) in folded("titles", "divine")
    if line.word(at) in folded("known", "adjectival"):  # «الفنان جمال» may be anyone: a family must follow
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


def _second(line: Line, at: int) -> bool:
    """Whether a second person begins at `at`: a given name after a family with the article, a family behind it."""
    before, given = line.words[at - 1], GIVEN in line.classes(at) and not {TITLE, ADJECTIVE} & set(line.classes(at))
    family = before.startswith("ال") and line.words[at - 2] not in _BEFORE and line.words[at - 2] not in SONS
    return given and family and not line.words[at].startswith("ال") and line.joined(at) and _surname(line, at + 1)


def parted(line: Line, first: int, last: int, seen: AbstractSet[str]) -> int:
    """Where a tagger's name that runs two people together ends: before a word whose clitic the article shows apart.

    «أردوغان لبوتين» is أردوغان, where بوتين stands elsewhere in the article.
    """
    for at in range(first + 1, last):
        word = line.words[at]
        if at - first > 1 and at < last and _second(line, at):
            return at
        if word[0] in "ولبف" and len(word) > _LEAST and line.words[at - 1] not in _BEFORE:
            known = GIVEN in line.classes(at) or FAMILY in line.classes(at)
            stems = [way.form for way in bare(word)[1:]]
            if not known and any(stem in seen and rare(stem) for stem in stems):
                return at
            if not known and word[0] in "بل" and any(len(stem) > _LEAST and not rare(stem) for stem in stems):
                return at  # «يسرا بفيروس»
    return last
