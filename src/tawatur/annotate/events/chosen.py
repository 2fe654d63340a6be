"""Which readings of which words of a sentence are deeds: verb or noun, and whether what a trigger asks for is there."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tawatur.annotate.events.clause import Clause, Found
from tawatur.annotate.events.crowds import crowd, verb_of_crowd
from tawatur.annotate.events.lexicon import Sense, joined_words, light, suffered, triggers, words
from tawatur.annotate.events.phrases import adjective

# words after a trigger in which a word of its class must stand, and before it; a verb's subject may stand between
_WINDOW, _WINDOW_VERB = 7, 10
_BACK, _BACK_VERB = 4, 7
_RIOTOUS = frozenset({"ASSAULT", "COERCE"})  # types of which a deed of demonstrators is a protest
_STOPS = frozenset(".!?؟؛;")
_GOVERNED = 4  # tokens from a word of denial, threat or demand to the noun that it governs («نفى الجيش قصف المستشفى»)
_CUTS = frozenset({"،", ",", "ان", "انه", "انها", "الذي", "التي", "قد", "وقد", ".", ":"})


def chosen(clause: Clause) -> Iterator[Found]:
    """Give the triggers of a sentence in their order, each in the first of its readings that holds."""
    table, words = triggers(), clause.tokens.words
    for at in range(clause.start, clause.end):
        if at in clause.tokens.timed:
            continue
        found = _read(clause, at, table.get(words[at], ()))
        if found is None or found.sense.trigger.type in _RIOTOUS:
            found = verb_of_crowd(clause, at) or found  # an attack of demonstrators is a riot
        if found:
            yield found


def _read(clause: Clause, at: int, senses: tuple[Sense, ...]) -> Found | None:
    """The first reading of a trigger that holds at `at`, or None."""
    if not senses or (at in clause.tokens.named and not _swallowed(clause, at, senses)):
        return None
    noun = _nominal(clause, at, senses)
    for sense in sorted(senses, key=lambda one: not one.trigger.need):  # what asks for words says more: «احتجز … رهائن»
        if (sense.use == "noun") == noun and _holds(clause, at, sense):
            return Found(at, sense)
    return None


def _swallowed(clause: Clause, at: int, senses: tuple[Sense, ...]) -> bool:
    """Whether the last word of a person's name is a verb with a feminine subject that was taken for a part of it («مديرية صلاح الدين انفجرت»)."""
    if crowd(clause.word(at + 1)):
        return True  # «سار المعتصمون» is no name
    if clause.tokens.words[at][-1] != "ت" or any(sense.use == "noun" or sense.tense != "past" for sense in senses):
        return False
    first = next((k for k in range(at - 1, max(clause.start, at - 8) - 1, -1) if k in clause.tokens.names), None)
    return first is not None and clause.tokens.names[first].end == at + 1


def _nominal(clause: Clause, at: int, senses: tuple[Sense, ...]) -> bool:
    """Whether a form is a noun here; what is both is one after a preposition, a helping verb or a word of saying, and with a clitic."""
    kinds = {sense.use == "noun" for sense in senses}
    if len(kinds) == 1:
        return kinds.pop()
    if any(sense.use == "noun" and (sense.definite or sense.hung) for sense in senses):
        return True
    if clause.word(at).endswith("ه") and adjective(clause.word(at + 1)):
        return True  # «ضربة جوية» is not «ضربه»
    before = clause.word(at - 1)
    plain = before[1:] if before[:1] in ("و", "ف") else before
    governed = before in words("before_nouns") or plain in words("before_nouns") or before in light() or before in suffered()
    if governed or (before in joined_words("possible") and plain not in ("قد", "لقد")):
        return True
    near = [clause.word(k) for k in range(max(clause.start, at - _GOVERNED), at)]
    return any(word in _governors() for word in near) and not any(word in _CUTS for word in near)


@cache
def _governors() -> frozenset[str]:
    return joined_words("threatened") | joined_words("prevented") | joined_words("called") | joined_words("denied")


def _holds(clause: Clause, at: int, sense: Sense) -> bool:
    need, barred = sense.trigger.need, sense.trigger.barred
    if not need and not barred:
        return True
    near = _near(clause, at, sense)
    if barred and (any(word in barred for word in near) or _pair(near, barred)):
        return False
    return not need or any(word in need for word in near) or _pair(near, need)


def _near(clause: Clause, at: int, sense: Sense) -> list[str]:
    """The words round a trigger; names and signs after it do not count, so that «توصل الرئيس فلان ونظيره فلان إلى اتفاق» is seen."""
    noun = sense.use == "noun"
    found = [clause.word(k) for k in range(max(clause.start, at - (_BACK if noun else _BACK_VERB)), at)]
    left, k = (_WINDOW if noun else _WINDOW_VERB), at + 1
    while left and k < clause.end and clause.word(k) not in _STOPS:
        found.append(clause.word(k))
        left -= k not in clause.tokens.named and clause.word(k)[0].isalnum()
        k += 1
    return found


def _pair(near: list[str], listed: frozenset[str]) -> bool:
    pairs = _pairs(listed)
    return bool(pairs) and any(f"{a} {b}" in pairs for a, b in pairwise(near))


@cache
def _pairs(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in listed if " " in word)
