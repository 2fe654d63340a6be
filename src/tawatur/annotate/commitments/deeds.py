"""Verbal nouns and nouns of agreement: what an undertaking is of."""

import re
from functools import cache

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.lexicon import words
from tawatur.records.commitment import Pact

# the shapes of verbal nouns of the derived verbs, folded: تفعيل، إفعال and افتعال, إفالة, مفاعلة, تفاعل, تفعلة
_SHAPE = re.compile(
    r"ت\w\wي\w|ا\w{2,4}ا\w|ا\w{1,3}ا\w?ه|م\wا\w{1,2}ه|ت\wا\w\w|ت\w{2}[يو]ه|تهدءه|تهديه|توسعه|تجربه|تسويه|تعبءه|تعبيه|تعزيه|تلبيه|تنحيه|تصفيه"
)
_PRONOUNS = ("هما", "ها", "هم", "ه")
_PACT_KINDS: tuple[Pact, ...] = ("agreement", "promise", "bond")


@cache
def _is_noun(word: str) -> bool:
    if word in words("not_deeds") or (word.endswith("ات") and word not in words("deeds")):
        return False  # a plural
    return word in words("deeds") or _SHAPE.fullmatch(word) is not None


@cache
def is_deed(word: str) -> bool:
    """Whether a folded word without clitics before it is a verbal noun, also with its object's pronoun."""
    if len(word) < 2 or word in words("not_deeds"):
        return False
    if _is_noun(word):
        return True
    for pronoun in _PRONOUNS:
        stem = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(stem) > 2 and (_is_noun(stem) or (stem.endswith("ت") and _is_noun(stem[:-1] + "ه"))):
            return True
    return False


def opinion(clause: Clause, at: int) -> bool:
    """Whether what follows is thought and not undertaken («على ضرورة»)."""
    word = clause.bare(at)
    return word in words("opinions") or (word[:1] == "ب" and word[1:] in words("opinions"))


def pact(clause: Clause, at: int) -> tuple[Pact, int] | None:
    """The noun of agreement at `at`, with or without بـ, لـ, and the token after it."""
    word = clause.word(at)
    for form in _without_clitics(word):
        found = _pact(clause, at, form)
        if found:
            return found
    return None


def joined(clause: Clause, at: int) -> bool:
    """Whether the noun of agreement at `at` is joined to another word by و («الضمانات والالتزامات»)."""
    word = clause.word(at)
    return word[:1] == "و" and _pact(clause, at, word) is None


def _without_clitics(word: str) -> tuple[str, ...]:
    forms = [word]
    if word[:1] in "وبلف" and len(word) > 3:
        forms.append(word[1:])
    if word.startswith("لل"):
        forms.append("ال" + word[2:])
    forms += [form[2:] for form in forms if form.startswith("ال")]
    return tuple(forms)


def _pact(clause: Clause, at: int, form: str) -> tuple[Pact, int] | None:
    after = clause.word(at + 1)
    if form in words("truce_heads") and after in words("truce_tails"):
        return "truce", at + 2 + (clause.word(at + 2) in words("truce_tails"))
    if form in words("truce"):
        return "truce", at + 1
    for kind in _PACT_KINDS:
        if (form in words(kind) and form != "التزام") or _possessed(form) in words(kind):
            if (
                after in words("not_pacts")
                or after in ("عليه", "عليها")
                or (kind == "bond" and clause.bare(at + 1).startswith("من") and not clause.sign(at + 1))
            ):
                return None
            return kind, at + 1
    return None


@cache
def _possessed(word: str) -> str:
    """The noun without its owner's pronoun («التزاماتهما»، «اتفاقاتهما»، «عقده»)."""
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) > 2:
            stem = word[: -len(pronoun)]
            return stem[:-1] + "ه" if stem.endswith("يت") else stem
    return word


def next_pact(clause: Clause, at: int, reach: int) -> tuple[Pact, int, int] | None:
    """The first noun of agreement of the `reach` tokens from `at` on, before a stop or comma: (kind, its place, the token after it)."""
    for k in range(at, min(at + reach, len(clause))):
        if clause.word(k) in ("،", ",", ".", "؛", ":"):
            return None
        found = pact(clause, k)
        if found and not (k > 0 and clause.name[k] and clause.name[k].type in ("person", "country")):  # type: ignore[union-attr]
            return found[0], k, found[1]
    return None
