"""How far a clause reports a deed rather than speaks of one: named features, each with a weight.

News tells a deed with a finite verb, its day, its victims by number; background names it with a definite noun («الاغتيال»), in a case
before a court, long ago. The weights are fitted by genscripts/weigh_events.py (resources/events/weights.yaml).
"""

import math
from collections.abc import Collection, Iterator
from functools import cache

from tawatur.annotate.events.accidents import tells_attack
from tawatur.annotate.events.clause import Clause, Found
from tawatur.annotate.events.inflect import clothed
from tawatur.annotate.events.lexicon import classes, joined_words, words
from tawatur.annotate.events.phrases import band, counts
from tawatur.annotate.events.states import nation, state
from tawatur.arabic.clitics import splits
from tawatur.arabic.fold import fold
from tawatur.records.event import EventMention
from tawatur.records.time import TimeExpression
from tawatur.resources import load

# the types to whose deeds weights are fitted
WEIGHED = frozenset({"ASSAULT", "PROTEST"})
_NEAR = 6  # tokens before and after a trigger in which words of background or of war are looked for
_COMMON = (
    9  # bands of 5 decibels whose words count as common: the 10,000 most frequent; of 8 and 9 the better on both types, by 0.01
)
_LONG, _SHORT = 50, 18  # tokens of a long and of a short sentence
_AT = frozenset({"ان", "بان", "انه", "انها", "انهم", "قد"})


def features(clause: Clause, found: Found, mention: EventMention, time: TimeExpression | None) -> list[str]:
    """The names of the features that hold of a deed, in a stable order."""
    names = {*_of_trigger(clause, found), *_of_parties(clause, found, mention), *_of_setting(clause, found, mention, time)}
    if mention.type == "ASSAULT" and tells_attack(clause):
        names.add("attacked")  # for protests it costs F1 0.006
    return sorted(names)


def _of_trigger(clause: Clause, found: Found) -> Iterator[str]:
    sense, at = found.sense, found.at
    yield f"lemma {sense.trigger.type} {sense.trigger.lemma}"
    use = sense.use
    yield f"use {use}"
    if sense.tense:
        yield f"tense {sense.tense}"
    if sense.number != "s":
        yield f"number {sense.number}"
    for name, holds in (
        ("definite", sense.definite),
        ("possessed", bool(sense.pronoun)),
        ("hung", bool(sense.hung)),
        ("first", at - clause.start <= 1),
        ("joined", sense.prefix > 0),
        ("after that", clause.word(at - 1) in _AT or clause.word(at - 2) in _AT),
        ("after preposition", clause.word(at - 1) in words("prepositions")),
        ("after comma", clause.word(at - 1) in ("،", ",")),
    ):
        if holds:
            yield f"{use} {name}"
    how = " definite" if sense.definite else " possessed" if sense.pronoun else ""
    yield f"form {sense.trigger.type} {sense.trigger.lemma} {use}{how}"
    if use == "noun" and not sense.definite and clause.word(at).endswith("ات"):
        yield "plural noun"


def _of_parties(clause: Clause, found: Found, mention: EventMention) -> Iterator[str]:
    for name, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        if not parties:
            yield f"no {name}"
            continue
        first = parties[0]
        yield f"{name}"
        yield f"{name} code {(first.code or 'none')[-3:] if first.code else 'none'}"
        if any(k in clause.tokens.named for k in range(*clause.tokens.within(first.start, first.end))):
            yield f"{name} named"
        start, end = clause.tokens.within(first.start, first.end)
        if any(counts(clause.tokens.words[k]) for k in range(start, end)):
            yield f"{name} counted"
        if clause.tokens.words[start].startswith("ال"):
            yield f"{name} definite"
    if mention.actors and mention.recipients:
        yield "both parties"
    counted = any(
        counts(clause.tokens.words[k]) for one in mention.recipients for k in range(*clause.tokens.within(one.start, one.end))
    )
    if counted and found.sense.trigger.victim:
        yield "victims counted"
    indefinite = [
        not clause.tokens.words[clause.tokens.within(one.start, one.end)[0]].startswith("ال") for one in mention.actors[:1]
    ]
    if any(indefinite) and found.sense.use == "active":
        yield "indefinite actor of a verb"


def _of_setting(clause: Clause, found: Found, mention: EventMention, time: TimeExpression | None) -> Iterator[str]:
    yield f"status {mention.status}"
    if mention.place:
        yield "place"
    if mention.said_by:
        yield "in a statement"
    if time is not None:
        yield f"time {time.anchor}"
        kind = str(time.meaning.get("kind"))
        yield f"time kind {kind}"
        if time.anchor == "published" and kind in ("day", "weekday", "clock", "part"):
            yield f"fresh {found.sense.use}"
    else:
        yield "no time"
    near = {
        clause.word(k) for k in range(max(clause.start, found.at - _NEAR), min(clause.end, found.at + _NEAR + 1)) if k != found.at
    }
    yield from (f"near {name}" for name in ("background", "war", "casualties", "grievance", "crowd") if near & classes(name))
    if near & joined_words("possible"):
        yield "near possible"
    if clause.shown is None:
        clause.shown = frozenset(_of_sentence(clause))
    yield from clause.shown


def _told_in(clause: Clause, k: int) -> str | None:
    """The common word at a token that is no name, no time and no nation."""
    tokens = clause.tokens
    word = tokens.words[k]
    if k in tokens.named or k in tokens.timed or not word[0].isalpha() or nation(word) or state(word):
        return None
    return _common(word)


@cache
def _common(word: str) -> str | None:
    """A word without its clitics, where it is one of the commonest of the language."""
    best = min((word, *(way.stem for way in splits(word))), key=lambda one: (band(one), len(one)))
    return best if band(best) <= _COMMON and not nation(best) and not state(best) else None


def _of_sentence(clause: Clause) -> Iterator[str]:
    every, length = set(clause.tokens.words[clause.start : clause.end]), clause.end - clause.start
    yield from (name for name in ("background", "war") if every & classes(name))
    yield from (f"word {listed}" for word in every if (listed := _listed().get(word)))
    yield from (f"common {word}" for k in range(clause.start, clause.end) if (word := _told_in(clause, k)))
    if every & {"؟", "?"}:
        yield "question"
    if length >= _LONG:
        yield "long sentence"
    if length <= _SHORT:
        yield "short sentence"


# the closed lists whose words are features of a sentence
_CLASSES = ("war", "casualties", "background", "fire", "missiles", "bombs", "suicide", "accident", "verdict", "grievance", "crowd", "marches",
            "slogans", "banners", "roads", "tyres", "stones", "strike", "strikers", "lives", "bodies", "figurative")  # fmt: skip
_LISTS = ("quantities", "planned", "called", "threatened", "denied", "prevented", "possible", "news")


@cache
def _listed() -> dict[str, str]:
    """Forms of the words of the closed lists → the word as it stands there."""
    listed = [word for name in _CLASSES for word in load("events/words")["classes"][name]]
    listed += [word for name in _LISTS for word in load("events/words")[name]]
    listed += [word for words_of in load("events/actors")["words"].values() for word in words_of]
    listed += [verb for name in ("light", "suffer") for verb, _ in load("events/words")[name]]
    return {form: fold(word) for word in reversed(listed) if " " not in word for form in clothed(fold(word))}


@cache
def _weights() -> dict[str, dict[str, float]]:
    return {kind: {str(k): float(v) for k, v in table.items()} for kind, table in load("events/weights")["of"].items()}


def weight(kind: str, names: Collection[str]) -> float | None:
    """How likely it is that a clause with these features reports a deed of a type, 0 to 1; None for types without fitted weights."""
    table = _weights().get(kind)
    if table is None:
        return None
    total = table["bias"] + sum(table.get(name, 0.0) for name in names)
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)
