"""Which language a text is in: Arabic, another one in Arabic letters, or one of some in Latin and other letters."""

import re
from functools import cache

from tawatur.records.document import Document
from tawatur.resources import load

_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# A text is Arabic when half of its letters are: of the corpus's 19,940 articles of fifty letters and more, 99.9% have a
# share of 0.83 or more; the nine below a half are lists of English titles and the like.
_SHARE = 0.5
# Five in a hundred words: no article of the corpus has more than 2.3 of the lists' words for Persian, Urdu or Kurdish,
# and sentences of our own in these languages have more than ten.
_FREQUENT = 0.05
_LOOKED_AT = 5000  # letters; enough to tell, whatever the page's length


def language(document: Document) -> str | None:
    """Give the ISO 639-1 code (`ckb` for Sorani), `und` where the letters fit none that is known, None without letters."""
    text = document.text[:_LOOKED_AT]
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    if len(_ARABIC.findall(text)) / letters >= _SHARE:
        return _best(text, "arabic_script") or "ar"
    declared = (document.given.language or "")[:2].lower()
    return _best(text.lower(), "latin") or (declared if declared.isalpha() and declared != "ar" else "und")


@cache
def _words(script: str) -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load("languages")[script].items()}


def _best(text: str, script: str) -> str | None:
    lists, letters = _words(script), load("languages")["own_letters"]
    codes = [code for code in sorted(lists) if code not in letters or any(letter in text for letter in letters[code])]
    words = _WORD.findall(text) if codes else []
    if not words:
        return None
    shares = {code: sum(word in lists[code] for word in words) / len(words) for code in codes}
    code = max(codes, key=lambda code: shares[code])
    return code if shares[code] >= _FREQUENT else None
