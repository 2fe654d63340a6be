"""What was changed on the way: two sentences of one text side by side, with the words that differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.arabic.words import Word, words
from tawatur.records.reuse import Drift, Reuse
from tawatur.records.span import Span
from tawatur.records.view import DocumentView

_MARK = re.compile('["“”„‟«»‹›]')


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a sentence; `changed` where the other sentence does not have it."""

    text: str
    changed: bool


@dataclass(frozen=True, kw_only=True)
class Version:
    """One sentence of a pair."""

    span: Span
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, kw_only=True)
class Change:
    """Two versions of one sentence, the one that was copied first where that is known."""

    before: Version
    after: Version
    known_direction: bool
    drift: tuple[Drift, ...]


def changes(reuse: Sequence[Reuse], views: Sequence[DocumentView]) -> list[Change]:
    """Give the pairs that drifted, in the order of their places, each pair of wordings once.

    A pair with an article that is not at hand is left out.
    """
    texts = {view.document.id: view.document.text for view in views}
    drifted = [pair for pair in reuse if pair.drift and pair.a.document in texts and pair.b.document in texts]
    told: dict[tuple[str, ...], Change] = {}
    for pair in drifted:
        a, b = texts[pair.a.document], texts[pair.b.document]
        wordings = tuple(sorted((a[pair.a.start : pair.a.end], b[pair.b.start : pair.b.end])))
        if wordings not in told:  # looked up by what is read, for to set two side by side takes long
            told[wordings] = change(pair, a, b)
    return list(told.values())


def change(pair: Reuse, text_a: str, text_b: str) -> Change:
    """Set the two sentences of a pair side by side."""
    only_a, only_b = _different(_tokens(text_a, pair.a), _tokens(text_b, pair.b))
    a = Version(span=pair.a, pieces=tuple(_pieces(text_a, pair.a, only_a)))
    b = Version(span=pair.b, pieces=tuple(_pieces(text_b, pair.b, only_b)))
    turned = pair.direction == "a_from_b"
    known = pair.direction in ("a_from_b", "b_from_a")
    return Change(before=b if turned else a, after=a if turned else b, known_direction=known, drift=pair.drift)


def _tokens(text: str, span: Span) -> list[Word]:
    """The words and the quotation marks of a sentence; all marks count as one."""
    marks = [Word('"', at.start(), at.end()) for at in _MARK.finditer(text, span.start, span.end)]
    return sorted([*words(text, span.start, span.end), *marks], key=lambda word: word.start)


def _different(one: Sequence[Word], two: Sequence[Word]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches of either sentence whose words the other lacks, by the longest common sequence of folded words."""
    from rapidfuzz.distance import Indel

    only_one, only_two = [], []
    for step in Indel.opcodes([word.text for word in one], [word.text for word in two]):
        if step.tag == "delete":
            only_one.append((one[step.src_start].start, one[step.src_end - 1].end))
        elif step.tag == "insert":
            only_two.append((two[step.dest_start].start, two[step.dest_end - 1].end))
    return only_one, only_two


def _pieces(text: str, span: Span, stretches: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = span.start
    for start, end in _merged(stretches):
        if at < start:
            yield Piece(text=text[at:start], changed=False)
        yield Piece(text=text[start:end], changed=True)
        at = end
    if at < span.end:
        yield Piece(text=text[at : span.end], changed=False)


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order become one where only a space parts them: it is changed with them."""
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
