"""Whether a noun phrase can speak, and where one that runs on into another clause is cut."""

import re
from collections.abc import Collection, Iterator

from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.lexicon import forms, seats, speakers, those_who_speak, words
from tawatur.annotate.quotes.nouns import begins_body, begins_noun
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import Split, bare, splits, without_pronoun

# the forms taf'il, mufa'ala, if'al and ifti'al, istif'al of folded letters, with a feminine ending
_VERBAL = re.compile(r"ت..ي.ه?|م.ا..ه|ا..ا.|ا...ا.|است..ا.ه?|استفاده|ت.ا..|اقامه|ادانه|اعاده|احاله")
_TANWIN = "\u064b"
# letters of an active participle in the accusative, with its alef («سالما»): «رانيا» and the like are names
_PARTICIPLE = 5
# letters of a definite plural in the accusative
_PLURAL = 7
# letters of a word that may be an accusative
_LEAST = 4


def cut(line: Line, zone: Zone, known: Collection[int] = ()) -> Zone:
    """The phrase up to a word with which another clause begins («بعضهم حين …»), or ب and a verbal noun («الخالة بفضح …»).

    `known` are the tokens of names of persons: nothing is cut at one.
    """
    person = bare(line.word(zone.start)) in words("kin") or line.word(zone.start) in words("people")
    for k in range(zone.start + 1, zone.end):
        word = line.word(k)
        after = line.word(k + 1)
        if (
            line.kind(k) == ","
            and k + 1 not in known
            and (after[:1] in "وف" or (not after.startswith("ال") and is_verbal_noun(after)))
        ):
            return Zone(zone.start, k, zone.hung)
        if k in known or not word:
            continue
        if word in words("clause_breaks") or (is_accusative(line, k) and not begins_noun(line, k)):
            return Zone(zone.start, k, zone.hung)
        if (
            _leads_to_object(line, k, person)
            or (k == zone.start + 1 and (_is_other(line, k) or _is_where_they_act(line, k)))
            or _acts(line, k)
            or _is_after_definite(line, k)
            or _is_object(line, zone.start, k)
        ):
            return Zone(zone.start, k, zone.hung)
    return zone


def _is_where_they_act(line: Line, k: int) -> bool:
    """Whether في at `k` tells where a crowd does what the verb says («تجمع الأهالي في الساحة»): a definite plural holds no office in a place."""
    who = line.word(k - 1)
    return line.word(k) == "في" and who.startswith("ال") and (who.endswith("ون") or who[2:] in words("many"))


def _leads_to_object(line: Line, k: int, person: bool) -> bool:
    """Whether ب at `k` leads to what the verb tells of («أفاد المرصد بمقتل …», «أشاد المدرب بلاعبيه»), no place of an office."""
    word = line.word(k)
    if word[0] != "ب" or len(word) < _LEAST:
        return False
    if (
        word[1:] in words("objects") | words("choosing")
        or is_verbal_noun(word[1:])
        or (word.startswith("بال") and bare(word[1:]) in words("renewed") | words("objects"))
    ):
        return True
    if (
        word.endswith(("ه", "ها", "هم"))
        and line.source[line.tokens[k].end - 1] != "ة"
        and any(bare(s.stem) in those_who_speak() for s in _plain_splits(word[1:]))
    ):
        return True
    return person and not word.startswith("بال") and line.kind(k + 1) == "w"


def _plain_splits(word: str) -> Iterator[Split]:
    """The splits of a noun and of its stems without a pronoun («لاعبيه» gives لاعب)."""
    for stem in without_pronoun(word):
        yield from splits(stem)
        if stem.endswith("ي"):
            yield from splits(stem[:-1])


def _is_other(line: Line, k: int) -> bool:
    """Whether a definite body after a definite body is the object: an annexed noun has no article («اتهمت المعارضة الحكومة»)."""
    before, word = line.word(k - 1), line.word(k)
    if not (before.startswith("ال") and word.startswith("ال")) or word.endswith(("ي", "يه", "ون")):
        return False
    if word.endswith("ين"):  # «دعا الخطيب المصلين»; «الملك الحسين» is shorter, «المسؤولين الأمريكيين» agrees
        return len(word) >= _PLURAL and not before.endswith(("ون", "ين", "ات", "اء"))
    return before.endswith("ون") or (begins_body(line, k - 1) and begins_body(line, k))


def _is_object(line: Line, start: int, k: int) -> bool:
    """Whether a noun of what is done stands at `k` after a definite word: it is the verb's object («نفى المتحدث سقوط المدينة»)."""
    word, before = line.word(k), line.word(k - 1)
    if word.startswith("ال") and k - 1 > start and before in words("indefinite_adjectives") and word not in speakers().honorifics:
        return True  # «تبنى تنظيم متطرف الهجوم»
    if word in speakers().outlets and before.endswith("ي") and k - 1 > start:
        return True  # «أفاد مسؤول أمني وكالة الوادي»
    described = k == start + 2 and before.endswith("يه") and begins_body(line, start) and not begins_body(line, k - 1)
    if described and not line.word(start).startswith("ال") and (begins_body(line, k) or word in words("states")):
        return True  # «انتقدت جماعة بيئية مملكة …»
    if not before.startswith("ال"):
        return False
    made = not word.startswith("ال") and is_verbal_noun(word) and line.word(k + 1).startswith("ال")
    return made or word in words("verbal_nouns") | words("objects") | words("matters")


def is_verbal_noun(word: str) -> bool:
    """Whether the indefinite word has the form of a verbal noun («تحقيق»، «محاسبة»، «إجراء»، «استئناف»), or is one of the list."""
    if word in words("verbal_nouns"):
        return True
    return bool(_VERBAL.fullmatch(word)) and word not in seats() and word not in those_who_speak()


def _is_after_definite(line: Line, k: int) -> bool:
    """Whether what stands at `k` after a definite word is the verb or its object: «الوزير أعلن»، «الوزير موظفا»، «الوزير سؤاله»."""
    word = line.word(k)
    if not line.word(k - 1).startswith("ال"):
        return False
    if word.endswith("ا") and word[:-1] in those_who_speak():
        return True
    if _is_possessed(line, k):
        return True
    return word not in words("homographs") and any(
        form.use == "finite" and form.tense == "past" and not form.object for form in forms().get(word, ())
    )


def _acts(line: Line, k: int) -> bool:
    """Whether a verb of saying that nothing follows but «ذلك» stands at `k` («متحدثا باسم الحركة نفى ذلك»)."""
    word = line.word(k)
    if word.endswith("وا") and any(form.use == "finite" and form.number == "p" for form in forms().get(word, ())):
        return True  # «سكان رأوا فلانا»
    if word.startswith("و") and word.endswith("وا") and len(word) > _LEAST and word[1:-1] not in those_who_speak():
        return True  # «الأهالي وأصدروا بيانا»
    return line.word(k + 1) in ("ذلك", "هذا", "هذه") and any(form.use == "finite" for form in forms().get(word, ()))


def can_speak(line: Line, zone: Zone) -> bool:
    """Whether a phrase that begins with no known name is one that may speak: no number, amount, verb, adverb or circumstance."""
    word, after = line.word(zone.start), line.word(zone.start + 1)
    if line.kind(zone.start) != "w":
        return True
    if word in words("governing") and not (word == "علي" and line.source[line.tokens[zone.start].end - 1] == "ي"):
        return False
    if is_governed(word):
        return False
    if word[0].isdigit():
        return begins_noun(line, zone.start + 1) or line.word(zone.start + 2) == "من"  # «57 بالمئة من الآباء»
    if (
        word in words("objects")
        or word in words("amounts")
        or bare(word) in words("circumstances")
        or word in words("clause_breaks")
    ):
        return False
    if bare(word) in words("circumstances_alone") and not _counts_people(line, zone):
        return False
    if begins_noun(line, zone.start):
        return True
    if is_accusative(line, zone.start) or (after[:1].isdigit() and line.word(zone.start + 2) in words("amounts")):
        return False
    if zone.end - zone.start > 1 and after in words("circumstantial"):
        return False  # «مواقف مختلفة»
    if _is_accusative_pair(word, after) or _is_possessed(line, zone.start):
        return False
    return not _is_verb(word)


def is_governed(word: str) -> bool:
    """Whether ب is written as one word with a noun («بأحد شوارع …»، «باستمرار»، «بالشركة»): it is no subject."""
    if word[0] != "ب" or len(word) < _LEAST or word in seats():
        return False
    rest = word[1:]
    return (
        (rest.startswith("ال") and len(rest) > _LEAST)
        or rest in words("choosing") | words("objects") | those_who_speak()
        or is_verbal_noun(rest)
    )


def is_crowd(line: Line, at: int) -> bool:
    """Whether an indefinite source or plural of people stands at `at`: no name is theirs («وقال سكان رأوا فلانا إن»)."""
    word = line.word(at)
    if word.startswith("ال"):
        return False
    people = word in speakers().unnamed and word not in speakers().offices
    return (
        word in words("sources") - {"مسوول", "مسيول"}
        or word.endswith("يون")
        or (people and (word.endswith(("ون", "ين")) or word in words("many")))
    )


def _is_accusative_pair(word: str, after: str) -> bool:
    """Whether noun and adjective are both in the accusative, without article («اقترح اتفاقا محايدا»)."""
    return all(len(w) >= _PARTICIPLE and w.endswith("ا") and not w.startswith("ال") for w in (word, after))


def _is_possessed(line: Line, at: int) -> bool:
    """Whether the word is a thing with a pronoun on its end («رصيده»), and neither kin nor office («زوجته»، «مكتبه»)."""
    word = line.word(at)
    if not word.endswith(("ه", "ها", "هم")) or len(word) <= _LEAST or line.source[line.tokens[at].end - 1] == "ة":
        return False
    if word in words("named_like_possessed") | speakers().polite or word.startswith("ال"):
        return False
    known = those_who_speak() | words("kin") | words("sources")
    stems = [stem for stem in without_pronoun(word) if stem != word]
    stems += [stem[:-1] for stem in stems if len(stem) > _LEAST - 1]
    return not any(bare(split.stem) in known for stem in stems for split in splits(stem))


def is_accusative(line: Line, at: int) -> bool:
    """Whether an indefinite accusative stands at `at` («سالما»، «أحيانا»): written with its vowels, an active participle, an adverb."""
    word = line.word(at)
    if len(word) < _LEAST or not word.endswith("ا") or word.startswith("ال"):
        return False
    if _TANWIN in line.source[line.tokens[at].start : line.tokens[at].end + 1]:
        return True
    return word in words("accusatives") or (len(word) == _PARTICIPLE and word[1] == "ا" and word[3] != "ي" and word[2] != "ا")


def _counts_people(line: Line, zone: Zone) -> bool:
    """Whether «عدد», «كثير» and the like count somebody: من or a noun follows («عدد من السكان»)."""
    after = line.word(zone.start + 1)
    return after in ("من", "منهم", "منهن") or after.startswith("ال") or begins_noun(line, zone.start + 1)


def _is_verb(word: str) -> bool:
    """Whether the word is a verb of saying and no noun («ذكرت»)."""
    if bare(word) in speakers().offices:
        return False
    return any(form.use == "finite" for form in forms().get(word, ())) and word.endswith(("ت", "وا"))
