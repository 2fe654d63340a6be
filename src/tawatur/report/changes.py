"""What was changed on the way: two sentences of one text side by side, with the words that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.arabic.words import Word, words
from tawatur.records.reuse import Drift, Reuse
from tawatur.records.span import Span
from tawatur.records.view import DocumentView


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


@dataclass(frozen=True, kw_only=True)
class Change:
    """Two versions of one sentence, the one that was copied first where that is known."""

    before: Version
    after: Version
    known_direction: bool
    drift: tuple[Drift, ...]


def changes(reuse: Sequence[Reuse], views: Sequence[DocumentView]) -> list[Change]:
    """Give the pairs that drifted, in the order of their places; a pair with an article that is not at hand is left out."""
    texts = {view.document.id: view.document.text for view in views}
    drifted = [pair for pair in reuse if pair.drift and pair.a.document in texts and pair.b.document in texts]
    return [change(pair, texts[pair.a.document], texts[pair.b.document]) for pair in drifted]


def change(pair: Reuse, text_a: str, text_b: str) -> Change:
    """Set the two sentences of a pair side by side."""
    own_a = [drift.a for drift in pair.drift if drift.a and drift.a.document == pair.a.document]
    own_b = [drift.b for drift in pair.drift if drift.b and drift.b.document == pair.b.document]
    words_a = list(words(text_a, pair.a.start, pair.a.end))
    words_b = list(words(text_b, pair.b.start, pair.b.end))
    only_a, only_b = _different(words_a, words_b)
    a = Version(span=pair.a, pieces=tuple(_pieces(text_a, pair.a, [*only_a, *_extents(own_a)])))
    b = Version(span=pair.b, pieces=tuple(_pieces(text_b, pair.b, [*only_b, *_extents(own_b)])))
    turned = pair.direction == "a_from_b"
    known = pair.direction in ("a_from_b", "b_from_a")
    return Change(before=b if turned else a, after=a if turned else b, known_direction=known, drift=pair.drift)


def _extents(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


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
    for start, end in _merged(stretches, span):
        if at < start:
            yield Piece(text=text[at:start], changed=False)
        yield Piece(text=text[start:end], changed=True)
        at = end
    if at < span.end:
        yield Piece(text=text[at : span.end], changed=False)


def _merged(stretches: Sequence[tuple[int, int]], span: Span) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        start, end = max(start, span.start), min(end, span.end)
        if start >= end:
            continue
        if merged and start <= merged[-1][1] + 1:  # one space between two changed words is changed with them
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
