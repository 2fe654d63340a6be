"""What one says that one will do: «قال إنه سيدفع»، «أن حكومته ستعلق»، «لن نترك»، «أن اللجنة سترفع تقريرها خلال أسبوع»."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tawatur.annotate.commitments import matter, parties
from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.drafts import Draft
from tawatur.annotate.commitments.lexicon import words
from tawatur.annotate.commitments.speaking import speaker
from tawatur.arabic.fold import fold
from tawatur.records.commitment import Party
from tawatur.records.quote import Quote

_PRONOUNS = frozenset({"انه", "بانه", "انها", "بانها", "انهم", "بانهم", "انهما", "انا", "اننا", "باننا", "اني", "انني"})
# letters of «سي», «ست» with the least verb after them
_PERSON = 3
# nouns and perfects that begin with سي or ست, with whatever ending («سياستها»، «سيطرت»)
_NOUN = re.compile("سياس|سيار|سياد|سياح|ستين|سيول|سينم|سينار|سياق|سيطر(ت|وا|ه|ته|تها|تهم|تنا|ا)?$")
_BREAKS = frozenset({"،", ",", ".", ":", "؛", "«", '"', "“", "”"})
_THAT = frozenset({"ان", "بان", "وان", "وبان"})
# tokens of «الشركة» with what hangs on it, before its verb
_REACH = 5
# tokens after the verb in which the deadline stands that makes a plan an undertaking
_FAR = 14


def find(clause: Clause, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Give what the speakers of a sentence say that they will do."""
    for at in range(len(clause)):
        verb = _future(clause, at)
        if verb is None:
            continue
        holder = _holder(clause, at, quotes)
        if holder is None or fold(holder.cue.text) in words("opining"):
            continue
        by = _who(clause, at, verb, holder, _sure(clause, holder))
        if by:
            end = matter.end_of(clause, at)
            yield Draft(
                kind="made", cue=at, start=at, end=end, by=by, condition=matter.condition(clause, at + 1, end), past=False
            )


def _sure(clause: Clause, quote: Quote) -> bool:
    """Whether it is certain who speaks: he is named in the sentence, or the cue goes on with his words («وأضاف»، «مؤكدا»)."""
    cue = fold(quote.cue.text)
    if quote.speaker_start is not None and clause.starts[0] <= quote.speaker_start < clause.ends[-1]:
        return True
    return bool(quote.speaker_text) or cue in words("going_on") or cue.startswith("م")


def _holder(clause: Clause, at: int, quotes: Sequence[Quote]) -> Quote | None:
    place = clause.starts[at]
    inside = [quote for quote in quotes if quote.start <= place < quote.end]
    return min(inside, key=lambda quote: quote.end - quote.start, default=None)


def _future(clause: Clause, at: int) -> str | None:
    """The verb without its mark of the future, its person's letter first; None for what befalls one."""
    word = clause.word(at)
    if clause.name[at]:
        return None
    if word in ("لن", "سوف"):
        verb = clause.word(at + 1)
    elif _marked(clause, at, word):
        verb = word[1:]
    else:
        return None
    if len(verb) < 3 or verb[0] not in "يتنا" or _befalls(verb[1:]):
        return None
    return verb


def _marked(clause: Clause, at: int, word: str) -> bool:
    """Whether a word is an imperfect with س, and no noun that begins so."""
    if word[:2] == "سا":
        return clause.source[clause.starts[at] + 1] == "أ"
    fits = word[:1] == "س" and len(word) > _PERSON and word[1] in "يتن"
    return fits and not _NOUN.match(word) and word not in words("not_future")


def _befalls(stem: str) -> bool:
    for ending in ("", "ون", "وا", "ان", "ه", "ها", "هم"):
        if stem.endswith(ending) and stem.removesuffix(ending) in words("befall"):
            return True
    return False


def _who(clause: Clause, at: int, verb: str, quote: Quote, sure: bool) -> tuple[Party, ...]:
    """The one who will do it: the speaker himself where it is certain who he is, or the body that is his own."""
    first = abs(clause.starts[at] - quote.start) <= 1
    if verb[0] in "نا":
        if clause.word(at) == "لن":
            return ()  # of ten such words drawn from the press four were only a manner of speaking («لن أنسى»)
        return speaker(quote) if sure and quote.kind != "indirect" and (first or clause.word(at - 1) in _BREAKS) else ()
    if clause.word(at - 1) in _PRONOUNS and first:
        return speaker(quote) if sure and _agrees(clause, at, quote) else ()
    return _body(clause, at, verb, quote)


def _agrees(clause: Clause, at: int, quote: Quote) -> bool:
    """Whether the pronoun of «أنه» can be the speaker's: a cue of a woman or a body wants «أنها», and «سيتم» has none."""
    cue = fold(quote.cue.text)
    feminine = cue.endswith(("ت", "ه", "ها"))
    pronoun = clause.word(at - 1)
    if clause.word(at)[:3] == "سيت" and len(clause.word(at)) == 4:
        return True
    if pronoun.endswith("ها") != (_person(clause, at) == "ت") and not pronoun.endswith(("هم", "هما")):
        return False  # «أنه ستشترك … القوات»: the pronoun is nobody's
    if pronoun.endswith(("هم", "هما")):
        return cue.endswith(("وا", "ون", "ا", "ان", "ين"))
    return pronoun.endswith("ها") == feminine


def _person(clause: Clause, at: int) -> str:
    """The letter of the verb's person."""
    word = clause.word(at)
    return clause.word(at + 1)[:1] if word in ("لن", "سوف") else word[1:2]


def _body(clause: Clause, at: int, verb: str, quote: Quote) -> tuple[Party, ...]:
    """«أن بلاده ستفتح»: a body of one's own; any other that acts only where a deadline is set with it."""
    for back in range(1, _REACH):
        start = at - back
        before = clause.word(start - 1)
        if start < 0 or clause.sign(start):
            return ()
        begins = before in _THAT or clause.starts[start] <= quote.start or clause.sign(start - 1)
        if begins and before in ("انه", "انها"):
            return ()
        if not begins:
            continue
        word = clause.word(start)
        definite = word.startswith("ال")  # «الشركة ستدفع»: the speaker's own where it stands alone and he is known
        own = word in words("own") and not (definite and (quote.speaker_kind == "unnamed" or back > 1))
        if own or _has_deadline(clause, at):
            found = parties.parties(clause, start, parties.phrase(clause, start, at)[1])
            if own and not found:
                text = clause.text(start, at)
                found = (Party(start=clause.starts[start], end=clause.ends[at - 1], text=text, phrase=text),)
            return _owner(found, quote) if own else found
        return ()
    return ()


def _owner(found: tuple[Party, ...], quote: Quote) -> tuple[Party, ...]:
    """The body, its phrase with the speaker's own words, which tell whose it is («بلاده»: the Turkish minister's)."""
    said = " ".join(filter(None, (quote.speaker_text, quote.speaker_name)))
    return tuple(replace(one, phrase=f"{one.phrase} {said}".strip(), of=quote.speaker_name) for one in found)


def _has_deadline(clause: Clause, at: int) -> bool:
    for k in range(at + 1, min(len(clause), at + _FAR)):
        if clause.word(k) in ("غضون", "اعتبارا", "ابتداء"):
            return True
        if clause.word(k) == "خلال" and (
            clause.word(k + 1)[:1].isdigit() or {clause.word(k + 1), clause.word(k + 2)} & words("units")
        ):
            return True
    return False
