"""Where a tagger's person begins and ends: after what the person is called, before «بن» of no father, before a verb."""

from tawatur.annotate.names.chains import NAMES, SONS
from tawatur.annotate.names.lexicon import CAPITAL, FOREIGN, GIVEN, HEAD, RENOWNED, TITLE, folded, rare
from tawatur.annotate.names.line import Line
from tawatur.annotate.names.tokens import bare

_LEAST = 4  # letters of a verb in the imperfect behind a family, of a noun before one («كي مون» is a name)
_COMMON_FATHER = "k"  # a word with the article, of no list, commoner than this is nobody's father: «توكل بن المهرجان»
_FOLLOWERS = frozenset(("محبي", "محبو", "عشاق", "انصار", "مويدي", "مويدو", "معجبي", "معجبو"))


def called(line: Line, first: int, last: int) -> int:
    """Where the name begins behind what its bearer is called: «بحق الجاني فلان», «والمنشد فلان», «محبي ميسي»."""
    callings = folded("beside", "callings")
    for k in range(first, last - 1):
        word = line.words[k]
        calling = word in callings or (k == first and word[:1] == "و" and word[1:] in callings)
        then = bool({GIVEN, FOREIGN} & set(line.classes(k + 1))) or line.word(k + 2) in SONS
        if calling and then and word not in ("و", "ملا") and not (k > first and line.words[k - 1] in SONS) and _before(line, k):
            first = k + 1
    town = CAPITAL in line.classes(first) and not NAMES & set(line.classes(first))
    if last - first > 1 and town and GIVEN in line.classes(first + 1):
        first += 1  # «غرفة جدة سالم بن خالد»
    if last - first > 1 and line.words[first] in _FOLLOWERS:
        first += 1
    renowned = RENOWNED in line.classes(first + 1) and last - first > 1
    noun = not any(GIVEN in line.lexicon.words.get(way.form, "") for way in bare(line.words[first])) and not {
        FOREIGN,
        RENOWNED,
    } & set(line.classes(first))
    return first + 1 if renowned and noun and len(line.words[first]) >= _LEAST and not rare(line.words[first]) else first


def _before(line: Line, at: int) -> bool:
    """Whether no given name stands right before the calling at `at`, whose family it would be («محمد المعلم»)."""
    return GIVEN not in line.classes(at - 1) or line.kind(at - 1) != "PER"


def closed(line: Line, first: int, last: int) -> int:
    """Where the name ends before «بن» of a common noun, or before a verb behind the family."""
    for k in range(first + 1, last):
        word, before = line.words[k], line.words[k - 1]
        if word == "بن" and k + 1 < last and _no_father(line, k + 1):
            return k
        family = (before.startswith("ال") and len(before) > _LEAST) or (k - 1 > first and line.words[k - 2] == "عبد")
        if family and word[:1] in ("ي", "ت") and len(word) >= _LEAST and not NAMES & set(line.classes(k)) and word[-1] != "ي":
            return k
    return last


def _no_father(line: Line, at: int) -> bool:
    word = line.words[at]
    known = NAMES & set(line.classes(at)) or TITLE in line.classes(at)
    return (
        word.startswith("ال")
        and not known
        and not rare(word, _COMMON_FATHER)
        and not (word.endswith("ي") or HEAD in line.classes(at))
    )
