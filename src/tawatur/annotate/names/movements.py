"""Bodies called by a noun that is common elsewhere: «الحوثيون» and «التحالف», where the article shows what is meant."""

from collections.abc import Iterator

from tawatur.annotate.names.lexicon import folded
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.tokens import bare

_ALLIES = frozenset(("التحالف",))
_ALLIED = ("قوات التحالف", "طائرات التحالف", "طيران التحالف", "التحالف بقيادة", "التحالف العربي", "التحالف الدولي")
_WITH = frozenset(("مع", "بين", "معه", "معها"))  # «التحالف مع إيران» is a deed


def movements(line: Line) -> Iterator[Guess]:
    """Give the followers of a movement that stand for it, not as an adjective («المتمردون الحوثيون») or a family."""
    allied = any(phrase in line.text for phrase in _ALLIED)
    for i, word in enumerate(line.words):
        cut = head(word, folded("known", "movements"))
        if cut is not None and not _described(line, i):
            yield Guess(i, i + 1, "organization", cut, 3)
        cut = head(word, _ALLIES) if allied else None
        if cut is not None and line.word(i + 1) not in _WITH:
            yield Guess(i, i + 1, "organization", cut, 1)


def _described(line: Line, i: int) -> bool:
    """Whether word `i` is the adjective or the family of what stands before it."""
    joined = i > 0 and line.joined(i - 1)
    return joined and (line.kind(i - 1) == "PER" or any(way.form.startswith("ال") for way in bare(line.words[i - 1])))
