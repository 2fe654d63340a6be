"""Who holds which office, read from the titles that stand before names («وزير الخارجية فلان»، «ونظيره التركي فلان»)."""

from tawatur.annotate.quotes.cast import Cast
from tawatur.annotate.quotes.lexicon import speakers, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

# words of a title before a name
_LONGEST = 9


def learn(line: Line, cast: Cast) -> None:
    """Tell the cast the titles that stand right before the names of persons in a line."""
    last: list[str] = []
    for person in cast.zones(line):
        title = _title(line, person.start)
        if title and title[0] == "نظير" and last:
            title = [last[0], *title[1:]]
        if title and person.end > person.start:
            last = title
            cast.hold(title, line.tokens[person.start].start, line.tokens[person.end - 1].end)


def duty(line: Line, start: int, person: tuple[int, int], cast: Cast) -> list[str]:
    """The words of a phrase that begins at token `start` before the name at the place `person`, those of no other person."""
    title = []
    others = [end for _, end in cast.people_in(line.tokens[start].start, person[0])]
    k = start
    while others and line.tokens[k].start < others[-1]:
        k += 1
    while k < len(line.tokens) and line.tokens[k].start < person[0]:
        if line.word(k):
            title.append(_stem(line.word(k)))
        k += 1
    return title


def _title(line: Line, at: int) -> list[str]:
    """The words of the title that ends right before token `at`, its office first; empty where there is none."""
    title: list[str] = []
    office = 0
    k = at - 1
    while k >= 0 and at - k <= _LONGEST and line.kind(k) == "w" and line.word(k) not in words("breaks"):
        word = _stem(line.word(k))
        title.append(word)
        if word in speakers().offices or word == "نظير":
            office = len(title)
        elif office and k < at - 1:
            break
        k -= 1
    return title[:office][::-1]


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
