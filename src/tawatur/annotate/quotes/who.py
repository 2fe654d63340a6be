"""Who a phrase names as the speaker: a person with the fullest name, an office, a body, a medium, an unnamed source."""

from collections.abc import Sequence

from tawatur.annotate.quotes import holders, voices
from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.lexicon import Form, seats, speakers, those_who_speak, words
from tawatur.annotate.quotes.nouns import begins_body, begins_noun, begins_office
from tawatur.annotate.quotes.persons import Place, could_be_name, name_end, person_in
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits
from tawatur.arabic.fold import fold
from tawatur.records.quote import SpeakerKind

# a definite phrase of so many words may point back at one who spoke («المصدر»، «المسؤول التركي»)
_POINTING = 2
# letters of a word with ل and the article, at least
_HUNG = 4


def speaker(line: Line, zone: Zone, cast: Cast, form: Form, memory: Sequence[Speaker] = ()) -> Speaker | None:
    """Read the phrase in `zone` as a speaker; None where it names nobody who can speak."""
    zone = trim(line, zone)
    if zone.end <= zone.start:
        return None
    found = _cut(line, zone, cast)
    if found is None:
        return None
    zone = found
    shut = line.close.get(zone.start)
    if line.kind(zone.start) == "q" and shut is not None and zone.start + 1 < shut <= zone.end:
        zone = Zone(zone.start + 1, shut)
    zone = _seat(line, _before_bracket(line, zone, cast))
    start, end = _start(line, zone.start), line.tokens[zone.end - 1].end
    text = line.source[start:end]
    person = None if voices.is_crowd(line, zone.start) else person_in(line, zone, cast, start, end)
    if person is not None:
        cast.add(*person, holders.duty(line, zone.start, person, cast))
        place: Place | None = cast.fullest(*person)
        kind: SpeakerKind = "named"
    else:
        read = _kind(line, zone, cast, start, end)
        if read is None:
            return None
        place, kind = _resolved(line, zone, cast, read, memory), read
        if place is not None and kind == "office":
            kind = next((m.kind for m in reversed(memory) if (m.start, m.end) == place), "named")
        elif place is None and (last := _last_named(line, zone, cast, memory)):
            place, kind = last, "named"
        elif (
            place is None
            and memory
            and (line.word(zone.start) in speakers().polite or line.word(zone.end - 1) in words("selfsame"))
        ):
            return next((m for m in reversed(memory) if m.kind == "named"), memory[-1])._replace(text=text)
    if place is None and kind == "office" and line.word(zone.start) in speakers().polite:
        place, kind = _last_person(line, zone, cast)
        text = cast.text[start : line.tokens[zone.start].end]
    if place is None and kind == "body" and person is None:
        end = _body_end(line, zone, cast)
    many = line.word(zone.start).endswith("ون") or line.word(zone.start) in words("many") - {"مصادر"}
    number = "p" if many and (kind in ("unnamed", "office") or not person) else form.number or ""
    a, b = place or (start, end)
    hung = cast.text[max(0, a - 1) : a + 1] == "لل"  # «للوزارة» is ل and «الوزارة»
    name = "ال" + cast.text[a + 1 : b] if hung else cast.text[a:b]
    return Speaker(name, a, b, text, kind, form.gender or "", number)


def _cut(line: Line, zone: Zone, cast: Cast) -> Zone | None:
    """The phrase up to where another clause begins; None where it cannot speak."""
    named = cast.tokens_of_people(line, zone)
    if zone.start not in named and line.word(zone.start + 1) in speakers().polite and not begins_noun(line, zone.start):
        zone = Zone(zone.start + 1, zone.end)  # «ثم تجول سموه في»: the verb of one who is pointed at
    zone = voices.cut(line, zone, named)
    first = line.word(zone.start)
    forename = zone.start + 1 in named and could_be_name(first) and not voices.is_governed(first)
    return zone if zone.start in named or forename or voices.can_speak(line, zone) else None


def _last_named(line: Line, zone: Zone, cast: Cast, memory: Sequence[Speaker]) -> Place | None:
    """Who «الشاب» alone stands for: the last one who was named before."""
    word, before = line.word(zone.start), line.word(zone.start - 1)
    alone = zone.end <= zone.start + 2 and word.startswith("ال") and line.word(zone.end - 1) in words("epithets")
    alone = alone or (zone.end == zone.start + 1 and line.word(zone.end) in words("demonstratives") and not word.startswith("ال"))
    shown = before in words("demonstratives") and word.startswith("ال") and bare(word) in speakers().offices
    called = word.startswith("ال") and bare(word) in words("professions") and not _names_body(line, zone)
    if not (alone or shown or called):
        return None
    spoke = next((m for m in reversed(memory) if m.kind == "named"), None) if called else None
    last = (spoke.start, spoke.end) if spoke else cast.last_before(line.tokens[zone.start].start)
    return cast.fullest(*last) if last else None


def _last_person(line: Line, zone: Zone, cast: Cast) -> tuple[Place | None, SpeakerKind]:
    """Whom «سموه» stands for where nobody has spoken: the last person who was named before."""
    last = cast.last_before(line.tokens[zone.start].start)
    return (cast.fullest(*last), "named") if last else (None, "office")


def _names_body(line: Line, zone: Zone) -> bool:
    """Whether the phrase tells where one has his office («المدرب في النادي»): he may be another."""
    return any(line.word(k) in words("governing") or begins_body(line, k) for k in range(zone.start + 1, zone.end))


def is_somebody(line: Line, zone: Zone, cast: Cast) -> bool:
    """Whether the phrase begins with a name that is known, an office, a body or a medium."""
    zone = trim(line, zone)
    if zone.end <= zone.start or line.word(zone.start)[:1] == "ل":
        return False
    start, end = line.tokens[zone.start].start, line.tokens[zone.end - 1].end
    known = bool(cast.people_in(start, end)) or cast.knows(start, end) or is_seat(line, zone.start)
    return known or begins_office(line, zone.start) or cast.is_body(start)


def is_paper(line: Line, at: int) -> bool:
    """Whether a paper in which somebody speaks stands at `at`, without article («بيان»، «بلاغ»)."""
    return any(split.stem in speakers().papers for split in splits(line.word(at)) if not split.article)


def is_seat(line: Line, at: int) -> bool:
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
    hung = hung or (token.text[0] == "و" and bare(token.text[1:]) in those_who_speak() and not begins_noun(line, at))
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
        if word == "في" and line.word(k + 1) in words("one_of"):
            return line.tokens[k - 1].end  # «المنظمة في واحد من التقارير»
        if new and begins_body(line, zone.start):
            return line.tokens[k - 1].end
    return line.tokens[zone.end - 1].end


def _kind(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> SpeakerKind | None:
    first = line.word(zone.start)
    if line.kind(zone.start) == "q":
        return "body"
    if first in speakers().polite:
        return "office"
    if first in words("some_of_them") | words("circumstances_alone") or first[:1].isdigit():
        return "unnamed"
    if first == "علي":
        return "named"
    first = _plain(line, zone.start)
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
    return "named" if line.kind(zone.start) == "w" and could_be_name(first) else None


def _plain(line: Line, at: int) -> str:
    """The word at `at` without و («، ومصادر تقول»), nor the ending of an accusative («لكن متحدثا قال»), where one who speaks is left."""
    word = line.word(at)
    if word[:1] == "و" and bare(word[1:]) in those_who_speak() and not begins_noun(line, at):
        return word[1:]
    if word.endswith("ا") and not word.startswith("ال") and begins_noun(line, at) and word[:-1] in those_who_speak():
        return word[:-1]
    return word


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
    return "body" if stem in who.bodies or stem in who.papers or stem in who.things or is_seat(line, zone.start) else None


def _resolved(line: Line, zone: Zone, cast: Cast, kind: SpeakerKind, memory: Sequence[Speaker]) -> Place | None:
    """The place of the name that the words stand for: an office's holder, a surname's full name, a capital's country."""
    start, end = line.tokens[zone.start].start, line.tokens[zone.end - 1].end
    words = [line.word(k) for k in range(zone.start, zone.end) if line.word(k)]
    if kind == "named":
        end = _named_end(line, zone)
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
    if kind == "body" and bare(words[0]) in speakers().papers | speakers().things:
        maker = next(
            (
                k
                for k in range(zone.start + 1, zone.end)
                if (begins_body(line, k) and (not definite or line.word(k - 1) in ("عن", "من")))
                or (k == zone.start + 1 and not definite and _hung(line, k))
            ),
            None,
        )
        if maker is not None:
            stop = next((k for k in range(maker + 1, zone.end) if line.word(k) == "عن"), zone.end)
            return _start(line, maker), line.tokens[stop - 1].end
    if kind == "body" and definite and len(words) == 1 and bare(words[0]) in ("بيان", "تقرير", "بلاغ"):
        writer = next((m for m in reversed(memory) if m.kind in ("body", "outlet")), None)
        if writer is not None:
            return writer.start, writer.end
    if kind == "body" and len(words) <= _POINTING:
        country = cast.country(line.source[start:end])
        if country is not None:
            return country
    return _pointed_at(words, memory) if definite and len(words) <= _POINTING else None


def _named_end(line: Line, zone: Zone) -> int:
    """Where a name that nobody found ends: before a preposition («بسام من الجنسية …»)."""
    end = next((k for k in range(zone.start + 1, zone.end) if line.word(k) in words("governing")), zone.end)
    end = min(end, name_end(line, zone.start, zone.end))
    return line.tokens[end - 1].end


def _pointed_at(words: Sequence[str], memory: Sequence[Speaker]) -> Place | None:
    """Who was called by the same noun before («الوكالة» after «وكالة …»)."""
    head = bare(words[0])
    for past in reversed(memory):
        said = past.heads
        if head in said[:1] and all(bare(word) in said for word in words[1:]):
            return past.start, past.end
    return None
