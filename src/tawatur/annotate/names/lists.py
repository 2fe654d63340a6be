"""Lists: what a plural head announces («قرى السودة والفرعاء») or two names of one type enclose is all of that type."""

from collections.abc import Sequence
from itertools import pairwise

from tawatur.annotate.names.lexicon import FAMILY, GIVEN, HEAD, PLACE, TITLE, adjectives, folded, rare
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.tokens import bare
from tawatur.records.name import NameType

_COMMAS = frozenset("،,")
_BEFORE = frozenset('(":«“')
_OPENING, _CLOSING = frozenset('"“«‘'), frozenset('"”»’')
_LONG = 4  # words of a name in marks
_UNHEARD = "~"  # a word that is not among the frequent ones, nor is what it is without clitics
_PAIR = 2
_LEAST = 3  # letters of a name in a list
_SET_APART = frozenset((*_COMMAS, ".", ")", "؛", "»", "”", '"', ""))
_NO_PLACE = ("ات", "ين", "ون", "هم", "ها", "وا")  # what hardly any place ends with: plurals, pronouns, verbs
_TYPES: tuple[tuple[str, NameType], ...] = (("listed_places", "place"), ("listed_bodies", "organization"))


def listed_with(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """Give the names of `found` with the members of lists that nobody had found."""
    more = [*_announced(line, found), *_enclosed(line, found), *_marked(line, found)]
    taken = {k for guess in found for k in range(guess.first, guess.last)}
    kept = []
    for guess in more:
        if not taken.intersection(range(guess.first, guess.last)):
            taken.update(range(guess.first, guess.last))
            kept.append(guess)
    return sorted([*found, *kept])


def _at(found: Sequence[Guess]) -> dict[int, Guess]:
    return {guess.first: guess for guess in found}


def _announced(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """The members behind a plural head: «محافظات بلسمر وتنومة», «قرى الوادي (السودة، الفرعاء)»."""
    names, more = _at(found), []
    for i, word in enumerate(line.words[:-1]):
        for key, kind in _TYPES:
            if head(word, folded("beside", key)) is None:
                continue
            at = names[i].last if i in names else i + 1  # «مرتفعات السودة» is a name of its own
            if line.word(at) in _COMMAS:
                at += 1
            if i not in names and line.word(at + 1) in _BEFORE and (at in names or line.word(at).startswith("ال")):
                at += 1  # «قرى الأحساء (…»
            while line.word(at) in _BEFORE:
                at += 1
            more.extend(_members(line, at, kind, names, int(i in names)))
    return more


def _members(line: Line, at: int, kind: NameType, names: dict[int, Guess], count: int) -> list[Guess]:
    """The names from word `at` on, as long as commas or «و» join them, `count` before them; none for one alone."""
    members: list[Guess] = []
    while at < len(line.words):
        joined = count > 0 and line.words[at].startswith("و") and line.word(at - 1) not in _COMMAS
        if at in names:
            count, at = count + 1, names[at].last
        elif _member(line, at, kind, joined):
            members.append(Guess(at, at + 1, kind, _cut(line.words[at], count), 0))
            count, at = count + 1, at + 1
        else:
            break
        if line.word(at) in _COMMAS:
            at += 1
        elif not line.word(at).startswith("و"):
            break
    return [guess for guess in members if _apart(line, guess)] if count >= _PAIR else []


def _apart(line: Line, guess: Guess) -> bool:
    """Whether the word is a name and begins no phrase: a comma, a mark, a preposition or «و» stands behind it."""
    at = guess.last
    if line.words[guess.first][guess.cut :].startswith("ال") and line.word(at)[:1] in ("ت", "ي"):
        return True  # «… والحبلة تشهد أمطارا»
    if rare(line.words[guess.first], _UNHEARD):
        return True
    return line.word(at) in _SET_APART or line.word(at).startswith(("و", "في", "ب", "ل", "الي", "علي", "من"))


def _cut(word: str, count: int) -> int:
    return int(count > 0 and word.startswith("و") and len(word) > _LEAST)


def _member(line: Line, at: int, kind: NameType, joined: bool) -> bool:
    """Whether word `at` may be one name of a list."""
    word = line.words[at]
    plain = word[1:] if joined else word
    if not plain.isalpha() or plain.isascii() or len(plain) < _LEAST or line.kind(at) in ("PER", "NAT"):
        return False
    if kind == "organization" and plain in folded("teams", "common"):
        return True
    classes = set(line.lexicon.words.get(plain, "")) | set(line.lexicon.words.get("ال" + plain, ""))
    if (
        classes & {TITLE, HEAD, PLACE}
        or plain in folded("beside", "listed_places")
        or plain in adjectives()
        or plain in folded("heads", "generic")
    ):
        return False
    if kind == "organization":
        return rare(plain) and line.kind(at) in ("ORG", "LOC")
    return rare(plain) and not plain.endswith(_NO_PLACE)


def _enclosed(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """Lone rare words between two names of one type in a list: «أبها، الفرعاء، النماص»; people's lists are looked at elsewhere."""
    more = []
    for left, right in pairwise(found):
        if left.kind != right.kind or left.kind not in ("place", "country"):
            continue
        at, members = left.last, []
        while at < right.first:
            start = at + (line.word(at) in _COMMAS)
            joined = start == at and line.word(at).startswith("و")
            if not (start > at or joined) or not _member(line, start, "place", joined):
                break
            members.append(Guess(start, start + 1, "place", int(joined), 0))
            at = start + 1
        ends = at + (line.word(at) in _COMMAS) == right.first
        if members and ends and not any({GIVEN, FAMILY} & set(line.classes(g.first)) for g in members):
            more.extend(members)
    return more


def clubs(line: Line, guesses: Sequence[Guess]) -> list[Guess]:
    """Clubs that are common words, beside a word of sport or in a list with a body, in an article of sport."""
    taken = {k for guess in guesses for k in range(guess.first, guess.last)}
    ends = {guess.last for guess in guesses if guess.kind == "organization"}
    found, common = [], folded("teams", "common")
    for i, word in enumerate(line.words):
        cut = next((way.cut for way in bare(word) if way.form in common), None)
        if cut is None or i in taken:
            continue
        beside = cut == 0 and line.joined(i - 1) and i > 0 and head(line.words[i - 1], folded("teams", "beside")) is not None
        listed = (cut == 1 and word.startswith("و") and i in ends) or (cut == 0 and line.word(i - 1) in _COMMAS and i - 1 in ends)
        if beside or listed:
            found.append(Guess(i, i + 1, "organization", cut, 0))
            ends.add(i + 1)
    return found


def _marked(line: Line, found: Sequence[Guess]) -> list[Guess]:
    """What stands in marks behind a name in marks that «و» or a comma joins: «فيلمي "أفاتار" و"تايتانيك"»."""
    more = []
    for guess in found:
        kind, at = guess.kind, guess.last
        while line.word(guess.first - 1) in _OPENING and line.word(at) in _CLOSING and kind in ("product", "organization"):
            start = at + 1 + (line.word(at + 1) == "و" or line.word(at + 1) in _COMMAS)
            start += line.word(start) == "و"
            if start == at + 1 or line.word(start) not in _OPENING:
                break
            ends = range(start + 2, min(start + 2 + _LONG, len(line.words)))
            last = next((k for k in ends if line.words[k] in _CLOSING), None)
            if last is None or not line.words[start + 1][0].isalnum():
                break
            more.append(Guess(start + 1, last, kind, 0, 2))
            at = last
    return more
