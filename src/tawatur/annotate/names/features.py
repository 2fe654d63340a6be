"""What the tagger is told of each word: its letters, what the lists know of it, and its neighbours."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.annotate.names.lexicon import Lexicon, bands, folded, lexicon
from tawatur.annotate.names.tokens import bare

_QUOTES = frozenset('"“”«»‹›')
_EDGE = "^"
_FIRST = ("-c=", "-w=^", "-s=^", "-e=^")
_LAST = ("+c=", "+w=^", "+s=^", "+e=^", "+p=^")
_PARTED = 4  # letters of a word whose first letter may be a clitic of a name
_PREFIXES = ("وال", "بال", "كال", "فال", "ال", "لل", "و", "ف", "ب", "ل", "س")
_SUFFIXES = ("هما", "ها", "هم", "نا", "ات", "ان", "ون", "ين", "يه", "وا", "ت", "ه", "ي")
_ROOT = 3  # letters that a light stem has at least
_TIMES = 4  # an article that has a word oftener says no more by it


class _Own(NamedTuple):
    """What does not depend on the neighbours: classes, frequency, and what the word says of itself and to its neighbours."""

    classes: str
    often: str
    stem: str
    light: str
    clitic: str
    row: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def _own(word: str) -> _Own:
    stem = bare(word)[-1].form
    classes = lexicon().classes(word)
    often = bands().get(word) or bands().get(stem, "-").upper()
    clitic, root = _clitic(word), light(word)
    row = (
        "b",
        "w=" + word,
        "s=" + stem,
        "r=" + root,
        "p1=" + word[:1],
        "p2=" + word[:2],
        "p3=" + word[:3],
        "e1=" + word[-1:],
        "e2=" + word[-2:],
        "e3=" + word[-3:],
        "h=" + shape(word),
        "c=" + classes,
        "z=" + often,
        "l=" + clitic,
        *("x=" + letter for letter in classes),
    )
    before = (
        "-c=" + classes,
        "-w=" + word,
        "-s=" + stem,
        "-r=" + root,
        "-e=" + word[-2:],
        *("-x=" + letter for letter in classes),
    )
    after = (
        "+c=" + classes,
        "+w=" + word,
        "+s=" + stem,
        "+r=" + root,
        "+e=" + word[-2:],
        "+p=" + word[:2],
        *("+x=" + letter for letter in classes),
    )
    return _Own(classes, often, stem, root, clitic, row, before, after)


def light(word: str) -> str:
    """A word without the article, one clitic and one ending: «الوزراء», «وزراء» and «للوزراء» are one (after Larkey 2007, light10)."""
    for part in _PREFIXES:
        if word.startswith(part) and len(word) - len(part) >= _ROOT:
            word = word[len(part) :]
            break
    for part in _SUFFIXES:
        if word.endswith(part) and len(word) - len(part) >= _ROOT:
            return word[: -len(part)]
    return word


def _clitic(word: str) -> str:
    """A first letter that may be a clitic, whether the word is more frequent without it, and what the lists know of both."""
    if len(word) < _PARTED or word[0] not in "وفبلك":
        return "-"
    often, words = bands(), lexicon().words
    ways = bare(word)[1:]
    with_it, without = often.get(word, "~"), min((often.get(way.form, "~") for way in ways), default="~")
    order = "<" if without < with_it else ">" if without > with_it else "="
    return word[0] + order + ("n" if any(way.form in words for way in ways) else "") + ("N" if word in words else "")


class Context(NamedTuple):
    """What stands beside each word in the whole article: by the word without clitics, how often, and the neighbours' classes."""

    times: Counter[str]
    beside: dict[str, Counter[str]]


def gather(sentences: Iterable[Sequence[str]]) -> Context:
    """Give what the sentences of an article say of its words together (after Chieu and Ng 2002, global features)."""
    times: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = {}
    for words in sentences:
        own = [_own(word) for word in words]
        for word, flags in zip(own, _beside(own), strict=True):
            times[word.stem] += 1
            beside.setdefault(word.stem, Counter()).update(list(flags))
    return Context(times, beside)


def _beside(own: Sequence[_Own]) -> list[dict[str, None]]:
    """For each word, the classes of the words before and after it; `^` opens the sentence. In order: a set's would differ by run."""
    found = []
    for i in range(len(own)):
        before = ["-" + letter for letter in own[i - 1].classes] if i else ["^"]
        after = ["+" + letter for letter in own[i + 1].classes] if i + 1 < len(own) else []
        found.append(dict.fromkeys([*before, *after]))
    return found


def features(words: Sequence[str], tables: Lexicon, context: Context) -> list[list[str]]:
    """Give the features of each word of a sentence; `words` are the forms of its tokens, `context` is its article's."""
    n = len(words)
    own = [_own(word) for word in words]
    known = _known(words, tables)
    padded = [_EDGE, _EDGE, _EDGE, *words, _EDGE, _EDGE, _EDGE]
    classes = ["", "", "", *(o.classes for o in own), "", ""]
    often = ["^", *(o.often for o in own), "^"]
    quoted = _quoted(words)
    sport = "S" if not folded("teams", "sport").isdisjoint(words) else ""
    beside = _beside(own)
    rows = []
    for i, word in enumerate(own):
        w3, w2, w1, w0, v1, v2, v3 = padded[i : i + 7]
        c3, c2, c1, c0, n1, n2 = classes[i : i + 6]
        z1, z0, z2 = often[i : i + 3]
        rows.append(
            [
                *word.row,
                *(own[i - 1].before if i else _FIRST),
                *(own[i + 1].after if i + 1 < n else _LAST),
                *_elsewhere(word.stem, beside[i], context),
                "k=" + known[i],
                "cc=" + c1 + "|" + c0,
                "c+=" + c0 + "|" + n1,
                "3c=" + c2 + "|" + c1 + "|" + c0,
                "-3c=" + c3 + "|" + c2 + "|" + c1,
                "+2c=" + n1 + "|" + n2,
                "-2w=" + w2,
                "+2w=" + v2,
                "-3w=" + w3,
                "+3w=" + v3,
                "-2r=" + (own[i - 2].light if i > 1 else _EDGE),
                "+2r=" + (own[i + 2].light if i + 2 < n else _EDGE),
                "-rc=" + (own[i - 1].light if i else _EDGE) + "|" + c0,
                "-ww=" + w1 + "|" + w0,
                "+ww=" + w0 + "|" + v1,
                "-2ww=" + w2 + "|" + w1,
                "+2ww=" + v1 + "|" + v2,
                "q=" + quoted[i],
                "z-=" + z1 + z0,
                "z+=" + z0 + z2,
                "zc=" + c1 + "|" + z0,
                "S=" + sport + c0,
                "S-=" + sport + c1,
                "lc=" + c1 + "|" + word.clitic,
            ]
        )
    return rows


def _elsewhere(stem: str, here: Collection[str], context: Context) -> list[str]:
    """How often the article has the word, and what stands beside it in other places."""
    times = min(context.times[stem], _TIMES)
    if times <= 1:
        return ["dn=1"]
    return [f"dn={times}", *("d" + flag for flag, n in context.beside[stem].items() if n > (flag in here))]


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
