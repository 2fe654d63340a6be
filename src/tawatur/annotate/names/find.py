"""The names of one article: what the tagger and the rules guess, the longest of what overlaps, then a second look."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.again import again
from tawatur.annotate.names.bodies import bodies
from tawatur.annotate.names.clitics import clitics
from tawatur.annotate.names.lexicon import CHAIN, COUNTRY, FAMILY, FOREIGN, GIVEN, HEAD, PLACE, RENOWNED, TITLE, Lexicon, folded, lexicon, rare
from tawatur.annotate.names.line import TAGGED, Guess, Line, head, longest, spans
from tawatur.annotate.names.persons import SONS, doubled, extended, listed_people, parted, titled, trimmed
from tawatur.annotate.names.places import cities, headed, listed, strict, villages
from tawatur.annotate.names.tagger import tag
from tawatur.annotate.names.things import bylines, contests, events, laws, national, outlets, products, quoted, teams
from tawatur.annotate.names.tokens import bare, forms, tokenise
from tawatur.arabic.fold import fold
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.sentence import Sentence

_HEADED = {"EVT": "event", "LAW": "law"}  # the tagger knows too few of these to be believed without a head noun
_DIRECTIONS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "بشمال", "بجنوب", "بشرق", "بغرب"))
_WEEK = ("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه")
_STOPS = frozenset(
    (*_WEEK, "مع", "حول", "بين", "حتي", "منذ", "لدي", "عبر", "دون", "ضمن", "بسبب", "عندما", "حيث", "كما", "اليوم", "امس", "وذلك", "وقد", "وهو", "وهي", "امام", "في", "علي", "بعد", "قبل", "الي", "عن", "ضد", "خلال", "التي", "الذي", "الذين", "ان", "قال", "التابع", "التابعه")
)
_JORDAN = frozenset(("الاردن", "الاردني", "الاردنيه", "اردني", "اردنيه"))
_OMAN = frozenset(("مسقط", "سلطنه", "السلطنه", "عماني", "العماني", "العمانيه", "الكويت", "البحرين", "قطر"))
_TURMOIL = frozenset(("الثوره", "الحرب", "الانتفاضه", "ثوره", "انتفاضه"))
_MARKS = frozenset('"“”«»()')
_FORMULAE = frozenset(("رحمه", "رحمها", "رحمهم", "حفظه", "حفظهم", "بحمد", "باذن", "سبحانه", "صلي", "رضي", "ميليشيات", "مليشيات"))
_PAIR = 2
_SPORTING = 2  # words of sport that an article of sport has at least
_OF_GOD = frozenset(fold(w) for w in ("عبد", "نصر", "فضل", "عوض", "خلف", "سعد", "جار", "ضيف", "رزق", "حبيب", "عطا", "فتح", "جاد", "حمد", "آية", "أمان", "لطف", "هبة", "خير", "شكر", "عطية", "دخيل", "مال", "ولي", "عناية", "نعمة", "سيف", "أسد", "غنام", "حسب"))  # fmt: skip
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
    found.extend(Guess(a, b, "person", _cut(line, a, seen), 2) for rule in (titled, doubled, listed_people) for a, b in rule(line))
    kept = [g for g in found if g.kind != "person" or _person(line, g)]
    return [
        g
        for g in kept
        if " ".join([line.words[g.first][g.cut :], *line.words[g.first + 1 : g.last]]) not in folded("known", "generic")
    ]


def _person(line: Line, guess: Guess) -> bool:
    """Whether the words may be a person: not a pious formula, not common words that no list knows."""
    words = line.words[guess.first : guess.last]
    if any("\u064b" in line.text[t.start : t.end] for t in line.tokens[guess.first : guess.last]):
        return False  # «مبتسماً»: no name ends so
    if len(words) == 2 and words[1] == "الله" and words[0][guess.cut :] not in _OF_GOD:
        return False  # «توفيق الله»
    if len(words) == 1 and words[0].endswith(("ون", "ين")) and words[0][:-2] and not rare(words[0][:-2]) and not line.classes(guess.first):
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
            at = _person_within(line, first, last) if kind == "LOC" else None
            if at is not None:
                yield Guess(at, last, "person", 0, 2)
                last = at
            first, last = _without_head(line, first, last)
            cut = _cut(line, first, seen)
            if kind in _HEADED:
                cut = head(line.words[first], folded("heads", _HEADED[kind])) or 0
        if kind == "ORG" and last - first == 1 and _no_club(line, first, seen):
            continue
        if first < last and not _common(line, first, last, cut):
            turmoil = kind in ("ORG", "LOC") and head(line.words[first], _TURMOIL) is not None
            yield Guess(first, last, "event" if turmoil else TAGGED[kind], cut, 1)


def _no_club(line: Line, at: int, seen: frozenset[str]) -> bool:
    """Whether a lone common word that is a club too («النصر») stands in an article without words of sport."""
    club = any(way.form in folded("teams", "common") for way in bare(line.words[at]))
    return club and len(folded("teams", "sport") & seen) < _SPORTING


def _person_within(line: Line, first: int, last: int) -> int | None:
    """Where in a tagger's place a person begins, a given name and a family («في نيرسان شعبان الدارعي»); None for nowhere."""
    if _heads(line.words[first]):
        return None
    for k in range(first + 1, last - 1):
        given = GIVEN in line.classes(k) and not {TITLE, HEAD, PLACE} & set(line.classes(k)) and line.words[k - 1] not in SONS
        family = line.words[k + 1].startswith("ال") and (FAMILY in line.classes(k + 1) or line.words[k + 1].endswith("ي"))
        if given and family and k + 2 == last:
            return k
    return None


def _cut(line: Line, at: int, seen: frozenset[str]) -> int:
    token = line.tokens[at]
    return clitics(token.form, line.text[token.start : token.end], seen, line.lexicon)


def _without_head(line: Line, first: int, last: int) -> tuple[int, int]:
    """A place without «مدينة» before it, a newspaper without «صحيفة», a place without the nation after it."""
    if line.kind(first) == "ORG" and last - first > 2 and line.words[first].endswith("مجلس") and line.words[first + 1] == "اداره":
        first += 2
    if line.kind(first) == "ORG" and not line.classes(first) and not _heads(line.words[first]):  # «منسوبو الدفاع المدني»
        found = line.lexicon.longest(line.words, first + 1) if last - first > _PAIR else None
        first += bool(found and found[0] > 1 and found[1] == "organization" and first + 1 + found[0] == last)
    while first < last - 1 and (
        (line.kind(first) == "LOC" and line.words[first] in _DIRECTIONS)
        or head(line.words[first], folded("heads", "place_out")) is not None
        or head(line.words[first], folded("heads", "outlet")) is not None
        or not line.words[first][0].isalnum()
    ):
        first += 1
    if line.kind(first) in ("LOC", "ORG"):
        last = next((k for k in range(first + 1, last) if _apart(line, k)), last)
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


def _apart(line: Line, at: int) -> bool:
    """Whether word `at`, that the tagger has run on to a place or a body, begins a name of its own: و or ب and a country
    («الصندوق والولايات»), or a title with its person («الإمارات العربية المتحدة الشيخ خليفة»).
    """
    word = line.words[at]
    if word[0] in "وب" and COUNTRY not in line.classes(at):
        found = line.lexicon.longest(line.words, at)
        if found and found[2] == 1 and found[1] == "country":
            return True
    named = line.kind(at + 1) == "PER" or {GIVEN, FOREIGN} & set(line.classes(at + 1))
    return (
        TITLE in line.classes(at) and word.startswith("ال") and bool(named) and not _heads(line.words[at - 1])
    )


def _heads(word: str) -> bool:
    keys = ("organization_construct", "place_in", "place_out", "event")
    return any(head(word, folded("heads", key)) is not None for key in keys)


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
    if last - first == _PAIR and line.kind(first) == "ORG" and _heads(line.words[first]):
        then = line.words[first + 1]  # «منظمة إرهابية»
        return then.endswith("يه") and not then.startswith("ال") and not line.classes(first + 1)
    if last - first > 1:
        return False
    word = line.words[first]
    source = line.text[line.tokens[first].start : line.tokens[first].end]
    if line.kind(first) == "PER" and any(TITLE in line.lexicon.words.get(way.form, "") for way in bare(word)[1:]):
        return GIVEN not in line.classes(first) and FAMILY not in line.classes(first)  # «لوكيل»
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
    if strict(line, first) or any(way.form in folded("known", "never") for way in bare(word)) or (line.kind(first) == "PER" and cut and not rare(word)):
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
