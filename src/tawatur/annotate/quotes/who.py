"""Who speaks: from the words beside a cue, or from those who spoke before where they are left out."""

from tawatur.annotate.quotes.cast import Cast, Speaker
from tawatur.annotate.quotes.lexicon import Form, capitals, speakers
from tawatur.annotate.quotes.phrases import Zone, begins_office
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits
from tawatur.records.quote import SpeakerKind

_AGENTS = frozenset("باسم لدي عن الي من مع بين ضد نظيره نظيرها لقاء".split())


def speaker(line: Line, zone: Zone, cast: Cast, form: Form) -> Speaker | None:
    """Read the phrase in `zone` as a speaker; None where it names nobody who can speak."""
    zone = _trim(line, zone)
    if zone.end <= zone.start:
        return None
    start, end = _start(line, zone.start), line.tokens[zone.end - 1].end
    text = line.source[start:end]
    gender, number = form.gender or "", form.number or ""
    person = _person(line, zone, cast, start, end)
    if person is not None:
        cast.add(*person, _office_words(line, zone, person))
        full = cast.fullest(*person)
        return Speaker(cast.text[full[0] : full[1]], *full, text, "named", gender, number)
    kind = _kind(line, zone, cast, start, end)
    if kind is None:
        return None
    place = _resolved(line, zone, cast, kind, start, end)
    if place is not None and kind == "office":
        kind = "named"
    start, end = place or (start, end)
    return Speaker(cast.text[start:end], start, end, text, kind, gender, number)


def is_somebody(line: Line, zone: Zone, cast: Cast) -> bool:
    """Whether the phrase begins with a name that is known, an office, a body or a medium."""
    zone = _trim(line, zone)
    if zone.end <= zone.start or line.word(zone.start)[:1] == "ل":
        return False
    start, end = line.tokens[zone.start].start, line.tokens[zone.end - 1].end
    return bool(cast.people_in(start, end)) or cast.knows(start, end) or begins_office(line, zone.start) or any(a == start for a, _ in cast.bodies)


def _trim(line: Line, zone: Zone) -> Zone:
    start, end = zone
    while start < end and (line.kind(start) in (",", "-", ":") or line.word(start) in ("ايضا", "ان", "كل", "كذلك")):
        start += 1
    while end > start and (line.kind(end - 1) in (",", "-", ":") or line.word(end - 1) in ("في", "و", "ايضا", "ان", "قد")):
        if line.tokens[end - 1].text == ")" and any(line.tokens[k].text == "(" for k in range(start, end)):
            break
        end -= 1
    return Zone(start, end)


def _start(line: Line, at: int) -> int:
    """The place of the phrase without ل and و before its first word (للناطق keeps its article's second ل)."""
    token = line.tokens[at]
    text = token.text
    if text.startswith("ل") and not text.startswith(("لا", "لي", "لو")) and len(text) > 3 and line.word(at - 1) in ("وفقا", "ووفقا", "طبقا", "وطبقا", "نقلا"):
        return token.start + 1
    return token.start


def _person(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> tuple[int, int] | None:
    """The name of a person in the phrase: one that is its head or its apposition, not one whom an office serves."""
    found = cast.people_in(start, end)
    for place in reversed(found):
        at = next((k for k in range(zone.start, zone.end) if line.tokens[k].end > place[0]), zone.start)
        if at == zone.start or line.word(at - 1) not in _AGENTS:
            return place
    return _by_grammar(line, zone)


def _by_grammar(line: Line, zone: Zone) -> tuple[int, int] | None:
    """A name after an honorific, or after the definite end of an office («وزير الخارجية فلان الفلاني»)."""
    who = speakers()
    if line.kind(zone.start) != "w":
        return None
    last = next((k for k in range(zone.end - 2, zone.start - 1, -1) if line.word(k) in who.honorifics), None)
    if last is not None:
        k = last + 1
        while k < zone.end and (line.kind(k) != "w" or _adjective(line.word(k)) and line.kind(k + 1) in ("w", "-", ",") and k + 1 < zone.end):
            k += 1
        if k < zone.end and not _common(line.word(k)) and not (_adjective(line.word(k)) and bare(line.word(last)) in who.offices):
            return line.tokens[k].start, line.tokens[zone.end - 1].end
    if bare(line.word(zone.start)) not in who.offices:
        return None
    for k in range(zone.start + 1, zone.end - 1):
        if _names_begin(line, k, zone):
            return line.tokens[k].start, line.tokens[zone.end - 1].end
    return None


def _names_begin(line: Line, k: int, zone: Zone) -> bool:
    word, before = line.word(k), line.word(k - 1)
    if not word or word.startswith("ال") or _common(word) or len(word) < 3 or not (before.startswith(("ال", "لل", "بال", "وال")) or line.kind(k - 1) == ","):
        return False
    rest = [line.word(j) for j in range(k, zone.end)]
    return 2 <= len(rest) <= 6 and all(rest) and not any(r in _AGENTS or _common(r) or r in ("في", "و", "او") or r.startswith(("لل", "بال", "وال")) for r in rest)


def _common(word: str) -> bool:
    who = speakers()
    return word in who.bodies or word in who.offices or word in who.outlets or word in who.adverbs or word in _AGENTS or word in ("في", "عام", "اول", "باسم", "لشوون", "شوون", "غير", "قسم")


def _adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("ي", "يه", "العام", "المساعد", "الاول", "السابق"))


def _kind(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> SpeakerKind | None:
    who = speakers()
    first = line.word(zone.start)
    if line.kind(zone.start) == "q":
        return "body"
    for split in splits(first):
        stem = bare(split.stem)
        definite = split.article or first.startswith("ال")
        if stem in who.outlets:
            return "outlet"
        if stem in who.unnamed and not definite:
            return "office" if stem in who.offices and line.word(zone.start + 1).startswith("ال") and len(range(*zone)) <= 4 and stem not in ("مصدر", "مصادر", "مسوول") else "unnamed"
        if stem in who.offices or split.stem in who.honorifics:
            return "office"
        if stem in who.bodies or first in capitals():
            return "body"
        if stem in who.papers:
            return "body"
        if split.preposition:
            break
    if any(a < end and b > start for a, b in cast.bodies):
        return "body"
    if first.startswith("ال") and first.endswith(("ون", "ين", "ه")):
        return "unnamed" if first.endswith(("ون", "ين")) else "body"
    return "named" if not _common(first) and line.kind(zone.start) == "w" and len(first) > 2 else None


def _resolved(line: Line, zone: Zone, cast: Cast, kind: SpeakerKind, start: int, end: int) -> tuple[int, int] | None:
    """The place of the name that the words stand for: an office's holder, a surname's full name, a capital's country."""
    if kind == "named":
        return cast.fullest(start, end)
    words = [line.word(k) for k in range(zone.start, zone.end) if line.word(k)]
    if kind == "office" and words and words[0].startswith("ال"):
        return cast.holder(words, start)
    if kind == "body" and zone.end - zone.start <= 2:
        return cast.country(line.source[start:end])
    return None


def _office_words(line: Line, zone: Zone, person: tuple[int, int]) -> list[str]:
    return [line.word(k) for k in range(zone.start, zone.end) if line.word(k) and not person[0] <= line.tokens[k].start < person[1]]
