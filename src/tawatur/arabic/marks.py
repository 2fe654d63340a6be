"""Quotation marks as they are really typed: of all kinds, turned round, glued to words, nested, and left open."""

import re
from typing import NamedTuple

# a glyph's own direction: 1 opens, -1 closes, 0 says nothing
GLYPHS = {
    "«": 1, "»": -1, "‹": 1, "›": -1, "“": 1, "”": -1, "„": 1, "‟": 0, '"': 0, "＂": 0, "″": -1, "〝": 1, "〞": -1,
    "''": 0, "‘‘": 1, "’’": -1, "'": 0, "‘": 1, "’": -1,
}  # fmt: skip
MARK = re.compile("''|‘‘|’’|[«»‹›“”„‟\"＂″〝〞'‘’]")
_BEFORE = ":(-–—,،ـ["
_AFTER = ".,،؛:;!؟?)]"
_SINGLE = "'‘’"
_TURNLESS = frozenset(glyph for glyph, turn in GLYPHS.items() if turn == 0)
_STOPS = frozenset(".،؛;!؟?")
# characters of a cue and its subject between two quotations
_CUE = 40
# letters that are written as one word with what follows them
_PREFIXES = "بلوكف"


class Pairs(NamedTuple):
    """`close` maps the place of each opening mark to that of its closing mark; `unclosed` are those that have none."""

    close: dict[int, int]
    unclosed: tuple[int, ...]


def pair(text: str, start: int = 0, end: int | None = None) -> Pairs:
    """Pair the quotation marks of `text` between two places (a line: a pair does not cross one).

    The spaces around a mark say whether it opens or closes; else its glyph does, else whether a quotation is open.
    A mark that closes nothing opens one. An apostrophe inside a word is no mark.
    """
    end = len(text) if end is None else end
    close: dict[int, int] = {}
    stack: list[int] = []
    inner, closed = -1, None
    for match in MARK.finditer(text, start, end):
        if is_apostrophe(text, match.start(), match.end()):
            continue
        if _opens(text, match, start, end, bool(stack)):
            if stack and closed is not None and _begins_anew(text, closed, match.start(), stack[-1]):
                del close[inner]
                close[stack.pop()] = closed  # «"… النتيجة: "أربعة". وتابع: "…"»: the outer one was closed too
                stack.clear()
            stack.append(match.start())
        elif stack:
            inner, closed = stack.pop(), match.start()
            close[inner] = closed
    return Pairs(close, tuple(stack))


def _begins_anew(text: str, closed: int, at: int, outer: int) -> bool:
    """Whether a new quotation begins at `at`: a stop after the mark closed last, then a few words and a colon."""
    between = text[closed + 1 : at].strip()
    return (
        closed > outer and text[outer] in _TURNLESS and between[:1] in _STOPS and between.endswith(":") and len(between) <= _CUE
    )


def is_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether a single mark stands inside a word."""
    return text[start:end] in _SINGLE and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def _opens(text: str, match: re.Match[str], start: int, end: int, inside: bool) -> bool:
    at, after = match.span()
    free_before = at == start or text[at - 1].isspace() or text[at - 1] in _BEFORE
    free_after = after >= end or text[after].isspace() or text[after] in _AFTER
    if free_before != free_after:
        return free_before
    if free_before:
        return not inside
    prefixed = text[at - 1] in _PREFIXES and (at - 1 == start or text[at - 2].isspace())
    return not inside or prefixed or GLYPHS[match.group()] > 0
