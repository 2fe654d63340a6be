"""The tagger's people: titles, nations and what trails are cut off, two people run together are parted."""

from collections.abc import Set as AbstractSet

from tawatur.annotate.names.chains import (
    BEFORE,
    COMMON_FAMILY,
    LEAST,
    NAMES,
    RELATIVE,
    SAID,
    SONS,
    active,
    particle,
    surname,
    with_pronoun,
)
from tawatur.annotate.names.edges import called, closed
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    PLACE,
    TITLE,
    adjectives,
    bands,
    folded,
    rare,
)
from tawatur.annotate.names.line import Line
from tawatur.annotate.names.tails import extent
from tawatur.annotate.names.tokens import bare

_TANWIN = ("\u064b", "\u064bا", "\u064bى")
_COMMON = "f"  # particles and the commonest verbs and nouns


def trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tagger's name of a person without titles and nations before it, and without what trails."""
    if last - first > 1 and particle(line, first):
        first += 1  # «بأن الحمود»
    first = _office(line, first, last)
    first = called(line, first, last)
    while first < last - 1 and _outside(line, first):
        first += 1
    last = closed(line, first, last)
    while last > first + 1 and line.text[line.tokens[last - 1].start : line.tokens[last - 1].end].endswith(_TANWIN):
        last -= 1  # «فهيد مبتسماً»
    if "ال" in line.words[first : last - 1]:  # the house ends the name: «آل سعود»
        last = min(last, line.words.index("ال", first, last) + 2)
    last = next((k for k in range(first + 1, last) if _kin(line, k)), last)
    last = _family_ends(line, first, _object_ends(line, first, last))
    while last > first + 1 and _trails(line, last - 1, last - first):
        last -= 1
    return first, last


def _family_ends(line: Line, first: int, last: int) -> int:
    """The end after the family, where a word that is no name follows it: «مصطفى الدباشي نجا»."""
    for k in range(first + 1, last - 1):
        family = line.words[k].startswith("ال") and line.words[k - 1] not in SONS and line.words[k - 1] not in BEFORE
        then = line.words[k + 1]
        common = not NAMES & set(line.classes(k + 1)) and not rare(then, COMMON_FAMILY)
        if family and common and not then.startswith("ال") and then not in BEFORE and then not in SONS:
            return k + 1
    return last


def _kin(line: Line, at: int) -> bool:
    """Whether word `at` says whose relative the person is: «فوزية أخت الملك», «سامية ابنة الرئيس»."""
    word = line.word(at)
    return word in folded("beside", "kin") or (word in ("ابنه", "ابن") and TITLE in line.classes(at + 1))


def _object_ends(line: Line, first: int, last: int) -> int:
    """The end before the verb's object with its adjective: «أضاف بيبي الهدف الثالث»."""
    for k in range(first + 1, last - 1):
        pair = line.words[k : k + 2]
        plain = all(word.startswith("ال") and not rare(word) for word in pair) and line.words[k - 1] not in BEFORE
        if plain and not any(NAMES & set(line.classes(j)) or TITLE in line.classes(j) for j in (k, k + 1)):
            return k
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
    if with_pronoun(line, at):
        return True  # «سلام أبلغه»
    if length > 1 and word in folded("beside", "participles") and before not in SONS and FAMILY not in classes:
        return True  # «فابيان ديلف المنضم»
    if not classes and word.endswith("ا") and word[:-1] in bands() and GIVEN in line.classes(at - 1):
        return True  # «فرنسيس قداسا»
    if TITLE in classes and before not in SONS and {HEAD, PLACE} & set(line.classes(at + 1)):
        return True  # «عبد الفتاح عميد كلية»
    if before in SONS or before == "عبد" or NAMES & set(classes):
        return False
    if word in adjectives():
        return length > 2  # of two words it is the family («محمد العماني»)
    if word.startswith("ال"):
        return TITLE in classes or word in RELATIVE or active(word) or (word.endswith("ه") and not rare(word))
    if word[:2] in ("سي", "ست") and len(word) > LEAST and not classes and word[1:] in bands():
        return True  # «عباس سيتوجه»
    stems = bare(word)[1:]
    return TITLE in classes or (word[0] in "بلو" and any(len(way.form) > LEAST and not rare(way.form) for way in stems))


def _outside(line: Line, at: int) -> bool:
    word, classes = line.word(at), line.classes(at)
    if not classes and bands().get(word, "~") < _COMMON:
        return True  # «لكن ابن الجيران»
    if not NAMES & set(classes) and {GIVEN, FOREIGN} & set(line.classes(at + 1)) and (word.startswith("ال") or not rare(word)):
        return True  # «المترجمان محمد»
    if word[:2] in ("سي", "ست") and len(word) > LEAST and not classes and word[1:] in bands():
        return True  # «سينضم القرني»
    given = {GIVEN, FOREIGN} & set(line.classes(at + 1)) or line.word(at + 1) in folded("known", "adjectival")
    if adjectives().get(word) and word.startswith("ال") and given and GIVEN not in classes and line.kind(at + 2) == "PER":
        return True  # «الجزائري جمال بلماضي»
    if (word in SAID and line.word(at + 1) in ("بن", "ابن")) or _told_of(line, at):
        return True
    if TITLE in classes:
        return word.startswith("ال") or GIVEN not in classes
    return word in adjectives() and GIVEN not in classes and FAMILY not in classes


def _told_of(line: Line, at: int) -> bool:
    """Whether word `at` says what the person behind it is: «الصراف عبدالله», «الشهير بيرلو», «الجمهوري ميتش مكونيل»."""
    word, then = line.word(at), line.word(at + 1)
    if then.startswith("ال") or not line.joined(at) or then in SONS:
        return False
    given = bool({GIVEN, FOREIGN} & set(line.classes(at + 1)))
    if given and word.endswith("نا") and not NAMES & set(line.classes(at)) and word[:-2] in bands():
        return True  # «مليكنا سلمان»
    if word in folded("beside", "callings"):
        return given
    told = word in folded("beside", "participles") or (word in extent() and FAMILY not in line.classes(at))
    return told and (given or rare(then))


def _second(line: Line, at: int) -> bool:
    """Whether a second person begins at `at`: a given name after a family with the article, a family behind it."""
    before, given = line.words[at - 1], GIVEN in line.classes(at) and not {TITLE, ADJECTIVE} & set(line.classes(at))
    family = before.startswith("ال") and line.words[at - 2] not in BEFORE and line.words[at - 2] not in SONS
    return given and family and not line.words[at].startswith("ال") and line.joined(at) and surname(line, at + 1)


def parted(line: Line, first: int, last: int, seen: AbstractSet[str]) -> int:
    """Where a tagger's name that runs two people together ends: before a word whose clitic the article shows apart.

    «أردوغان لبوتين» is أردوغان, where بوتين stands elsewhere in the article.
    """
    for at in range(first + 1, last):
        word = line.words[at]
        if at - first > 1 and at < last and _second(line, at):
            return at
        if word[0] in "ولبف" and len(word) > LEAST and line.words[at - 1] not in BEFORE:
            known = GIVEN in line.classes(at) or FAMILY in line.classes(at)
            stems = [way.form for way in bare(word)[1:]]
            if not known and any(stem in seen and rare(stem) for stem in stems):
                return at
            if not known and word[0] in "بل" and any(len(stem) > LEAST and not rare(stem) for stem in stems):
                return at  # «يسرا بفيروس»
    return last
