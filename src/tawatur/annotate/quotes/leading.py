"""Quotations before their cue («"…"، قال فلان»), and those that go on in the next line without one."""

from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, forms
from tawatur.annotate.quotes.tokens import Line

# words of a quotation that stands before its cue: fewer are a name
_CLAUSE = 4
_CARRIED = Form("participle", "", "say", ())


def find(line: Line, found: list[Draft]) -> list[Draft]:
    """Give the quotations in marks whose cue follows them. `found` are the statements that have a cue already."""
    taken = {draft.begin for draft in found}
    cues = {draft.cue for draft in found}
    drafts = []
    for first, shut in sorted(line.close.items()):
        if first in line.unclosed or first in taken or line.count(first, shut) < _CLAUSE:
            continue
        at = shut + 1
        while line.kind(at) in (",", "-", ".") or line.word(at) in ("هكذا", "بهذه", "الكلمات"):
            at += 1
        form = next(
            (f for f in forms().get(line.word(at), ()) if f.use in ("finite", "object") and f.group == "say" and f.bound == ""),
            None,
        )
        if form is None or at in cues or at - shut > 4 or line.kind(shut + 1) == "." or not _outside(line, first, found):
            continue
        drafts.append(
            Draft(
                line=line, cue=at, form=form, begin=first + 1, how="after", cue_end=at + 1, boundary=shut, end=shut, kind="direct"
            )
        )
    return drafts


def carried_on(line: Line, is_open: bool) -> list[Draft]:
    """Give a line that begins with a mark and carries on the quotation that the line before left open."""
    if not is_open or line.kind(0) != "q" or 0 not in line.close:
        return []
    end = line.close[0] if 0 not in line.unclosed else len(line.tokens)
    return [Draft(line=line, cue=0, form=_CARRIED, begin=0, how="marks", cue_end=0, boundary=0, end=end)]


def handed_over(line: Line, found: list[Draft]) -> list[Draft]:
    """Give the words of a line that a cue and a colon at the end of the line before lead to: up to a cue of its own."""
    end = min((draft.boundary for draft in found if draft.how != "over"), default=len(line.tokens))
    return [Draft(line=line, cue=0, form=_CARRIED, begin=0, how="handed", cue_end=0, boundary=0, end=end)] if end else []


def _outside(line: Line, first: int, found: list[Draft]) -> bool:
    """Whether the quotation does not stand in a clause that a cue of the same sentence governs."""
    return not any(line.starts[draft.cue] == line.starts[first] and draft.begin <= first for draft in found)
