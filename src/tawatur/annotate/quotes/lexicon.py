"""The closed classes of reporting: every form of every cue, generated from the tables of `resources/quotes`."""

from functools import cache
from typing import Any, Literal, NamedTuple

from tawatur.arabic.fold import fold
from tawatur.resources import load

Use = Literal["finite", "participle", "noun", "object"]


class Form(NamedTuple):
    """A form of a cue: how it is used (`object`: a verb with what was said for its object, as in «وفق ما ذكره»), its class, the prepositions that its clause takes, whom it agrees with.

    `bound` is how it is joined to the clause before it: `و`, `ف`, `ل` (ليؤكد), or nothing. `object` tells a pronoun on its
    end (ذكره، قوله). `prefix` is the count of letters of و or ف. `wasl`: the perfect begins with a bare alef (اعتبر).
    """

    use: Use
    lemma: str
    group: str
    prepositions: tuple[str, ...]
    gender: str = "m"
    number: str = "s"
    tense: str = "past"
    bound: str = ""
    object: str = ""
    prefix: int = 0
    wasl: bool = False


# the form of a cue that says nothing of who speaks
ANY = Form("finite", "", "", (), "", "")


class Lists(NamedTuple):
    """Folded word lists."""

    ending: frozenset[str]
    felt: frozenset[str]
    impersonal: frozenset[str]
    not_before_that: frozenset[str]
    according: frozenset[str]
    according_verb: frozenset[tuple[str, ...]]
    own_words: frozenset[str]
    journalist: frozenset[tuple[str, ...]]
    wadhalika: frozenset[str]
    deeds: frozenset[str]


class Speakers(NamedTuple):
    """Folded word lists of `speakers.yaml`."""

    offices: frozenset[str]
    honorifics: frozenset[str]
    unnamed: frozenset[str]
    bodies: frozenset[str]
    outlets: frozenset[str]
    things: frozenset[str]
    papers: frozenset[str]
    occasions: frozenset[str]
    adverbs: frozenset[str]
    relatives: frozenset[str]
    polite: frozenset[str]
    own_occasions: frozenset[str]
    beside: frozenset[tuple[str, ...]]


# letters of a sound plural of men («سياسيين»), at least
_PLURAL = 5
_OBJECTS = {"ه": "m", "ها": "f", "هم": "p", "هما": "p"}
# verbs of saying that have the one spoken to (or what is called something) for their object: «أبلغه أن»، «وصفها بأنها»
_WITH_OBJECT = frozenset({"ابلغ", "اخبر", "وصف", "طمان", "خاطب", "سال", "اجاب"})


def _past(verb: str) -> list[tuple[str, str, str]]:
    """The third persons of a perfect verb: (form, gender, number)."""
    base = fold(verb)
    if base.endswith("ي") or verb.endswith("ا"):  # نفى، دعا
        stem = base[:-1]
        return [
            (base, "m", "s"),
            (stem + "ت", "f", "s"),
            (stem + "وا", "m", "p"),
            (stem + "يا", "m", "p"),
            (stem + "تا", "f", "p"),
        ]
    return [
        (base, "m", "s"),
        (base + "ت", "f", "s"),
        (base + "وا", "m", "p"),
        (base + "ا", "m", "p"),
        (base + "تا", "f", "p"),
        (base + "ن", "f", "p"),
    ]


def _present(verb: str) -> list[tuple[str, str, str]]:
    base = fold(verb)
    stem = base[:-1] if base.endswith(("ي", "و")) and len(base) > 3 else base
    rest = base[1:]
    return [
        (base, "m", "s"),
        ("ت" + rest, "f", "s"),
        (stem + "ون", "m", "p"),
        (stem + "وا", "m", "p"),
        (base + "ان", "m", "p"),
        ("ت" + rest + "ان", "f", "p"),
    ]


def _participle(word: str) -> list[tuple[str, str, str]]:
    base = fold(word)
    stem = base.removesuffix("ا")
    if word.startswith("آ"):  # آملة folds to أمله, his hope
        return [(base, "m", "s")]
    return [(base, "m", "s"), (stem + "ه", "f", "s"), (stem + "ين", "m", "p"), (stem + "ات", "f", "p")]


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every folded form of every cue, with و and ف before it, to its readings."""
    table: dict[str, list[Form]] = {}

    barred = words("not_cues")

    def put(word: str, form: Form) -> None:
        if word.removeprefix("و") in barred:
            return
        known = table.setdefault(word, [])
        if not any(k.use == form.use and k.lemma == form.lemma for k in known):
            known.append(form)

    data = load("quotes/cues")
    for past, present, participle, prepositions, group in data["verbs"]:
        for word, form in _verb_forms(past, present, participle, tuple(fold(p) for p in prepositions), group):
            put(word, form)
    for noun, prepositions in data["nouns"]:
        for word, form in _noun_forms(noun, tuple(fold(p) for p in prepositions)):
            put(word, form)
    for phrase in data["adverbial"]:
        put(fold(phrase), Form("participle", "قول", "say", ()))
    return {word: tuple(found) for word, found in table.items()}


def _verb_forms(
    past: str, present: str | None, participle: str | None, prepositions: tuple[str, ...], group: str
) -> list[tuple[str, Form]]:
    found: list[tuple[str, Form]] = []
    lemma = fold(past)
    for tense, rows in (("past", _past(past)), ("present", _present(present) if present else [])):
        for word, gender, number in rows:
            if number == "p" and word.endswith("ا") and not word.endswith("وا") and group != "say":
                continue  # a dual that is also a noun or participle in the accusative (طالبا)
            form = Form("finite", lemma, group, prepositions, gender, number, tense, wasl=past.startswith("ا"))
            found += [
                (word, form),
                ("و" + word, form._replace(bound="و", prefix=1)),
                ("ف" + word, form._replace(bound="ف", prefix=1)),
            ]
            if tense == "present":
                found += [
                    ("ل" + word, form._replace(bound="ل")),
                    ("ول" + word, form._replace(bound="ل", prefix=1)),
                    ("س" + word, form),
                    ("وس" + word, form._replace(bound="و", prefix=1)),
                ]
            use: Use = "finite" if lemma in _WITH_OBJECT else "object"
            if tense == "past" and word == lemma and past.endswith("ى"):
                word = word[:-1] + "ا"  # نفى: نفاه
            for pronoun, whom in _OBJECTS.items():
                shown = form._replace(object=whom, use=use)
                found += [(word + pronoun, shown), ("و" + word + pronoun, shown._replace(bound="و", prefix=1))]
    if participle:
        for word, gender, number in _participle(participle):
            form = Form("participle", lemma, group, prepositions, gender, number)
            found += [(word, form), ("و" + word, form._replace(bound="و", prefix=1))]
    return found


def _noun_forms(noun: str, prepositions: tuple[str, ...]) -> list[tuple[str, Form]]:
    base = fold(noun)
    form = Form("noun", base, "noun", prepositions)
    stem = base[:-1] + "ت" if noun.endswith("ة") else base
    found = []
    for before in ("", "ب", "ل", "و", "وب"):
        bound = form._replace(bound="و" if before.startswith("و") else "", prefix=1 if before.startswith("و") else 0)
        found.append((before + base, bound))
        found += [(before + stem + pronoun, bound._replace(object=whom)) for pronoun, whom in _OBJECTS.items()]
    if noun == "تأكيد":  # «جددت الوزارة التأكيد على أن»
        found.append(("ال" + base, form._replace(object="m")))
    return found


def _words(rows: Any) -> frozenset[str]:
    return frozenset(fold(word) for word in rows)


def _runs(rows: Any) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(row).split()) for row in rows)


@cache
def lists() -> Lists:
    """The word lists of `cues.yaml`, folded."""
    data = load("quotes/cues")
    return Lists(
        ending=_words(data["ending"]),
        felt=_words(data["felt"]),
        impersonal=_words(data["impersonal"]),
        not_before_that=_words(data["not_before_that"]),
        according=_words(data["according"]),
        according_verb=_runs(data["according_with_verb"]),
        own_words=_words(data["own_words"]),
        journalist=_runs(data["journalist"]),
        wadhalika=_words(data["occasions_after_wadhalika"]),
        deeds=frozenset("و" + word for verb in data["deeds"] for word, _, _ in _past(verb)),
    )


@cache
def speakers() -> Speakers:
    """The word lists of `speakers.yaml`, folded."""
    data = load("quotes/speakers")
    words = {name: _words(data[name]) for name in Speakers._fields if name in data and name != "beside"}
    some = _words(load("quotes/words")["some_of_them"])
    words["unnamed"] |= {word[:-2] + "ين" for word in words["unnamed"] - some if word.endswith("ون")}
    words["unnamed"] |= {word[:-2] + "ون" for word in words["unnamed"] if word.endswith("ين") and len(word) > _PLURAL}
    words["own_occasions"] = _words(word for word in data["occasions"] if word.endswith(("ه", "ها")))
    return Speakers(**words, beside=_runs(data["beside"]))


@cache
def those_who_speak() -> frozenset[str]:
    """The nouns with which one who can speak is named: offices, bodies, media, unnamed people."""
    who = speakers()
    return who.offices | who.bodies | who.outlets | who.unnamed


@cache
def according_begins() -> frozenset[str]:
    """The words with which a cue after or before its statement begins."""
    return frozenset(run[0] for run in lists().according_verb) | lists().according | {"علي"}


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a list of `words.yaml`."""
    return _words(load("quotes/words")[name])


@cache
def seats() -> frozenset[str]:
    """The folded names of capitals and of their countries: governments that speak."""
    names = load("quotes/capitals")["capitals"]
    return frozenset(fold(name) for capital, countries in names.items() for name in (capital, *countries))


@cache
def capitals() -> dict[str, tuple[str, ...]]:
    """The folded name of a capital to the names of its country, as they are written."""
    return {fold(capital): tuple(countries) for capital, countries in load("quotes/capitals")["capitals"].items()}
