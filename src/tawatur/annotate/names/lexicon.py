"""What the word lists know of a folded word or of a run of words: read once, never changed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold
from tawatur.resources import lines, load

# the letters that a feature uses for each class of word
GIVEN, FAMILY, TOWN, COUNTRY, CAPITAL, ADJECTIVE = "g", "f", "t", "c", "k", "a"
TITLE, CHAIN, HEAD, PLACE, KNOWN = "T", "C", "H", "P", "K"
TEAM, COMPANY, FOREIGN, RENOWNED = "s", "o", "n", "r"


class Phrase(NamedTuple):
    """A name of the tables: its words after the first, and its class."""

    rest: tuple[str, ...]
    kind: str


class Lexicon(NamedTuple):
    """`words`: the classes of a folded word, as a string of letters; `phrases`: names by their first word."""

    words: Mapping[str, str]
    phrases: Mapping[str, tuple[Phrase, ...]]

    def classes(self, form: str) -> str:
        """The classes of a word, or of the word without clitics where it has none itself; empty for none."""
        return next((self.words[way.form] for way in bare(form) if way.form in self.words), "")

    def longest(self, words: Sequence[str], at: int) -> tuple[int, str, int] | None:
        """The longest name of the tables that begins at word `at`: how many words, its class, the clitic's letters."""
        best: tuple[int, str, int] | None = None
        for way in bare(words[at]):
            for phrase in self.phrases.get(way.form, ()):
                n = len(phrase.rest) + 1
                if (best is None or n > best[0]) and tuple(words[at + 1 : at + n]) == phrase.rest:
                    best = (n, phrase.kind, way.cut)
        return best


@cache
def folded(name: str, key: str) -> frozenset[str]:
    """The folded entries of the list `key` of `resources/names/NAME.yaml`."""
    return frozenset(fold(entry) for entry in load(f"names/{name}")[key])


@cache
def lexicon() -> Lexicon:
    """The tables as one lexicon."""
    words: dict[str, str] = {}
    phrases: dict[str, dict[tuple[str, ...], str]] = {}

    def add(entries: Iterable[str], letter: str, kind: str | None = None) -> None:
        for entry in entries:
            parts = fold(entry).split()
            if len(parts) == 1 and letter not in words.get(parts[0], ""):
                words[parts[0]] = words.get(parts[0], "") + letter
            if kind and parts:
                phrases.setdefault(parts[0], {}).setdefault(tuple(parts[1:]), kind)  # the first table holds

    countries = load("names/countries").values()
    titles, heads, known = load("names/titles"), load("names/heads"), load("names/known")
    add((f for c in countries for f in c["forms"]), COUNTRY, "country")
    add((f for c in countries for f in c["capital"]), CAPITAL, "city")
    add(adjectives(), ADJECTIVE)
    add(titles["titles"], TITLE)
    add(titles["chain"], CHAIN)
    add((h for key in ("organization_construct", "organization_definite") for h in heads[key]), HEAD)
    add((h for key in ("place_in", "place_out") for h in heads[key]), PLACE)
    for kind in ("organization", "place", "event"):
        add(known[kind], KNOWN, kind)
    add(known["product"], KNOWN, "product")
    add((f for a in load("agencies")["agencies"] for f in (*a.get("sure", ()), *a.get("latin", ()))), KNOWN, "organization")
    add((p for group in load("places_dateline")["places"] for p in group if p != _AND_JEDDAH), CAPITAL, "city")
    teams = load("names/teams")
    add(teams["clear"], TEAM, "team")
    add((*teams["town"], *teams["common"]), TEAM)
    add(load("names/companies")["organization"], COMPANY, "company")
    places = folded("known", "place")
    add((n for o in load("outlets")["outlets"] for n in o["ar"] if " " in n and fold(n) not in places), COMPANY, "company")
    add(load("names/foreign")["given"], FOREIGN)
    add(load("names/foreign")["family"], RENOWNED)
    add(lines("names/given"), GIVEN)
    add(lines("names/family"), FAMILY)
    add(load("names/families")["families"], FAMILY)
    add((t for t in lines("names/towns") if t != fold(_AND_JEDDAH)), TOWN, "town")
    return Lexicon(words, {first: tuple(sorted(Phrase(*p) for p in found.items())) for first, found in phrases.items()})


@cache
def bands() -> Mapping[str, str]:
    """Folded words of running text → how frequent they are, a letter: `a` for the most frequent; absent for the rare."""
    found = {}
    for line in lines("names/frequent"):
        band, *words = line.split(" ")
        found.update(dict.fromkeys(words, chr(ord("a") + int(band))))
    return found


_AND_JEDDAH = "وجدة"  # the town of Oujda, far seldomer than و and Jeddah
_RARE = "k"  # one word in a hundred thousand: of 200 surnames read in news, 170 are rarer, of 200 verbs 60


def rare(form: str, band: str = _RARE) -> bool:
    """Whether a folded word, with its clitics and without them, is rarer in running text than common words are."""
    often = bands()
    return all(often.get(way.form, "~") >= band for way in bare(form))


@cache
def adjectives() -> Mapping[str, str]:
    """Folded adjectives of nations, in every gender and number, with and without the article → the country's code.

    Those of regions, peoples and faiths have the value ''.
    """
    found: dict[str, str] = {}
    for code, country in load("names/countries").items():
        for entry in country["adjective"]:
            for form in inflected(entry):
                found.setdefault(form, code)
    lists = load("names/adjectives")
    for key in ("regions", "peoples", "faiths"):
        for entry in lists[key]:
            for form in inflected(entry):
                found.setdefault(form, "")
    return found


def inflected(entry: str) -> list[str]:
    """The folded forms of an adjective given in the masculine singular; a plural that begins with `+` stays as it is."""
    plain = fold(entry.removeprefix("+"))
    if " " in plain:
        return []
    forms = [plain] if entry.startswith("+") else [plain + ending for ending in ("", "ه", "ين", "ون", "تين", "ات", "يين", "يون")]
    return [article + form for form in forms for article in ("", "ال")]


@cache
def capitals() -> frozenset[str]:
    """The folded names of seats that stand for their government."""
    return frozenset(fold(f) for c in load("names/countries").values() for f in c["capital"])
