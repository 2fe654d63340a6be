"""The names of one article: what the tagger and the rules guess, the longest of what overlaps, then a second look."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.again import again
from tawatur.annotate.names.bodies import bodies
from tawatur.annotate.names.clitics import clitics
from tawatur.annotate.names.lexicon import CHAIN, FAMILY, FOREIGN, GIVEN, RENOWNED, TITLE, Lexicon, folded, lexicon, rare
from tawatur.annotate.names.line import TAGGED, Guess, Line, head, longest, spans
from tawatur.annotate.names.persons import doubled, extended, parted, titled, trimmed
from tawatur.annotate.names.places import cities, headed, listed, strict, villages
from tawatur.annotate.names.tagger import tag
from tawatur.annotate.names.things import bylines, contests, events, laws, national, outlets, products, quoted, teams
from tawatur.annotate.names.tokens import bare, forms, tokenise
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.sentence import Sentence

_HEADED = {"EVT": "event", "LAW": "law"}  # the tagger knows too few of these to be believed without a head noun
_DIRECTIONS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "بشمال", "بجنوب", "بشرق", "بغرب"))
_STOPS = frozenset(
    ("امام", "في", "علي", "بعد", "قبل", "الي", "عن", "ضد", "خلال", "التي", "الذي", "الذين", "ان", "قال", "التابع", "التابعه")
)
_JORDAN = frozenset(("الاردن", "الاردني", "الاردنيه", "اردني", "اردنيه"))
_OMAN = frozenset(("مسقط", "سلطنه", "السلطنه", "عماني", "العماني", "العمانيه", "الكويت", "البحرين", "قطر"))
_TURMOIL = frozenset(("الثوره", "الحرب", "الانتفاضه", "ثوره", "انتفاضه"))
_MARKS = frozenset('"“”«»()')
_FORMULAE = frozenset(("رحمه", "رحمها", "رحمهم", "حفظه", "حفظهم", "بحمد", "باذن", "سبحانه", "صلي", "رضي", "ميليشيات", "مليشيات"))
_PARTS = frozenset(("ريف", "جنوب", "شمال", "شرق", "غرب", "وسط", "مدينه", "منطقه", "بلده", "قريه", "دوله"))
_RULES = (bodies, listed, headed, villages, cities, quoted, outlets, products, laws, events, contests, teams, bylines)


def annotate(text: str, article: Article, sentences: Sequence[Sentence]) -> list[Name]:
    """Give the names of an article in the order of their places, with types and without clitics or titles.

    Sentences of furniture are left out, and so is an article that is not in Arabic. `entity` is set in settle.
    """
    if article.language not in (None, "ar"):
        return []
    words = lexicon()
    lines = [_line(text, s, words) for s in sentences if s.kind != "furniture"]
    seen = frozenset(form for line in lines for form in line.words)
    first = [longest(guesses(line, seen)) for line in lines]
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


def _line(text: str, sentence: Sentence, words: Lexicon) -> Line:
    tokens = tokenise(text, sentence.start, sentence.end)
    plain = forms(tokens)
    return Line(text, tokens, plain, tag(plain, words), words)


def guesses(line: Line, seen: frozenset[str]) -> list[Guess]:
    """Everything that might be a name in the sentence."""
    found = [guess for rule in _RULES for guess in rule(line)]
    found.extend(_tagged(line, seen))
    found.extend(Guess(a, b, "person", _cut(line, a, seen), 2) for rule in (titled, doubled) for a, b in rule(line))
    kept = [g for g in found if g.kind != "person" or _person(line, g)]
    return [
        g
        for g in kept
        if " ".join([line.words[g.first][g.cut :], *line.words[g.first + 1 : g.last]]) not in folded("known", "generic")
    ]


def _person(line: Line, guess: Guess) -> bool:
    """Whether the words may be a person: not a pious formula, not common words that no list knows."""
    words = line.words[guess.first : guess.last]
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
    return known or not all(word.startswith("ال") or not rare(word) for word in words) or (len(words) == 1 and rare(words[0]))


def _tagged(line: Line, seen: frozenset[str]) -> Iterator[Guess]:
    for first, last, kind in spans(line.tags):
        if kind not in TAGGED or (kind in _HEADED and head(line.words[first], folded("heads", _HEADED[kind])) is None):
            continue
        if kind == "PER":
            first, last = trimmed(line, first, parted(line, first, last, seen))
            first, last = extended(line, first, last)
            cut = _cut(line, first, seen)
        else:
            first, last = _without_head(line, first, last)
            cut = _cut(line, first, seen)
            if kind in _HEADED:
                cut = head(line.words[first], folded("heads", _HEADED[kind])) or 0
        if first < last and not _common(line, first, last, cut):
            turmoil = kind in ("ORG", "LOC") and head(line.words[first], _TURMOIL) is not None
            yield Guess(first, last, "event" if turmoil else TAGGED[kind], cut, 1)


def _cut(line: Line, at: int, seen: frozenset[str]) -> int:
    token = line.tokens[at]
    return clitics(token.form, line.text[token.start : token.end], seen, line.lexicon)


def _without_head(line: Line, first: int, last: int) -> tuple[int, int]:
    """A place without «مدينة» before it, a newspaper without «صحيفة», a place without the nation after it."""
    while first < last - 1 and (
        (line.kind(first) == "LOC" and line.words[first] in _DIRECTIONS)
        or head(line.words[first], folded("heads", "place_out")) is not None
        or head(line.words[first], folded("heads", "outlet")) is not None
        or not line.words[first][0].isalnum()
    ):
        first += 1
    if line.kind(first) in ("LOC", "ORG", "EVT"):  # «تل تمر بريف الحسكة» is two places
        last = next((k for k in range(first + 1, last) if line.words[k] in _STOPS), last)
        last = next(
            (
                k
                for k in range(first + 1, last)
                if line.words[k][0] in "بو"
                and head(line.words[k][1:], folded("heads", "place_in") | folded("heads", "place_out") | _PARTS) == 0
            ),
            last,
        )
    while last > first + 1 and (
        not line.words[last - 1][0].isalnum()
        or line.words[last - 1] in _DIRECTIONS
        or _trails(line, last - 1)
        or (line.kind(first) == "LOC" and national(line.words[last - 1]))
    ):
        last -= 1
    return first, last


def _trails(line: Line, at: int) -> bool:
    """Whether a frequent word without the article, that no list knows, has been run on to a name."""
    word = line.words[at]
    return not line.lexicon.classes(word) and "ال" not in word[:3] and not word.startswith(("لل", "ولل")) and not rare(word)


def _common(line: Line, first: int, last: int, cut: int) -> bool:
    """Whether the words cannot be a name: an adjective of nation alone, marks alone, a head noun alone, a number."""
    if line.words[first] == "المملكه" and line.kind(first) == "LOC":
        return True
    rest = line.words[first + 1 : last]
    if any(" ".join([way.form, *rest]) in folded("known", "generic") for way in bare(line.words[first])):
        return True
    if last - first > 1:
        return False
    word = line.words[first]
    source = line.text[line.tokens[first].start : line.tokens[first].end]
    if line.kind(first) == "PER" and (
        (source.endswith("ى") and len(word) < 4) or (word.startswith("ال") and word.endswith(("ون", "ين", "ات")))
    ):
        return True  # «على», «الإرهابيون»
    if (
        word in folded("known", "adjectival")
        and line.kind(first) == "PER"
        and TITLE not in line.lexicon.classes(line.word(first - 1))
    ):
        return True
    if strict(line, first) or word in folded("known", "never") or (line.kind(first) == "PER" and cut and not rare(word)):
        return True
    if line.kind(first) == "PER" and line.word(first - 1) in _MARKS and line.word(last) in _MARKS and not rare(word):
        return True  # a common word that is in marks for another reason
    heads = ("organization_construct", "organization_definite", "place_in", "place_out", "generic", "event", "product", "law")
    return (
        national(word)
        or not word[0].isalpha()
        or len(word) < 2
        or any(head(word, folded("heads", key)) is not None for key in heads)
    )
