"""A line as tokens: words, stops and marks with their places, and which quotation marks belong together."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tawatur.annotate.quotes.lexicon import forms
from tawatur.arabic.fold import Folded
from tawatur.arabic.marks import GLYPHS, Pairs, is_apostrophe, pair

# on the folded text, where no vowel marks are left; numbers keep their inner points (8.1)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+|''|‘‘|’’|[^\w\s]|_")
# letters before a stop that the next sentence follows without a space: shorter words are parts of one (بي.بي.سي)
_GLUED = 3
# signs that may stand before the first word of a sentence
_SIGNS = 6
# blanks in a row that stand for a lost line break: two are also a slip of the typist
_BREAK = 3
_STOPS = frozenset(".!?؟…۔")
_COMMAS = frozenset("،,؛;")


_COUNTED = 1_000  # tokens: all who ask compare with far fewer


class Token(NamedTuple):
    """A folded word or sign: `kind` is `w` word, `.` stop, `,` comma or semicolon, `:` colon, `q` quotation mark, `-` other.

    `start` and `end` are its place in the source.
    """

    text: str
    start: int
    end: int
    kind: str


class Line:
    """The tokens of one line. `close` maps an opening mark to its closing one (index of tokens), `open` the other way.

    An opening mark that is never closed maps to the index of the stop before which it ends. `stops[i]` is the index of
    the stop that ends the sentence of token `i` (or of the closing mark, where the stop stands before it), `starts[i]` the
    token that begins it: stops inside a closed quotation do not end the sentence around it.
    """

    def __init__(self, folded: Folded, start: int, end: int) -> None:
        self.tokens = tuple(_tokens(folded, start, end))
        self._words = tuple(token.text if token.kind == "w" else "" for token in self.tokens)
        self.source = folded.source
        self.close, self.unclosed = _pairs(self.tokens, pair(folded.source, start, end))
        self.open = {b: a for a, b in self.close.items() if a not in self.unclosed}
        self.stops, self.starts = _sentences(self)
        self.hands_over = False  # set where a cue and a colon end the line and the next has the words, without marks
        self.stopping: dict[int, bool | None] = {}  # what `ends` found of a token that ends statements, whoever makes them
        self.goes_on = False  # set where the next line begins with a mark and carries on a quotation left open here

    @property
    def span(self) -> tuple[int, int]:
        """The place of the line's tokens in the source."""
        return (self.tokens[0].start, self.tokens[-1].end) if self.tokens else (0, 0)

    @property
    def left_open(self) -> bool:
        """Whether the last quotation of the line is never closed."""
        return bool(self.close) and max(self.close) in self.unclosed

    def word(self, at: int) -> str:
        """The folded word at `at`, empty for a sign or outside of the line."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def kind(self, at: int) -> str:
        """The kind of the token at `at`, empty outside of the line."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def begins(self, at: int) -> bool:
        """Whether a sentence begins at `at`, dashes and opening marks aside."""
        start = self.starts[at]
        return at - start <= _SIGNS and all(token.kind in "-q" for token in self.tokens[start:at])

    def count(self, start: int, end: int) -> int:
        """How many words stand in the tokens `start` to `end` (exclusive), of the first `_COUNTED` tokens at the most."""
        return sum(1 for token in self.tokens[start : min(end, start + _COUNTED)] if token.kind == "w")


def _tokens(folded: Folded, start: int, end: int) -> Iterator[Token]:
    at, to = folded.folded(start), folded.folded(end)
    text = folded.text
    last = at
    for match in _TOKEN.finditer(text, at, to):
        word = match.group()
        if last > at and _lost_break(text, last, match.start(), match.end()):
            yield Token(".", folded.end(last), folded.end(last), ".")
        last = match.end()
        if word[0].isalnum():
            kind = "w"
        elif word in GLYPHS:
            kind = "-" if is_apostrophe(text, match.start(), match.end()) else "q"
        elif word in _STOPS:
            kind = "." if _is_stop(text, match.start(), match.end(), at) else "-"
        elif word in _COMMAS:
            kind = ","
        else:
            kind = ":" if word == ":" and not _between_digits(text, match.start()) else "-"
        yield Token(word, folded.start(match.start()), folded.end(match.end()), kind)


def _lost_break(text: str, last: int, start: int, end: int) -> bool:
    """Whether the blanks between two tokens stand for a line break: many, or two before a joined verb of saying."""
    if start - last <= 1 or text[last - 1] in _COMMAS or text[last - 1] in ":-([" or not text[start].isalpha():
        return False
    blanks = start - last
    if blanks < _BREAK and "\t" not in text[last:start]:
        return any(form.use == "finite" and form.bound == "و" for form in forms().get(text[start:end], ()))
    return text[last - 1] not in GLYPHS or text[start] == "و"


def _between_digits(text: str, at: int) -> bool:
    """Whether the colon at `at` is that of a clock («11:59»), also where blanks stand beside it («59: 11»)."""
    return text[max(0, at - 2) : at].rstrip(" ")[-1:].isdigit() and text[at + 1 : at + 3].lstrip(" ")[:1].isdigit()


def _is_stop(text: str, start: int, end: int, line: int) -> bool:
    """Whether a sign ends a sentence: not after a single letter (د. أ.ف.ب) nor inside an address, not the first of dots."""
    if text[start] == "?" and text[end : end + 1].isalpha():
        return False  # a letter that was lost on the way («ا?سبانية»)
    if text[start] != ".":
        return True
    after = text[end : end + 1]
    if after == ".":
        return False
    first = start
    while first > line and start - first < _GLUED and text[first - 1].isalnum():
        first -= 1
    if start - first == 1 and text[first].isalpha():
        return after in ("", "\n") and start > line + 1
    if start == first:
        return not after.isdigit()
    if not after.isalnum():
        return True
    following = next((k for k in range(end, min(end + _GLUED, len(text))) if not text[k].isalpha()), end + _GLUED)
    return start - first >= _GLUED and following - end >= _GLUED and not after.isdigit() and not after.isascii()


def _pairs(tokens: tuple[Token, ...], marks: Pairs) -> tuple[dict[int, int], set[int]]:
    """The pairs of marks as indices of tokens; one that is never closed maps to the stop before which it ends."""
    at = {token.start: k for k, token in enumerate(tokens) if token.kind == "q"}
    pairs = {at[a]: at[b] for a, b in marks.close.items() if a in at and b in at}
    unclosed = {at[a] for a in marks.unclosed if a in at}
    stops = [k for k, token in enumerate(tokens) if token.kind == "."]
    for k in unclosed:
        following = bisect_right(stops, k)
        pairs[k] = stops[following] if following < len(stops) else len(tokens)
    return pairs, unclosed


def _sentences(line: Line) -> tuple[list[int], list[int]]:
    """For each token the index of the stop that ends its sentence, and of the token that begins it."""
    count = len(line.tokens)
    stops, starts = [count] * (count + 1), [0] * (count + 1)
    start = inside = 0
    for at, token in enumerate(line.tokens):
        starts[at] = start
        if at in line.close and at not in line.unclosed:
            inside = max(inside, line.close[at])
        if (token.kind == "." and at >= inside) or (at in line.open and at >= inside and _ends_with(line, at)):
            stops[start : at + 1] = [at] * (at + 1 - start)
            start = at + 1
    starts[count] = start
    return stops, starts


def _ends_with(line: Line, at: int) -> bool:
    """Whether a sentence ends with the closing mark at `at`: a stop stands before it, and a new beginning follows."""
    if line.kind(at - 1) != "." or line.kind(at + 1) == ".":
        return False
    return line.kind(at + 1) == "" or line.word(at + 1)[:1] in tuple("وف")
