from tawatur.annotate.names.recognizers.labels import Label
from tawatur.annotate.names.recognizers.windows import Piece, merged, whole

_ONE, _TWO = Label("B", "ONE"), Label("B", "TWO")


def _pieces(places: range, label: Label) -> list[Piece]:
    return [Piece(k, k + 1, label, 1.0) for k in places]


def test_of_two_windows_the_one_in_which_a_piece_stands_farther_from_an_edge_has_its_label() -> None:
    found = merged([_pieces(range(0, 8), _ONE), _pieces(range(4, 12), _TWO)])
    assert [piece.start for piece in found] == list(range(12))
    assert [piece.label for piece in found] == [_ONE] * 6 + [_TWO] * 6


def test_the_bytes_of_one_letter_are_one_piece() -> None:
    assert merged([[Piece(0, 1, _ONE, 0.9), Piece(0, 1, _TWO, 0.8)]]) == [Piece(0, 1, _ONE, 0.9)]


def test_pieces_of_a_word_are_one_word_with_the_first_ones_label() -> None:
    [word] = whole("وشبرقوت", [Piece(0, 1, _ONE, 0.9), Piece(1, 7, _TWO, 0.8)])
    assert (word.start, word.end, word.label, word.score) == (0, 7, _ONE, 0.9)


def test_a_vowel_mark_that_the_tokenizer_dropped_does_not_part_a_word() -> None:
    [word] = whole("وَشبرقوت", [Piece(0, 1, _ONE, 0.9), Piece(2, 8, _TWO, 0.8)])
    assert (word.start, word.end) == (0, 8)


def test_a_mark_or_a_space_parts_words() -> None:
    text = "أب، ج"
    words = whole(text, [Piece(0, 2, _ONE, 1.0), Piece(2, 3, _TWO, 1.0), Piece(4, 5, _ONE, 1.0)])
    assert [text[word.start : word.end] for word in words] == ["أب", "،", "ج"]
