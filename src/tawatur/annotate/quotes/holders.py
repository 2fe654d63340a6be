"""Who holds which office, read from the titles that stand before names («وزير الخارجية فلان»، «ونظيره التركي فلان»)."""

from tawatur.annotate.quotes.cast import Cast
from tawatur.annotate.quotes.lexicon import speakers
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

# words of a title before a name
_LONGEST = 9
_BREAKS = frozenset("في من الي علي عن مع ان بين قال ثم او".split())


def learn(line: Line, cast: Cast) -> None:
    """Tell the cast the titles that stand right before the names of persons in a line."""
    last: list[str] = []
    for person in cast.zones(line):
        words = _title(line, person.start)
        if words and words[0] == "نظير" and last:
            words = [last[0], *words[1:]]
        if words and person.end > person.start:
            last = words
            cast.hold(words, line.tokens[person.start].start, line.tokens[person.end - 1].end)


def duty(line: Line, start: int, person: tuple[int, int]) -> list[str]:
    """The words of a phrase that begins at token `start` before the name at the place `person`."""
    words = []
    k = start
    while k < len(line.tokens) and line.tokens[k].start < person[0]:
        if line.word(k):
            words.append(_stem(line.word(k)))
        k += 1
    return words


def _title(line: Line, at: int) -> list[str]:
    """The words of the title that ends right before token `at`, its office first; empty where there is none."""
    words: list[str] = []
    office = 0
    k = at - 1
    while k >= 0 and at - k <= _LONGEST and line.kind(k) == "w" and line.word(k) not in _BREAKS:
        word = _stem(line.word(k))
        words.append(word)
        if word in speakers().offices or word == "نظير":
            office = len(words)
        elif office and k < at - 1:
            break
        k -= 1
    return words[:office][::-1]


def _stem(word: str) -> str:
    """The noun of a title without clitics, article and dual («والرئيسان» gives رئيس)."""
    offices = speakers().offices
    for split in splits(word):
        stem = bare(split.stem)
        for ending in ("", "ان", "ين", "ا"):
            if stem.endswith(ending) and (stem.removesuffix(ending) in offices):
                return stem.removesuffix(ending)
        if stem in ("نظيره", "نظيرها", "نظيريه"):
            return "نظير"
    return bare(word)
