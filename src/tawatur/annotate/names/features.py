"""What the tagger is told of each word: its letters, what the lists know of it, and its neighbours."""

from collections.abc import Sequence

from tawatur.annotate.names.lexicon import Lexicon, bands, folded
from tawatur.annotate.names.tokens import bare

_QUOTES = frozenset("\"“”«»‹›")
_EDGE = "^"


def features(words: Sequence[str], lexicon: Lexicon) -> list[list[str]]:
    """Give the features of each word of a sentence; `words` are the forms of its tokens."""
    n = len(words)
    classes = [lexicon.classes(word) for word in words]
    known = _known(words, lexicon)
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    padded_classes = ["", "", "", *classes, "", ""]
    quoted = _quoted(words)
    often = bands()
    rare = [often.get(word) or often.get(bare(word)[-1].form, "-").upper() for word in words]
    sport = "S" if not folded("teams", "sport").isdisjoint(words) else ""
    rows = []
    for i in range(n):
        word = words[i]
        way = bare(word)
        stem = way[-1].form if len(way) > 1 else word
        before, after = padded[i + 1], padded[i + 3]
        c3, c2, c1, c0, n1, n2 = padded_classes[i : i + 6]
        row = [
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
            "k=" + known[i],
            "c=" + c0,
            "z=" + rare[i],
            "z-=" + (rare[i - 1] if i else "^") + rare[i],
            "z+=" + rare[i] + (rare[i + 1] if i + 1 < n else "^"),
            "zc=" + c1 + "|" + rare[i],
            "S=" + sport + c0,
            "S-=" + sport + c1,
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
            "-ww=" + before + "|" + word,
            "q=" + quoted[i],
        ]
        row.extend("x=" + letter for letter in c0)
        row.extend("-x=" + letter for letter in c1)
        row.extend("+x=" + letter for letter in n1)
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


def _known(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """For each word, its place in the longest name of the tables, left to right."""
    marks = [""] * len(words)
    i = 0
    while i < len(words):
        found = lexicon.longest(words, i)
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
