"""Where the words of a cue begin, so that an earlier statement ends before them: «كما»، «من جهته»، «لكن فلانا»."""

from tawatur.annotate.quotes import nouns
from tawatur.annotate.quotes.lexicon import Form, words
from tawatur.annotate.quotes.tokens import Line

# tokens of a place or time before the verb of a sentence
_FRONTED = 9
# tokens from «لكن» over a subject to its verb
_TURN = 16


def turn(line: Line, at: int, form: Form) -> int | None:
    """Give the token where «، لكن فلانا قال» turns to another: a comma, a word of contrast, and one who speaks right after it."""
    if form.bound or form.use not in ("finite", "participle"):
        return None
    for k in range(at - 1, max(0, at - _TURN), -1):
        if line.kind(k) in (".", ":", "q"):
            return None
        if line.word(k) == "بل":
            return k if nouns.begins_noun(line, k + 1 + (line.word(k + 1) == "ان")) else None
        if line.kind(k) == ",":
            head = k + 2 + (line.word(k + 2) == "ان")
            contrast = line.word(k + 1) in words("contrast") or (line.word(k + 1) in words("contrast_an") and head == k + 3)
            return k + 1 if contrast and head < at and nouns.begins_noun(line, head) else None
    return None


def boundary(line: Line, at: int, form: Form, how: str) -> int:
    """Give the token where the words of this cue begin: before «كما», «فيما», «من جهته» and a comma."""
    j = at
    while j > 0 and line.word(j - 1) in words("before_cue"):
        j -= 1
    if form.bound == "و" and line.word(j - 1) in words("again"):
        j -= 1 + (line.word(j - 2) in words("before_cue"))  # «، لكنه عاد وأكد أن»
    if line.word(j - 1) in words("sides") and line.word(j - 2) in ("من", "ومن"):
        j -= 2
    if line.word(j - 1) in ("انه", "انها", "انهم") and line.word(j - 2) in ("الا", "غير", "بيد"):
        j -= 2
    if line.word(j - 1) == "ان" and line.word(j - 2) == "قبل":
        j -= 2
    if (how in ("colon", "marks") or form.lemma == "قال") and line.word(j - 1) in ("اذ", "حيث"):
        return j - 1
    if line.word(j - 1) == "الذي" and line.word(j - 2) == "الوقت" and line.word(j - 3) in ("في", "وفي"):
        return j - 3
    if form.use == "finite" and not form.bound:
        about = next((k for k in range(j - 1, max(0, j - _FRONTED), -1) if line.kind(k - 1) == "," or line.kind(k) == ","), 0)
        if line.kind(about - 1) == "," and line.word(about) in words("about"):
            return about  # «، وعن الأسعار أكد أن»
    if j > 0 and line.word(j) == "حين" and line.word(j - 1) in ("في", "وفي"):
        j -= 1
    return j
