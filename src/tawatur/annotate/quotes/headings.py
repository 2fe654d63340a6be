"""A heading that gives a speaker and a colon: «فلان: لا عودة إلى الوراء»."""

from tawatur.annotate.quotes.cast import Cast
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, speakers, words
from tawatur.annotate.quotes.nouns import begins_office
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare

_FORM = Form("finite", ":", "colon", (), "", "")
# the longest speaker before a heading's colon, in words
_LONGEST = 8
# tokens of a line of prose that is built like a heading, words of its statement, tokens of «عاجل |» before it
_SHORT, _CLAUSE, _PREFIX = 45, 4, 2


def find(line: Line, cast: Cast) -> list[Draft]:
    """Give the statement of a heading «speaker: words», as a list of one or none."""
    colon = next((k for k, token in enumerate(line.tokens) if token.kind == ":"), None)
    if colon is None or colon == 0 or colon > _LONGEST or colon + 2 >= len(line.tokens):
        return []
    first = _first(line, colon)
    if not _somebody(line, first, colon, cast):
        return []
    draft = Draft(line=line, cue=colon, form=_FORM, begin=colon + 1, how="heading", cue_end=colon + 1, boundary=0)
    draft.subject = (first, colon)
    return [draft]


def in_body(line: Line, cast: Cast) -> list[Draft]:
    """Give the statement of a line of prose that is built like a heading («المتحدث العسكري: نفذنا عملية …»), as in a channel."""
    found = find(line, cast) if len(line.tokens) <= _SHORT else []
    return [draft for draft in found if line.count(draft.begin, len(line.tokens)) >= _CLAUSE and _speaks(line, draft, cast)]


def _first(line: Line, colon: int) -> int:
    """The first word of the speaker, past «عاجل |»."""
    sign = next((k for k in range(colon) if line.tokens[k].text in "|/-–—"), None)
    return sign + 1 if sign is not None and sign <= _PREFIX and sign + 1 < colon else 0


def _speaks(line: Line, draft: Draft, cast: Cast) -> bool:
    """Whether an office or a known person speaks: a mere body before a colon may head a list."""
    first, colon = draft.subject or (0, 0)
    start, end = line.tokens[first].start, line.tokens[colon - 1].end
    office = bare(line.word(first)) in speakers().offices and bare(line.word(first)) not in words("sources")
    return office or any(b == end for _, b in cast.people_in(start, end)) or cast.knows(start, end)


def _somebody(line: Line, first: int, colon: int, cast: Cast) -> bool:
    start, end = line.tokens[first].start, line.tokens[colon - 1].end
    if any(b == end for _, b in (*cast.people_in(start, end), *cast.bodies_in(start, end))):
        return True
    if begins_office(line, first):
        return True
    return cast.knows(start, end)
