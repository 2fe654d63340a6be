"""The closed lexicon of deeds: every form of every trigger, generated from the tables of `resources/events`."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from tawatur.annotate.events import inflect
from tawatur.arabic.fold import fold
from tawatur.resources import load

Use = Literal["active", "passive", "noun", "participle"]

# CAMEO's root of each type, after the conversion table of PLOVER (CAMEO2PLOVER-2021); the lexicon says where a verb has another
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "YIELD": "08", "REQUEST": "10", "ACCUSE": "11",
    "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip


class Trigger(NamedTuple):
    """A row of the lexicon; the fields are those of triggers.yaml."""

    type: str
    lemma: str
    mode: str | None
    cameo: str
    to: tuple[str, ...]
    of: str
    need: frozenset[str]
    barred: frozenset[str]
    both: bool
    weak: bool
    accompanied: bool
    suffers: bool
    victim: bool
    blamed: bool
    sent: bool = False


class Sense(NamedTuple):
    """One reading of a form: how it is used, and what its letters show.

    `prefix`: letters of و or ف; `hung`: a preposition written with it; `pronoun`: one on its end; `number` s, d or p.
    """

    trigger: Trigger
    use: Use
    tense: str = ""
    prefix: int = 0
    hung: str = ""
    definite: bool = False
    pronoun: str = ""
    gender: str = "m"
    number: str = "s"


@cache
def triggers() -> dict[str, tuple[Sense, ...]]:
    """Every folded form of every trigger to its readings."""
    table: dict[str, list[Sense]] = {}
    for kind, rows in load("events/triggers").items():
        for row in rows if kind != "source" else ():
            for form, sense in _senses(_trigger(kind, row), row):
                table.setdefault(form, []).append(sense)
    return {form: tuple(found) for form, found in table.items() if form not in words("not_triggers")}


def _trigger(kind: str, row: dict[str, Any]) -> Trigger:
    to = tuple(fold(one) if one != "obj" else one for one in row.get("to", ["obj"]))
    return Trigger(
        type=kind,
        lemma=row.get("v") or row["n"][0],
        mode=row.get("m"),
        cameo=str(row.get("cameo", ROOTS[kind])),
        to=to,
        of=row.get("of", "o" if "obj" in to and "v" in row else "a"),
        need=classes(row.get("need", "")),
        barred=classes(row.get("not", "")),
        both=row.get("both", False) or ("pass" in row and fold(row["pass"][0]) == fold(row["v"])),
        weak=row.get("weak", False),
        accompanied=row.get("with", False),
        suffers=row.get("suffers", False),
        victim=row.get("victim", False),
        blamed=row.get("blamed", False),
        sent=row.get("sent", False),
    )


def _senses(trigger: Trigger, row: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    if "v" in row:
        yield from _verbs(trigger, row["v"], row.get("p"), "active")
    if "pass" in row and fold(row["pass"][0]) != fold(row["v"]):
        yield from _verbs(trigger, row["pass"][0], row["pass"][1], "passive")
    for noun in row.get("n", ()):
        for form in inflect.noun(fold(noun)):
            yield form.text, Sense(trigger, "noun", "", form.prefix, form.hung, form.definite, form.pronoun)
    for word in row.get("a", ()):
        for text, prefix in inflect.joined(fold(word)):
            yield text, Sense(trigger, "participle", "", prefix)


def _verbs(trigger: Trigger, past: str, present: str | None, use: Use) -> Iterator[tuple[str, Sense]]:
    objects = use == "active" and "obj" in trigger.to
    for form in inflect.verb(past, present, objects=objects):
        yield (
            form.text,
            Sense(trigger, use, form.tense, form.prefix, pronoun=form.pronoun, gender=form.gender, number=form.number),
        )


@cache
def classes(name: str) -> frozenset[str]:
    """The forms of the words of a class, with their clitics; empty for no name."""
    if not name:
        return frozenset()
    return frozenset(form for word in load("events/words")["classes"][name] for form in inflect.clothed(fold(word)))


@cache
def listed() -> frozenset[str]:
    """The folded words of all classes and of those who act, without clitics."""
    classed = [word for words_of in load("events/words")["classes"].values() for word in words_of]
    acting = [word for words_of in load("events/actors")["words"].values() for word in words_of]
    return frozenset(fold(word) for word in (*classed, *acting))


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a list of words.yaml, as they stand there."""
    return frozenset(fold(word) for word in load("events/words")[name])


@cache
def joined_words(name: str) -> frozenset[str]:
    """The folded words of a list, also with و and ف, with ال and with a preposition before them."""
    return frozenset(form for word in load("events/words")[name] for form in inflect.clothed(fold(word)))


@cache
def light() -> dict[str, Sense]:
    """Forms of verbs whose subject does what their noun says."""
    return _helpers("light")


@cache
def suffered() -> dict[str, Sense]:
    """Forms of verbs whose subject suffers what their noun says."""
    return _helpers("suffer")


def _helpers(name: str) -> dict[str, Sense]:
    empty = Trigger("", "", None, "", (), "a", frozenset(), frozenset(), False, False, False, False, False, False)
    found: dict[str, Sense] = {}
    for past, present in load("events/words")[name]:
        for form in inflect.verb(past, present, objects=True):
            sense = Sense(empty, "active", form.tense, form.prefix, pronoun=form.pronoun, gender=form.gender, number=form.number)
            found.setdefault(form.text, sense)
    return {form: sense for form, sense in found.items() if form not in words("not_triggers")}


@cache
def bands() -> dict[str, int]:
    """Folded words of running text → how frequent they are, in bands of 5 decibels: 2 for the most frequent (wordfreq)."""
    from tawatur.resources import lines

    rows = (line.split() for line in lines("names/frequent"))
    return {word: int(number) for number, *row in rows for word in row}
