"""Where what is undertaken ends, on what condition it is, and how many things it is."""

from collections.abc import Iterator

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import is_deed
from tawatur.annotate.commitments.lexicon import words
from tawatur.annotate.commitments.takes import imperfect

# tokens of what is undertaken
_LONGEST = 40
_RULED = frozenset({"في", "عن", "الي", "من", "علي"})


def end_of(clause: Clause, start: int) -> int:
    """Where what is undertaken ends: at a stop, at a comma with a new turn after it, at the condition."""
    at = start
    while at < min(len(clause), start + _LONGEST):
        word = clause.word(at)
        if word in (".", "؟", "!", "؛", "…", "|") or (at > start and _turns(clause, at)):
            break
        at += 1
    return _trimmed(clause, start, at)


def _turns(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    if clause.name[at]:
        return False
    if word in ("وان", "وانه", "وانها", "وانهم", "وقد") and clause.sign(at - 1):
        return True
    if word in words("turns"):
        return clause.sign(at - 1) or word in ("مشيرا", "موكدا", "فيما", "بينما", "وقال", "واضاف", "موضحا")
    return is_condition(clause, at)


def is_condition(clause: Clause, at: int) -> bool:
    """Whether a condition begins at `at`."""
    word = clause.word(at)
    if word == "حال":
        return clause.word(at - 1) in ("في", "وفي") and not clause.word(at + 1).startswith("ال")
    if word == "لم":
        return clause.word(at - 1) == "ما"
    if word in ("عندما", "بمجرد") or (word == "اذا" and clause.word(at - 1) == "ما"):
        return False
    return word in words("conditions")


def condition(clause: Clause, start: int, end: int) -> str | None:
    """The words of the condition in or just after what is undertaken."""
    for at in range(start, min(end + 4, len(clause))):
        if is_condition(clause, at) and not clause.name[at]:
            begin = at - 1 if clause.word(at) in ("حال", "لم") else at
            to = end_of(clause, at)
            return clause.text(begin, to) or None
    return None


def split(clause: Clause, start: int, end: int, takes: str) -> Iterator[tuple[int, int]]:
    """What is undertaken, cut where a second thing is joined to it in the same form («بعدم فتح…، وبتصريف…»)."""
    begin = start
    for at in range(start + 2, end):
        word = clause.word(at)
        if clause.name[at]:
            continue
        joined = takes == "b" and word.startswith("وب") and is_deed(word[2:].removeprefix("ال"))
        joined |= takes == "on" and word == "وعلي" and clause.sign(at - 1)
        joined |= takes in ("b", "on", "deed") and word == "وان" and imperfect(clause, at + 1)
        if joined:
            yield begin, _trimmed(clause, begin, at)
            begin = at + (1 if word in ("وعلي", "وان") else 0)
    yield begin, _trimmed(clause, begin, end)


def _trimmed(clause: Clause, start: int, end: int) -> int:
    while end > start + 1 and (clause.sign(end - 1) or clause.word(end - 1) in _RULED):
        end -= 1
    return end
