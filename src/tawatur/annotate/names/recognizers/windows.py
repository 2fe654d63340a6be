"""Pieces of words, in windows that overlap, brought back to whole words of the text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.annotate.names.recognizers.labels import Label, Word


class Piece(NamedTuple):
    """A piece of a word: its place in the text, its label and how likely that is."""

    start: int
    end: int
    label: Label
    score: float


def merged(windows: Iterable[Sequence[Piece]]) -> list[Piece]:
    """Give each piece once, in order: of two windows that have it, from the one in which it stands farther from an edge.

    Of pieces of one place in one window (the bytes of one letter) the first counts.
    """
    best: dict[tuple[int, int], tuple[int, Piece]] = {}
    for window in windows:
        here: dict[tuple[int, int], tuple[int, Piece]] = {}
        for k, piece in enumerate(window):
            here.setdefault((piece.start, piece.end), (min(k, len(window) - 1 - k), piece))
        for place, (depth, piece) in here.items():
            if place not in best or best[place][0] < depth:
                best[place] = depth, piece
    return [best[place][1] for place in sorted(best)]


def whole(text: str, pieces: Iterable[Piece]) -> list[Word]:
    """Join pieces into words: a word has the label of its first piece, as token classifiers are trained to give.

    Pieces are of one word where letters meet, whatever signs the tokenizer has dropped between them (vowel marks).
    """
    found: list[Word] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and (piece.start < last.end or _meet(text, last.end, piece.start)):
            found[-1] = last._replace(end=max(last.end, piece.end))
        else:
            found.append(Word(piece.start, piece.end, piece.label, piece.score))
    return found


def _meet(text: str, end: int, start: int) -> bool:
    letters = text[end - 1].isalnum() and text[start].isalnum()
    return letters and not any(sign.isspace() or sign.isalnum() for sign in text[end:start])
