"""A second look over the article: a name found once is looked for where the tagger passed it by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawatur.annotate.names.governments import between, speaking
from tawatur.annotate.names.lexicon import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    FAMILY,
    GIVEN,
    HEAD,
    TITLE,
    adjectives,
    bands,
    folded,
    rare,
)
from tawatur.annotate.names.line import LONGEST, Guess, Line, longest
from tawatur.annotate.names.lists import clubs
from tawatur.annotate.names.sporting import also, of_sport, sided
from tawatur.annotate.names.tokens import bare
from tawatur.records.name import NameType

_PAIR = 2
_LEAST = 3  # letters of a word that may be found again alone
_COMMON = "h"  # a last word commoner than this, that no list of families has, names nobody: «إلى», «الثاني»
_SURE = 2  # the rank from which a rule has given the type


class _Rests(NamedTuple):
    """What follows a first word in the article's names: the other words and the type, and how many words they are."""

    kinds: Mapping[tuple[str, ...], NameType]
    lengths: Sequence[int]


_Runs = Mapping[str, _Rests]


def again(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> list[list[Guess]]:
    """Give the guesses of each line with what the article's other lines add."""
    full = _surnames(lines, found)
    found = [[_ended(line, guess, full) for guess in row] for line, row in zip(lines, found, strict=True)]
    types = _types(lines, found)
    found = [[_typed(line, guess, types) for guess in row] for line, row in zip(lines, found, strict=True)]
    surnames = _surnames(lines, found)
    words, runs = _words(lines, found) | _clubs(lines), _runs(lines, found)
    whole, sporting = [], of_sport(lines)
    found = sided(lines, found) if sporting else found
    for line, guesses in zip(lines, found, strict=True):
        guesses = [_bared(line, g, runs) for g in guesses]
        kept = longest(
            [
                *(_retyped(line, g, surnames) for g in guesses if g.rank > 1 or not _other(line, g, runs)),
                *_repeated(line, runs),
            ]
        )
        taken = {k for g in kept for k in range(g.first, g.last)}
        kept.extend(_missed(line, taken, surnames, words))
        kept.extend(clubs(line, kept) if sporting else ())
        whole.append(between(line, [speaking(line, g) for g in sorted(kept)]))
    return _led(lines, whole) if sporting else whole


def _led(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> list[list[Guess]]:
    """The names of an article of sport with its clubs called by a common word, where a preposition leads to them."""
    rows = list(zip(lines, found, strict=True))
    named = (_form(line, g) for line, row in rows for g in row if g.kind == "organization" and g.last - g.first == 1)
    known = folded("teams", "common").intersection(named)
    taken = [{k for g in row for k in range(g.first, g.last)} for _, row in rows]
    return [sorted([*row, *also(line, one, known)]) for (line, row), one in zip(rows, taken, strict=True)]


def _ended(line: Line, guess: Guess, surnames: frozenset[str]) -> Guess:
    """The tagger's person that begins with a surname of the article, without the word run on («لهارتسفورد صبره»)."""
    if guess.kind != "person" or guess.rank > 1 or guess.last - guess.first < _PAIR or _form(line, guess) not in surnames:
        return guess
    given = GIVEN in line.lexicon.classes(line.words[guess.first])
    return guess if given or line.words[guess.first + 1].startswith("ال") else guess._replace(last=guess.first + 1)


def _clubs(lines: Sequence[Line]) -> dict[str, NameType]:
    """Clubs called by a common word, where the article is one of sport."""
    return dict.fromkeys(folded("teams", "sporting"), "organization") if of_sport(lines) else {}


def _runs(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> _Runs:
    """The article's names of two words and more, by their first word."""
    runs: dict[str, dict[tuple[str, ...], NameType]] = {}
    rows = ((guess, line) for line, guesses in zip(lines, found, strict=True) for guess in guesses)
    for guess, line in sorted(rows, key=lambda row: -row[0].rank):  # a rule's type before the tagger's
        if 1 < guess.last - guess.first <= LONGEST and guess.kind != "event":
            rest = tuple(line.words[guess.first + 1 : guess.last])
            runs.setdefault(_form(line, guess), {}).setdefault(rest, guess.kind)
    return {first: _Rests(rests, sorted(set(map(len, rests)))) for first, rests in runs.items()}


def _other(line: Line, guess: Guess, runs: _Runs) -> bool:
    """Whether the article has the same words as a name of another type, on better grounds."""
    rest = tuple(line.words[guess.first + 1 : guess.last])
    found = runs.get(_form(line, guess))
    return found is not None and found.kinds.get(rest, guess.kind) != guess.kind


def _bared(line: Line, guess: Guess, runs: _Runs) -> Guess:
    """The guess without the clitic that the article's other mention of the same words has not: «لحسن الزهراني»."""
    word = line.words[guess.first]
    if guess.cut or guess.last - guess.first < _PAIR or word[:1] not in ("و", "ل", "ب"):
        return guess
    rests = runs.get(word[1:])
    rest = tuple(line.words[guess.first + 1 : guess.last])
    return guess._replace(cut=1) if rests is not None and rests.kinds.get(rest) == guess.kind else guess


def _repeated(line: Line, runs: _Runs) -> list[Guess]:
    """Where the names of `runs` stand in the line, word by word."""
    found = []
    for k, word in enumerate(line.words):
        for way in bare(word):
            rests = runs.get(way.form)
            for length in rests.lengths if rests else ():
                rest = tuple(line.words[k + 1 : k + 1 + length])  # at the line's end a shorter one, found by its own length
                if rests and rest in rests.kinds and len(rest) == length:
                    found.append(Guess(k, k + 1 + length, rests.kinds[rest], way.cut, 0))
    return found


def _form(line: Line, guess: Guess) -> str:
    word = line.words[guess.first]
    return word[guess.cut :] if not word[guess.cut - 1 :].startswith("لل") or not guess.cut else "ا" + word[guess.cut :]


def _surnames(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> frozenset[str]:
    """The last words of people named with two words or more, where they are no common words."""
    last = set()
    for line, guesses in zip(lines, found, strict=True):
        for guess in guesses:
            word = line.words[guess.last - 1]
            common = bool(set(line.lexicon.words.get(word, "")) & {ADJECTIVE, TITLE, HEAD, COUNTRY, CAPITAL})
            divine = line.words[guess.last - 2] == "عبد" if guess.last > 1 else False
            common = common or (FAMILY not in line.classes(guess.last - 1) and bands().get(word, "~") < _COMMON)
            if guess.kind == "person" and not divine and guess.last - guess.first > 1 and len(word) >= _LEAST and not common:
                last.add(word)
    return frozenset(last)


def _words(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> dict[str, NameType]:
    """Single words that are names in the article at least half as often as they stand alone, with the type given most."""
    kinds: dict[str, Counter[NameType]] = {}
    free: Counter[str] = Counter()
    for line, guesses in zip(lines, found, strict=True):
        taken = {k for g in guesses for k in range(g.first, g.last)}
        for guess in guesses:
            if guess.last - guess.first == 1:
                kinds.setdefault(_form(line, guess), Counter())[guess.kind] += 1
        free.update(way.form for k, word in enumerate(line.words) if k not in taken for way in bare(word))
    return {
        form: min(counts, key=lambda kind: (-counts[kind], kind))
        for form, counts in kinds.items()
        if len(form) > _LEAST and 2 * sum(counts.values()) >= free[form] and _telling(form, counts)
    }


def _telling(form: str, counts: Counter[NameType]) -> bool:
    """Whether a word found as a name is one wherever it stands: a given name («على», «فريد») may be a common word."""
    return "person" not in counts or (rare(form) and form not in folded("known", "adjectival"))


def _retyped(line: Line, guess: Guess, surnames: frozenset[str]) -> Guess:
    """A lone word that is the surname of someone in the article is that person, whatever the tagger said."""
    if guess.last - guess.first == 1 and guess.kind != "person" and guess.rank <= 1:
        for way in bare(line.words[guess.first]):
            if way.form in surnames:
                return guess._replace(kind="person", cut=way.cut)
    return guess


def _missed(line: Line, taken: set[int], surnames: frozenset[str], words: dict[str, NameType]) -> list[Guess]:
    found = []
    for k, word in enumerate(line.words):
        if (
            k in taken
            or len(word) < _LEAST
            or (line.kind(k) == "NAT" and word not in surnames)
            or word in folded("known", "never")
            or word in adjectives()
            or word == "علي"
        ):
            continue
        for way in bare(word):
            kind: NameType | None = "person" if way.form in surnames else words.get(way.form)
            if kind is not None and not (kind == "person" and _describes(line, k)):
                found.append(Guess(k, k + 1, kind, way.cut, 0))
                break
    return found


def _describes(line: Line, at: int) -> bool:
    """Whether word `at`, a family and an adjective, describes the noun before it: «عيد الفطر المبارك»."""
    before = line.word(at - 1)
    definite = any(way.form.startswith("ال") for way in bare(before)) and at > 0 and line.joined(at - 1)
    titles = folded("beside", "callings") | folded("beside", "participles")
    titled = TITLE in line.lexicon.classes(before) or any(way.form in titles for way in bare(before))
    return definite and line.words[at].startswith("ال") and not rare(line.words[at]) and not titled


def _types(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> dict[str, NameType]:
    """Single words to which rules have given one type throughout the article."""
    kinds: dict[str, set[NameType]] = {}
    for line, guesses in zip(lines, found, strict=True):
        for guess in guesses:
            if guess.rank >= _SURE and guess.last - guess.first == 1:
                kinds.setdefault(_form(line, guess), set()).add(guess.kind)
    return {form: next(iter(found)) for form, found in kinds.items() if len(found) == 1}


def _typed(line: Line, guess: Guess, types: Mapping[str, NameType]) -> Guess:
    """The tagger's lone word with the type that a rule gave the same word elsewhere in the article."""
    if guess.rank >= _SURE or guess.last - guess.first > 1:
        return guess
    return guess._replace(kind=types.get(_form(line, guess), guess.kind))
