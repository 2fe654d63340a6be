"""Reports whose word is a noun: «أكد التزام بلاده بـ»، «أعلن عزمه على»، «اتهم … بخرق الاتفاق»."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.commitments import matter, parties
from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import is_deed, next_pact, opinion
from tawatur.annotate.commitments.drafts import Draft
from tawatur.annotate.commitments.lexicon import avowing, breaching, owned, unowned, words
from tawatur.annotate.commitments.verbs import conditional
from tawatur.records.commitment import Party, ReportKind
from tawatur.records.quote import Quote

# tokens between the verb and its noun: a subject with titles and name
_REACH = 16


def find(clause: Clause, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Give the reports of a sentence that a noun makes."""
    for at in range(len(clause)):
        word = clause.word(at)
        if clause.name[at] is not None:
            continue
        if word in owned():
            yield from _owned(clause, at, owned()[word], at + 1)
        elif word in unowned() and clause.word(at + 1) in words("own"):  # «التزام بلاده بـ»
            yield from _owned(clause, at, unowned()[word], at + 2)
        elif word in breaching():
            yield from _breach(clause, at)


def _owned(clause: Clause, at: int, kind: str, what: int) -> Iterator[Draft]:
    """«جدد الوزير تعهده بـ»: the subject of the verb undertakes."""
    verb = next((k for k in range(at - 1, max(-1, at - _REACH), -1) if clause.word(k) in avowing()), None)
    if verb is None or any(clause.word(k) in (".", "؛") for k in range(verb, at)):
        return
    if clause.word(what) in ("علي", "في"):
        what += 1
    elif clause.word(what)[:1] != "ب" and not is_deed(clause.word(what)) and clause.word(what) != "ان":
        return
    reported = any(clause.word(k) in ("ان", "بان", "انه", "انها") or opinion(clause, k) for k in range(verb + 1, at))
    if reported or opinion(clause, what) or clause.word(verb - 1) in words("negations"):
        return
    by = parties.after(clause, verb, at) or parties.before(clause, verb)
    if not by:
        return
    end = matter.end_of(clause, what)
    named = next_pact(clause, what, 4)
    told: ReportKind = "intended" if kind == "intended" else "made"
    yield Draft(
        kind=told,
        cue=at,
        start=what,
        end=end,
        by=by,
        condition=matter.condition(clause, what, end),
        pact=named[0] if named else None,
    )


def _breach(clause: Clause, at: int) -> Iterator[Draft]:
    """«اتهم الوزير القوات بخرق الهدنة»: the accused is said to have broken it, the accuser says so."""
    named = next_pact(clause, at + 1, 3)
    if named is None or clause.word(at - 1) in words("negations") or conditional(clause, at):
        return
    verb = next((k for k in range(at - 1, max(-1, at - 2 * _REACH), -1) if _accuses(clause, k)), None)
    if verb is None or not clause.word(at).startswith("ب"):
        return
    accuser, accused = _two(clause, verb, at)
    if not accused:
        return
    end = matter.end_of(clause, at)
    yield Draft(kind="broken", cue=at, start=at, end=end, by=accused, pact=named[0], said_by=accuser[0].text if accuser else None)


def _accuses(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    stem = word[1:] if word[:1] in "وف" else word
    return any(
        form in words("accusing")
        for form in (word, stem, stem.removesuffix("ت"), stem.removesuffix("وا"), stem.removesuffix("ا"))
    ) or (stem[:1] == "ت" and "ي" + stem[1:] in words("accusing"))


def _two(clause: Clause, verb: int, end: int) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The subject and the object between a verb and what follows: the object is the last name or body there."""
    first, last = parties.phrase(clause, verb + 1, end)
    named = [k for k in range(first, end) if clause.name[k] and (k == first or clause.name[k] is not clause.name[k - 1])]
    if not named:
        return parties.before(clause, verb), parties.parties(clause, first, last)
    split = named[-1]
    accused = parties.parties(clause, split, end)
    accuser = parties.parties(clause, first, min(split, last)) or parties.before(clause, verb)
    return accuser, accused
