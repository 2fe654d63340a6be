"""Whether a deed happened: negation, planning, threats, denials and what is only possible, by the words that govern it."""

from tawatur.annotate.events.lexicon import Sense, joined_words, light, words
from tawatur.annotate.events.tokens import Tokens
from tawatur.records.event import EventStatus

_NEAR = 7  # tokens before a trigger that may govern it
_STOPS = frozenset(".!?؟؛;:«“\n")
_NEGATED = ("negated", "prevented")
_BY_LIST: tuple[tuple[str, EventStatus], ...] = (
    ("denied", "denied"), ("prevented", "denied"), ("threatened", "threatened"), ("called", "possible"), ("planned", "planned"),
    ("possible", "possible"),
)  # fmt: skip
# types that are words themselves: what they speak of is not what was done, and their own words of threat do not govern them
_SPEECH = frozenset({"THREATEN", "REJECT", "REQUEST", "ACCUSE", "AGREE", "SUPPORT"})
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})
_COMMAS = frozenset("،,")
_PAST_AUXILIARIES = frozenset({"قد", "وقد", "فقد", "لقد"})


def status(tokens: Tokens, start: int, at: int, sense: Sense) -> EventStatus:
    """Give the status of the deed whose trigger stands at `at`, in the sentence that begins at token `start`."""
    if _negated(tokens, start, at, sense):
        return "denied"
    if sense.tense == "future":
        return "planned"
    for k in range(at - 1, max(start, at - _NEAR) - 1, -1):
        word = tokens.words[k]
        if word in _STOPS or (word in _COMMAS and sense.use != "noun"):
            break
        if word in _COMMAS:
            break
        helping = _helper(tokens, k, start, sense)
        if helping:
            return helping
        found = _governs(tokens, k, at, sense)
        if found:
            return found
    return "planned" if sense.tense == "purpose" else "happened"


def _helper(tokens: Tokens, k: int, start: int, sense: Sense) -> EventStatus | None:
    """What a helping verb before a noun says of it («ستفرض عقوبات»، «لم تشن هجوما»)."""
    verb = light().get(tokens.words[k]) if sense.use == "noun" else None
    if verb is None:
        return None
    if k > start and tokens.words[k - 1] in words("negated") - {"دون", "غير"}:
        return "denied"
    return "planned" if verb.tense == "future" else None


def _negated(tokens: Tokens, start: int, at: int, sense: Sense) -> bool:
    before = [tokens.words[k] for k in range(max(start, at - 2), at)]
    if sense.use in ("active", "passive"):
        return bool(before) and before[-1] in words("negated") - {"دون", "غير"}
    return any(word in words("negated") and word in ("دون", "عدم", "بدون", "بلا", "بعدم", "وعدم", "الا") for word in before[-1:])


def _governs(tokens: Tokens, k: int, at: int, sense: Sense) -> EventStatus | None:
    word = tokens.words[k]
    verb = sense.use in ("active", "passive", "participle")
    if verb and sense.tense == "past" and (word in _PAST_AUXILIARIES or word in _THAT):
        return None  # «قد قتل» has happened; before «أن قتل» another clause stands
    near = at - k <= 3
    for name, found in _BY_LIST:
        if word in joined_words(name) and _may(name, verb, near, k, at, tokens, sense):
            return found
    return None


def _may(name: str, verb: bool, near: bool, k: int, at: int, tokens: Tokens, sense: Sense) -> bool:
    word = tokens.words[k]
    if verb:
        led = any(tokens.words[m] in ("ان", "بان", "اذا", "لو") for m in range(k, at))
        return sense.tense != "past" and (led or (at - k == 1 and word in ("قد", "ربما", "سوف", "وسوف", "وقد")))
    if sense.trigger.type in _SPEECH and name in ("threatened", "called", "denied"):
        return False
    if "محاول" in word and sense.trigger.type == "ASSAULT":
        return False  # an attempt on a life is an assault (CAMEO 185)
    if word in ("قد", "وقد", "دون", "غدا", "اذا", "لو", "امر", "خطر") and not near:
        return False
    # a noun is governed through its prepositions, not over another clause
    return not any(tokens.words[m] in _THAT or tokens.words[m] in ("الذي", "التي", "الذين") for m in range(k + 1, at))
