"""Whether words cut out of a sentence leave a negation behind."""

from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.resources import load


@cache
def negators() -> frozenset[str]:
    """Folded words that negate or deny, with the conjunctions that are written on them."""
    table = load("brief_gate")
    plain = [*table["negations"]["of"], *(form for row in table["denials"]["of"] for form in row)]
    return frozenset(fold(joint + form) for form in plain for joint in ("", "و", "ف"))


def negated(text: str) -> int:
    """How many words of a text negate."""
    return sum(word.text in negators() for word in words(text))


def denied_after(after: str) -> bool:
    """Whether the words after a cut deny what was cut out («…، وهو ما نفته الوزارة»)."""
    return any(word.text in _denials() for word in words(after))


@cache
def _denials() -> frozenset[str]:
    forms = [form for row in load("brief_gate")["denials"]["of"] for form in row]
    return frozenset(fold(joint + form + pronoun) for form in forms for joint in ("", "و", "ف") for pronoun in ("", "ه", "ها"))


def left_behind(before: str) -> bool:
    """Whether the words before a cut end in a clause that negates: what was cut out then says the contrary."""
    return negated(_last_clause(before)) > 0


def _last_clause(before: str) -> str:
    """What stands after the last mark that ends a clause; marks at the very end (of a quotation that begins) are passed over."""
    ends = load("brief_gate")["clause_ends"]
    before = before.rstrip(ends + " ")
    return before[max((before.rfind(mark) for mark in ends), default=-1) + 1 :]
