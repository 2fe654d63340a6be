"""Which letters at the front of a name are clitics: the lists, the article's other words, then the letters decide."""

from collections.abc import Set as AbstractSet

from tawatur.annotate.names.lexicon import (
    CAPITAL,
    COMPANY,
    COUNTRY,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    PLACE,
    RENOWNED,
    TEAM,
    TOWN,
    Lexicon,
    bands,
    folded,
)
from tawatur.annotate.names.tokens import bare

_NAMES = frozenset(GIVEN + FAMILY + TOWN + COUNTRY + CAPITAL + KNOWN + TEAM + COMPANY + FOREIGN + HEAD + PLACE + RENOWNED)
_PLACES = frozenset(COUNTRY + CAPITAL + KNOWN)  # what «ك» is found before: «كفرنسا»
_LEAST = 3  # letters of a word that the article must show without the clitic, for it to be one


def clitics(form: str, source: str, seen: AbstractSet[str], lexicon: Lexicon) -> int:
    """How many letters of the folded word `form` are clitics, where it begins a name.

    `source` is the word as written; `seen` the folded words of the article.
    """
    ways = bare(form)
    for way in ways:
        least = 2 if not way.cut else 3 if way.cut == 1 else 4
        known = _PLACES if way.cut and form[way.cut - 1] == "ك" else _NAMES
        if len(way.form) >= least and known & set(lexicon.words.get(way.form, "")):
            return way.cut
        if way.cut and way.form in folded("known", "adjectival"):
            return way.cut  # «لعمر»
    for way in ways[1:]:
        if len(way.form) >= _LEAST and way.form in seen and len(way.form) > 2:
            return way.cut
    return _by_letters(form, source)


def _by_letters(form: str, source: str) -> int:
    """لل, وال, بال, and و or ل before a hamza that stands on alef: hardly any name begins so."""
    if form.startswith(("ولل", "فلل", "وبال", "فبال", "وكال")):
        return 2
    if form.startswith(("وال", "فال", "بال", "كال", "لل")) and len(form) > 5:
        stem = "ا" + form[1:] if form.startswith("لل") else form[1:]
        return 1 if bands().get(stem, "~") <= bands().get(form, "~") else 0
    if source[:1] in "ولبكف" and source[1:2] in "أإآ":
        return 1
    if source[:1] in "وف" and source[1:2] in "لبك" and source[2:3] in "أإآ":
        return 2
    return 1 if form[:1] == "و" and len(form) > 4 and form[1] not in "اويل" else 0
