"""What a recogniser found, brought to the words of a line: tags where our tagger has a tag of that type, guesses where it has none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from tawatur.annotate.names.line import TAGGED, Guess, Line
from tawatur.annotate.names.recognizers.choose import Chosen
from tawatur.annotate.names.recognizers.protocol import Found, RecognizerError
from tawatur.annotate.names.tagged import letters_before, tagged
from tawatur.records.name import NameType
from tawatur.records.sentence import Sentence

# Our tagger's events and laws count only with a head noun, since it knows too few; a recogniser's count as they are.
_TAGS: Mapping[NameType, str] = {kind: tag for tag, kind in TAGGED.items() if kind in ("person", "organization", "place")}
_TYPES = frozenset(get_args(NameType))
_RANK = 1  # the tagger's own: of one length a rule's guess holds


class Words(NamedTuple):
    """A stretch of a line's words that the recogniser took for a name."""

    first: int
    last: int
    kind: NameType


def recognized(chosen: Chosen, text: str, sentences: Sequence[Sentence]) -> list[list[Found]]:
    """Ask the recogniser for the names of an article's sentences.

    Raises RecognizerError where it fails or gives what cannot be: places outside the sentence, a type that there is not.
    """
    texts = [text[s.start : s.end] for s in sentences]
    try:
        answer = [[Found(*one) for one in row] for row in chosen.recognizer.recognize(texts)]
    except Exception as error:
        raise RecognizerError(f"{chosen.name} failed: {type(error).__name__}: {error}") from error
    if len(answer) != len(texts):
        raise RecognizerError(f"{chosen.name} was given {len(texts)} texts and answered for {len(answer)}")
    wrong = next((f for row, one in zip(answer, texts, strict=True) for f in row if not _possible(f, one)), None)
    if wrong is not None:
        raise RecognizerError(f"{chosen.name} gave what cannot be: {wrong!r}")
    return answer


def _possible(found: Found, text: str) -> bool:
    return 0 <= found.start < found.end <= len(text) and found.type in _TYPES and 0 <= found.score <= 1


def words(line: Line, start: int, found: Iterable[Found]) -> list[Words]:
    """The words of a line that begins at `start` of the source that each stretch takes in, without marks at its ends.

    Of stretches that overlap, the one of the higher score holds.
    """
    kept: list[Words] = []
    for one in sorted(found, key=lambda f: (-f.score, f.start - f.end, f.start, f.type)):
        first, last = _touched(line, start + one.start, start + one.end)
        at = bisect_left(kept, last, key=lambda name: name.first)  # the names before it begin before its end
        if first < last and (at == 0 or kept[at - 1].last <= first):
            kept.insert(at, Words(first, last, one.type))
    return kept


def _touched(line: Line, start: int, end: int) -> tuple[int, int]:
    """The words that have a letter between `start` and `end` of the source, from the first to the last (exclusive)."""
    first = bisect_right(line.tokens, start, key=lambda token: token.end)
    last = bisect_left(line.tokens, end, key=lambda token: token.start)
    while first < last and _mark(line.words[first]):
        first += 1
    while first < last and _mark(line.words[last - 1]):
        last -= 1
    return first, last


def _mark(word: str) -> bool:
    return not any(letter.isalnum() for letter in word)


def tags(line: Line, names: Iterable[Words]) -> list[str]:
    """Tags of the words as our tagger gives them, of those types that have one."""
    found = ["O"] * len(line.words)
    for one in names:
        tag = _TAGS.get(one.kind)
        if tag is not None:
            found[one.first : one.last] = [f"B-{tag}", *[f"I-{tag}"] * (one.last - one.first - 1)]
    return found


def guesses(line: Line, names: Sequence[Words], seen: frozenset[str]) -> Iterator[Guess]:
    """Guesses of a recogniser's names, cut and cleaned as our tagger's are; `seen` are the folded words of the article."""
    yield from tagged(line._replace(tags=tags(line, names)), seen)
    for one in names:
        if one.kind not in _TAGS:
            yield Guess(one.first, one.last, one.kind, letters_before(line, one.first, seen), _RANK)


def beside(ours: Iterable[Guess], theirs: Sequence[Guess]) -> Iterator[Guess]:
    """Both taggers' guesses; of the same words with two types the recogniser's holds, since the user asked for it."""
    places = {(guess.first, guess.last) for guess in theirs}
    yield from (guess for guess in ours if (guess.first, guess.last) not in places)
    yield from theirs
