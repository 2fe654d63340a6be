"""A heading that gives a speaker and a colon: «فلان: لا عودة إلى الوراء»."""

from tawatur.annotate.quotes.cast import Cast
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form
from tawatur.annotate.quotes.nouns import begins_office
from tawatur.annotate.quotes.tokens import Line

_FORM = Form("finite", ":", "colon", (), "", "")
# the longest speaker before a heading's colon, in words
_LONGEST = 8


def find(line: Line, cast: Cast) -> list[Draft]:
    """Give the statement of a heading «speaker: words», as a list of one or none."""
    colon = next((k for k, token in enumerate(line.tokens) if token.kind == ":"), None)
    if colon is None or colon == 0 or colon > _LONGEST or colon + 2 >= len(line.tokens):
        return []
    if not _somebody(line, colon, cast):
        return []
    draft = Draft(line=line, cue=colon, form=_FORM, begin=colon + 1, how="heading", cue_end=colon + 1, boundary=0)
    draft.subject = (0, colon)
    return [draft]


def _somebody(line: Line, colon: int, cast: Cast) -> bool:
    start, end = line.tokens[0].start, line.tokens[colon - 1].end
    if any(b == end for _, b in (*cast.people_in(start, end), *cast.bodies_in(start, end))):
        return True
    if begins_office(line, 0):
        return True
    return cast.knows(start, end)
