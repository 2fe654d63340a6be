"""Which words belong to a person's name: chains (بن، آل، أبو، عبد …), families, and what stands around them."""

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
from tawatur.arabic.fold import fold

SONS = frozenset(("بن", "ابن", "بنت", "ابنه", "ولد", "ال"))
RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي"))
NAMES = frozenset(GIVEN + FAMILY + FOREIGN + CHAIN + RENOWNED)
_STANDING = frozenset(fold(w) for w in ("في", "من", "مع", "عن", "أن", "إن", "ضد", "لم", "لن", "قد", "ثم", "أو", "بل", "هو", "ما", "لا", "إلى", "على", "كان", "بعد", "قبل", "أي", "ذا", "حول", "بين", "عند"))  # fmt: skip
COMMAS = frozenset("،,")
_SELDOM = "m"  # after two names a word may be a little more frequent
_UNHEARD = "~"  # neither the word nor what it is without clitics is among the frequent ones
_PARTICLES = frozenset(("بان", "لان", "ان", "وان", "فان", "كان"))
# families that are titles too: after a given name they end it
_TITLED = frozenset(fold(w) for w in ("الحاج", "الجندي", "الشيخ", "السيد", "القاضي", "المفتي", "الخليفة", "النقيب", "الحكيم", "العالم", "الأستاذ", "الرائد", "الكاتب", "الشاعر", "الأمين", "الزعيم", "المهندس", "المعلم", "السلطان"))  # fmt: skip
SAID = frozenset(fold(w) for w in ("قال", "وقال", "أكد", "وأكد", "أوضح", "وأوضح", "ذكر", "وذكر", "أضاف", "وأضاف", "أشار", "وأشار", "كشف", "وكشف", "أعلن", "وأعلن", "بين", "وبين", "لفت", "صرح", "وصرح", "كتب", "وكتب", "يقول", "ويقول"))  # fmt: skip
COMMON_FAMILY = "j"  # after «محمد بن سعد» a word with the article is the family unless it is commoner than this
_REFLEXIVE = ("تت", "يت", "نت")  # verbs begin so, and hardly any name: «صالح تتناثر»
# what the tagger may have a word of a missed person for: nothing, a person, or an office with its holder
FREE = ("", "PER", "MIS")
LEAST = 4  # letters of a surname that no list knows
_NOBLE = frozenset(fold(w) for w in ("فون", "فان", "دي", "دو", "دوس", "دا", "ديل"))
_NOBLE_ARTICLES = frozenset(fold(w) for w in ("دير", "در", "دن", "دين", "لا", "لوس"))
_MIDDLE = 3  # letters of the second of three words of a name of East Asia
_BORN = frozenset(fold(w) for w in ("الجنسية", "الأصل", "المولد", "الهوى"))  # «سوري الجنسية»
_SIDES = frozenset(("شمالي", "جنوبي", "شرقي", "غربي", "عربي", "اجنبي", "محلي"))  # adjectives of what follows
_ACTIVE = 3  # where the alef of «الفاعلة» stands
_OF_FAITH = frozenset(("الدين", "الله"))
BEFORE = frozenset(("ابو", "ابي", "ابا", "ام", "عبد", "ال", "بن", "ابن", "بو", "ذو"))


def particle(line: Line, at: int) -> bool:
    """Whether word `at` is «بأن» or the like, and not «بان»."""
    if line.word(at) == "بان" and line.word(at + 1) != "كي":
        return True  # «وأعلن بان فلان»
    return line.word(at) in _PARTICLES and line.text[line.tokens[at].start : line.tokens[at].end][-2] in "أإ"


def active(word: str) -> bool:
    """Whether `word` has the shape of an active participle in the feminine, which is no family: «سعود الثاقبة»."""
    return len(word) == len("الفاعله") and word.startswith("ال") and word[_ACTIVE] == "ا" and word.endswith("ه")


def with_pronoun(line: Line, at: int) -> bool:
    """Whether word `at`, that no list has, ends in a pronoun and is frequent without it."""
    word = line.word(at)
    return line.text[line.tokens[at].end - 1] == "ه" and not line.classes(at) and word[:-1] in bands()


def extended(line: Line, first: int, last: int) -> tuple[int, int]:
    """The name with the words of its chain before and after it."""
    least, most = first - LONGEST, last + LONGEST
    while first > max(0, least) and line.word(first - 1) in BEFORE and line.joined(first - 1):
        first -= 1
    called = bool(NAMES & set(line.classes(first - 1))) or line.kind(first - 1) == "PER" or line.word(first) != "ابن"
    if (
        first > 0
        and called
        and line.word(first) in ("بن", "بنت", "ابن")
        and line.joined(first - 1)
        and line.word(first - 1)[0].isalpha()
        and line.word(first - 1) not in SAID  # «قال بن كاردين»
    ):
        first -= 1
    while (
        first > max(0, least)
        and FOREIGN in line.classes(first - 1)
        and line.joined(first - 1)
        and line.kind(first - 1) in FREE
        and not particle(line, first - 1)
    ):
        first -= 1
    first -= _opening(line, first)
    if first > 1 and _eastern(line, first):
        first -= 2
    if first > 1 and _ali(line, first - 1):
        first -= 1
    if last - first == 1 and (_alone_between(line, first - 1, last) or said_by(line, first - 1)):
        first -= 1
    while (
        first > max(1, least) and given_at(line, first - 1) and line.joined(first - 1) and line.word(first - 2).startswith("ال")
    ):
        if line.text[line.tokens[first - 1].end - 1] == "ى":
            break
        first -= 1  # «المخلوع علي عبدالله صالح»
    while last < min(most, len(line.words)) and line.joined(last - 1) and line.word(last - 2) != "ال":
        step = _more(line, last)
        if not step:
            break
        last += step
    return first, last


def _opening(line: Line, at: int) -> int:
    """How many words before the name at `at` open it: «بيان بنت …», «وكامل …»."""
    if at > 1 and line.word(at - 1) == "بنت" and line.joined(at - 1) and line.joined(at - 2):
        return 2
    return int(at > 0 and _given_joined(line, at))


def _given_joined(line: Line, at: int) -> bool:
    """Whether «و» with a given name stands before the name at `at`, which is a family or «بهاء الدين»: «وكامل زهيري»."""
    word = line.word(at - 1)
    free = line.joined(at - 1) and word[:1] == "و" and word not in line.lexicon.words and line.kind(at - 1) == ""
    given = GIVEN in line.lexicon.words.get(word[1:], "") and ADJECTIVE not in line.lexicon.words.get(word[1:], "")
    return (
        free
        and given
        and len(word) > LEAST
        and not line.word(at).startswith("و")
        and not (GIVEN in line.classes(at) and line.word(at + 1) not in _OF_FAITH)
    )


def _eastern(line: Line, at: int) -> bool:
    """Whether the known family at `at` ends a name of three short words: «بان كي مون»."""
    whole = all(line.joined(k) for k in (at - 2, at - 1)) and RENOWNED in line.classes(at)
    middle = line.word(at - 1)
    short = len(middle) <= _MIDDLE and middle not in _STANDING and middle.isalpha() and not line.classes(at - 1)
    return whole and short and FOREIGN in line.classes(at - 2)


def _alone_between(line: Line, at: int, last: int) -> bool:
    """Whether a rare word at `at` and the name before `last` are one of a list: «، آسر ياسين،»."""
    if not (line.word(at - 1) in COMMAS and line.word(last) in COMMAS and line.joined(at)):
        return False
    return line.word(at).isalpha() and not line.classes(at) and not line.word(at).startswith("ال")


def said_by(line: Line, at: int) -> bool:
    """Whether a given name that is an adjective too stands at `at` after a verb of saying: «قال تركي شبانة»."""
    adjective = GIVEN in line.classes(at) and ADJECTIVE in line.classes(at) and not line.word(at).startswith("ال")
    return adjective and line.joined(at) and line.word(at - 1) in SAID


def _more(line: Line, at: int) -> int:
    """How many words at `at` go on with a person's name."""
    word, classes, before = line.word(at), line.classes(at), line.word(at - 1)
    if before == "عبد" or before in SONS:
        return 1
    if word in folded("known", "never"):
        return 0  # «سالم بن خالد باسمه»
    if (before in _NOBLE and FOREIGN in line.classes(at - 2)) or (word in _NOBLE and FOREIGN in line.classes(at - 1)):
        step = 1 if before in _NOBLE else 2  # «أورسولا فون دير لاين»
        step += line.word(at + step - 1) in _NOBLE_ARTICLES
        return step if at + step <= len(line.words) and line.word(at + step - 1).isalpha() else 0
    if word in SONS and at + 1 < len(line.words) and line.joined(at) and line.word(at + 1)[0].isalpha():
        return 3 if line.word(at + 1) == "عبد" and at + 2 < len(line.words) else 2
    if word == "عبد" and line.word(at + 1) in folded("titles", "divine"):
        return 2
    if word in ("ابو", "ابي") and line.joined(at) and line.word(at + 1)[:1].isalpha():
        return 2
    if word == "علي" and line.text[line.tokens[at].end - 1] == "ي" and NAMES & set(line.classes(at + 1)):
        return 2  # «محمد علي عبدالرحيم»
    if word in _TITLED and GIVEN in line.classes(at - 1) and _closes(line, at):
        return 1
    if TITLE in classes and (GIVEN not in classes or {HEAD, PLACE, TITLE} & set(line.classes(at + 1))):
        return 0
    start = _given_from(line, at - 1)
    alone = start is not None and not (start and GIVEN in line.classes(start - 1))  # «محمد العماني»
    family = word.startswith("ال") and HEAD not in classes and (FAMILY in classes if word not in adjectives() else alone)
    if _bare_nisba(line, at):
        return 1
    given = GIVEN in classes and ADJECTIVE not in classes and not word.startswith("ال") and len(word) > 2
    chain = at > 2 and line.word(at - 2) in ("بن", "بنت") and word.startswith("ال") and word not in RELATIVE
    family = family or (chain and not classes and rare(word, COMMON_FAMILY))
    if start is not None and start < at - 1 and word.startswith("ال") and word.endswith("ي") and not classes:
        return 1  # «سعد الدين العثماني»
    return 1 if (family or given or surname(line, at)) and line.kind(at) in FREE else 0


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
    return not NAMES & after and line.kind(at + 1) != "PER" and not (ADJECTIVE in after or line.word(at + 1).startswith("ال"))


def surname(line: Line, at: int) -> bool:
    """Whether word `at`, unknown to the lists, may be the surname of the given name before it."""
    word = line.word(at)
    if _given_from(line, at - 1) is None or not word[0].isalpha() or word[0].isascii() or len(word) < LEAST:
        return False
    if FAMILY not in line.classes(at) and (with_pronoun(line, at) or active(word) or _object(word)):
        return False
    if set(line.classes(at)) & {HEAD, PLACE, TITLE, ADJECTIVE}:
        return False
    if RENOWNED in line.classes(at):
        return True
    if word.startswith(_REFLEXIVE) and len(word) > LEAST:
        return False
    second = at > 1 and (_given_from(line, at - 2) is not None or line.word(at - 2) in SONS)  # «بنت محمد لباد»
    unheard = rare(word, _SELDOM if second and word[0] not in "وف" else _UNHEARD)
    return rare(word) and (word[:1] not in "وفبلك" or word.startswith("ال") or unheard)


def _object(word: str) -> bool:
    """Whether `word` may be the verb's object that follows its subject: «تلقى سلمان اتصالا», «أجرى شكري مباحثات»."""
    if word.endswith("ا"):
        return word[:-1] in bands()
    return word.endswith("ات") and len(word) > LEAST + 1 and word in bands()


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


def _ali(line: Line, at: int) -> bool:
    """Whether word `at` is a given name that is a common word too (علي, with its two dots, عمر): after a title, or «ال…»."""
    common = line.word(at) in folded("known", "adjectival") and line.text[line.tokens[at].end - 1] != "ى"
    return common and line.joined(at) and (TITLE in line.lexicon.classes(line.word(at - 1)) or line.word(at - 1).startswith("ال"))


def given_at(line: Line, at: int) -> bool:
    """Whether word `at` is a given name that is neither adjective, office nor head noun."""
    classes = line.classes(at)
    return (
        GIVEN in classes
        and not set(classes) & {ADJECTIVE, HEAD, TITLE, PLACE}
        and len(line.word(at)) > 2
        and line.kind(at) in FREE
    )
