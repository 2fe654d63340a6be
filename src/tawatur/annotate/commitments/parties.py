"""Who undertakes: the noun phrase that is a verb's subject, or the one whom the words before point at."""

from collections.abc import Iterator
from itertools import zip_longest

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import is_deed
from tawatur.annotate.commitments.lexicon import actors, words
from tawatur.arabic.clitics import bare
from tawatur.records.commitment import Party

# tokens of the longest subject that is looked at
_LONGEST = 18


def phrase(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Where the noun phrase that begins at `start` ends, at `end` at the latest; what stands before it between verb and subject is passed."""
    while start < end and (clause.word(start) in words("between") or clause.sign(start)) and not clause.name[start]:
        start += 1
    at = start
    while at < min(end, start + _LONGEST):
        word = clause.word(at)
        if word in ("،", ",") and _goes_on(clause, start, at):
            at += 1
            continue
        if word == "من" and bare(clause.word(at - 1)) in words("counted") and at > start:
            at += 1
            continue
        if at > start and not clause.name[at] and _another_part(clause, at):
            break
        if not clause.name[at] and (word in words("ends") or word in words("between") or _stops(clause, at)):
            break
        at += 1
    while at > start and clause.sign(at - 1):
        at -= 1
    return start, at


def _another_part(clause: Clause, at: int) -> bool:
    """Whether what cannot be of the phrase stands at `at`: a verbal noun after a definite word, or after بـ; a verb with س."""
    word = clause.word(at)
    if word[:1] == "ب" and is_deed(word[1:].removeprefix("ال")):
        return True
    if word[:2] in ("سي", "ست") and len(word) > _SHORT and word not in words("not_future"):
        return True
    return is_deed(word) and clause.word(at - 1).startswith("ال")


def _goes_on(clause: Clause, start: int, at: int) -> bool:
    """Whether a name in apposition, or one more who acts, stands after a comma."""
    after = clause.name[at + 1] if at + 1 < len(clause) else None
    if at == start:
        return False
    if after and after.type == "person":
        part = next((k for k in range(at - 1, start, -1) if _another(clause, k)), start)
        return not any(clause.name[k] and clause.name[k].type == "person" for k in range(part, at))  # type: ignore[union-attr]
    word = clause.word(at + 1)
    return clause.name[at - 1] is not None and word[:1] == "و" and bare(word[1:]) in actors()


def _stops(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    if word in ("«", "»", '"', "“", "”", "(", ")", "'", "-"):
        return False
    return clause.sign(at) or word.isdigit()


def parties(clause: Clause, start: int, end: int) -> tuple[Party, ...]:
    """The parties that the phrase of the tokens `start` to `end` names; none where it names nobody who can act."""
    if start >= end or end - start > _LONGEST:
        return ()
    found: list[Party] = []
    begin = start
    for at in range(start + 1, end + 1):
        if at == end or _another(clause, at):
            found += _party(clause, begin, at, clause.text(start, end))
            begin = at
            if not found:
                return ()  # the first tells whether it is a subject at all
    return tuple(found)


def _another(clause: Clause, at: int) -> bool:
    """Whether one more who acts is joined by و at `at`."""
    word, name = clause.word(at), clause.name[at]
    if word[:1] != "و" or len(word) < 3:
        return False
    return name.start == clause.starts[at] + 1 if name else bare(word[1:]) in actors() and word[1:] not in words("unjoined")


def _party(clause: Clause, start: int, end: int, whole: str) -> list[Party]:
    while end > start + 1 and clause.sign(end - 1):
        end -= 1
    first, word = clause.name[start], clause.word(start)
    joined = word[:1] == "و" and (first.start > clause.starts[start] if first else bare(word) not in actors())
    heads = {bare(word), bare(word[1:])} if joined else {bare(word)}
    people = _last_of_each(clause, list(_named(clause, start, end, ("person",), whole)))
    begin = clause.starts[start] + joined
    spelled = clause.source[begin : clause.ends[end - 1]]
    if heads & words("both") and not first:
        return people or [Party(start=begin, end=clause.ends[end - 1], text=spelled, phrase=whole, both=True)]
    if people:
        return people
    if first and first.type in ("organization", "country", "place"):
        return list(_named(clause, start, end, ("organization", "country", "place"), whole))[:1]
    if heads & actors() or _collective(clause, start):
        return [Party(start=begin, end=clause.ends[end - 1], text=spelled, phrase=whole)]
    inside = clause.name[start + 1] if start + 1 < end else None
    of_body = inside is not None and inside.type == "organization"  # «نجم ريال مدريد»
    return [Party(start=begin, end=clause.ends[end - 1], text=spelled, phrase=whole)] if of_body else []


def _last_of_each(clause: Clause, people: list[Party]) -> list[Party]:
    """Of names with nothing that joins them between the last: the others name a body («مدير جامعة الملك …»)."""
    kept = []
    for one, following in zip_longest(people, people[1:]):
        if following is None or any(
            clause.words[at][:1] in ("و", "،") for at in range(clause.at(one.end), clause.at(following.start) + 1)
        ):
            kept.append(one)
    return kept


def _collective(clause: Clause, at: int) -> bool:
    """Whether a definite plural of people stands at `at` («المسؤولون»، «الحوثيين»)."""
    word = clause.word(at)
    return word.startswith("ال") and len(word) > 6 and word.endswith(("يون", "يين"))


def _named(clause: Clause, start: int, end: int, types: tuple[str, ...], whole: str) -> Iterator[Party]:
    seen = set()
    for at in range(start, end):
        name = clause.name[at]
        if name and name.type in types and name.start not in seen:
            seen.add(name.start)
            yield Party(start=name.start, end=name.end, text=name.text, phrase=whole)


def after(clause: Clause, verb: int, limit: int, *, loose: bool = False) -> tuple[Party, ...]:
    """The subject between a verb and what it takes, which begins at `limit`.

    `loose`: the grammar leaves no doubt, so that a short phrase counts though neither a name nor a noun of the lists is in it.
    """
    start, end = phrase(clause, verb + 1, limit)
    name = clause.name[start] if start < end else None
    if name and clause.word(start)[:1] == "ل" and clause.starts[start] < name.start:
        return ()  # «تعهد لعباس»: the one to whom it is undertaken
    return parties(clause, start, end) or (_loose(clause, start, end) if loose else ())


def _loose(clause: Clause, start: int, end: int) -> tuple[Party, ...]:
    if (
        not 0 < end - start <= _SHORT
        or clause.word(start)[:1] in "بلك"
        or any(clause.sign(at) or clause.word(at)[:1].isdigit() for at in range(start, end))
    ):
        return ()
    if clause.word(start) in _POINTING or clause.word(start) in words("silences"):
        return ()
    text = clause.text(start, end)
    return (Party(start=clause.starts[start], end=clause.ends[end - 1], text=text, phrase=text),)


# a verb's subject that is no more than a word that points at something
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "هو", "هي", "هم", "ما", "من", "كل", "كان", "كانت", "بعض", "احد"})
# words of a subject that no list knows
_SHORT = 4


def before(clause: Clause, verb: int, *, loose: bool = False) -> tuple[Party, ...]:
    """The subject before a verb, as after أن or at the head of a sentence; `loose` as in `after`."""
    end = verb
    while (
        end > 0
        and (
            clause.word(end - 1) in words("between")
            or clause.word(end - 1) in ("لم", "لن", "ولم")
            or clause.word(end - 1) in ("،", ",")
        )
        and not clause.name[end - 1]
    ):
        end -= 1
    plural = clause.word(end - 1) in _OF_MANY
    if plural and not clause.word(verb).endswith(("ون", "وا", "ان", "ا")):
        return ()  # «لاعبون الذين ينوي استقطابهم»: they are the object
    if clause.word(end - 1) in _RELATIVE and end > 1:  # «إسرائيل التي وقعت»
        end -= 1
    start = end
    least = max(0, end - _LONGEST)
    while start > least and not _begins(clause, start - 1):
        start -= 1
    while start < end and clause.sign(start):
        start += 1
    first, last = phrase(clause, start, end)
    if last < end and not _apposed(clause, last, end):
        return ()
    found = parties(clause, first, last)
    if found or not loose or not _heads(clause, start):
        return found
    nominal = clause.word(first).startswith("ال") or any(clause.word(at)[:1] == "و" for at in range(first + 1, last))
    return _loose(clause, first, last) if nominal else ()


def _heads(clause: Clause, start: int) -> bool:
    """Whether a sentence or a clause after أن begins at `start`, so that nothing but a subject can stand there."""
    return all(clause.sign(at) for at in range(start)) or clause.word(start - 1) in ("ان", "بان", "وان", "لكن")


_OF_MANY = frozenset({"الذين", "اللذان", "اللذين", "اللتان", "اللتين"})
_RELATIVE = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "والتي", "والذي"})


def _begins(clause: Clause, at: int) -> bool:
    """Whether a clause begins after the token at `at`."""
    word = clause.word(at)
    if word in (".", ":", "؛", ",", "،", "…", "|"):
        return True
    return not clause.name[at] and word in words("starts")


def _apposed(clause: Clause, start: int, end: int) -> bool:
    """Whether all that stands between a subject and its verb hangs on it: a preposition with its noun, within a few words."""
    return end - start <= 6 and clause.word(start) in words("ends") and clause.word(start) not in ("ان", "كان", "كانت")
