"""Noun phrases: where one that begins at a token ends, and the parts that و joins.

A phrase grows by the rules of construct and agreement: an indefinite head takes adjectives of a closed class and a genitive; once
it is closed, by the article or a name, only adjectives, names after titles and what و joins go on.
"""

from functools import cache

from tawatur.annotate.events.lexicon import bands, listed, suffered, triggers, words
from tawatur.annotate.events.lexicon import light as light_verbs
from tawatur.annotate.events.states import nation
from tawatur.annotate.events.tokens import Tokens

_LONGEST = 14  # tokens of a phrase
_UNHEARD = 99
_NISBA = ("ي", "يه", "يون", "يين", "يتان", "يتين", "يات", "يان")
_ABSOLUTE = ("ون", "ان", "ين")  # a sound plural or dual that no genitive follows
_OPENING = frozenset("(«“\"'")
_QUOTED = {"«": "»", "“": "”"}
_LONGEST_QUOTED = 6  # tokens of a name in quotes
_COMMAS = frozenset("،,")
_ABOUT = frozenset({"نحو", "حوالي", "زهاء", "قرابه"})
_PARTITIVE = frozenset({"من"})


@cache
def band(word: str) -> int:
    """How frequent a folded word is; `_UNHEARD` for one that no list knows."""
    return bands().get(word, _UNHEARD)


@cache
def joint(word: str) -> bool:
    """Whether the و or ف of a word is the conjunction: the word without it is known better («وقوات», not «وزير»)."""
    if word[:1] not in ("و", "ف") or len(word) < 4:
        return False
    rest = word[1:]
    return rest.startswith("ال") or band(rest) < band(word) or (band(rest) == band(word) == _UNHEARD and word[0] == "و")


@cache
def hung(word: str) -> bool:
    """Whether a preposition is written with a word («بصاروخ», «للجيش»), by which of the two words is better known."""
    if word.startswith(("بال", "كال", "وبال")) or (word.startswith(("لل", "ولل")) and len(word) > 4):
        return True
    rest = word[1:]
    by = 0 if rest in listed() or word.startswith("با") else 1
    return word[:1] in ("ب", "ل") and len(word) > 3 and band(rest) < band(word) - by


@cache
def finite(word: str) -> bool:
    """Whether a word is a verb of the lexicon and no noun."""
    senses = triggers().get(word, ())
    verb = any(sense.use in ("active", "passive") for sense in senses)
    return (verb and not any(sense.use == "noun" for sense in senses)) or word in light_verbs() or word in suffered()


@cache
def verblike(word: str) -> bool:
    """Whether a word of no list has the letters of a verb: an imperfect («يتناول»), a perfect with a feminine subject («تناولت»)."""
    plain = word[1:] if word[:1] in ("و", "ف") and len(word) > 5 else word
    if len(plain) < 4 or plain.startswith("ال") or nation(plain) or plain in words("not_verbs"):
        return False
    if plain[0] == "ي" or plain.startswith(("تت", "ست", "سي", "تست")):
        return not plain.endswith(("ه", "ات", "يون", "يين"))
    return plain.endswith("ت") and not plain.endswith(("ات", "يت", "وت")) and len(plain) > 4


@cache
def definite(word: str) -> bool:
    """Whether a folded word has the article; «آلاف», folded, only looks so."""
    return word.startswith("ال") and word not in words("no_article")


@cache
def adjective(word: str) -> bool:
    """Whether an indefinite word goes on an indefinite head as its adjective."""
    plain = word[:-1] if word.endswith("ا") and len(word) > 4 else word
    return word in words("adjectives") or plain in words("adjectives") or nation(word) is not None


@cache
def counts(word: str) -> bool:
    """Whether a word counts what follows it, or what follows من."""
    plain = word[1:] if joint(word) else word
    return plain[:1].isdigit() or plain in words("quantities")


@cache
def breaks(word: str) -> bool:
    """Whether no noun phrase goes on over a word: particles, prepositions, signs and finite verbs."""
    if not word[0].isalnum():
        return word not in _OPENING and word not in "»”%"
    return (
        word in words("ends") or hung(word) or finite(word) or verblike(word) or (word[0] in "وف" and word[1:] in words("ends"))
    )


def about(tokens: Tokens, k: int) -> bool:
    """Whether «نحو» or the like stands before a number and is no preposition («نحو 700 عامل»)."""
    return tokens.words[k] in _ABOUT and k + 1 < len(tokens.words) and counts(tokens.words[k + 1])


def phrase(tokens: Tokens, at: int, end: int) -> int:
    """Give the end (exclusive) of the noun phrase that begins at token `at`; `at` itself where none does."""
    end = min(end, at + _LONGEST)
    k, closed = at, False
    while k < end:
        word = tokens.words[k]
        if k in tokens.names:
            if not _takes_name(tokens, k, at, closed):
                break
            k, closed = min(end, tokens.names[k].end), True
            continue
        if k in tokens.timed and not word[0].isdigit():
            break
        if k > at and word in _PARTITIVE and counts(tokens.words[k - 1]):
            k, closed = k + 1, False
            continue
        if word in _COMMAS and k > at and _apposition(tokens, k, at):
            k += 1
            continue
        if k > at and (after := _after_quoted(tokens, k, end)) > k:
            k, closed = after, True
            continue
        if _stops(tokens, k, at):
            break
        if k > at and joint(word):
            step = _joined(tokens, k, at)
            if not step:
                break
            closed = step == 2
            k += 1
            continue
        if k > at and not _goes_on(tokens, k, at, closed):
            break
        closed = closed or definite(word)
        k += 1
    return _without_signs(tokens, at, k)


def _without_signs(tokens: Tokens, at: int, k: int) -> int:
    """The end of a phrase without the signs that it ends with; a quotation mark closes what is in it."""
    while k > at and (not tokens.words[k - 1][0].isalnum() and tokens.words[k - 1] not in "»”"):
        k -= 1
    return k


def _stops(tokens: Tokens, k: int, at: int) -> bool:
    """Whether a phrase from `at` ends before a word that no phrase goes on over, and that is not counted."""
    return breaks(tokens.words[k]) and not about(tokens, k) and not (k > at and _counted(tokens, k))


def _after_quoted(tokens: Tokens, k: int, end: int) -> int:
    """The place after a name in quotes that begins at `k` («ثلاثة من «كتيبة النسور الحمر»»), or `k` where none does."""
    closing = _QUOTED.get(tokens.words[k])
    if closing is None:
        return k
    for m in range(k + 1, min(end, k + 2 + _LONGEST_QUOTED)):
        if tokens.words[m] == closing:
            return m + 1 if m > k + 1 else k
        if breaks(tokens.words[m]):
            return k
    return k


def _counted(tokens: Tokens, k: int) -> bool:
    """Whether a word that may be a verb is what a number counts («نحو مائة طالب»)."""
    number = tokens.words[k - 1]
    exact = number.isdigit() or number in words("exact")
    return exact and tokens.words[k][0].isalpha() and not hung(tokens.words[k]) and tokens.words[k] not in words("ends")


def _apposition(tokens: Tokens, k: int, at: int) -> bool:
    """Whether a comma stands inside a phrase: between an office and its name, and before «ونظيره» («الرئيس، فلان، ونظيره، فلان»)."""
    if k + 1 >= len(tokens.words):
        return False
    named = tokens.names.get(k + 1)
    if named is not None and named.name.type == "person":
        return not any(m in tokens.named for m in range(max(at, k - 2), k)) and _part(tokens.words[at].removeprefix("و"))
    after_name = k - 1 in tokens.named and any(tokens.words[m] in _COMMAS for m in range(at, k))
    return after_name and joint(tokens.words[k + 1]) and _part(tokens.words[k + 1][1:])


def _takes_name(tokens: Tokens, k: int, at: int, closed: bool) -> bool:
    """Whether a name goes on a phrase: at its head, in its construct, after an office («الرئيس الروسي فلان») and after و.

    A preposition written with the name makes it another phrase («لموسكو»).
    """
    word, name = tokens.words[k], tokens.names[k].name
    if word[0] in "بلك" and tokens.offset(k) < name.start:
        return False
    if k == at or joint(word):
        return k == at or name.type in ("person", "organization", "country", "place")
    if not closed:
        return True
    office = name.type == "person" and _part(_without_joint(tokens.words[at]))
    return office and not any(m in tokens.named for m in range(_last_part(tokens, k, at), k))


def _last_part(tokens: Tokens, k: int, at: int) -> int:
    """Where the last part that و joins begins."""
    return next((m for m in range(k - 1, at, -1) if joint(tokens.words[m])), at)


def _without_joint(word: str) -> str:
    return word[1:] if joint(word) else word


def _joined(tokens: Tokens, k: int, at: int) -> int:
    """Whether the word with و at `k` goes on the phrase: 0 no, 1 with an open part, 2 with a definite or named part."""
    word = tokens.words[k]
    rest = word[1:]
    if finite(rest) or rest in triggers() or tokens.words[k][0] == "ف":
        return 0
    if rest.startswith("ال") or k in tokens.names:
        return 2
    definite = tokens.words[at].startswith("ال") or at in tokens.names
    known = counts(rest) or _part(rest) or nation(rest) is not None
    return 1 if known or not definite else 0


@cache
def _part(word: str) -> bool:
    from tawatur.annotate.events.codes import sector

    return sector([word]) is not None


def _goes_on(tokens: Tokens, k: int, at: int, closed: bool) -> bool:
    word, before = tokens.words[k], tokens.words[k - 1]
    if closed:
        if word in _OPENING or word in "»”":
            return True
        return word.startswith("ال") and _agrees(tokens.words[_last_part(tokens, k, at)], word)
    if definite(word):  # the genitive of the head; after an adjective, another phrase («كتائب مسلحة الجيش»)
        return not before.endswith(_ABSOLUTE) and not (k - at > 1 and adjective(before))
    if counts(before) or adjective(word) or word in _OPENING or word in "»”":
        return True
    if word.endswith("ا") and len(word) > 3 and band(word[:-1]) < _UNHEARD:
        return False  # an accusative after a nominative is another phrase
    return not before.endswith(_ABSOLUTE) and not adjective(before) and k - at < 3


def _agrees(head: str, word: str) -> bool:
    """Whether a definite word is an adjective that agrees with the head in gender and number («القوات التركية»)."""
    known = word in words("agreeing") or word[2:] in words("adjectives") or nation(word) is not None
    if not known and not word.endswith(_NISBA):
        return False
    if head.endswith(("ه", "ات")):
        return word.endswith(("ه", "ات")) or known
    if head.endswith(_ABSOLUTE) and len(head) > 5:
        return word.endswith(_ABSOLUTE) or nation(word) is not None
    return True
