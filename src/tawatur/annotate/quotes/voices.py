"""Whether a noun phrase can speak, and where one that runs on into another clause is cut."""

from collections.abc import Collection

from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.lexicon import forms, speakers, words
from tawatur.annotate.quotes.nouns import begins_noun
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare

_TANWIN = "\u064b"
# letters of an active participle in the accusative, with its alef («سالما»): «رانيا» and the like are names
_PARTICIPLE = 5
# letters of a word that may be an accusative
_LEAST = 4


def cut(line: Line, zone: Zone, known: Collection[int] = ()) -> Zone:
    """The phrase up to a word with which another clause begins («بعضهم حين …»), or ب and a verbal noun («الخالة بفضح …»).

    `known` are the tokens of names of persons: nothing is cut at one.
    """
    person = bare(line.word(zone.start)) in words("kin") or line.word(zone.start) in words("people")
    for k in range(zone.start + 1, zone.end):
        word = line.word(k)
        if line.kind(k) == "," and line.word(k + 1)[:1] in "وف" and k + 1 not in known:
            return Zone(zone.start, k, zone.hung)
        if k in known or not word:
            continue
        if word in words("clause_breaks") or (is_accusative(line, k) and not begins_noun(line, k)):
            return Zone(zone.start, k, zone.hung)
        if person and word[0] == "ب" and len(word) > _LEAST and not word.startswith("بال") and line.kind(k + 1) == "w":
            return Zone(zone.start, k, zone.hung)
    return zone


def can_speak(line: Line, zone: Zone) -> bool:
    """Whether a phrase that begins with no known name is one that may speak: no number, amount, verb, adverb or circumstance."""
    word, after = line.word(zone.start), line.word(zone.start + 1)
    if line.kind(zone.start) != "w":
        return True
    if word[0].isdigit():
        return begins_noun(line, zone.start + 1) or line.word(zone.start + 2) == "من"  # «57 بالمئة من الآباء»
    if word in words("objects") or word in words("amounts") or bare(word) in words("circumstances") or word in words("clause_breaks"):
        return False
    if bare(word) in words("circumstances_alone") and not _counts_people(line, zone):
        return False
    if begins_noun(line, zone.start):
        return True
    if is_accusative(line, zone.start) or (after[:1].isdigit() and line.word(zone.start + 2) in words("amounts")):
        return False
    if zone.end - zone.start > 1 and after in words("circumstantial"):
        return False  # «مواقف مختلفة»
    return not _is_verb(word)


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
