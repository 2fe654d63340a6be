"""The one who speaks, for words whose subject is a pronoun that points at him."""

from collections.abc import Sequence

from tawatur.annotate.commitments.clause import Clause
from tawatur.records.commitment import Party
from tawatur.records.quote import Quote

_THAT = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "وانه", "وانها"})


def speaker(quote: Quote) -> tuple[Party, ...]:
    """The speaker of a statement as a party, where he is known and no medium."""
    if not quote.speaker_name or quote.speaker_kind == "outlet" or quote.speaker_start is None or quote.speaker_end is None:
        return ()
    words = quote.speaker_text or quote.speaker_name
    return (
        Party(start=quote.speaker_start, end=quote.speaker_end, text=quote.speaker_name, phrase=f"{words} {quote.speaker_name}"),
    )


def subject_of_speech(clause: Clause, at: int, quotes: Sequence[Quote]) -> tuple[Party, ...]:
    """The speaker of the statement that begins at the verb `at`, after «أنه»."""
    place = clause.starts[at]
    for quote in quotes:
        if quote.start <= place < quote.end and (clause.word(at - 1) in _THAT or clause.word(at - 2) in _THAT):
            return speaker(quote)
    return ()
