"""Clubs in an article of sport: called as a town or a man in one place and as a club in another, beside a rival, after «على»."""

from collections.abc import Iterable, Sequence

from tawatur.annotate.names.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, TITLE, folded
from tawatur.annotate.names.line import Guess, Line
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

# words of sport that make an article one of sport: of 60 articles drawn at random the four of sport had seven and more,
# and one of the others (fourteen, by «الدولي» and «نقطة»; it named no club)
_ARTICLE = 6
_SENTENCE = 2  # words of sport that make a sentence one of sport
_CLUB = frozenset(fold(w) for w in ("نادي", "نادى", "فريق", "ناديي", "فريقي"))
_UNITED = frozenset(fold(w) for w in ("يونايتد", "سيتي", "روفرز", "أتلتيك"))
_IN = frozenset(fold(w) for w in ("في", "مدينة", "بمدينة", "العاصمة", "منطقة", "محافظة", "جنوب", "شمال", "شرق", "غرب"))
# what a club's rival stands after: «يلتقي نظيره …», and what stands between two that play («مع», «أمام»)
_RIVAL = frozenset(fold(w) for w in ("نظيره", "ضيفه", "مضيفه", "غريمه", "منافسه", "جاره"))
_AGAINST = frozenset(fold(w) for w in ("أمام", "ضد", "على", "مع"))
_TOWARDS = frozenset(fold(w) for w in ("على", "بين", "ضد", "أمام", "مع", "إلى", "من"))


def of_sport(lines: Sequence[Line]) -> bool:
    """Whether the article is one of sport."""
    sport = folded("teams", "sport")
    return sum(word in sport for line in lines for word in line.words) >= _ARTICLE


def sided(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> list[list[Guess]]:
    """Give the guesses of an article of sport with the type of a club where the article shows that the word is one."""
    called = _called(lines, found)
    return [[_club(line, guess, row, called) for guess in row] for line, row in zip(lines, found, strict=True)]


def _called(lines: Sequence[Line], found: Sequence[Sequence[Guess]]) -> frozenset[str]:
    """Words that «نادي» or «فريق» announces, or that «يونايتد» follows, somewhere in the article."""
    names = set()
    for line, row in zip(lines, found, strict=True):
        for guess in row:
            if guess.last - guess.first < 2:
                continue
            first, second = line.words[guess.first][guess.cut :], line.words[guess.first + 1]
            if _of_town(line, guess):
                names.add(first)
            if guess.kind != "organization":
                continue
            if first in _CLUB:
                names.add(second)
            elif second in _UNITED:
                names.add(first)
    return frozenset(names)


def _club(line: Line, guess: Guess, row: Sequence[Guess], called: frozenset[str]) -> Guess:
    if guess.kind not in ("place", "person") or guess.last - guess.first > 2:
        return guess
    pair = guess.kind == "person" and guess.last - guess.first == 2 and line.words[guess.first] in _CLUB
    if pair:  # «ناديي النصر والهلال»
        return Guess(guess.first + 1, guess.last, "organization", 0, guess.rank)
    if _of_town(line, guess):
        return guess._replace(kind="organization")
    if guess.last - guess.first > 1 or _situated(line, guess):
        return guess
    word = line.words[guess.first][guess.cut :]
    common = guess.kind == "person" and word in folded("teams", "common") and _sentence(line)
    told = word in called and (guess.kind == "place" or not _given(line, guess))
    if common or told or (guess.kind == "place" and (_rival(line, guess) or _against(line, guess, row))):
        return guess._replace(kind="organization")
    return guess


def _of_town(line: Line, guess: Guess) -> bool:
    """Whether the tagger's person is a club with its town: «اتليتيكو مدريد»."""
    pair = guess.kind == "person" and guess.last - guess.first == 2
    free = not {GIVEN, FAMILY, FOREIGN, TITLE} & set(line.classes(guess.first)) and not line.words[guess.first].startswith("ال")
    return pair and free and CAPITAL in line.classes(guess.last - 1) and FAMILY not in line.classes(guess.last - 1)


def _given(line: Line, guess: Guess) -> bool:
    return bool({GIVEN, FAMILY} & set(line.classes(guess.first)))


def _sentence(line: Line) -> bool:
    return len(folded("teams", "sport").intersection(line.words)) >= _SENTENCE


def _situated(line: Line, guess: Guess) -> bool:
    """Whether the town is where something is: «في ليون», «بالرياض»."""
    clitic = line.words[guess.first][: guess.cut]
    return line.word(guess.first - 1) in _IN or clitic.endswith("ب")


def _rival(line: Line, guess: Guess) -> bool:
    return not guess.cut and line.word(guess.first - 1) in _RIVAL


def _against(line: Line, guess: Guess, row: Sequence[Guess]) -> bool:
    """Whether a club stands beside the town with «أمام», «مع» or «و» between: «الأمجاد مع أبها», «الهلال والرياض»."""
    for other in row:
        if other.kind != "organization" or other.last - other.first > 1:
            continue
        left, right = (other, guess) if other.first < guess.first else (guess, other)
        gap = right.first - left.last
        if gap == 1 and line.words[left.last] in _AGAINST and _sentence(line):
            return True
    return False


def also(line: Line, taken: Iterable[int], clubs: frozenset[str]) -> list[Guess]:
    """Give clubs of the article (`clubs`), common words, where «على», «بين» or a clitic leads to them: «فوزه على الاتحاد»."""
    found, taken = [], set(taken)
    for i, word in enumerate(line.words):
        way = next((way for way in bare(word) if way.form in clubs), None)
        if way is None or i in taken:
            continue
        described = line.joined(i) and line.word(i + 1).startswith("ال")  # «الاتحاد الدولي»
        led = line.word(i - 1) in _TOWARDS if way.cut == 0 else word[: way.cut] in ("ل", "لل", "ب")
        if led and not described:
            found.append(Guess(i, i + 1, "organization", way.cut, 0))
    return found
