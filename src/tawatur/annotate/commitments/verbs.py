"""Reports whose word is a verb: «تعهد الوزير بدفع»، «خرقت القوات الهدنة»، «دخل الاتفاق حيز التنفيذ»."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.commitments import matter, parties
from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import next_pact, pact
from tawatur.annotate.commitments.drafts import Draft
from tawatur.annotate.commitments.lexicon import Form, actors, forms, mutual, words
from tawatur.annotate.commitments.speaking import subject_of_speech
from tawatur.annotate.commitments.takes import Taken, complement
from tawatur.arabic.clitics import bare
from tawatur.records.commitment import Pact, Party, ReportKind
from tawatur.records.quote import Quote

_KINDS: dict[str, ReportKind] = {
    "made": "made", "intended": "intended", "deadline": "made", "kept": "kept", "broken": "broken",
    "prolonged": "prolonged", "demanded": "demanded", "denied": "denied",
}  # fmt: skip
# verbs that promise nothing but by the agreement they name
_BY_PACT = frozenset({"pact", "to_pact", "on_pact", "b_pact", "from_pact", "of_pact", "truce", "bond", "claim", "denial"})
# verbs that only someone can be the subject of
_PLAIN = frozenset({"تعهد", "التزم", "اتفق", "توافق"})
_PREPOSITIONS = frozenset({"في", "من", "عن", "علي", "الي", "خلال", "بعد"})
# what the subject of such a verb only says of others
_ONLY_SAID = frozenset({"claim", "denial"})
# tokens of a complement in which an agreement names it, and of a demand or denial
_CLOSE, _FAR = 4, 8
# tokens after a verb in which an agreement that is its subject stands
_NEAR = 6
# tokens between «وعد» and what is promised: a subject with a title and a name
_PROMISED = 9


def find(clause: Clause, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Give the reports of a sentence that a verb makes."""
    for at in range(len(clause)):
        if clause.name[at] is not None:
            continue
        for form in forms().get(clause.word(at), ()):
            draft = _draft(clause, at, form, quotes)
            if draft:
                yield from draft
                break


def _draft(clause: Clause, at: int, form: Form, quotes: Sequence[Quote]) -> list[Draft]:
    negated = _negated(clause, at)
    if form.takes == ("itself",):
        return [] if negated else _of_itself(clause, at, form)
    kind = _KINDS[form.kind]
    if _doubtful(clause, at, form) or (kind == "kept" and form.tense == "present" and "b" not in form.takes and not negated):
        return []
    if kind == "kept" and form.tense == "future":
        kind = "made"
    if negated:
        if form.lemma not in ("التزم", "وفي", "نفذ", "احترم", "اوفي", "تقيد") or clause.word(at - 1) not in (
            "لم",
            "ولم",
            "لا",
            "ولا",
        ):
            return []
        kind = "broken"
        taken = next(((takes, t) for takes in ("b_pact", "pact") if (t := complement(clause, at, takes))), None)
    else:
        taken = next(((takes, found) for takes in form.takes if (found := complement(clause, at, takes))), None)
    if taken and kind in ("kept", "broken", "prolonged") and taken[0] == "pact" and _governed(clause, at, taken[1].limit):
        return []
    if taken and form.lemma == "وعد" and taken[1].limit - at > _PROMISED:
        return []  # «وعدّ»: and held it to be
    if taken is None:
        made = form.lemma in ("وقع", "ابرم") and form.tense == "past" and not negated
        return _of_itself(clause, at, form) if (made and pact(clause, at - 1)) or (made and pact(clause, at - 2)) else []
    return _with(clause, at, form, kind, *taken, quotes)


def _with(
    clause: Clause, at: int, form: Form, kind: ReportKind, takes: str, taken: Taken, quotes: Sequence[Quote]
) -> list[Draft]:
    if _done_at_once(clause, form, taken):
        return []
    named = next_pact(clause, taken.start, _FAR if takes in _ONLY_SAID else _CLOSE)
    if form.lemma == "التزم" and kind == "made" and named and named[1] == taken.start and form.tense == "past":
        kind = "kept"
    by, to, said = _roles(clause, at, form, takes, taken, quotes)
    if (not by and takes not in _BY_PACT) or (form.lemma == "قرر" and _of_persons(clause, by)):
        return []
    if takes == "pact" and form.lemma in ("وقع", "ابرم") and not by and next_pact(clause, at + 1, 2) is None:
        return []  # a signing without a subject counts where the agreement follows: «وقع الاتفاق»
    end = matter.end_of(clause, taken.start)
    pieces = matter.split(clause, taken.start, end, takes) if takes in ("b", "on", "deed") else [(taken.start, end)]
    return [
        Draft(
            kind=_turned(clause, taken.start, kind),
            cue=at,
            start=start,
            end=stop,
            by=by,
            to=to,
            condition=matter.condition(clause, start, stop),
            pact=named[0] if named else _mentioned(clause, at, taken),
            past=form.tense in ("past", "participle"),
            said_by=said,
        )
        for start, stop in pieces
    ]


def _done_at_once(clause: Clause, form: Form, taken: Taken) -> bool:
    """Whether what is decided or approved is done by that («قررت المحكمة تأجيل الجلسة»)."""
    listed = {"قرر": "at_once", "وافق": "approved_at_once"}.get(form.lemma)
    return listed is not None and clause.bare(taken.start) in words(listed)


def _roles(
    clause: Clause, at: int, form: Form, takes: str, taken: Taken, quotes: Sequence[Quote]
) -> tuple[tuple[Party, ...], tuple[Party, ...], str | None]:
    """Who undertakes, to whom, and who says so where the subject of the verb only says it."""
    by = _subject(clause, at, taken, form, quotes)
    to = addressees(clause, at + 1, taken.limit)
    if takes == "claim" and not form.prefix:
        by = parties.before(clause, at) or by  # what stands behind is asked, not asking
    if takes in _ONLY_SAID:
        return (), to, by[0].text if by else _spoke(clause, at, quotes, takes)
    if form.lemma in mutual():
        return by + tuple(one for one in to if one.text not in {party.text for party in by}), (), None
    return by, to, None


def _of_persons(clause: Clause, by: Sequence[Party]) -> bool:
    """Whether only persons without an office are named: what they make up their minds to is a tale, seldom an undertaking."""
    names = [clause.name[clause.at(party.start)] if party.phrase == party.text else None for party in by]
    return all(name is not None and name.type == "person" for name in names)


def _spoke(clause: Clause, at: int, quotes: Sequence[Quote], takes: str) -> str | None:
    """Who denies, where a participle says so: the last who spoke."""
    before = (quote.speaker_name for quote in reversed(quotes) if quote.start <= clause.starts[at])
    return next(before, None) if takes == "denial" else None


def _turned(clause: Clause, at: int, kind: ReportKind) -> ReportKind:
    """To agree on prolonging is to prolong."""
    word = clause.bare(at).removeprefix("ب")
    return "prolonged" if kind == "made" and word in ("تمديد", "التمديد") and next_pact(clause, at + 1, 3) else kind


def _mentioned(clause: Clause, at: int, taken: Taken) -> Pact | None:
    """An agreement by which it is undertaken («بموجب الاتفاق»)."""
    for k in range(at + 1, taken.limit):
        found = pact(clause, k) if clause.word(k - 1) == "بموجب" else None
        if found:
            return found[0]
    return None


def _subject(clause: Clause, at: int, taken: Taken, form: Form, quotes: Sequence[Quote]) -> tuple[Party, ...]:
    """The subject after the verb, else before it, else the one who speaks where a pronoun stands for him."""
    strict = form.lemma not in _PLAIN
    following = parties.after(clause, at, taken.limit, loose=not strict)
    if following:
        return following
    if form.lemma in ("وقع", "ابرم") and pact(clause, at + 1):
        leading = parties.before(clause, at, loose=form.number == "p") if not form.prefix else ()
        return leading or _trailing(clause, at + 2)
    leading = parties.before(clause, at, loose=form.number == "p" or not strict) if not form.prefix else ()
    return leading or subject_of_speech(clause, at, quotes)


def _trailing(clause: Clause, start: int) -> tuple[Party, ...]:
    """The subject behind the object: «وقع الاتفاق في مدينة كذا وزير الري»."""
    for at in range(start, min(len(clause), start + 2 * _NEAR)):
        word = clause.word(at)
        if word in (".", "،", ","):
            return ()
        if clause.name[at] and clause.word(at - 1) in words("ends"):
            continue
        governed = clause.word(at - 1) in words("ends") or clause.word(at - 1)[:1] == "ب"
        if bare(word) in actors() and not governed:
            return parties.parties(clause, at, parties.phrase(clause, at, len(clause))[1])
    return ()


def addressees(clause: Clause, start: int, end: int) -> tuple[Party, ...]:
    """Those to whom or with whom: after «مع»، or a name or body after لـ."""
    found: list[Party] = []
    for at in range(start, end):
        word = clause.word(at)
        name = clause.name[at]
        if word == "مع":
            first, last = parties.phrase(clause, at + 1, end)
            found += parties.parties(clause, first, last)
        elif word.startswith("ل") and name and name.type in ("person", "country") and clause.starts[at] < name.start:
            found += parties.parties(clause, at, parties.phrase(clause, at, end)[1])
    return tuple(found)


def conditional(clause: Clause, at: int) -> bool:
    """Whether a condition stands before, in the same part of the sentence («إذا لم تلتزم»)."""
    for k in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if clause.word(k) in ("،", ",", ".", "؛"):
            return False
        if clause.word(k) in ("اذا", "لو", "حال", "واذا", "فاذا", "ان لم", "والا"):
            return True
    return False


def _negated(clause: Clause, at: int) -> bool:
    word = clause.word(at - 1)
    if word in ("تزال", "يزال", "زالت", "زال"):
        return False
    return word in words("negations") and not (word == "ما" and clause.word(at - 2) in ("ان", "عن", "علي", "وفق", "بعد"))


def _governed(clause: Clause, at: int, end: int) -> bool:
    """Whether a preposition stands between a verb and what seems its object («نفذت من خلال … صفقة»)."""
    return any(clause.word(k) in _PREPOSITIONS and not clause.name[k] for k in range(at + 1, end))


def _doubtful(clause: Clause, at: int, form: Form) -> bool:
    """Whether the verb only may be so, is asked for, or hangs on a condition («إذا تعهدت»، «أن تلتزم»)."""
    word = clause.word(at - 1)
    if "\u064b" in clause.source[clause.starts[at] : clause.ends[at]]:
        return form.tense != "participle"  # with the ending of a noun («تعهدًا»)
    if conditional(clause, at) or (form.tense == "past" and not form.prefix and word in words("before_nouns") - {"ان"}):
        return True  # «في حال خرق الاتفاق»: a noun of the same letters
    if form.lemma == "اتفق" and form.tense == "present" and not clause.word(at).endswith("ان"):
        return True  # of one mind: «يتفق الباحثون على»
    if form.lemma in ("وافق", "قرر", "وقع", "ابرم") and form.tense == "present" and at > _NEAR:
        return True  # what one does as a rule; a headline begins with it
    if form.tense == "past" and word in ("قد", "وقد", "فقد", "او", "ان", "حتي", "بان"):
        done = clause.word(at - 2) in ("بعد", "منذ", "وبعد", "سبق") and form.lemma != "قرر"  # «بعد أن وافقت»: it is so
        return word == "حتي" or (word == "ان" and not done and form.kind in ("made", "intended"))
    if form.tense == "present" and word in ("ان", "بان", "قد", "وقد", "لان"):
        return True
    return word in words("doubts") - {"ان", "قد", "وقد", "فقد", "بان", "او"}


def _of_itself(clause: Clause, at: int, form: Form) -> list[Draft]:
    """The agreement is the subject: «دخلت الهدنة حيز التنفيذ»، «ويسري الاتفاق»، «انهارت الهدنة»."""
    place = _subject_pact(clause, at)
    if form.kind == "broken" and (form.tense != "past" or conditional(clause, at)):
        return []
    if place is None or (form.lemma == "دخل" and not _into_force(clause, at)):
        return []
    kind = _pact_kind(clause, place)
    if kind in (None, "bond"):
        return []
    provides = form.kind == "provides"
    tells: ReportKind = "made" if provides or (form.tense != "past" and form.kind == "kept") else _KINDS[form.kind]
    start = min(at, place)
    if provides:
        taken = complement(clause, max(at, place), "on") or complement(clause, max(at, place), "b")
        if taken is None:
            return []
        start = taken.start
    return [Draft(kind=tells, cue=at, start=start, end=matter.end_of(clause, start), pact=kind, past=form.kind == "made")]


def _subject_pact(clause: Clause, at: int) -> int | None:
    """The agreement that is the subject: just after the verb, else at the head of the clause before it."""
    for k in (at + 1, at + 2):
        if pact(clause, k) and clause.word(k)[:1] not in "بل" and clause.word(k - 1) not in words("ends"):
            return k
    for k in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if clause.sign(k) and clause.word(k) not in ("«", "»", '"'):
            return None
        if pact(clause, k) and clause.word(k)[:1] not in "بل":
            before = clause.word(k - 1)
            return k if clause.sign(k - 1) or before in words("starts") else None
    return None


def _pact_kind(clause: Clause, at: int) -> Pact | None:
    found = pact(clause, at)
    return found[0] if found else None


def _into_force(clause: Clause, at: int) -> bool:
    return any(clause.word(k) in ("حيز", "التنفيذ", "السريان") for k in range(at + 1, min(len(clause), at + 12)))
