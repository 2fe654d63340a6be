"""States in the words of a phrase: adjectives of nations, names and seats, as ISO codes."""

from functools import cache

from tawatur.arabic.clitics import splits
from tawatur.arabic.fold import fold
from tawatur.resources import load

_ENDINGS = ("", "ه", "ين", "ون", "ان", "تان", "تين", "ات", "ا")


@cache
def _nations() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, country in load("names/countries").items():
        for adjective in country["adjective"]:
            plain = fold(adjective.removeprefix("+"))
            endings = ("",) if adjective.startswith("+") else _ENDINGS
            for ending in endings:
                found.setdefault(plain + ending, code)
                found.setdefault("ال" + plain + ending, code)
    return found


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, country in load("names/countries").items():
        for name in (*country["forms"], *country["capital"]):
            found.setdefault(fold(name), code)
    return found


@cache
def nation(word: str) -> str | None:
    """The ISO code of a folded adjective of nation («تركية», «الروس»), or None."""
    return _nations().get(word)


@cache
def state(name: str) -> str | None:
    """The ISO code of a folded name of a state or of its seat, clitics aside, or None."""
    if name in _places():
        return _places()[name]
    return next((_places()[way.stem] for way in splits(name) if way.offset and way.stem in _places()), None)


@cache
def alpha3(code: str) -> str:
    """The code of three letters of an ISO code of two."""
    return str(load("events/alpha3")["of"].get(code, code))
