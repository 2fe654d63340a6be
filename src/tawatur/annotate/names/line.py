"""One sentence as the rules see it, and a guess of a name in it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawatur.annotate.names.lexicon import Lexicon
from tawatur.annotate.names.tokens import Token, after, bare
from tawatur.records.name import NameType

TAGGED: Mapping[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place", "EVT": "event", "LAW": "law"}

# Words by which a rule may lengthen a name, so that a word said a hundred thousand times takes no time for each pair of
# places. A genealogy of ten fathers has twenty.
LONGEST = 30


class Guess(NamedTuple):
    """Words `first` to `last` (exclusive) might be a name. `cut` letters of the first word are clitics.

    Of two guesses that overlap the longer one holds; of two of one length the one of the higher `rank`.
    """

    first: int
    last: int
    kind: NameType
    cut: int
    rank: int


class Line(NamedTuple):
    """A sentence: its tokens, their folded forms, and the tagger's word on each."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    tags: Sequence[str]
    lexicon: Lexicon

    def kind(self, at: int) -> str:
        """The tagger's type of word `at` (`PER`, …), empty for none and outside the sentence."""
        return self.tags[at][2:] if 0 <= at < len(self.tags) and self.tags[at] != "O" else ""

    def word(self, at: int) -> str:
        """The folded word `at`, empty outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether nothing but white space stands between word `at` and the next."""
        return at + 1 < len(self.tokens) and self.text[self.tokens[at].end : self.tokens[at + 1].start].strip() == ""

    def classes(self, at: int) -> str:
        """What the lists know of the word `at` as it stands (no clitics taken off)."""
        return self.lexicon.words.get(self.word(at), "")

    def run(self, at: int, *tags: str) -> int:
        """Where a run of words with these tags that begins at `at` ends (exclusive)."""
        last = at
        while last < min(at + LONGEST, len(self.tags)) and self.tags[last] in tags:
            last += 1
        return last

    def start(self, guess: Guess) -> int:
        """Where the guess begins in the source."""
        return after(self.text, self.tokens[guess.first], guess.cut)

    def end(self, guess: Guess) -> int:
        """Where it ends."""
        return self.tokens[guess.last - 1].end


def head(word: str, heads: frozenset[str]) -> int | None:
    """How many letters of clitics stand before a head noun in `word`; None where it is none of `heads`."""
    for way in bare(word):
        if way.form in heads:
            return way.cut
    return None


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The tagger's names: first word, last word exclusive, type."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag.startswith("I-") and found and found[-1][1] == i and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], i + 1, tag[2:])
        else:
            found.append((i, i + 1, tag[2:]))
    return found


def longest(found: Iterable[Guess]) -> list[Guess]:
    """Of guesses that overlap, the longest; of one length, the highest rank; then the first."""
    kept: list[Guess] = []
    taken: set[int] = set()
    for guess in sorted(found, key=lambda g: (g.first - g.last, -g.rank, g.first, g.kind)):
        places = range(guess.first, guess.last)
        if not taken.intersection(places):
            taken.update(places)
            kept.append(guess)
    return sorted(kept)
