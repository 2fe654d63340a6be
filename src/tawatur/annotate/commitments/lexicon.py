"""The closed classes of undertakings: every form of every verb, and the word lists, folded."""

from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.resources import load


class Form(NamedTuple):
    """A reading of a verb's form: what it tells, its perfect, what it takes, its tense, and the person and number of its subject.

    `number` is `p` where the form itself is of two or more (اتفقا، تعهدوا), `s` else. `prefix` counts the letters of و or ف before it.
    """

    kind: str
    lemma: str
    takes: tuple[str, ...]
    tense: str
    number: str
    prefix: int


_KINDS = ("made", "intended", "deadline", "kept", "broken", "prolonged", "demanded", "denied")
# the letters that a pronoun for an object adds: «وقّعه»
_ENDINGS = ("ه", "ها")


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every folded form of every verb to its readings."""
    data = load("commitments/verbs")
    table: dict[str, list[Form]] = {}
    rows = [(kind, *row) for kind in _KINDS for row in data[kind]]
    rows += [(kind, past, present, ["itself"]) for past, present, kind in data["of_itself"]]
    for kind, past, present, takes in rows:
        for word, tense, number in _conjugated(past, present):
            _put(table, word, Form(kind, fold(past), tuple(takes), tense, number, 0))
    for word, kind in data["participles"].items():
        takes = ("denial",) if kind == "denied" else ("b",)
        _put(table, fold(word), Form(kind, fold(word), takes, "participle", "s", 0))
    return {word: tuple(found) for word, found in table.items()}


def _put(table: dict[str, list[Form]], word: str, form: Form) -> None:
    if word in words("not_forms"):
        return
    table.setdefault(word, []).append(form)
    for before in "وف":
        table.setdefault(before + word, []).append(form._replace(prefix=1))


def _conjugated(past: str, present: str) -> list[tuple[str, str, str]]:
    """The third persons of a verb, and of the imperfect with س: (form, tense, number)."""
    base = fold(past)
    weak = past.endswith(("ى", "ا"))
    stem = base[:-1] if weak else base
    forms = [(base, "past", "s"), (stem + "ت", "past", "s"), (stem + "وا", "past", "p")]
    forms += [(stem + ("يا" if weak else "ا"), "past", "p"), (stem + "تا", "past", "p")]
    if not present:
        return forms
    base = fold(present)
    short = base[:-1] if base.endswith(("ي", "و")) and len(base) > 3 else base
    now = [(base, "s"), ("ت" + base[1:], "s"), (short + "ون", "p"), (short + "وا", "p")]
    now += [(base + "ان", "p"), ("ت" + base[1:] + "ان", "p")]
    forms += [(word, "present", number) for word, number in now]
    return forms + [("س" + word, "future", number) for word, number in now]


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a list of `words.yaml`."""
    return frozenset(fold(word) for word in load("commitments/words")[name])


@cache
def mutual() -> frozenset[str]:
    """The verbs that bind both sides."""
    return frozenset(fold(word) for word in load("commitments/verbs")["mutual"])


@cache
def avowing() -> frozenset[str]:
    """The forms of the verbs that a noun of undertaking hangs on."""
    found = set()
    for verb in load("commitments/verbs")["avows"]:
        base = fold(verb)
        weak = verb.endswith("ى")
        stem = base[:-1] if weak else base
        found |= {base, stem + "ت", stem + "وا", stem + ("يا" if weak else "ا"), stem + "تا", "ت" + base[1:], base + "ان"}
    return frozenset(before + word for word in found for before in ("", "و", "ف"))


@cache
def owned() -> dict[str, str]:
    """The nouns of undertaking with their owner's pronoun, bare or after على, بـ, عن; to what they tell."""
    table = {}
    for noun, kind in load("commitments/verbs")["owned"].items():
        base = fold(noun)
        stem = base[:-1] + "ت" if noun.endswith("ة") else base
        for pronoun in ("ه", "ها", "هم", "هما", "نا"):
            for before in ("", "ب"):
                table[before + stem + pronoun] = kind
    return table


@cache
def unowned() -> dict[str, str]:
    """The same nouns without a pronoun, to what they tell."""
    data = load("commitments/verbs")["owned"]
    return {before + fold(noun): kind for noun, kind in data.items() for before in ("", "ب")}


@cache
def actors() -> frozenset[str]:
    """The nouns with which one who can undertake is named, without their article."""
    speakers = load("quotes/speakers")
    rows = [*speakers["offices"], *speakers["honorifics"], *speakers["unnamed"], *speakers["bodies"], *speakers["outlets"]]
    return frozenset(fold(word) for word in rows) | words("actors") | words("both")


@cache
def triggers() -> frozenset[str]:
    """All words that can begin a report, to see at once that a sentence has none."""
    return frozenset(forms()) | frozenset(owned()) | frozenset(unowned()) | _preposed(words("breaches")) | words("first_person")


def _preposed(found: frozenset[str]) -> frozenset[str]:
    return found | {before + word for word in found for before in "بو"}


@cache
def breaching() -> frozenset[str]:
    """The nouns of breach, also after بـ or و."""
    return _preposed(words("breaches"))
