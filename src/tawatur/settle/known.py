"""What the tables know of a name: a country's code, a body's or a place's usual name and its English one."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.name import NameType
from tawatur.resources import load
from tawatur.settle.spelling import nations, words

# heads of places that come and go before one name («محافظة إدلب»، «إدلب»)
_PLACE_HEADS = frozenset(fold(h) for h in ("مدينة", "محافظة", "بلدة", "قرية", "إقليم", "ولاية", "منطقة", "مضيق", "مقاطعة"))


class Known(NamedTuple):
    """An entry of a table: `key` tells entities apart, `name` is the usual form, `en` the English name or None."""

    key: tuple[str, ...]
    name: str | None
    en: str | None


def known(text: str, kind: NameType) -> Known:
    """What a mention of type `kind` names: the table's entry, else the words themselves in their normal form."""
    plain = " ".join(words(_unlam(text)))
    if kind == "country":
        entry = _countries().get(plain) or _countries().get("ال" + plain)
        return entry or Known((plain,), None, None)
    if kind in ("organization", "place", "product"):
        entry = _aliases().get((kind, plain))
        if entry:
            return entry
    parts = words(_unlam(text))
    if kind == "place" and len(parts) > 1 and parts[0] in _PLACE_HEADS:
        return known(" ".join(parts[1:]), kind)
    if kind == "organization":
        parts = tuple(nations().get(part, part) for part in parts)
    return Known(parts or (plain,), None, None)


def _unlam(text: str) -> str:
    """A mention cut out of «للأمم» begins with a lam that is the article's: its alef is not written."""
    return (
        "ا" + text
        if text.startswith("ل")
        and len(text) > 4
        and fold(text[:2]) in ("لا", "لم", "لج", "له", "لو", "لن", "لب", "لح", "لش")
        and _article(text)
        else text
    )


def _article(text: str) -> bool:
    first = "ا" + fold(text).split(" ")[0]
    return first in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """The first words of names that the tables write with the article, and the heads of bodies."""
    heads = load("names/heads")["organization_definite"]
    forms = [f for entry in load("names/aliases") for f in entry["forms"]]
    forms += [f for c in load("names/countries").values() for f in c["forms"]]
    return frozenset(fold(f).split()[0] for f in [*heads, *forms])


@cache
def _countries() -> Mapping[str, Known]:
    found: dict[str, Known] = {}
    for code, country in load("names/countries").items():
        entry = Known((code,), country["forms"][0], country["en"])
        for form in (*country["forms"], *country["capital"]):
            found.setdefault(" ".join(words(form)), entry)
    return found


@cache
def _aliases() -> Mapping[tuple[str, str], Known]:
    found: dict[tuple[str, str], Known] = {}
    for row in load("names/aliases"):
        entry = Known((row["en"],), row["forms"][0], row["en"])
        for form in row["forms"]:
            found.setdefault((row["type"], " ".join(words(form))), entry)
    for agency in load("agencies")["agencies"]:
        forms = [*agency.get("sure", ()), *agency.get("form", ()), *agency.get("latin", ())]
        entry = Known((agency["en"],), forms[0], agency["en"])
        for form in forms:
            found.setdefault(("organization", " ".join(words(form))), entry)
    return found
