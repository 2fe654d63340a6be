"""Bylines, datelines and credits: a short stretch of text taken apart into agencies, outlets, places, people.

«القدس - رويترز» is a place and an agency, «لندن: رنيم حنوش» a place and a person, «سبق- وكالات:» an outlet and agencies
without a name. The parts are told by closed lists; what is on none of them may be a person beside a known part.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tawatur.arabic.fold import fold
from tawatur.clean.registers import agency_names, outlet_names, places, plain, unnamed_agencies, words_of
from tawatur.clean.times import is_date, weekdays

PartKind = Literal["agency", "wires", "outlet", "desk", "role", "place", "date", "person", "neutral", "unknown"]

# what separates the parts; a tatweel separates where white space is beside it («عبد الكريم ـ الرياض»)
_SEPARATOR = re.compile(
    r"&#?\w{1,8};|\s+\u0640+\s*|(?<!\u0640)\u0640+\s+|(?<!\d)[-:/]|[-:/](?!\d)|[\u2010-\u2015\u2212\\|،,؛;()\[\]{}«»\"“”„'‘’•·…*<>&=+_\u202a-\u202e\u200e\u200f]+|\s{2,}|\t"
    r"|(?<=\s)من(?=\s)|(?<=\s)في(?=\s)|\.\s*$"
)
_LETTER = re.compile(r"[^\W\d_]")
_YEARS = re.compile(r"(?<!\d)(?:19|20|14)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_INITIALS = re.compile(r"[\u0621-\u064a](?: [\u0621-\u064a]){0,3}")  # «ع.ح/أ.ح (أ ف ب)»: those who edited
# what hands on another's words inside a piece: «سمر السروجي عن رويترز», «نقلا عن وكالات»
_FROM = re.compile(r"(?:(?<=\s)|^)(?P<named>نقل\S{1,2}\s+)?(?:عن|مع)\s+")
# a personal name of a byline has at most six words («عبدالله بن محمد بن علي العمري»); two people joined by و, eight
_LONGEST_NAME = 8


class Part(NamedTuple):
    """A part of an attribution: its kind, its place in the stretch, the register's key where it has one."""

    kind: PartKind
    start: int
    end: int
    key: str | None = None
    sure: bool = True


class Attribution(NamedTuple):
    """The parts of a stretch, in order."""

    parts: tuple[Part, ...]

    def of(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of these kinds."""
        return tuple(part for part in self.parts if part.kind in kinds)

    @property
    def understood(self) -> bool:
        """Whether every part is on a list, or is a person beside one that is."""
        return bool(self.parts) and not self.of("unknown")


def parse(text: str, own: frozenset[str] = frozenset()) -> Attribution:
    """Take a short stretch apart. `own` holds the names of the article's own outlet, as `plain` gives them."""
    parts = [part for start, end in _pieces(text) for part in _classify(text, start, end, own)]
    return Attribution(tuple(_settled(parts, text, own)))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _SEPARATOR.finditer(text):
        yield from _trimmed(text, at, match.start())
        at = match.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if _LETTER.search(piece) or _DIGIT.search(piece):
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip())


def _known(words: str, own: frozenset[str]) -> tuple[PartKind, str | None] | None:
    """The kind and key of a piece that stands on a list as a whole."""
    if words in agency_names():
        return "agency", agency_names()[words]
    if words in unnamed_agencies():
        return "wires", None
    if words in own:
        return "outlet", None
    if words in places():
        return "place", None
    if words in words_of("attribution", "desks"):
        return "desk", None
    if words in words_of("attribution", "roles"):
        return "role", None
    # «اليوم», «الوطن» are words first; «عربي21» is not
    if words in outlet_names() and (" " in words or words.isascii() or _DIGIT.search(words)):
        return "outlet", outlet_names()[words]
    neutral = words_of("attribution", "neutral")
    if all(word in neutral or word.isdigit() for word in words.split()) or _INITIALS.fullmatch(words):
        return "neutral", None
    return ("date", None) if is_date(words) else None


def _classify(text: str, start: int, end: int, own: frozenset[str]) -> Iterator[Part]:
    words = plain(text[start:end])
    known = _known(words, own)
    if known is None:
        known = _organ(words, own)
    if known is not None:
        yield Part(known[0], start, end, known[1])
        return
    taken = _taken_over(text, start, end, own)
    if taken is not None:
        yield from _around(text, start, taken[0], own)
        yield taken[1]
        return
    cut = _cut(text, start, end, own)
    if cut is not None:
        yield cut[0]
        yield from _classify(text, cut[1], end, own)
        return
    inner = _dated(text, start, end)
    if inner is not None:
        yield from _around(text, start, inner.start, own)
        yield inner
        yield from _around(text, inner.end, end, own)
        return
    yield _person(text, start, end, words)


def _taken_over(text: str, start: int, end: int, own: frozenset[str]) -> tuple[int, Part] | None:
    """The agency that a piece ends on after «نقلا عن», or after «عن» and «مع» behind a person or an outlet; and where that begins."""
    for match in _FROM.finditer(text[start:end]):
        known = _known(plain(text[start + match.end() : end]), own) or _organ(plain(text[start + match.end() : end]), own)
        before = plain(text[start : start + match.start()])
        if known and known[0] in ("agency", "wires"):
            whose = _known(before, own)
            if match["named"] or _named(before) or (whose is not None and whose[0] == "outlet"):
                return start + match.start(), Part(known[0], start + match.end(), end, known[1])
    return None


def _around(text: str, start: int, end: int, own: frozenset[str]) -> Iterator[Part]:
    for begin, stop in _trimmed(text, start, end):
        yield from _classify(text, begin, stop, own)


def _dated(text: str, start: int, end: int) -> Part | None:
    """The date in the midst of a piece («وادي الريحان 12 مارس 2020 م واس»): its longest run of words from a number on."""
    if not _YEARS.search(fold(text[start:end])):
        return None
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    first = next((i for i, (a, b) in enumerate(words) if _DIGIT.search(text[a:b])), len(words))
    if first and plain(text[slice(*words[first - 1])]) in weekdays():
        first -= 1
    for last in range(len(words), first, -1):
        begin, stop = words[first][0], words[last - 1][1]
        if (first or last < len(words)) and is_date(plain(text[begin:stop])):
            return Part("date", begin, stop)
    return None


def _organ(words: str, own: frozenset[str]) -> tuple[PartKind, str | None] | None:
    """«صحيفة X», «وكالة X», «مكتب X» are what X is, «X الإلكتروني» is X; a known word may have the و of «ووكالات»."""
    first, _, rest = words.partition(" ")
    if rest and first in words_of("attribution", "organs"):
        return _known(rest, own)
    if words[:1] == "و" and len(words) > 4:
        known = _known(words[1:], own)
        return known if known and known[0] in ("agency", "wires", "role") else None
    head, _, last = words.rpartition(" ")
    if first in words_of("attribution", "organs") and rest in outlet_names():
        return "outlet", outlet_names()[rest]
    return ("outlet", None) if head in own and last in words_of("attribution", "desks") else None


def _cut(text: str, start: int, end: int, own: frozenset[str]) -> tuple[Part, int] | None:
    """A known first part that only a space divides from the rest («كتب أحمد علي», «واشنطن رويترز»): it and its end."""
    ends = [start + m.start() for m in re.finditer(r"\s+", text[start:end])]
    for stop in reversed(ends[:3]):
        known = _known(plain(text[start:stop]), own)
        if known is not None and known[0] in ("role", "place", "agency", "wires", "date"):
            rest = plain(text[stop:end])
            follows = _known(rest, own)
            if known[0] == "role" or follows is not None or (known[0] == "place" and _named(rest)):
                return Part(known[0], start, stop, known[1]), stop + (len(text[stop:end]) - len(text[stop:end].lstrip()))
    return None


def _named(words: str) -> bool:
    """Whether the words begin like a personal name: with a given name, «عبد…» or «أبو…», or a title before one."""
    tokens = words.split()
    titles = words_of("attribution", "titles")
    while tokens and tokens[0] in titles:
        tokens = tokens[1:]
    if not tokens or len(tokens) > _LONGEST_NAME:
        return False
    given, compounds = words_of("attribution", "given"), words_of("attribution", "compounds")
    first = tokens[0]
    return first in given or first in compounds or (first.startswith("عبد") and len(first) > 4)


def _person(text: str, start: int, end: int, words: str) -> Part:
    tokens = words.split()
    fits = 0 < len(tokens) <= _LONGEST_NAME and not _DIGIT.search(words)
    if fits and _named(words):
        return Part("person", start, end)
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in words)
    if not tokens or tokens[0] in words_of("attribution", "reporting") or tokens[0] in words_of("agencies", "photo"):
        return Part("unknown", start, end)
    if fits and len(tokens) <= 5 and (arabic or len(tokens) > 1) and text[start:end].rstrip()[-1:] not in "؟!":
        return Part("person", start, end, sure=False)
    return Part("unknown", start, end)


def _headed(part: Part, parts: list[Part], text: str) -> bool:
    """Whether a part stands first, before a colon («عين الصنوبر: فهد …») or before brackets: where a dateline has its place."""
    words = len(text[part.start : part.end].split())
    return part is parts[0] and words <= 3 and text[part.end :].lstrip()[:1] in (":", "(")


def _settled(parts: list[Part], text: str, own: frozenset[str]) -> Iterator[Part]:
    """Settle what its neighbours decide.

    An outlet named like a place («الرياض - واس») is the place, unless another place stands there. What is on no list is a
    place beside an agency, and where it is one word beside a person or an outlet («بللسمر: رياض الطويل»).
    """
    agency = any(part.kind in ("agency", "wires") for part in parts)
    placed = any(part.kind == "place" for part in parts)
    dated = any(part.kind == "date" for part in parts)
    unsure = sum(part.kind == "person" and not part.sure for part in parts)
    other = any(part.kind == "outlet" or (part.kind == "person" and part.sure) for part in parts)
    for part in parts:
        words = plain(text[part.start : part.end])
        if part.kind == "outlet" and words in own and words in places() and not placed:
            placed = True
            yield part._replace(kind="place")
        elif part.kind != "person" or part.sure or placed:
            yield part
        elif (
            (agency and len(words.split()) <= 3)
            or (other and (" " not in words or _headed(part, parts, text)))
            or (dated and part is parts[0] and unsure == 1)
        ):
            placed = placed or dated
            yield part._replace(kind="place")
        else:
            yield part
