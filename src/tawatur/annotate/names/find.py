"""The names of one article: what the tagger and the rules guess, the longest of what overlaps, then a second look."""

from collections.abc import Sequence

from tawatur.annotate.names.again import again
from tawatur.annotate.names.beside import construct, named_before, told
from tawatur.annotate.names.bodies import bodies
from tawatur.annotate.names.brackets import bracketed
from tawatur.annotate.names.branches import services, shares, trading
from tawatur.annotate.names.features import gather
from tawatur.annotate.names.laws import laws
from tawatur.annotate.names.lexicon import (
    Lexicon,
    folded,
    lexicon,
)
from tawatur.annotate.names.line import Guess, Line, longest
from tawatur.annotate.names.lists import listed_with
from tawatur.annotate.names.models import initials, latin, products, weapons
from tawatur.annotate.names.movements import movements
from tawatur.annotate.names.nobody import may_be_person, pious
from tawatur.annotate.names.people import doubled, listed_people, renowned, titled
from tawatur.annotate.names.places import cities, headed, listed, villages
from tawatur.annotate.names.recognizers import Chosen, applied
from tawatur.annotate.names.tagged import letters_before, tagged
from tawatur.annotate.names.tagger import tag
from tawatur.annotate.names.things import bylines, contests, events, outlets, quoted, teams
from tawatur.annotate.names.tokens import bare, forms, tokenise
from tawatur.annotate.names.works import works
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.sentence import Sentence

_JORDAN = frozenset(("الاردن", "الاردني", "الاردنيه", "اردني", "اردنيه"))
_OMAN = frozenset(("مسقط", "سلطنه", "السلطنه", "عماني", "العماني", "العمانيه", "الكويت", "البحرين", "قطر"))
_RULES = (
    bodies,
    services,
    shares,
    movements,
    works,
    listed,
    headed,
    villages,
    cities,
    quoted,
    outlets,
    products,
    weapons,
    latin,
    initials,
    laws,
    events,
    contests,
    teams,
    bylines,
)


def annotate(text: str, article: Article, sentences: Sequence[Sentence], other: Chosen | None = None) -> list[Name]:
    """Give the names of an article in the order of their places, with types and without clitics or titles.

    Sentences of furniture are left out, and so is an article that is not in Arabic. `entity` is set in settle. `other` is
    a recogniser beside our tagger or in its place. Raises RecognizerError where that one fails.
    """
    if article.language not in (None, "ar"):
        return []
    words = lexicon()
    told = [s for s in sentences if s.kind != "furniture"]
    lines, heard = _heard(text, told, words, other)
    seen = frozenset(form for line in lines for form in line.words)
    best = [longest(guesses(line, seen, one)) for line, one in zip(lines, heard, strict=True)]
    first = [listed_with(line, bracketed(line, trading(line, row))) for line, row in zip(lines, best, strict=True)]
    names = []
    for line, kept in zip(lines, again(lines, first), strict=True):
        for guess in (_amman(line, g, seen) for g in kept):
            start, end = line.start(guess), line.end(guess)
            if start < end:
                names.append(Name(document=article.document, start=start, end=end, text=text[start:end], type=guess.kind))
    return sorted(names, key=lambda n: (n.start, n.end))


def _amman(line: Line, guess: Guess, seen: frozenset[str]) -> Guess:
    """«عمان» is the capital of Jordan in an article on Jordan that names nothing of Oman or its neighbours."""
    name = line.words[guess.first][guess.cut :]
    jordan = name == "عمان" and guess.last - guess.first == 1 and seen & _JORDAN and not seen & _OMAN
    return guess._replace(kind="place") if jordan and guess.kind == "country" else guess


def _heard(
    text: str, sentences: Sequence[Sentence], words: Lexicon, other: Chosen | None
) -> tuple[list[Line], list[list[applied.Words]]]:
    """The lines, tagged by our tagger or in its place by the other recogniser, and what that one took for names in each."""
    if other is None:
        return _lines(text, sentences, words), [[] for _ in sentences]
    lines = _lines(text, sentences, words, tagging=not other.alone)
    found = applied.recognized(other, text, sentences)
    heard = [applied.words(line, s.start, one) for line, s, one in zip(lines, sentences, found, strict=True)]
    if other.alone:
        lines = [line._replace(tags=applied.tags(line, one)) for line, one in zip(lines, heard, strict=True)]
    return lines, heard


def _lines(text: str, sentences: Sequence[Sentence], words: Lexicon, *, tagging: bool = True) -> list[Line]:
    tokens = [tokenise(text, sentence.start, sentence.end) for sentence in sentences]
    plain = [forms(row) for row in tokens]
    context = gather(plain)
    tags = [tag(form, words, context) if tagging else [] for form in plain]
    return [Line(text, *row, words) for row in zip(tokens, plain, tags, strict=True)]


def guesses(line: Line, seen: frozenset[str], heard: Sequence[applied.Words] = ()) -> list[Guess]:
    """Everything that might be a name in the sentence; `heard` is what another recogniser took for names."""
    found = [guess for rule in _RULES for guess in rule(line)]
    found.extend(applied.beside(tagged(line, seen), list(applied.guesses(line, heard, seen))))
    found.extend(
        Guess(a, b, "person", letters_before(line, a, seen), 2)
        for rule in (titled, doubled, listed_people, renowned)
        for a, b in rule(line)
    )
    found = [one for one in (told(line, g) for g in found) if one is not None]
    found = [pious(line, g) if g.kind == "person" else g for g in found]
    found = [g for g in found if not (construct(line, g) or named_before(line, g))]
    generic = folded("known", "generic")
    kept = [g for g in found if g.kind != "person" or may_be_person(line, g)]
    return [
        g
        for g in kept
        if not any(" ".join([way.form, *line.words[g.first + 1 : g.last]]) in generic for way in bare(line.words[g.first]))
    ]
