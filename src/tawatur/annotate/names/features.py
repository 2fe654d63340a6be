"""What the tagger is told of each word: its letters, what the lists know of it, and its neighbours."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.annotate.names.lexicon import Lexicon, bands, folded, lexicon
from tawatur.annotate.names.tokens import bare

_QUOTES = frozenset('"“”«»‹›')
_EDGE = "^"


class _Own(NamedTuple):
    """What does not depend on the neighbours: the word's classes, how frequent it is, and the features of itself."""

    classes: str
    often: str
    row: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def _own(word: str) -> _Own:
    ways = bare(word)
    stem = ways[-1].form
    classes = lexicon().classes(word)
    often = bands().get(word) or bands().get(stem, "-").upper()
    row = (
        "b",
        "w=" + word,
        "s=" + stem,
        "p1=" + word[:1],
        "p2=" + word[:2],
        "p3=" + word[:3],
        "e1=" + word[-1:],
        "e2=" + word[-2:],
        "e3=" + word[-3:],
        "h=" + shape(word),
        "c=" + classes,
        "z=" + often,
        *("x=" + letter for letter in classes),
    )
    return _Own(classes, often, row)


def features(words: Sequence[str], tables: Lexicon) -> list[list[str]]:
    """Give the features of each word of a sentence; `words` are the forms of its tokens."""
    n = len(words)
    own = [_own(word) for word in words]
    known = _known(words, tables)
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    classes = ["", "", "", *(o.classes for o in own), "", ""]
    often = ["^", *(o.often for o in own), "^"]
    quoted = _quoted(words)
    sport = "S" if not folded("teams", "sport").isdisjoint(words) else ""
    rows = []
    for i in range(n):
        before, after = padded[i + 1], padded[i + 3]
        c3, c2, c1, c0, n1, n2 = classes[i : i + 6]
        z1, z0, z2 = often[i : i + 3]
        row = [
            *own[i].row,
            "k=" + known[i],
            "-c=" + c1,
            "+c=" + n1,
            "cc=" + c1 + "|" + c0,
            "c+=" + c0 + "|" + n1,
            "3c=" + c2 + "|" + c1 + "|" + c0,
            "-3c=" + c3 + "|" + c2 + "|" + c1,
            "+2c=" + n1 + "|" + n2,
            "-w=" + before,
            "+w=" + after,
            "-2w=" + padded[i],
            "+2w=" + padded[i + 4],
            "-e=" + before[-2:],
            "+e=" + after[-2:],
            "+p=" + after[:2],
            "-ww=" + before + "|" + words[i],
            "q=" + quoted[i],
            "z-=" + z1 + z0,
            "z+=" + z0 + z2,
            "zc=" + c1 + "|" + z0,
            "S=" + sport + c0,
            "S-=" + sport + c1,
        ]
        row.extend(["-x=" + letter for letter in c1])
        row.extend(["+x=" + letter for letter in n1])
        rows.append(row)
    return rows


def shape(word: str) -> str:
    """A word's kind of letters: `0` digits, `l` Latin, `.` a mark, else whether it has the article, and its length."""
    first = word[0]
    if first == "0":
        return "0"
    if first.isascii():
        return "l" if first.isalpha() else "."
    if not first.isalpha():
        return "."
    length = len(word)
    return ("A" if word.startswith("ال") else "a") + (str(length) if length < 5 else "5" if length < 8 else "8")


def _known(words: Sequence[str], tables: Lexicon) -> list[str]:
    """For each word, its place in the longest name of the tables, left to right."""
    marks = [""] * len(words)
    i = 0
    while i < len(words):
        found = tables.longest(words, i)
        if found is None:
            i += 1
            continue
        n, kind, cut = found
        marks[i] = f"B{kind}{cut and 1}{min(n, 2)}"
        marks[i + 1 : i + n] = [f"I{kind}"] * (n - 1)
        i += n
    return marks


def _quoted(words: Sequence[str]) -> list[str]:
    """For each word, how many words after a quotation mark it stands (up to three), and whether one follows it."""
    found = []
    since = 4
    for i, word in enumerate(words):
        since = 0 if word in _QUOTES else min(since + 1, 4)
        found.append(f"{since}{i + 1 < len(words) and words[i + 1] in _QUOTES}")
    return found
