"""Agreement: in what a noun, and a verb or participle that has it for its subject, must be alike."""

from tawatur.annotate.quotes.cast import Speaker
from tawatur.annotate.quotes.lexicon import Form, forms, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare


def gender(line: Line, at: int) -> str:
    """Give `f` or `m` for the noun at `at`, from its ending: things in the plural are feminine («القوات», «المصادر»)."""
    word = bare(line.word(at))
    if word in words("masculine_in_ta"):
        return "m"
    feminine = line.source[line.tokens[at].end - 1] == "ة" or word.endswith("ات") or word in words("feminine_nouns")
    return "f" if feminine else "m"


def number(line: Line, at: int) -> str:
    """Give `p` for a noun in the sound plural of men or in the dual, else `s`."""
    word = line.word(at)
    return "p" if word.endswith(("ون", "ان", "ين")) and len(word) > 5 else "s"


def of_verb(line: Line, at: int) -> str:
    """Give the gender that the verb at `at` shows, empty where no verb known stands there."""
    word = line.word(at)
    if word.endswith("ت") and not word.startswith("ال") and not word.endswith("ات"):
        return "f"
    return next((form.gender for form in forms().get(word, ()) if form.use == "finite" and form.tense == "past"), "")


def agrees(person: Speaker, form: Form) -> bool:
    """Whether the one who spoke can be the subject of the form. One whose gender nothing tells agrees with all."""
    if form.use not in ("finite", "participle") or not person.gender or not form.gender:
        return True
    return person.gender == form.gender and (form.number == "s") == (person.number == "s")


def could_be_subject(person: Speaker, form: Form) -> bool:
    """Whether one named alone can be the subject of the form: of a plural one he may be the first of several."""
    if form.group == "paper" or form.use not in ("finite", "participle") or not person.gender or not form.gender:
        return True
    if form.number == "p":
        return person.kind == "unnamed" or (person.gender == form.gender and person.kind not in ("body", "outlet"))
    return person.gender == form.gender and not (form.number == "s" and person.number == "p")
