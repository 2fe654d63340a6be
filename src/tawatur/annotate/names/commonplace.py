"""Which of the tagger's words cannot be a name: a head noun alone, an adjective of nation, common words."""

from tawatur.annotate.names.cuts import PAIR, is_definite_head, is_head
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COMPANY,
    COUNTRY,
    FAMILY,
    GIVEN,
    KNOWN,
    TEAM,
    TITLE,
    folded,
    rare,
)
from tawatur.annotate.names.line import Line, head
from tawatur.annotate.names.places import PRAYERS, strict
from tawatur.annotate.names.things import national
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

_MARKS = frozenset('"“”«»()')
_NAMING = frozenset(fold(w) for w in ("العامة", "العام", "العليا", "الأعلى", "المشتركة", "المسلحة", "الخاصة", "الأحمر", "المتحدة", "الممتاز", "الموحد", "الأول", "الأولى", "الثانية", "الحر"))  # fmt: skip
_TELLING = frozenset(KNOWN + TEAM + COMPANY + COUNTRY + CAPITAL + ADJECTIVE)


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


def common(line: Line, first: int, last: int, cut: int) -> bool:
    """Whether the words cannot be a name: an adjective of nation alone, marks alone, a head noun alone, a number."""
    if line.words[first] == "المملكه" and line.kind(first) == "LOC":
        return True
    rest = line.words[first + 1 : last]
    if any(" ".join([way.form, *rest]) in folded("known", "generic") for way in bare(line.words[first])):
        return True
    if last - first == PAIR and line.kind(first) == "ORG" and (is_head(line.words[first]) or is_definite_head(line.words[first])):
        then = line.words[first + 1]  # «منظمة إرهابية»
        if line.words[first].startswith("ال") or is_definite_head(line.words[first]):
            return _participle(line, first + 1)
        if not then.startswith("ال") and not line.lexicon.classes(then) and not rare(then):
            return True  # «شركة كبرى»
        return then.endswith("يه") and not then.startswith("ال") and not line.classes(first + 1)
    return last - first == 1 and _common_word(line, first, cut)


def _ours(word: str) -> bool:
    """Whether `word` is a head noun with a pronoun: «خليجنا», «وزارتهم»."""
    stems = [word.removesuffix(ending) for ending in ("نا", "هم", "ها", "كم") if word.endswith(ending)]
    return any(is_head(stem) or (stem.endswith("ت") and is_head(stem[:-1] + "ه")) for stem in stems)


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
    letters = line.kind(first) == "ORG" and len(word) <= PAIR and not word.isascii()  # «بي»
    return (
        letters
        or national(word)
        or not word[0].isalpha()
        or len(word) < 2
        or any(head(word, folded("heads", key)) is not None for key in heads)
    )
