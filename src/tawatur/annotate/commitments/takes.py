"""What a verb takes: the complement that tells what is undertaken, or the agreement that is spoken of."""

from collections.abc import Callable
from typing import NamedTuple

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import is_deed, joined, next_pact, opinion
from tawatur.annotate.commitments.lexicon import actors, words

# tokens between a verb and what it takes: a subject with its titles and names, and an adverbial in commas
_REACH = 26
# letters of a verbal noun of the fifth form (توقف، تخلي), which outside of this place is a verb as often
_FIFTH = 4
# tokens after أن in which the subject stands before «لن» or a verb with س
_SUBJECT = 4
# tokens between a denial and what is denied: a subject with a title and a name
_DENIED = 9
# tokens between «جدد» and the contract: a subject, and no object of another kind
_BONDED = 7
_THAT = frozenset({"ان", "بان", "الا", "بالا", "وان", "انه", "انها"})


class Taken(NamedTuple):
    """What a verb takes: where the complement begins with its particle, where its words begin."""

    limit: int
    start: int


Taker = Callable[[Clause, int, int], Taken | None]


def complement(clause: Clause, verb: int, takes: str) -> Taken | None:
    """Find what the verb takes, of one kind of `verbs.yaml`."""
    for at in range(verb + 1, min(verb + _REACH, len(clause))):
        word = clause.word(at)
        if word in (".", "؛", ":", "؟", "!") or (word in words("turns") and clause.sign(at - 1)):
            return None
        found = _TAKES[takes](clause, at, verb)
        if found:
            return found
        if (takes == "on" and word == "علي") or (takes == "deed" and word in _THAT):
            return None  # what it takes is something that nobody undertakes
        if takes in _OBJECTS and word in ("ان", "انه", "انها", "بان", "انهم"):
            return None  # an agreement in what is only told is no object
    return None


def _that(clause: Clause, at: int) -> Taken | None:
    """أن with a verb in the imperfect."""
    word = clause.word(at)
    if word not in _THAT or clause.name[at]:
        return None
    following = at + 1
    while clause.word(following) in ("لا", "لن", "سوف"):
        following += 1
    if word in ("الا", "بالا") and imperfect(clause, at + 1):
        return Taken(at, at)
    if word in ("انه", "انها"):
        return Taken(at, at + 1) if clause.word(at + 1)[:1] == "س" or clause.word(at + 1) in ("لن", "سوف") else None
    if imperfect(clause, following):
        return Taken(at, at + 1)
    for k in range(following, following + _SUBJECT):  # «بأن البنك لن يلعب»
        if clause.word(k) in ("لن", "سوف") or (clause.word(k)[:2] in ("سي", "ست") and k > following and not clause.name[k]):
            return Taken(at, at + 1)
    return None


def imperfect(clause: Clause, at: int) -> bool:
    """Whether a verb in the imperfect, with or without س, may stand at `at`."""
    word = clause.word(at).removeprefix("س")
    return len(word) > 2 and word[0] in "يتن" and not clause.name[at] and not word.startswith("تلك")


def _b(clause: Clause, at: int, verb: int) -> Taken | None:
    word = clause.word(at)
    if word[:1] == "ب" and not clause.name[at] and word not in words("ends") and not opinion(clause, at) and at > verb:
        rest = word[1:].removeprefix("ال")
        if is_deed(rest) or (len(rest) == _FIFTH and rest[0] == "ت") or next_pact(clause, at, 1):
            return Taken(at, at)
    return _that(clause, at)


def _on(clause: Clause, at: int, verb: int) -> Taken | None:
    if clause.word(at) not in ("علي", "وعلي") or clause.name[at]:
        return None
    that = _that(clause, at + 1)
    if that:
        return that
    if not opinion(clause, at + 1) and is_deed(clause.bare(at + 1)) and not clause.name[at + 1]:
        return Taken(at, at + 1)
    return None


def _deed(clause: Clause, at: int, verb: int) -> Taken | None:
    that = _that(clause, at)
    if that:
        return that
    word = clause.word(at)
    if clause.name[at] or clause.word(at - 1) in words("ends"):
        return None
    if word.startswith("ال"):  # «قرر الوزير البدء في»: a definite one where the subject is complete before it
        complete = at == verb + 1 or clause.name[at - 1] is not None or clause.word(at - 1).startswith("ال")
        return Taken(at, at) if complete and is_deed(word[2:]) and word[2:] not in actors() else None
    if not is_deed(word):
        return None
    return Taken(at, at)


def _for(clause: Clause, at: int, verb: int) -> Taken | None:
    word = clause.word(at)
    if word[:1] == "ل" and not clause.name[at] and len(word) > 3 and is_deed(word[1:].removeprefix("ل")):
        return Taken(at, at)
    return None


def _pact(clause: Clause, at: int, verb: int) -> Taken | None:
    """A noun of agreement as the object; one that a preposition governs is none."""
    if (
        clause.word(at)[:1] in "بلك"
        or clause.word(at - 1) in words("ends")
        or joined(clause, at)
        or clause.word(at - 1).isdigit()
    ):
        return None
    return _any_pact(clause, at, verb)


def _any_pact(clause: Clause, at: int, verb: int) -> Taken | None:
    found = next_pact(clause, at, 1)
    if not found or (found[0] == "bond" and clause.word(verb).lstrip("وف").startswith(("اعلن", "يعلن", "عقد"))):
        return None
    return Taken(at, at)


def _after(particle: str, more: str | None = None) -> Taker:
    """A noun of agreement after a preposition; also one of the list `more`."""

    def taker(clause: Clause, at: int, verb: int) -> Taken | None:
        if clause.word(at) != particle:
            return None
        named = next_pact(clause, at + 1, 3) or (more and clause.word(at + 1) in words(more))
        return Taken(at, at + 1) if named else None

    return taker


def _b_pact(clause: Clause, at: int, verb: int) -> Taken | None:
    word = clause.word(at)
    if word[:1] != "ب" or len(word) <= 3 or clause.name[at] or word in words("ends"):
        return None
    claimed = word[1:].removeprefix("ال") in words("claims")
    return Taken(at, at) if next_pact(clause, at, 2 if claimed else 1) else None


def _truce(clause: Clause, at: int, verb: int) -> Taken | None:
    found = next_pact(clause, at, 1)
    governed = clause.word(at)[:1] in "بل" or clause.word(at - 1) in words("ends")
    return Taken(at, at) if found and found[0] == "truce" and not governed else None


def _bond(clause: Clause, at: int, verb: int) -> Taken | None:
    found = next_pact(clause, at, 1)
    near = at - verb <= _BONDED and clause.word(at)[:1] not in "بل" and not joined(clause, at)
    return Taken(at, at) if found and found[0] in ("bond", "truce") and near else None


def _claim(clause: Clause, at: int, verb: int) -> Taken | None:
    """An end that is asked of an agreement: «بتنفيذ الاتفاق»، «إلى احترام الهدنة»."""
    word = clause.word(at)
    bare = word.removeprefix("ب").removeprefix("ال")
    if (bare in words("claims") or word in words("claims")) and next_pact(clause, at + 1, 5):
        return Taken(at, at)
    return None


def _denial(clause: Clause, at: int, verb: int) -> Taken | None:
    if at - verb <= _DENIED and (clause.word(at) in words("denials") or clause.bare(at) in words("denials")):
        return Taken(at, at) if next_pact(clause, at, 7) else None
    return None


def _respite(clause: Clause, at: int, verb: int) -> Taken | None:
    return Taken(at, at) if clause.word(at) in words("respites") else None


def _span(clause: Clause, at: int, verb: int) -> Taken | None:
    return (
        Taken(at, at)
        if clause.word(at) in ("مهله", "حتي", "اسبوعا", "اسبوعين", "شهرا", "شهرين", "يومين", "ساعه", "ايام")
        else None
    )


_TAKES: dict[str, Taker] = {
    "b": _b,
    "on": _on,
    "deed": _deed,
    "for": _for,
    "pact": _pact,
    "b_pact": _b_pact,
    "from_pact": _after("من"),
    "of_pact": _after("عن"),
    "to_pact": _after("الي", "reached"),
    "on_pact": _after("علي"),
    "truce": _truce,
    "bond": _bond,
    "claim": _claim,
    "denial": _denial,
    "respite": _respite,
    "span": _span,
}


_OBJECTS = frozenset({"pact", "truce", "bond", "b_pact"})
