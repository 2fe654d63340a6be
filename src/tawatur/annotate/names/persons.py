"""People: titles are cut off the tagger's names, chains (بن، آل، عبد الله) are put on, and titled names are added."""

from collections.abc import Iterator

from tawatur.annotate.names.lexicon import ADJECTIVE, CHAIN, FAMILY, GIVEN, HEAD, TITLE, adjectives, folded
from tawatur.annotate.names.line import Line

_SONS = frozenset(("بن", "ابن", "بنت", "ابنه", "ولد", "ال"))
_BEFORE = frozenset(("ابو", "ابي", "ابا", "ام", "عبد", "ال", "بن", "ابن", "بو", "ذو"))


def trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tagger's name of a person without titles and nations before it, and without what trails."""
    while first < last - 1 and _outside(line, first):
        first += 1
    while last > first + 1 and (line.word(last - 1) in adjectives() and FAMILY not in line.classes(last - 1)):
        last -= 1
    return first, last


def _outside(line: Line, at: int) -> bool:
    word, classes = line.word(at), line.classes(at)
    if TITLE in classes:
        return word.startswith("ال") or GIVEN not in classes
    return word in adjectives() and GIVEN not in classes and FAMILY not in classes


def extended(line: Line, first: int, last: int) -> tuple[int, int]:
    """The name with the words of its chain before and after it."""
    while first > 0 and line.word(first - 1) in _BEFORE and line.joined(first - 1):
        first -= 1
    while last < len(line.words) and line.joined(last - 1):
        step = _more(line, last)
        if not step:
            break
        last += step
    return first, last


def _more(line: Line, at: int) -> int:
    """How many words at `at` go on with a person's name."""
    word, classes, before = line.word(at), line.classes(at), line.word(at - 1)
    if before == "عبد" or before in _SONS:
        return 1
    if word in _SONS and at + 1 < len(line.words) and line.joined(at) and line.word(at + 1)[0].isalpha():
        return 3 if line.word(at + 1) == "عبد" and at + 2 < len(line.words) else 2
    if word == "عبد" and line.word(at + 1) in folded("titles", "divine"):
        return 2
    if word in ("ابو", "ابي") and line.joined(at) and at + 1 < len(line.words):
        return 2
    if TITLE in classes and GIVEN not in classes:
        return 0
    family = FAMILY in classes and word.startswith("ال") and word not in adjectives() and HEAD not in classes
    given = GIVEN in classes and ADJECTIVE not in classes and not word.startswith("ال") and len(word) > 2
    return 1 if (family or given) and line.kind(at) in ("", "PER") else 0


def titled(line: Line) -> Iterator[tuple[int, int]]:
    """Given names that the tagger has missed after a title: «الدكتور عبدالله المريبض»."""
    for i, _ in enumerate(line.words[:-1]):
        if not (TITLE in line.classes(i) and line.joined(i)):
            continue
        j = i + 1
        while line.word(j) in adjectives() and j < i + 3:
            j += 1
        if _begins(line, j):
            first, last = extended(line, j, j + 1)
            yield first, last


def _begins(line: Line, at: int) -> bool:
    classes = line.classes(at)
    if line.kind(at) not in ("", "PER") or TITLE in classes or line.word(at) in adjectives():
        return False
    if line.word(at) == "عبد":
        return line.word(at + 1) in folded("titles", "divine")
    return GIVEN in classes and len(line.word(at)) > 2 and not set(classes) & {HEAD}


__all__ = ["CHAIN", "extended", "titled", "trimmed"]
