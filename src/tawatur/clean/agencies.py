"""Agencies named in a line, by the register's forms. Credit or mention is for `credits` to say."""

import re
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import Folded, fold
from tawatur.clean.rows import Row
from tawatur.resources import load


class Hit(NamedTuple):
    """A form of an agency in a line: places in the whole text, and whether the words can mean nothing else (not: واس، وفا)."""

    key: str | None
    start: int
    end: int
    sure: bool


class _Form(NamedTuple):
    key: str | None
    pattern: re.Pattern[str]
    sure: bool
    risky: bool


# between the letters of an abbreviation (أ ف ب، أ.ف.ب، أ. ف. ب); glued letters are listed as forms of their own
_GAP = r"[.\s\u00a0]{1,3}"
_OPEN, _CLOSE = r"[(\[«\"“”‘']", r"[)\]»\"”“’']"


def _pattern(form: str) -> str:
    """The pattern of a folded form, with the clitics that may stand before it outside the group."""
    words = form.split()
    if all(len(word) == 1 for word in words):
        return rf"(?<![\w.])[ولب]?({_GAP.join(words)})(?!\w)"
    body = r"[\s\u00a0]+".join(re.escape(word) for word in words)
    if form.startswith("ال"):
        return rf"(?<!\w)[وف]?(?:[بلك]?({body})|لل({body[2:]}))(?!\w)"
    return rf"(?<!\w)[وف]?[بلك]?ال?({body})(?!\w)" if form[0].isascii() else rf"(?<!\w)[وف]?[بلك]?(?:ال)?({body})(?!\w)"


# the letters that may be joined to a form's first word, before its article or without it
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")


@cache
def _forms() -> tuple[dict[str, tuple[_Form, ...]], tuple[_Form, ...]]:
    """The forms by a word that a text must hold, with its clitics, for the form to be in it; and the abbreviations."""
    table = load("agencies")
    risky = {fold(form) for form in table["risky"]}
    by_word: dict[str, list[_Form]] = {}
    spelled: list[_Form] = []
    for row in table["agencies"]:
        for field in ("sure", "form", "latin"):
            for name in map(fold, row.get(field, [])):
                sure = field == "sure" or (field == "latin" and len(name) > 5)
                form = _Form(row["key"], re.compile(_pattern(name)), sure, name in risky)
                words = name.split()
                if all(len(word) == 1 for word in words):
                    spelled.append(form)
                    continue
                for word in _triggers(words):
                    by_word.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in by_word.items()}, tuple(spelled)


def _triggers(words: list[str]) -> list[str]:
    """What the longest word of a form looks like in a text: as it is, and the first one with clitics and article."""
    at = max(range(len(words)), key=lambda i: len(words[i]))
    if at:
        return [words[at]]
    bare = words[0][2:] if words[0].startswith("ال") else words[0]
    return [clitic + article + bare for clitic in _CLITICS for article in ("", "ال")] + ["لل" + bare, "ولل" + bare, "فلل" + bare]


@cache
def _announced() -> re.Pattern[str]:
    """What stands before a form that an announcing word makes sure."""
    table = load("agencies")
    announce = "|".join(sorted(map(fold, table["announce"]), key=len, reverse=True))
    between = "|".join(sorted(map(fold, table["between"]), key=len, reverse=True))
    return re.compile(rf"(?<!\w)[وفبلك]?(?:ال)?(?:{announce})(?:\s+(?:{between}))*\s*[(\[«\"“‘']*\s*[بل]?$")


# what an agency's verb takes: «أفادت وفا بأن», «نقلت سانا عن»
_COMPLEMENT = re.compile(r"[»\"”)]?\s*(?:ب?[اأإ]ن|عن|[،:]|ب?[اأإ]نه|ب?[اأإ]نها)(?!\w)")


# «الوكالة الوطنية للتخفيف من الكوارث»: an agency of another kind
_PURPOSE = re.compile(r"\s+لل(?!انباء|اعلام|صحاف|اخبار)")


@cache
def _sourced() -> re.Pattern[str]:
    """The words after which a form in marks is the source of a fact («بحسب «الألمانية»», «ذكرت سانا أن»)."""
    words = "|".join(sorted(map(fold, load("agencies")["sourcing"]), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)[وف]?(?:{words})\s+(?:ل|عن\s+)?(?:ال)?[(\[«\"“‘']*\s*(?:ال)?$|(?<!\w)[وف]?وفقا\s+ل\u0640*\s*[(\[«\"“‘']*\s*(?:ال)?$"
    )


@cache
def _speaking() -> re.Pattern[str]:
    """The words that say that somebody speaks to the one who follows («في تصريح للأناضول»)."""
    words = "|".join(sorted(map(fold, load("agencies")["speaking"]), key=len, reverse=True))
    return re.compile(rf"(?<!\w)[وفب]?(?:{words})(?:\s+\w+){{0,2}}\s+ل(?:ل|ال)?$")


_NEAR = 20  # letters in which the mark that closes a form stands
# two letters that stand alone side by side: an abbreviation may be there
_INITIALS = re.compile(r"(?<!\S)\S{1,2} [^\W\d_](?!\S)")


def find(row: Row) -> list[Hit]:
    """Give the agencies named in a line, in order; of two that overlap, the longer."""
    by_word, spelled = _forms()
    forms = {form: None for word in row.plain.split() if word in by_word for form in by_word[word]}
    if _INITIALS.search(row.plain):
        forms |= dict.fromkeys(spelled)
    if not forms:
        return []
    text = row.folded
    found = [(form, match) for form in forms for match in form.pattern.finditer(text)]
    if not found:
        return []
    folded = Folded(row.text)
    hits: list[Hit] = []
    for form, match in found:
        start, end = match.span(next(i for i, words in enumerate(match.groups(), 1) if words is not None))
        sure = form.sure or _meant(text, match.start(), start, end, form.risky)
        hits.append(Hit(form.key, row.start + folded.start(start), row.start + folded.end(end), sure))
    return _longest(hits)


def _meant(text: str, match: int, start: int, end: int, risky: bool) -> bool:
    """Whether an unsure form is the agency here: an announcing word before it, or marks about it alone."""
    if _announced().search(text[max(0, match - 60) : match]) or _announced().search(text[max(0, start - 60) : start]):
        return _PURPOSE.match(text[end : end + _NEAR]) is None
    marked = re.search(_OPEN + r"\s*$", text[max(0, start - 2) : start]) and re.match(r"\s*" + _CLOSE, text[end : end + _NEAR])
    before, after = text[max(0, start - 40) : start], text[end : end + _NEAR]
    if marked:
        return not risky or _sourced().search(before) is not None
    return not risky and _tells(before, after)


def _tells(before: str, after: str) -> bool:
    """Whether an unsure form without marks speaks or is spoken to: «أفادت وفا بأن», «صرح للأناضول»."""
    if re.search(r"(?<!\w)ل(?:ل|ال)?$", before):
        return _speaking().search(before) is not None or _COMPLEMENT.match(after) is not None
    return bool(_sourced().search(before) and _COMPLEMENT.match(after))


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, not hit.sure)):
        if kept and hit.start < kept[-1].end:
            if hit.sure and not kept[-1].sure and hit.end >= kept[-1].end:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
