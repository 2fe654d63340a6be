"""The tagger's spans made into guesses: what runs on is cut, heads and titles are left out, common words are dropped."""

from collections.abc import Iterator

from tawatur.annotate.names.chains import SONS, extended
from tawatur.annotate.names.clitics import clitics
from tawatur.annotate.names.commonplace import common
from tawatur.annotate.names.cuts import PAIR, is_head, person_at, without_head
from tawatur.annotate.names.lexicon import (
    COUNTRY,
    FAMILY,
    GIVEN,
    HEAD,
    PLACE,
    TITLE,
    folded,
    rare,
)
from tawatur.annotate.names.line import TAGGED, Guess, Line, head, spans
from tawatur.annotate.names.persons import parted, trimmed
from tawatur.annotate.names.places import PARTS_OF_NAMES
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold
from tawatur.records.name import NameType

_PAIR_OF_WORDS = 2  # words behind a body that a person may begin with
_HEADED = {"EVT": "event", "LAW": "law"}  # the tagger knows too few of these to be believed without a head noun
_TURMOIL = frozenset(("الثوره", "الحرب", "الانتفاضه", "ثوره", "انتفاضه"))
_BEFORE_LAND = frozenset(("في", "الي", fold("رئيس"), "دوله", "جمهوريه", "مملكه"))
_SPORTING = 2  # words of sport that an article of sport has at least


def tagged(line: Line, seen: frozenset[str]) -> Iterator[Guess]:
    """Give the tagger's names; `seen` are the folded words of the article."""
    for first, last, kind in spans(line.tags):
        if kind not in TAGGED or (kind in _HEADED and head(line.words[first], folded("heads", _HEADED[kind])) is None):
            continue
        if kind == "PER":
            if line.word(first - 1) in _BEFORE_LAND and _lands(line, first, last):
                yield Guess(first, first + 1, "place", 0, 2)
                first += 1
            first, last = trimmed(line, first, parted(line, first, last, seen))
            first, last = extended(line, first, last)
            cut = letters_before(line, first, seen)
        else:
            at = _person_within(line, first, last) if kind == "LOC" else None
            if at is not None:
                yield Guess(at, last, "person", 0, 2)
                last = at
            end = last
            first, last = without_head(line, first, last)
            yield from _behind(line, last, end)
            cut = letters_before(line, first, seen)
            if kind in _HEADED:
                cut = head(line.words[first], folded("heads", _HEADED[kind])) or 0
        if kind == "ORG" and last - first == 1 and _no_club(line, first, seen):
            continue
        if first < last and not common(line, first, last, cut):
            if kind == "LOC" and _man(line, first, last, cut):
                kind = "PER"
            elif (
                kind == "PER"
                and line.words[first] == "بني"
                and head(line.word(first - 1), folded("heads", "place_out")) is not None
            ):
                kind = "LOC"  # «قرية بني حرير»
            turmoil = kind in ("ORG", "LOC") and head(line.words[first], _TURMOIL) is not None
            yield Guess(first, last, "event" if turmoil else _kind(line, (first, last), cut, kind), cut, 1)


def _behind(line: Line, last: int, end: int) -> Iterator[Guess]:
    """The person whom the tagger had within a body that has been cut at `last`: «المستشفى المكلف سعد الزهراني»."""
    for at in range(last, min(last + _PAIR_OF_WORDS, end)):
        if person_at(line, at):
            first, stop = extended(line, at, at + 2)
            yield Guess(first, stop, "person", 0, 2)
            return


def _kind(line: Line, words: tuple[int, int], cut: int, kind: str) -> NameType:
    """The tagger's type, but for a country («كإيران») and for what a place's head begins («حديقة … المائية»)."""
    first, last = words
    if kind == "LOC" and last - first == 1 and COUNTRY in line.lexicon.words.get(line.words[first][cut:], "") and cut:
        return "country"
    sites = folded("heads", "site")
    return "place" if kind == "ORG" and last - first > 1 and line.words[first][cut:] in sites else TAGGED[kind]


def _man(line: Line, first: int, last: int, cut: int) -> bool:
    """Whether the tagger's place is a given name and a family: «وبدر الظاهري»."""
    given = GIVEN in line.lexicon.words.get(line.words[first][cut:], "") or any(
        GIVEN in line.lexicon.words.get(way.form, "") for way in bare(line.words[first])
    )
    family = line.words[last - 1].startswith("ال") and FAMILY in line.classes(last - 1) and line.words[last - 1].endswith("ي")
    listed = line.lexicon.longest(line.words, first) or line.lexicon.longest(line.words, last - 1)
    return last - first == PAIR and given and family and not is_head(line.words[first]) and not (listed and listed[0] > 1)


def _no_club(line: Line, at: int, seen: frozenset[str]) -> bool:
    """Whether a lone common word that is a club too («النصر») stands in an article without words of sport."""
    club = any(way.form in folded("teams", "common") for way in bare(line.words[at]))
    return club and len(folded("teams", "sport") & seen) < _SPORTING


def _person_within(line: Line, first: int, last: int) -> int | None:
    """Where in a tagger's place a person begins, a given name and a family («في نيرسان شعبان الدارعي»); None for nowhere."""
    if is_head(line.words[first]):
        return None
    for k in range(first + 1, last - 1):
        given = GIVEN in line.classes(k) and not {TITLE, HEAD, PLACE} & set(line.classes(k)) and line.words[k - 1] not in SONS
        family = line.words[k + 1].startswith("ال") and (FAMILY in line.classes(k + 1) or line.words[k + 1].endswith("ي"))
        if given and ((family and k + 2 == last) or line.words[k + 1] in ("بن", "بنت")):
            return k
    return None


def _lands(line: Line, first: int, last: int) -> bool:
    """Whether a tagger's person begins with a land that no list has: «رئيس نيرسان شعبان الدارعي»."""
    unknown = not line.classes(first) and rare(line.words[first]) and not line.words[first].startswith("ال")
    family = last - first > PAIR and (FAMILY in line.classes(first + 2) or line.words[first + 2].startswith("ال"))
    return unknown and family and GIVEN in line.classes(first + 1)


def letters_before(line: Line, at: int, seen: frozenset[str]) -> int:
    """How many letters of the word at which a name begins are clitics."""
    token = line.tokens[at]
    if token.form.startswith("و") and line.kind(at - 1) == "PER" and token.form not in line.lexicon.words:
        return 1  # one more in a list of people
    if token.form[1:] in PARTS_OF_NAMES and token.form.startswith("و") and line.joined(at):
        return 1  # «وبيت حانون»
    return clitics(token.form, line.text[token.start : token.end], seen, line.lexicon)
