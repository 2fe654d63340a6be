"""Who a phrase names as the speaker: a person with the fullest name, an office, a body, a medium, an unnamed source."""

from collections.abc import Sequence

from tawatur.annotate.quotes import holders, nouns
from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.lexicon import Form, forms, seats, speakers, words
from tawatur.annotate.quotes.nouns import begins_body, begins_office
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits
from tawatur.arabic.fold import fold
from tawatur.records.quote import SpeakerKind

Place = tuple[int, int]
# a definite phrase of so many words may point back at one who spoke («المصدر»، «المسؤول التركي»)
_POINTING = 2
# names before the one that was found, in a name found in part
_FORENAMES = 2
# letters of a word with ل and the article, at least
_HUNG = 4


def speaker(line: Line, zone: Zone, cast: Cast, form: Form, memory: Sequence[Speaker] = ()) -> Speaker | None:
    """Read the phrase in `zone` as a speaker; None where it names nobody who can speak."""
    zone = trim(line, zone)
    if zone.end <= zone.start:
        return None
    shut = line.close.get(zone.start)
    if line.kind(zone.start) == "q" and shut is not None and zone.start + 1 < shut <= zone.end:
        zone = Zone(zone.start + 1, shut)
    zone = _seat(line, _before_bracket(line, zone, cast))
    start, end = _start(line, zone.start), line.tokens[zone.end - 1].end
    text = line.source[start:end]
    person = _person(line, zone, cast, start, end)
    if person is not None:
        cast.add(*person, holders.duty(line, zone.start, person, cast))
        place: Place | None = cast.fullest(*person)
        kind: SpeakerKind = "named"
    else:
        found = _kind(line, zone, cast, start, end)
        if found is None:
            return None
        place, kind = _resolved(line, zone, cast, found, memory), found
        if place is not None and kind == "office":
            kind = "named"
        elif (
            place is None
            and memory
            and (line.word(zone.start) in speakers().polite or line.word(zone.end - 1) in words("selfsame"))
        ):
            return next((m for m in reversed(memory) if m.kind == "named"), memory[-1])._replace(text=text)
    if place is None and kind == "body" and person is None:
        end = _body_end(line, zone, cast)
    number = form.number or ""
    first = line.word(zone.start)
    if (kind in ("unnamed", "office") or not person) and (first.endswith("ون") or first in words("many") - {"مصادر"}):
        number = "p"
    a, b = place or (start, end)
    hung = cast.text[max(0, a - 1) : a + 1] == "لل"  # «للوزارة» is ل and «الوزارة»
    name = "ال" + cast.text[a + 1 : b] if hung else cast.text[a:b]
    return Speaker(name, a, b, text, kind, form.gender or "", number)


def is_somebody(line: Line, zone: Zone, cast: Cast) -> bool:
    """Whether the phrase begins with a name that is known, an office, a body or a medium."""
    zone = trim(line, zone)
    if zone.end <= zone.start or line.word(zone.start)[:1] == "ل":
        return False
    start, end = line.tokens[zone.start].start, line.tokens[zone.end - 1].end
    known = bool(cast.people_in(start, end)) or cast.knows(start, end) or _seat_begins(line, zone.start)
    return known or begins_office(line, zone.start) or cast.is_body(start)


def is_paper(line: Line, at: int) -> bool:
    """Whether a paper in which somebody speaks stands at `at`, without article («بيان»، «بلاغ»)."""
    return any(split.stem in speakers().papers for split in splits(line.word(at)) if not split.article)


def _seat_begins(line: Line, at: int) -> bool:
    """Whether the name of a country or a capital begins at `at`."""
    return any(
        at + count <= len(line.tokens) and fold(line.source[line.tokens[at].start : line.tokens[at + count - 1].end]) in seats()
        for count in (1, 2)
    )


def trim(line: Line, zone: Zone) -> Zone:
    """The zone without signs and particles at its ends."""
    start, end = zone.start, zone.end
    if line.word(start) == "كل" and line.word(start + 1) == "من":
        start += 2
    while start < end and (
        line.kind(start) in (",", "-", ":")
        or line.word(start) in ("ايضا", "ان", "كل", "كذلك", "اما", "لكن", "هذا", "هذه", "هولاء")
    ):
        start += 1
    while end > start and (
        line.kind(end - 1) in (",", "-", ":") or line.word(end - 1) in ("في", "و", "ايضا", "ان", "قد", "فقد", "كان")
    ):
        if line.tokens[end - 1].text == ")" and any(line.tokens[k].text == "(" for k in range(start, end)):
            break
        end -= 1
    if end - start > 2 and line.close.get(start) == end - 1:
        return Zone(start + 1, end - 1)  # a name in marks
    return Zone(start, end)


def _hung(line: Line, at: int) -> bool:
    """Whether the word at `at` hangs on the one before it with ل and the article («بيان للخلية»)."""
    return line.word(at).startswith("لل") and len(line.word(at)) > _HUNG


def _start(line: Line, at: int) -> int:
    """The place of the phrase, without ل after وفقا (للناطق keeps its second ل)."""
    token = line.tokens[at]
    after = line.word(at - 1) in words("after_according") or is_paper(line, at - 1)
    hung = token.text.startswith("ل") and len(token.text) > 3 and after
    return token.start + 1 if hung else token.start


def _seat(line: Line, zone: Zone) -> Zone:
    """The name of a country or capital without the object after it («اتهمت باكستان الهند»)."""
    for end in (zone.start + 2, zone.start + 1):
        if end < zone.end and fold(line.source[line.tokens[zone.start].start : line.tokens[end - 1].end]) in seats():
            return Zone(zone.start, end) if line.word(end) and not line.word(end).endswith(("ي", "يه")) else zone
    return zone


def _before_bracket(line: Line, zone: Zone, cast: Cast) -> Zone:
    """The phrase without what stands in brackets after it; a name after them stays."""
    at = next((k for k in range(zone.start + 1, zone.end) if line.tokens[k].text == "("), None)
    if at is None or cast.people_in(line.tokens[at].start, line.tokens[zone.end - 1].end):
        return zone
    return Zone(zone.start, at)


def _person(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> Place | None:
    """The name of a person in the phrase: its head or its apposition, not one whom an office serves."""
    found = cast.people_in(start, end)
    if found and found[0][0] == start:
        found = found[:1]
    for place in reversed(found):
        at = next((k for k in range(zone.start, zone.end) if line.tokens[k].end > place[0]), zone.start)
        hung = at > zone.start and line.tokens[at].start < place[0] and line.tokens[at].text[0] == "ل"
        if not hung and (at == zone.start or line.word(at - 1) not in words("serving")):
            return _whole(line, zone, at, place)
    return _by_grammar(line, zone, cast)


def _whole(line: Line, zone: Zone, at: int, place: Place) -> Place:
    """A name that was found in part, with the words before «بن» and the family name after it."""
    start, end = place
    if at > zone.start and line.tokens[at].start < start and line.tokens[at].text[0] in "بكف":
        start = line.tokens[at].start  # a subject's name has no preposition: its first letter was taken for one
    first = line.word(at - 1)
    alone = line.word(at).startswith("ال") and line.tokens[at].end >= end
    if (
        alone
        and at - 1 > zone.start
        and _could_be_name(first)
        and not first.startswith("ال")
        and first not in forms()
        and bare(first) not in speakers().offices
    ):
        start = line.tokens[at - 1].start  # «وزير الخارجية الأمريكي فلان الفلاني», of whom the family name was found
    before = [line.word(k) for k in range(zone.start, at)]
    if len(before) <= _FORENAMES and all(
        word == "علي"
        or (_could_be_name(word) and not word.startswith("ال") and not word.endswith(("ها", "هم")) and word not in forms())
        for word in before
    ):
        start = line.tokens[zone.start].start
    title = next((k for k in range(at - 1, max(zone.start, at - 4) - 1, -1) if line.word(k) in speakers().honorifics), None)
    if title is not None and not any(
        line.word(k).startswith("ال") or _no_name(line.word(k)) or not line.word(k) for k in range(title + 1, at)
    ):
        start = line.tokens[title + 1].start
    while at > zone.start and (
        line.word(at) in ("بن", "ابن", "بنت", "ال") or line.word(at - 1) in ("بن", "ابن", "بنت", "عبد", "ابو")
    ):
        at -= 1
        start = line.tokens[at].start
    for k in range(at, zone.end):
        token = line.tokens[k]
        if token.start < end:
            continue
        last = token.text not in speakers().honorifics or k + 1 >= zone.end or nouns.is_office(line, k + 1)
        if token.text.startswith("ال") and line.word(k - 1).startswith("ال") and not token.text.endswith(("ي", "يه")):
            break
        family = token.text.startswith("ال") and not _common(bare(token.text)) and last
        if not family and token.text not in ("بن", "ابن", "بنت") and line.word(k - 1) not in ("بن", "ابن", "بنت"):
            break
        end = token.end
    return start, end


def _by_grammar(line: Line, zone: Zone, cast: Cast) -> Place | None:
    """A name after an honorific, or after the definite end of an office («وزير الخارجية فلان الفلاني»)."""
    who = speakers()
    if line.kind(zone.start) != "w":
        return None
    son = next((k for k in range(zone.start + 1, zone.end - 1) if line.word(k) in ("بن", "بنت")), None)
    if son is not None and line.word(son - 1) and not line.word(son - 1).startswith("ال"):
        first = son - 2 if son - 2 >= zone.start and line.word(son - 2) in ("عبد", "ابو") else son - 1
        after = next((k for k in range(son + 2, zone.end) if not _in_lineage(line, k)), zone.end)
        return line.tokens[first].start, line.tokens[after - 1].end
    last = next((k for k in range(zone.end - 2, zone.start - 1, -1) if _is_title(line, k, zone)), None)
    if last is not None:
        k = last + 1
        while k + 1 < zone.end and (line.kind(k) != "w" or _adjective(line.word(k))) and line.kind(k + 1) in ("w", "-", ","):
            k += 1
        if line.word(k) and not _common(line.word(k)) and not (_adjective(line.word(k)) and bare(line.word(last)) in who.offices):
            return line.tokens[k].start, line.tokens[zone.end - 1].end
    if bare(line.word(zone.start)) not in who.offices:
        return None
    for k in range(zone.start + 1, zone.end - 1):
        if _name_begins(line, k, zone, cast):
            return line.tokens[k].start, line.tokens[zone.end - 1].end
    return None


def _body_end(line: Line, zone: Zone, cast: Cast) -> int:
    """Where the name of a body ends in its phrase: with the name that was found, or where a new noun follows a definite one."""
    start = line.tokens[zone.start].start
    known = next((b for a, b in cast.bodies_in(start, start + 1) if a == start), None)
    for k in range(zone.start + 1, zone.end):
        before, word = line.word(k - 1), line.word(k)
        if known is not None and line.tokens[k].start < known:
            continue
        new = (
            before.startswith("ال")
            and before not in speakers().honorifics
            and word
            and word[0] not in "ولب"
            and word not in words("governing")
            and not word.startswith("ال")
        )
        if new and begins_body(line, zone.start):
            return line.tokens[k - 1].end
    return line.tokens[zone.end - 1].end


def _in_lineage(line: Line, at: int) -> bool:
    """Whether the word at `at` goes on with a name of fathers («بن عبدالله بن سعد الحلاق»)."""
    word, sons = line.word(at), ("بن", "ابن", "بنت", "ال")
    if word in sons or line.word(at - 1) in (*sons, "عبد", "ابو"):
        return True
    return word.startswith("ال") and bare(word) not in speakers().offices


def _is_title(line: Line, at: int, zone: Zone) -> bool:
    """Whether an honorific stands at `at`, and not an adjective («المتحدث الإعلامي») nor before «لانتخابات المجلس»."""
    if line.word(at) not in speakers().honorifics:
        return False
    if at > zone.start and _adjective(line.word(at)) and bare(line.word(at - 1)) in speakers().offices:
        return False
    after = line.word(at + 1)
    return not (after.startswith("ل") and line.word(at + 2).startswith("ال")) and not after.startswith("لل")


def _name_begins(line: Line, k: int, zone: Zone, cast: Cast) -> bool:
    word, before = line.word(k), line.word(k - 1)
    definite = before.startswith(("ال", "لل", "بال", "وال")) or line.kind(k - 1) == "," or cast.ends_at(line.tokens[k - 1].end)
    if not word or not definite or word.startswith("ال") or _common(word) or len(word) < 3:
        return False
    rest = [line.word(j) for j in range(k, zone.end)]
    return 2 <= len(rest) <= 6 and all(rest) and not any(_no_name(word) for word in rest)


def _no_name(word: str) -> bool:
    return word in words("serving") or _common(word) or word in ("في", "و", "او", "علي") or word.startswith(("لل", "بال", "وال"))


def _common(word: str) -> bool:
    who = speakers()
    for split in splits(word):
        stem = split.stem
        if (
            stem in who.bodies
            or stem in who.offices
            or stem in who.outlets
            or stem in who.adverbs
            or stem in words("serving")
            or stem in who.occasions
        ):
            return True
    return word in words("common")


def _adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("ي", "يه", "العام", "المساعد", "الاول", "السابق", "التنفيذي"))


def _kind(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> SpeakerKind | None:
    first = line.word(zone.start)
    if line.kind(zone.start) == "q":
        return "body"
    if first in speakers().polite:
        return "office"
    if first == "علي":
        return "named"
    for split in splits(first):
        if split.conjunction or split.preposition not in ("", "ل"):
            continue
        kind = _kind_of(line, zone, bare(split.stem), split.stem, split.article or first.startswith("ال"))
        if kind:
            return kind
    if cast.bodies_in(start, end):
        return "body"
    if first.startswith("ال") and first.endswith(("ون", "ين", "ات")):
        return "unnamed"
    if first in words("choosing"):
        return _kind(line, Zone(zone.start + 1, zone.end), cast, start, end) if zone.end - zone.start > 1 else "unnamed"
    return "named" if line.kind(zone.start) == "w" and _could_be_name(first) else None


def _could_be_name(word: str) -> bool:
    return (
        len(word) > 1
        and word not in words("no_names")
        and word not in words("hard")
        and not _common(word)
        and not word.startswith(("وال", "فال", "بال", "لل"))
    )


def _kind_of(line: Line, zone: Zone, stem: str, word: str, definite: bool) -> SpeakerKind | None:
    who = speakers()
    if stem in who.unnamed and not definite:
        office = stem in who.offices and line.word(zone.start + 1).startswith("ال") and stem not in words("sources")
        return "office" if office else "unnamed"
    if stem in who.unnamed and stem not in who.offices:
        return "unnamed"
    if stem in words("sources") and stem.startswith("مصد"):
        return "unnamed"
    if stem in who.outlets:
        return "outlet"
    if stem in who.offices or word in who.honorifics:
        return "office"
    return "body" if stem in who.bodies or stem in who.papers or _seat_begins(line, zone.start) else None


def _resolved(line: Line, zone: Zone, cast: Cast, kind: SpeakerKind, memory: Sequence[Speaker]) -> Place | None:
    """The place of the name that the words stand for: an office's holder, a surname's full name, a capital's country."""
    start, end = line.tokens[zone.start].start, line.tokens[zone.end - 1].end
    words = [line.word(k) for k in range(zone.start, zone.end) if line.word(k)]
    if kind == "named":
        cast.add(start, end)
        return cast.fullest(start, end)
    if not words:
        return None
    definite = words[0].startswith("ال")
    if kind == "office" and (definite or len(words) > 1):
        place = cast.holder(words, start)
        if place is not None:
            return cast.fullest(*place)
        fuller = next(
            (m for m in reversed(memory) if len(m.heads) > len(words) and {bare(word) for word in words} <= set(m.heads)), None
        )
        if fuller is not None:
            return fuller.start, fuller.end
    if kind == "body" and words[0] in speakers().papers | {"ال" + w for w in speakers().papers} and not definite:
        maker = next(
            (k for k in range(zone.start + 1, zone.end) if begins_body(line, k) or (k == zone.start + 1 and _hung(line, k))), None
        )
        if maker is not None:
            return _start(line, maker), end
    if kind == "body" and definite and len(words) == 1 and bare(words[0]) in ("بيان", "تقرير", "بلاغ"):
        writer = next((m for m in reversed(memory) if m.kind in ("body", "outlet")), None)
        if writer is not None:
            return writer.start, writer.end
    if kind == "body" and len(words) <= _POINTING:
        country = cast.country(line.source[start:end])
        if country is not None:
            return country
    return _pointed_at(words, memory) if definite and len(words) <= _POINTING else None


def _pointed_at(words: Sequence[str], memory: Sequence[Speaker]) -> Place | None:
    """Who was called by the same noun before («الوكالة» after «وكالة …»)."""
    head = bare(words[0])
    for past in reversed(memory):
        said = past.heads
        if head in said[:1] and all(bare(word) in said for word in words[1:]):
            return past.start, past.end
    return None
