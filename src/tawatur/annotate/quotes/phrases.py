"""The words that name a speaker: where they begin and end beside the cue, and the name in them without titles."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.annotate.quotes import nouns
from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import speakers, words
from tawatur.annotate.quotes.nouns import is_adverb, is_office, is_to_whom, noun_phrase
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare

_LONGEST = 30
# tokens of a bracket in an adverbial («في يوليو (تموز)»)
_BRACKET = 6


class Around(NamedTuple):
    """What stands between a cue and its statement: the subject, the one spoken to, the occasion, and the terms of a source."""

    subject: Zone | None
    addressee: Zone | None
    venue: Zone | None
    terms: Zone | None = None


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
    subject = addressee = venue = terms = None
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
        blessed = nouns.blessing_end(line, j)
        if blessed is not None:
            j = blessed
            continue
        asked = nouns.terms_end(line, j) if subject is not None and terms is None else None
        if asked is not None:
            terms = Zone(j, min(asked, end))
            j = terms.end
            continue
        named = any(p.start == j and not p.hung for p in people) or (j == start and _is_ali(line, j))
        if (
            not named
            and not nouns.begins_noun(line, j)
            and is_to_whom(line, j)
            and addressee is None
            and word not in words("pronominal")
            and word not in ("لدي", "لان")
        ):
            addressee = Zone(j, _addressee_end(line, j, end))
            j = addressee.end
        elif word == "علي" and line.word(j + 1) == "لسان":
            subject = Zone(min(j + 2, end), noun_phrase(line, j + 2, end, people))
            j = max(subject.end, j + 2)
        elif is_adverb(line, j) and not (named and subject is None):
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
    return Around(subject, addressee, venue, terms)


def _is_ali(line: Line, at: int) -> bool:
    """Whether «علي» right after a verb is the name and not «على»: with the letter ي, and a word that may be a name after it."""
    token, after = line.tokens[at], line.word(at + 1)
    written = token.text == "علي" and line.source[token.end - 1] == "ي"
    return (
        written
        and bool(after)
        and not after.startswith(("ال", "ان"))
        and after not in words("hard")
        and not is_adverb(line, at + 1)
    )


def _addressee_end(line: Line, at: int, end: int) -> int:
    j = at + 1
    while j < end and line.kind(j) in ("q", "-"):
        if line.kind(j) == "q" and j in line.close and line.close[j] < end:
            return line.close[j] + 1
        j += 1
    while j < end:
        if line.kind(j) == "q" and j in line.close and line.close[j] < end:
            return line.close[j] + 1
        if line.kind(j) != "w" or is_adverb(line, j) or is_office(line, j) or line.word(j) in words("hard"):
            break
        j += 1
    return j


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
        if line.tokens[j].text == "(":
            shut = next((k for k in range(j, min(end, j + _BRACKET)) if line.tokens[k].text == ")"), j)
            j = shut + 1
            continue
        if line.kind(j) in (",", "-"):
            return j + 1
        if (
            j > at + 1
            and is_office(line, j)
            and bare(line.word(j)) != line.word(j)
            and not _in_idafa(line, j)
            and not _is_adjective(line, j)
        ):
            return j
        j += 1
    return j


def _is_adjective(line: Line, at: int) -> bool:
    """Whether an office with the ending of origin goes with the occasion before it («المؤتمر الصحفي»، «اللقاء الإعلامي»)."""
    return line.word(at).endswith(("ي", "يه")) and bare(line.word(at - 1)) in speakers().occasions


def _in_idafa(line: Line, at: int) -> bool:
    """Whether the word at `at` hangs on an indefinite noun or a preposition before it («لقاء الوزير»، «مع الوزير»)."""
    before = line.word(at - 1)
    return bool(before) and not before.startswith("ال") and not before.startswith("لل") and before[-1:] not in "يه"
