"""A person's name that stands alone before the prose, with the day beside it or without."""

import re

from tawatur.clean import credits as signed
from tawatur.clean import residue
from tawatur.clean.attribution import parse
from tawatur.clean.page import Page
from tawatur.clean.registers import plain, words_of

_LINKS = 0.3  # share of a line in links: above it a date at the top of a page heads a menu
# where the day begins in a line «name, day, hour»
_STAMP = re.compile(r"\s(?:(?:ال(?:[اإأ]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت|[أا]حد))\b|\d)")


def heads_menu(page: Page, index: int) -> bool:
    """Whether a line is a date with links beside it, as old pages have at their top («الأحد 11/3/2007 | الصفحة الأولى»)."""
    drawn, row = page.drawn[index], page.rows[index]
    return drawn is not None and drawn.linked > _LINKS and "|" in row.text and residue.stamped(row)


def _dated_signature(page: Page, index: int) -> signed.Credit | None:
    """A person's name under the title with the day beside it: «مصطفى الزعتري الأحد 17 دجنبر 2023 - 11:05»."""
    row = page.rows[index]
    stamp = _STAMP.search(row.text)
    if page.title is None or index < page.title or stamp is None or not residue.stamped(row):
        return None
    name = row.text[: stamp.start()].rstrip(" -|،,")
    tokens = plain(name).split()
    given = words_of("attribution", "given")
    if not 2 <= len(tokens) <= 4 or not (
        tokens[0] in given or tokens[0].removeprefix("ال") in given or tokens[0].startswith("عبد")
    ):
        return None
    found = parse(name, page.own)
    if len(found.parts) != 1 or found.parts[0].kind != "person":
        return None
    part = found.parts[0]
    return signed.Credit(row.start, row.end, (part._replace(start=row.start + part.start, end=row.start + part.end),))


def signature(page: Page, index: int) -> signed.Credit | None:
    """A person's name that stands alone before the prose, under the title or where the source gives the title."""
    row = page.rows[index]
    dated = _dated_signature(page, index)
    if dated is not None:
        return dated
    titled = page.titled or page.title is not None
    if page.author and row.plain not in page.author:
        return None  # another name than the author's: a caption
    if not titled or not 2 <= row.size <= 5 or row.stopped or row.opens or any(letter.isdigit() for letter in row.plain):
        return None
    tokens = row.plain.split()
    given, compounds = words_of("attribution", "given"), words_of("attribution", "compounds")
    known = sum(token in given or token in compounds or token.startswith("عبد") for token in tokens)
    if tokens[0] not in given and not tokens[0].startswith("عبد"):
        return None
    if known < 2 and row.size > 2:
        return None
    found = parse(row.text, page.own)
    if len(found.parts) != 1 or found.parts[0].kind != "person":
        return None
    return signed.Credit(row.start, row.end, (found.parts[0]._replace(start=row.start, end=row.end),))
