"""The name of a person in a phrase: as it was found, made whole, or read from titles and offices."""

from tawatur.annotate.quotes import nouns
from tawatur.annotate.quotes.cast import Cast, Zone
from tawatur.annotate.quotes.lexicon import forms, speakers, words
from tawatur.annotate.quotes.nouns import begins_body
from tawatur.annotate.quotes.tokens import Line
from tawatur.annotate.quotes.voices import is_verbal_noun
from tawatur.arabic.clitics import bare, splits

Place = tuple[int, int]
# names before the one that was found, in a name found in part
_FORENAMES = 2
# tokens among which the office after a name begins
_APPOSED = 5


def person_in(line: Line, zone: Zone, cast: Cast, start: int, end: int) -> Place | None:
    """The name of a person in the phrase: its head or its apposition, not one whom an office serves."""
    found = cast.people_in(start, end)
    if found and found[0][0] == start:
        found = found[:1]
    for place in reversed(found):
        at = next((k for k in range(zone.start, zone.end) if line.tokens[k].end > place[0]), zone.start)
        if at > zone.start and _is_namesake(line, at - 1):
            continue  # «نائب مدير مؤسسة سامر الحلاق»
        hung = at > zone.start and line.tokens[at].start < place[0] and line.tokens[at].text[0] == "ل"
        if not hung and (at == zone.start or line.word(at - 1) not in words("serving")):
            if (
                line.tokens[at].text[0] == "و"
                and place[0] == line.tokens[at].start + 1
                and " " + cast.text[slice(*place)] in cast.text
            ):
                return place  # «والحلاق», who is also written without و
            return _whole(line, zone, at, place)
    return _by_grammar(line, zone, cast)


def _is_namesake(line: Line, at: int) -> bool:
    """Whether a body without article stands at `at`, of which the name after it is only the name («لمؤسسة فلان»)."""
    return any(
        not split.article and split.stem in words("namesakes") and split.preposition in ("", "ل", "ب")
        for split in splits(line.word(at))
    )


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
        and could_be_name(first)
        and not first.startswith("ال")
        and first not in forms()
        and bare(first) not in speakers().offices
    ):
        start = line.tokens[at - 1].start  # «وزير الخارجية الأمريكي فلان الفلاني», of whom the family name was found
    before = [line.word(k) for k in range(zone.start, at)]
    if len(before) <= _FORENAMES and all(
        word == "علي"
        or (could_be_name(word) and not word.startswith("ال") and not word.endswith(("ها", "هم")) and word not in forms())
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
        family = token.text.startswith("ال") and not _common(bare(token.text)) and last and not nouns.is_object(token.text)
        if not family and token.text not in ("بن", "ابن", "بنت") and line.word(k - 1) not in ("بن", "ابن", "بنت", "ال"):
            break
        end = token.end
    return start, end


def _by_grammar(line: Line, zone: Zone, cast: Cast) -> Place | None:
    """A name after an honorific, or after the definite end of an office («وزير الخارجية فلان الفلاني»)."""
    who = speakers()
    if line.kind(zone.start) != "w":
        return None
    before = _before_office(line, zone)
    if before is not None:
        return before
    son = next((k for k in range(zone.start + 1, zone.end - 1) if line.word(k) in ("بن", "بنت")), None)
    if son is not None and line.word(son - 1) and not line.word(son - 1).startswith("ال"):
        first = son - 2 if son - 2 >= zone.start and line.word(son - 2) in ("عبد", "ابو") else son - 1
        after = next((k for k in range(son + 2, zone.end) if not _in_lineage(line, k)), zone.end)
        return line.tokens[first].start, line.tokens[after - 1].end
    zone = _before_comma(line, zone)
    last = next((k for k in range(zone.end - 2, zone.start - 1, -1) if _is_title(line, k, zone)), None)
    if last is not None:
        k = last + 1
        while k + 1 < zone.end and (line.kind(k) != "w" or _adjective(line.word(k))) and line.kind(k + 1) in ("w", "-", ","):
            k += 1
        if (
            line.word(k)
            and (line.word(k) == "علي" or not _common(line.word(k)))
            and not (_adjective(line.word(k)) and bare(line.word(last)) in who.offices)
        ):
            return line.tokens[k].start, line.tokens[name_end(line, k, zone.end) - 1].end
    if bare(line.word(zone.start)) not in who.offices:
        return _after_calling(line, zone)
    for k in range(zone.start + 1, zone.end - 1):
        if _name_begins(line, k, zone, cast):
            return line.tokens[k].start, line.tokens[name_end(line, k, zone.end) - 1].end
    return None


def _after_calling(line: Line, zone: Zone) -> Place | None:
    """A name of two or three words after one definite word that tells what its bearer does («المطوفة فلانة الفلانية»)."""
    rest = range(zone.start + 1, zone.end)
    first = line.word(zone.start)
    if (
        not first.startswith("ال")
        or begins_body(line, zone.start)
        or first.endswith(("ون", "ين", "ات"))
        or len(rest) not in (2, 3)
    ):
        return None
    plain = all(line.kind(k) == "w" and could_be_name(line.word(k)) and line.word(k) not in forms() for k in rest)
    head = line.word(zone.start + 1)
    if not plain or head.startswith("ال") or head[0] in "بل" or line.word(zone.end - 1).endswith(("ها", "هم")):
        return None
    if any(
        is_verbal_noun(line.word(k)) or line.word(k) in words("governing") | words("matters") | words("objects") for k in rest
    ):
        return None
    return line.tokens[zone.start + 1].start, line.tokens[zone.end - 1].end


def name_end(line: Line, start: int, end: int) -> int:
    """Give the token before which a name that nobody found ends: after a family name with its article, where a word without one follows."""
    for k in range(start + 2, end):
        word, before = line.word(k), line.word(k - 1)
        if word in words("governing") and (word != "علي" or line.source[line.tokens[k].end - 1] == "ى"):
            return k  # «دونالد ترامب على تويتر»
        if nouns.is_object(word):
            return k
        family = (
            before.startswith("ال")
            and before != "ال"
            and before not in words("second_parts")
            and before not in speakers().honorifics
        )
        if family and not word.startswith("ال") and word not in ("بن", "ابن", "بنت", "ابو") and line.kind(k) == "w":
            return k
    return end


def _before_comma(line: Line, zone: Zone) -> Zone:
    """The phrase before its apposition, where a title and a name stand there («الدكتور فلان، الباحث في …»)."""
    comma = next((k for k in range(zone.start + 2, zone.end) if line.kind(k) == ","), None)
    return Zone(zone.start, comma) if comma is not None and _is_title(line, zone.start, zone) else zone


def _before_office(line: Line, zone: Zone) -> Place | None:
    """A name that its office follows («فلان الفلاني مدير الشركة»، «فلانة الفلانية، مديرة الشركة»)."""
    office = next((k for k in range(zone.start + 1, min(zone.end, zone.start + _APPOSED)) if nouns.is_office(line, k)), None)
    if office is None:
        return None
    end = office - (line.kind(office - 1) == ",")
    names = [line.word(k) for k in range(zone.start, end)]
    first = names[0] if names else ""
    plain = len(names) > 1 and not first.startswith("ال") and first not in forms() and all(could_be_name(word) for word in names)
    return (line.tokens[zone.start].start, line.tokens[end - 1].end) if plain else None


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
    if word.endswith("ا") and len(word) > 4 and line.word(k + 1).endswith("ه"):
        return False  # «توقع الوزير أدوارا إيجابية»
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
    word = word.removeprefix("و")
    return word.startswith("ال") and word.endswith(("ي", "يه", "العام", "المساعد", "الاول", "السابق", "التنفيذي"))


def could_be_name(word: str) -> bool:
    """Whether a name may begin with the word: no noun of an office or body, no particle."""
    return (
        len(word) > 1
        and word not in words("no_names")
        and word not in words("hard")
        and not _common(word)
        and not word.startswith(("وال", "فال", "بال", "لل"))
    )
