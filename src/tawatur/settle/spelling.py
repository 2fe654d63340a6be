"""Whether two spellings are one name: a strict normal form, a loose skeleton to find candidates, a test to decide."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tawatur.arabic.fold import fold
from tawatur.resources import lines, load

Key = tuple[str, ...]  # the words of a name, as `words` gives them
_WORD = re.compile(r"[^\W_]+")
_PATRONYMIC = frozenset(("بن", "ابن", "بنت", "ابنه"))
# words that are written together with the next or apart from it: عبد الله, أبو بكر, آل سعود
_JOINED = frozenset(("عبد", "ابو", "ابي", "ابا", "ال", "ام"))
# letters that writers exchange when they write a foreign name
_GROUPS = ("غجكق", "تط", "سصز", "دضذ", "ثتس", "فب", "وف", "اه", "شتج", "حه", "يا", "خهك")
_VOWELS = "اوي"
_SKELETON = str.maketrans(
    {
        **dict.fromkeys("اويه"),
        **dict.fromkeys("جكق", "غ"),
        "ط": "ت",
        "ث": "ت",
        "ص": "س",
        "ز": "س",
        "ض": "د",
        "ذ": "د",
        "ح": "خ",
        "ف": "ب",
    }
)
# how Arabic names begin that no list can hold: the article, عبد, and what is called by a child's or father's name
_ARABIC = ("ال", "عبد", "ابو", "ابا", "ابي", "ابن", "ام")
# a word of fewer letters than this has too few for a difference to be a matter of spelling
_LEAST = 4
_PLACES = 2  # in which one long word may differ
_VERY_LONG = 8
_LONG = 6  # letters from which two differences are allowed: «القرني» and «القرون» would be one with two


@lru_cache(maxsize=1 << 16)
def words(text: str) -> Key:
    """Give the folded words of a name, عبد and its like joined to the next word, without the patronymic بن."""
    found: list[str] = []
    held = ""
    for part in _WORD.findall(fold(text)):
        if part in _JOINED:
            held += part
        elif part in _PATRONYMIC and found:
            continue
        else:
            found.append(held + part)
            held = ""
    return (*found, held) if held else tuple(found)


def skeleton(parts: Sequence[str]) -> str:
    """Give what spellings of one name have in common: the first letter and the consonants of each word, groups made one.

    Names of one skeleton may be one name; it never decides.
    """
    return " ".join(_bones(part) for part in parts)


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    plain = word.removeprefix("ال") if len(word) > _LEAST else word
    found = plain.translate(_SKELETON)
    return "".join(letter for i, letter in enumerate(found) if not i or letter != found[i - 1])


def variants(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, as `words` gives them, are spellings of one: word by word equal or alike."""
    if len(one) == len(other) == 1:  # most are
        return one[0] == other[0] or alike(one[0], other[0])
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(alike(a, b) for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=1 << 17)
def alike(one: str, other: str) -> bool:
    """Whether two folded words are one word spelt in two ways, by themselves; see `apart`."""
    places = apart(one, other)
    return places is not None and places <= _PLACES


def apart(one: str, other: str) -> int | None:
    """In how many places two folded words differ that are one word spelt in two ways; None where they are two words.

    Two names that Arabic itself has (سالم، سليم) are never one; a foreign name may gain or lose vowels and exchange
    letters that stand for one foreign sound: in two places at the most, in one where the word is short, in three where
    it is so long (غورباتشوف، جورباتشيف) that something else may tell.
    """
    arabic = one.startswith("ال") and other.startswith("ال")
    one, other = _bared(one), _bared(other)
    if one == other:
        return 0
    least = min(len(one), len(other))
    if arabic or least < _LEAST or _established(one, other) or (_bones(one) != _bones(other) and not _sounds(one, other)):
        return None
    found = _distance(one, other)
    return found if found <= (1 if least < _LONG else _PLACES if least < _VERY_LONG else _PLACES + 1) else None


def _bared(word: str) -> str:
    return word.removeprefix("ال") if len(word) > _LEAST + 1 else word


def _established(one: str, other: str) -> bool:
    known = established()
    return one in known and other in known


def _sounds(one: str, other: str) -> bool:
    """Whether the words differ in letters of one group only."""
    return len(one) == len(other) and all(
        a == b or any(a in g and b in g for g in _GROUPS) for a, b in zip(one, other, strict=True)
    )


def _distance(one: str, other: str) -> int:
    """Vowels put in or taken out, and letters exchanged within a group; 9 where anything else differs."""
    row = list(range(len(other) + 1))
    for a in one:
        before, row[0] = row[0], (row[0] + 1 if a in _VOWELS else 9)
        for j, b in enumerate(other):
            put = row[j] + (1 if b in _VOWELS else 9)
            taken = row[j + 1] + (1 if a in _VOWELS else 9)
            changed = before + (0 if a == b else 1 if any(a in g and b in g for g in _GROUPS) else 9)
            before, row[j + 1] = row[j + 1], min(put, taken, changed, 9)
    return row[-1]


@cache
def common(band: int = 99) -> frozenset[str]:
    """Folded words that running text uses often, of the bands of 5 decibels up to `band`: two that differ are two words."""
    rows = (line.split() for line in lines("names/frequent"))
    return frozenset(word for number, *row in rows if int(number) <= band for word in row)


@cache
def established() -> frozenset[str]:
    """Folded given and family names of Arabic, one word each: two that differ are two names."""
    return frozenset(n.removeprefix("ال") for name in ("given", "family") for n in lines(f"names/{name}") if " " not in n)


@cache
def nations() -> dict[str, str]:
    """Folded adjectives of nations with the article or without, feminine too → the country's code («الروسية» → RU)."""
    found: dict[str, str] = {}
    for code, country in load("names/countries").items():
        for adjective in country["adjective"]:
            plain = fold(adjective.removeprefix("+"))
            for form in (plain, plain + "ه", "ال" + plain, "ال" + plain + "ه"):
                found.setdefault(form, code)
    return found


def rare(key: Key) -> bool:
    """Whether a lone name is none that Arabic itself has: «أوباما» means few people, «الغامدي» a tribe."""
    if len(key) != 1:
        return False
    word = key[0]
    return not word.startswith(_ARABIC) and word not in established()
