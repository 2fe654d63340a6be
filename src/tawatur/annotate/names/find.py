"""The names of one article: what the tagger and the rules guess, the longest of what overlaps, then a second look."""

from collections.abc import Sequence

from tawatur.annotate.names.again import again
from tawatur.annotate.names.bodies import bodies
from tawatur.annotate.names.brackets import bracketed
from tawatur.annotate.names.branches import services, trading
from tawatur.annotate.names.features import gather
from tawatur.annotate.names.laws import laws
from tawatur.annotate.names.lexicon import (
    CAPITAL,
    CHAIN,
    FAMILY,
    FOREIGN,
    GIVEN,
    RENOWNED,
    TITLE,
    Lexicon,
    adjectives,
    folded,
    lexicon,
    rare,
)
from tawatur.annotate.names.line import Guess, Line, longest
from tawatur.annotate.names.models import latin, products, weapons
from tawatur.annotate.names.movements import movements
from tawatur.annotate.names.people import doubled, listed_people, renowned, titled
from tawatur.annotate.names.places import cities, headed, listed, villages
from tawatur.annotate.names.recognizers import Chosen, applied
from tawatur.annotate.names.tagged import letters_before, tagged
from tawatur.annotate.names.tagger import tag
from tawatur.annotate.names.things import bylines, contests, events, outlets, quoted, teams
from tawatur.annotate.names.tokens import bare, forms, tokenise
from tawatur.annotate.names.works import works
from tawatur.arabic.fold import fold
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.sentence import Sentence

_JORDAN = frozenset(("الاردن", "الاردني", "الاردنيه", "اردني", "اردنيه"))
_OMAN = frozenset(("مسقط", "سلطنه", "السلطنه", "عماني", "العماني", "العمانيه", "الكويت", "البحرين", "قطر"))
_FORMULAE = frozenset(
    (
        "رحمه",
        "رحمها",
        "رحمهم",
        "حفظه",
        "حفظهم",
        "بحمد",
        "باذن",
        "سبحانه",
        "صلي",
        "رضي",
        "ميليشيات",
        "مليشيات",
        "ثراه",
        "يرحمه",
        "يحفظه",
        "تعالي",
    )
)
_OF_GOD = frozenset(fold(w) for w in ("عبد", "نصر", "فضل", "عوض", "خلف", "سعد", "جار", "ضيف", "رزق", "حبيب", "عطا", "فتح", "جاد", "حمد", "آية", "أمان", "لطف", "هبة", "خير", "شكر", "عطية", "دخيل", "مال", "ولي", "عناية", "نعمة", "سيف", "أسد", "غنام", "حسب"))  # fmt: skip
_RULES = (
    bodies,
    services,
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
    first = [bracketed(line, trading(line, row)) for line, row in zip(lines, best, strict=True)]
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
    found = [_pious(line, g) if g.kind == "person" else g for g in found]
    generic = folded("known", "generic")
    kept = [g for g in found if g.kind != "person" or _person(line, g)]
    return [
        g
        for g in kept
        if not any(" ".join([way.form, *line.words[g.first + 1 : g.last]]) in generic for way in bare(line.words[g.first]))
    ]


def _pious(line: Line, guess: Guess) -> Guess:
    """A person without the formula after the name («عبدالله رحمه الله») and without a verb before «ابن» («كتب ابن تيمية»)."""
    first, last = guess.first, guess.last
    last = next((k for k in range(first + 1, last) if line.words[k] in _FORMULAE), last)
    if last - first > 1 and line.words[first + 1] == "ابن" and not rare(line.words[first]) and GIVEN not in line.classes(first):
        return guess._replace(first=first + 1, last=last, cut=0)
    return guess._replace(last=last)


def _person(line: Line, guess: Guess) -> bool:
    """Whether the words may be a person: not a pious formula, not common words that no list knows."""
    words = line.words[guess.first : guess.last]
    if any("0" in word for word in words):
        return False  # «ميت 40 برو»
    if any("\u064b" in line.text[t.start : t.end] for t in line.tokens[guess.first : guess.last]):
        return False  # «مبتسماً»: no name ends so
    if len(words) == 1 and words[0].endswith("ا") and not line.classes(guess.first) and not rare(words[0][:-1]):
        return False  # «كثيرا»
    if len(words) == 2 and CAPITAL in line.classes(guess.last - 1) and not rare(words[0]) and line.kind(guess.first - 1) != "PER":
        return words[0] not in folded("known", "deeds")  # «انتصار عدن»
    if len(words) == 2 and words[0].startswith("ال") and words[0] in adjectives() and not rare(words[1]):
        return FAMILY in line.classes(guess.last - 1)  # «العربي الحبيب»
    if len(words) == 2 and words[1] == "الله" and words[0][guess.cut :] not in _OF_GOD:
        return False  # «توفيق الله»
    if (
        len(words) == 1
        and words[0].endswith(("ون", "ين"))
        and words[0][:-2]
        and not rare(words[0][:-2])
        and not line.classes(guess.first)
    ):
        return False  # «سائقون»
    if _FORMULAE.intersection(words) or words[0] == "الله" or (len(words) == 1 and guess.cut and not rare(words[0])):
        return False
    if (
        len(words) == 1
        and line.word(guess.last).startswith("ال")
        and TITLE in line.classes(guess.last)
        and line.joined(guess.first)
    ):
        return False  # a verb: «ورافق الرئيس»
    if len(words) == 1 and line.text[line.tokens[guess.first].end - 1] == "ى" and len(words[0]) < 4:
        return False  # «على»
    known = any({GIVEN, FAMILY, FOREIGN, RENOWNED, CHAIN} & set(line.classes(k)) for k in range(guess.first, guess.last))
    known = known or (len(words) > 1 and words[0] in folded("known", "adjectival"))  # «عمر السومة»
    return known or not all(word.startswith("ال") or not rare(word) for word in words) or (len(words) == 1 and rare(words[0]))
