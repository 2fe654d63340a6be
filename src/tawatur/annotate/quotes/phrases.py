"""The words that name a speaker: where they begin and end beside the cue, and the name in them without titles."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import forms, speakers, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

_LONGEST = 30


class Around(NamedTuple):
    """What stands between a cue and its statement: the subject, the one spoken to, and the occasion."""

    subject: Zone | None
    addressee: Zone | None
    venue: Zone | None


def around(draft: Draft, people: Sequence[Zone] = ()) -> Around:
    """Read the tokens between the cue of `draft` and its statement. `people` are names of persons in the line."""
    line = draft.line
    start, end = draft.cue_end, draft.begin
    if draft.how == "silent":
        end = next((k for k in range(start + 1, end) if line.word(k) in draft.form.prepositions), end)
        return read(line, start, end, people)
    if draft.form.group == "according" and not draft.form.object and draft.how == "after":
        stop = min(line.stops[draft.cue], start + _LONGEST, len(line.tokens))
        return Around(Zone(start, max(start + 1, noun_phrase(line, start, stop, people))), None, None)
    if draft.how == "after":
        end = min(line.stops[draft.cue], draft.cue_end + _LONGEST, len(line.tokens))
    else:
        while end > start and (_lead(line, end - 1) or _particle(line, end - 1)):
            end -= 1
    return read(line, start, end, people)


def _lead(line: Line, at: int) -> bool:
    """Whether the sign at `at` leads over to the statement: not a mark that closes a name, nor a closing bracket."""
    return (
        line.kind(at) in (":", ",")
        or (line.kind(at) == "q" and at not in line.open)
        or (line.kind(at) == "-" and line.tokens[at].text not in ")]")
    )


def _particle(line: Line, at: int) -> bool:
    word = line.word(at)
    return (word.startswith(("ان", "بان")) and len(word) <= 6 and word not in ("انباء", "انس")) or word in (
        "الي",
        "علي",
        "عن",
        "من",
    )


def read(line: Line, start: int, end: int, people: Sequence[Zone] = ()) -> Around:
    """Read the tokens `start` to `end` after a cue."""
    subject = addressee = venue = None
    j = start
    while j < end:
        kind, word = line.kind(j), line.word(j)
        if kind != "w":
            if kind == "q" and subject is None and j in line.close and line.close[j] < end:
                subject = Zone(j, noun_phrase(line, j, end, people))
                j = subject.end
                continue
            j += 1
            continue
        if _to_whom(line, j) and addressee is None and word not in ("لدي", "لها", "لهم", "لان"):
            addressee = Zone(j, _addressee_end(line, j, end))
            j = addressee.end
        elif is_adverb(line, j):
            stop = _adverb_end(line, j, end)
            if venue is None and _is_occasion(line, j):
                venue = Zone(j, stop)
            j = stop
        elif word in words("no_subjects"):
            j += 1
        elif subject is None:
            subject = Zone(j, noun_phrase(line, j, end, people))
            j = max(subject.end, j + 1)
        else:
            j += 1
    return Around(subject, addressee, venue)


def _to_whom(line: Line, at: int) -> bool:
    word = line.word(at)
    return (word.startswith("ل") and len(word) > 2) or word == "ل"


def _addressee_end(line: Line, at: int, end: int) -> int:
    j = at + 1
    while j < end and line.kind(j) in ("q", "-"):
        if line.kind(j) == "q" and j in line.close and line.close[j] < end:
            return line.close[j] + 1
        j += 1
    while j < end:
        if line.kind(j) == "q" and j in line.close and line.close[j] < end:
            return line.close[j] + 1
        if line.kind(j) != "w" or is_adverb(line, j) or _office(line, j):
            break
        j += 1
    return j


def _office(line: Line, at: int) -> bool:
    word = line.word(at)
    return bare(word) in speakers().offices or word in speakers().honorifics


def is_adverb(line: Line, at: int) -> bool:
    """Whether an adverbial of time, place or manner begins at `at`."""
    word = line.word(at)
    if word in words("pronominal"):
        return True
    if word in words("adverbials"):
        return True
    return word in speakers().adverbs


def _is_occasion(line: Line, at: int) -> bool:
    return line.word(at) in words("of_occasion") and bare(line.word(at + 1)) in speakers().occasions


def _adverb_end(line: Line, at: int, end: int) -> int:
    """Where an adverbial ends: at a comma, or where an office, as a new noun phrase, begins."""
    if line.word(at) in words("pronominal"):
        return at + 1
    if line.word(at) in words("times") and line.word(at) not in words("open_times"):
        return at + 1
    j = at + 1
    while j < end:
        if line.kind(j) == "q" and j in line.close and line.close[j] < end:
            j = line.close[j] + 1
            continue
        if line.kind(j) in (",", "-"):
            return j + 1
        if j > at + 1 and _office(line, j) and bare(line.word(j)) != line.word(j) and not _in_idafa(line, j):
            return j
        j += 1
    return j


def _in_idafa(line: Line, at: int) -> bool:
    """Whether the word at `at` hangs on an indefinite noun or a preposition before it («لقاء الوزير»، «مع الوزير»)."""
    before = line.word(at - 1)
    return bool(before) and not before.startswith("ال") and not before.startswith("لل") and before[-1:] not in "يه"


def noun_phrase(line: Line, start: int, end: int, people: Sequence[Zone]) -> int:
    """Where the noun phrase that begins at `start` ends."""
    j = start
    named, alone = False, -1
    while j < end and j - start < _LONGEST:
        kind, word = line.kind(j), line.word(j)
        if named and kind == "w" and not _after_name(line, j) and not (j == alone and _could_be_name(line, j)):
            break
        named = named and not (kind == "w" and _office(line, j) and bare(word) == word)
        person = next((p for p in people if p.start <= j < p.end), None)
        if person is not None:
            alone = person.end if person.end - person.start == 1 else -1
            named, j = True, min(max(person.end, j + 1), end)
            continue
        if kind == "q":
            shut = line.close.get(j)
            if shut is None or shut >= end or line.count(j, shut) > 5:
                break
            j = shut + 1
            continue
        if line.tokens[j].text == "." and kind == "-":
            j += 1
            continue
        if kind in (",", "-"):
            if not _apposition(line, j, end, named):
                break
            j += 1
            continue
        if kind != "w" or (j > start and _ends_phrase(line, start, j, named)):
            break
        j += 1
    return j


def _could_be_name(line: Line, at: int) -> bool:
    """Whether the word after a name of one word may be the rest of it: no pronoun on its end, no verb, no particle."""
    word = line.word(at)
    return (
        len(word) > 2
        and not word.endswith(("ه", "ها", "هم"))
        and word not in forms()
        and not is_adverb(line, at)
        and not _to_whom(line, at)
        and word[0] not in "بوف"
    )


def _after_name(line: Line, at: int) -> bool:
    """Whether the word at `at` can go on with the phrase after a name: a family name or adjective, or an office."""
    word = line.word(at)
    return (
        word.startswith("ال")
        or word in ("بن", "ابن", "بنت", "ال", "ابو")
        or _office(line, at)
        or line.word(at - 1) in ("بن", "ابن", "عبد", "و")
        or word.startswith("و")
    )


def _apposition(line: Line, at: int, end: int, named: bool) -> bool:
    """Whether the comma at `at` stands between an office and its holder's name («المتحدث باسم الوزارة، فلان»)."""
    if line.tokens[at].text in "(":
        return True
    if line.tokens[at].text == ")":
        return True
    if named or line.kind(at) != "," or at + 1 >= end:
        return False
    word = line.word(at + 1)
    return bool(word) and not is_adverb(line, at + 1) and not _to_whom(line, at + 1) and not word.startswith("و")


def _to_medium(line: Line, at: int) -> bool:
    """Whether the words at `at` are spoken to a medium or its people («لصحيفة…»، «للصحافيين»، «لـ«…»»)."""
    word = line.word(at)
    if word == "ل":
        return line.kind(at + 1) == "q"
    stem = word[1:].removeprefix("ل")
    return bare(stem) in speakers().outlets or stem in words("media")


def _head(line: Line, at: int) -> bool:
    """Whether the phrase at `at` begins with an office or a body, on which «ل…» may hang («مدير عام لشركة…»)."""
    return begins_office(line, at)


def _ends_phrase(line: Line, start: int, at: int, named: bool) -> bool:
    word = line.word(at)
    if at > start and (
        word in speakers().own_occasions or (word.endswith(("اءها", "اءه", "ائها", "اتها", "اته")) and not word.startswith("ال"))
    ):
        return True
    if word in words("hard") or word in words("times") or word in words("pronominal"):
        return True
    if word == "عن":
        return bare(line.word(at - 1)) not in words("with_an")
    if any(form.use == "finite" and form.bound == "و" and form.group == "say" for form in forms().get(word, ())):
        return True
    if _to_whom(line, at) and (
        _to_medium(line, at) or named or (not _head(line, start) and not word.startswith(("لو", "لا", "لي")))
    ):
        return True
    if word in ("في", "من", "علي", "عبر", "الي", "عن", "مع", "ضمن", "حول", "بشان"):
        if word == "علي" and not named and bare(line.word(at - 1)) in words("with_ala"):
            return False
        if word == "الي" and not named:
            return not _head(line, start) or at - start < 2
        return (
            named
            or bare(line.word(at + 1)) in speakers().occasions
            or line.word(at + 1) in words("times")
            or word in ("عبر", "الي", "حول", "بشان")
        )
    return word in speakers().adverbs and word not in ("علي", "العام", "الاول", "اول", "السنه", "الشهر")


def begins_office(line: Line, at: int) -> bool:
    """Whether an office, a body, a medium or an unnamed source begins at `at`, with or without clitics."""
    who = speakers()
    return any(
        bare(s.stem) in who.offices | who.bodies | who.outlets | who.unnamed
        or (s.stem in who.honorifics and s.stem not in words("weak_ranks"))
        for s in splits(line.word(at))
    )


def begins_noun(line: Line, at: int) -> bool:
    """Whether an office, a body, a medium or an unnamed source begins at `at`, not hung on a preposition or و."""
    who, word = speakers(), line.word(at)
    known = who.offices | who.bodies | who.outlets | who.unnamed
    return bare(word) in known or (word in who.honorifics and word not in words("weak_ranks"))


def begins_body(line: Line, at: int) -> bool:
    """Whether a body or a medium begins at `at`: a noun of its own, or hung on the one before it with ل."""
    who = speakers()
    return any(
        bare(s.stem) in who.bodies | who.outlets and (s.preposition in ("", "ل")) and not s.conjunction
        for s in splits(line.word(at))
    ) and bare(line.word(at)) not in words("loose_bodies")
