"""The one who speaks, for words whose subject is a pronoun that points at him."""

from collections.abc import Sequence

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.lexicon import words
from tawatur.arabic.fold import fold
from tawatur.records.commitment import Party
from tawatur.records.quote import Quote

_THAT = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "وانه", "وانها"})
# words of the longest description of a speaker that is taken for one
_LONGEST = 9


def speaker(quote: Quote) -> tuple[Party, ...]:
    """The speaker of a statement as a party, where he is known and no medium."""
    if not quote.speaker_name or quote.speaker_kind == "outlet" or quote.speaker_start is None or quote.speaker_end is None:
        return ()
    said = fold(quote.speaker_name).split()
    if not said or len(said) > _LONGEST or "\u064b" in quote.speaker_name:
        return ()  # no name: a clause, or a word with the ending of an object
    if said[0] in words("between") or said[0] in words("ends") or said[0].startswith("لل"):
        return ()
    spoken = quote.speaker_text or quote.speaker_name
    return (
        Party(start=quote.speaker_start, end=quote.speaker_end, text=quote.speaker_name, phrase=f"{spoken} {quote.speaker_name}"),
    )


def subject_of_speech(clause: Clause, at: int, quotes: Sequence[Quote]) -> tuple[Party, ...]:
    """The speaker of the statement that begins at the verb `at`, after «أنه»."""
    place = clause.starts[at]
    for quote in quotes:
        if quote.start <= place < quote.end and (clause.word(at - 1) in _THAT or clause.word(at - 2) in _THAT):
            return speaker(quote)
    return ()
