"""What the tables know of a name: a country's code, a body's or a place's usual name, its English one and its identifiers."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.name import NameType
from tawatur.resources import load
from tawatur.settle.gazetteer import country_id, town
from tawatur.settle.spelling import nations, words

# heads of places that come and go before one name («محافظة إدلب»، «إدلب»)
PLACE_HEADS = frozenset(fold(h) for h in ("مدينة", "محافظة", "بلدة", "قرية", "إقليم", "ولاية", "منطقة", "مضيق", "مقاطعة"))

_STATE = fold("ولاية")  # of the USA it is no town: «ولاية واشنطن»


class Known(NamedTuple):
    """What a name stands for: `key` tells entities apart. `table`: whether a table has it, and not the words alone; `country`: a town's.

    `name` is the usual form, `en` the English name, `same_as` identifiers such as `iso:SA` and `geonames:108410`.
    """

    key: tuple[str, ...]
    name: str | None = None
    en: str | None = None
    same_as: tuple[str, ...] = ()
    table: bool = False
    country: str | None = None


@lru_cache(maxsize=1 << 16)
def known(text: str, kind: NameType, named: frozenset[str] = frozenset()) -> Known:
    """What a mention of type `kind` names: the table's entry, else the words themselves in their normal form.

    A person is in no table. `named` holds the codes of the countries that the article names: they say which of two towns of one name is meant.
    """
    if kind == "person":
        return Known(words(text) or (text,))
    parts = words(_unlam(text))
    plain = " ".join(parts)
    if kind == "country":
        return _countries().get(plain) or _countries().get("ال" + plain) or Known((plain,))
    entry = _aliases().get((kind, plain))
    if entry:
        return entry
    if kind == "place":
        return _place(parts, plain, named)
    if kind == "organization":
        parts = tuple(nations().get(part, part) for part in parts)
    return Known(parts or (plain,))


def _place(parts: tuple[str, ...], plain: str, named: AbstractSet[str]) -> Known:
    if len(parts) > 1 and parts[0] in PLACE_HEADS:
        rest = " ".join(parts[1:])
        entry = _aliases().get(("place", rest)) or _place(parts[1:], rest, named)
        return Known(parts) if parts[0] == _STATE and entry.country == "US" else entry
    found = town(plain, named)
    if found is None:
        return Known(parts or (plain,))
    identity = f"geonames:{found.id}"
    return Known((identity,), None, found.en, (identity,), True, found.country)


def codes(text: str, kind: NameType) -> AbstractSet[str]:
    """The codes of the countries that a mention names, or that the adjectives in it do («الهيئة السعودية …»)."""
    if kind == "country":
        entry = known(text, kind)
        return frozenset(entry.key) if entry.table else frozenset()
    return frozenset(nations()[part] for part in words(text) if part in nations()) if kind == "organization" else frozenset()


@lru_cache(maxsize=1 << 14)
def country_of(text: str) -> str | None:
    """The code of the country of the town that a place's name means whatever the article says, or None."""
    found = town(" ".join(words(_unlam(text))))
    return found.country if found else None


def seat_of(text: str) -> str | None:
    """The code of the country whose government a capital's name can mean, or None."""
    return _seats().get(" ".join(words(text)))


@cache
def _seats() -> Mapping[str, str]:
    return {" ".join(words(form)): code for code, country in load("names/countries").items() for form in country["capital"]}


def _unlam(text: str) -> str:
    """A mention cut out of «للأمم» begins with a lam that is the article's: its alef is not written."""
    return "ا" + text if text.startswith("ل") and len(text) > 3 and _article(text) else text


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
        number = country_id(code)
        same = (f"iso:{code}", f"geonames:{number}") if number else (f"iso:{code}",)
        entry = Known((code,), country["forms"][0], country["en"], same, table=True)
        for form in (*country["forms"], *country["capital"]):
            found.setdefault(" ".join(words(form)), entry)
    return found


@cache
def _aliases() -> Mapping[tuple[str, str], Known]:
    found: dict[tuple[str, str], Known] = {}
    for row in load("names/aliases"):
        same = _identifiers(row["forms"]) if row["type"] == "place" else ()
        entry = Known((row["en"],), row["forms"][0], row["en"], same, table=True)
        for form in row["forms"]:
            found.setdefault((row["type"], " ".join(words(form))), entry)
    for agency in load("agencies")["agencies"]:
        forms = [*agency.get("sure", ()), *agency.get("form", ()), *agency.get("latin", ())]
        entry = Known((agency["en"],), forms[0], agency["en"], table=True)
        for form in forms:
            found.setdefault(("organization", " ".join(words(form))), entry)
    return found


def _identifiers(forms: list[str]) -> tuple[str, ...]:
    """The identifier of a place of several names, where they mean one town."""
    found = {one.id for one in (town(" ".join(words(form))) for form in forms) if one}
    return (f"geonames:{found.pop()}",) if len(found) == 1 else ()
