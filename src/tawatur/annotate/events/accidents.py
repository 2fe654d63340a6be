"""Accidents: an explosion, a killing or an injury that nobody did, told of works, traffic or nature, is no assault.

A sentence tells an accident where it has a word for one («حادث سير»، «سيول») or an explosion of what explodes by itself («انبوب غاز»),
and no word of weapons or of those who attack. What headline and lead of an article tell goes on for the rest of it, as far as its
sentences name no weapon.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from tawatur.annotate.events.clause import Clause, Found, Parties
from tawatur.annotate.events.inflect import clothed
from tawatur.annotate.events.lexicon import classes, joined_words
from tawatur.annotate.events.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.records.sentence import Sentence
from tawatur.resources import load

_LEAD = 2  # sentences of the body that count as the lead
# deeds that need nobody who does them: blasts, and those of which only the victims are told
_BLASTS = frozenset({"انفجر", "فجر", "تفجر", "دمر", "اجتاح"})


def of_accident(clause: Clause, found: Found, parties: Parties, *, told: bool) -> bool:
    """Whether a deed of blood or a blast is an accident's. `told`: headline or lead of the article tell one."""
    trigger = found.sense.trigger
    if trigger.type != "ASSAULT" or not (trigger.victim or trigger.lemma in _BLASTS):
        return False
    if any(clause.acts(span) and not _thing(clause, span) for span in parties.actors):
        return False
    return not tells_attack(clause) and (told or _once(clause, "accident", accident))


def tells_attack(clause: Clause) -> bool:
    """Whether the sentence names a weapon, an attack or those who carry one."""
    return _once(clause, "attacked", attacked)


def _once(clause: Clause, name: str, look: Callable[[Sequence[str]], bool]) -> bool:
    """What `look` finds in the words of a sentence; they are gone through once, however many deeds it tells."""
    if name not in clause.told:
        clause.told[name] = look(clause.tokens.words[clause.start : clause.end])
    return clause.told[name]


def _thing(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a phrase is the blast, what exploded, or the victims («انفجار مصنع»، «عشرة قتلى»), and nobody who did it."""
    casualties = classes("casualties")
    made = any(clause.word(k) in joined_words("explode_by_themselves") for k in (span[0] - 1, span[0]))
    return made or clause.word(span[0]) in joined_words("blasts") or any(word in casualties for word in clause.text(span))


def told_first(tokens: Tokens, sentences: Sequence[Sentence]) -> bool:
    """Whether headline and lead of an article tell an accident, and none of them an attack."""
    body = [one for one in sentences if one.kind == "body"][:_LEAD]
    first = [one for one in sentences if one.kind == "title"] + body
    words = [tokens.words[slice(*tokens.within(one.start, one.end))] for one in first]
    return any(accident(near) for near in words) and not any(attacked(near) for near in words)


def accident(near: Sequence[str]) -> bool:
    """Whether folded words tell an accident: by a word for one, or by a blast of what explodes by itself."""
    if _any(near, "accidents"):
        return True
    return any(word in joined_words("blasts") for word in near) and _any(near, "explode_by_themselves")


def attacked(near: Sequence[str]) -> bool:
    """Whether folded words name a weapon, an attack or those who carry one."""
    return _any(near, "attacks")


def _any(near: Iterable[str], name: str) -> bool:
    listed, pairs, words = joined_words(name), _pairs(name), list(near)
    return any(word in listed for word in words) or any(f"{a} {b}" in pairs for a, b in pairwise(words))


@cache
def _pairs(name: str) -> frozenset[str]:
    """The pairs of words of a list, the first with its clitics."""
    found = (fold(text).split() for text in load("events/words")[name] if " " in text)
    return frozenset(f"{form} {second}" for first, second in found for form in clothed(first))
