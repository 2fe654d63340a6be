"""Short forms in brackets behind a name: «منظمة الصحة العالمية (WHO)», «وكالة الأنباء القطرية (قنا)», «دقلو (حميدتي)»."""

from collections.abc import Sequence

from tawatur.annotate.names.lexicon import ADJECTIVE, CAPITAL, COMPANY, COUNTRY, HEAD, KNOWN, TITLE, TOWN, adjectives, rare
from tawatur.annotate.names.line import Guess, Line

_CLOSING = frozenset('"”»›')
_OTHER = frozenset(TITLE + ADJECTIVE + COUNTRY + CAPITAL + TOWN)
_NICKNAMED = frozenset(("ابو", "ام", "ابي"))
_NOTES = frozenset(("ارشيف", "ارشيفيه", "يمين", "يسار", "وسط", "وكالات", "متابعات"))  # what a caption has in brackets
_SHORTEST = 2
_LONGEST = 3  # letters of «أ ف ب», words of «أبو مازن» and one more


def bracketed(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """Give the names of `found` with the short forms that stand in brackets behind bodies and people of two words or more."""
    taken = {k for guess in found for k in range(guess.first, guess.last)}
    more = []
    for guess in found:
        at = guess.last + (line.word(guess.last) in _CLOSING)
        if line.word(at) != "(" or guess.last - guess.first < _SHORTEST:
            continue
        last = next((k for k in range(at + 2, min(at + 2 + _LONGEST, len(line.words))) if line.words[k] == ")"), None)
        if last is None or taken & set(range(at + 1, last)):
            continue
        if (guess.kind == "organization" and _acronym(line, at + 1, last)) or (
            guess.kind == "person" and _nickname(line, at + 1, last)
        ):
            more.append(Guess(at + 1, last, guess.kind, 0, 2))
    return sorted([*found, *more])


def _acronym(line: Line, first: int, last: int) -> bool:
    """Whether the words are a body's short form: Latin capitals, single letters, or one rare word that is nothing else."""
    words = line.words[first:last]
    source = line.text[line.tokens[first].start : line.tokens[last - 1].end]
    if source.isascii():
        return len(words) == 1 and source.isalpha() and len(source) >= _SHORTEST and source[1:] != source[1:].lower()
    if len(words) > 1:
        return all(len(word) == 1 and word.isalpha() for word in words)
    if {KNOWN, COMPANY} & set(line.classes(first)):
        return True
    return _unheard(line, first)


def _nickname(line: Line, first: int, last: int) -> bool:
    if last - first == _SHORTEST:
        return line.words[first] in _NICKNAMED and line.words[first + 1].isalpha()
    return last - first == 1 and _unheard(line, first) and not {KNOWN, COMPANY} & set(line.classes(first))


def _unheard(line: Line, at: int) -> bool:
    word = line.words[at]
    free = word.isalpha() and not word.isascii() and not _OTHER & set(line.classes(at)) and word not in adjectives()
    return free and word not in _NOTES and HEAD not in line.classes(at) and rare(word)
