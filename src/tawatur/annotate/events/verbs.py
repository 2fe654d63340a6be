"""Who does what a verb says, and to whom: subject and object by the order of the clause, recipients by their prepositions."""

from tawatur.annotate.events.clause import RELATIVES, Clause, Found, Parties
from tawatur.annotate.events.lexicon import joined_words, triggers, words
from tawatur.annotate.events.phrases import adjective, finite, hung, joint
from tawatur.arabic.fold import fold

_BY = (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب"), ("من", "طرف"))
_CLAUSES = frozenset({"ان", "بان", "اذا", "حيث", "بعدما", "عندما", "فيما", "بينما", "بينهم", "بينها", "ما", "حسبما"})

SELF = frozenset({"نفسه", "نفسها", "نفسهما", "نفسيهما", "انفسهم"})

Span = tuple[int, int]


def parties(clause: Clause, found: Found) -> Parties:
    """Give who acts and who suffers in the clause of a verb."""
    sense = found.sense
    end = clause.reach(found.at)
    subject = _before(clause, found)
    first, second = _after(clause, found, end)
    if sense.trigger.sent:
        sender = _sender(clause, found.at + 1, end)
        to = by_preposition(clause, found.at + 1, end, sense.trigger.to) if sender else None
        return Parties(_one(clause, sender), _one(clause, to))
    if sense.trigger.suffers:
        sufferer = first or subject
        return Parties((), _one(clause, sufferer))
    by = agent(clause, found.at + 1, end) if sense.trigger.both else None
    if (
        sense.use == "passive"
        or (by and sense.number != "we")
        or (sense.trigger.both and _passive(clause, found, subject, first, second))
    ):
        patient = (subject or first) if sense.number in ("p", "d") else (first or subject)
        return Parties(_one(clause, agent(clause, found.at + 1, end)), _one(clause, patient))
    actor, patient = _active(clause, found, subject, first, second)
    if patient and clause.word(patient[0]) in SELF:
        patient = _beside(clause, patient[1], end)
    recipients = _one(clause, patient) if "obj" in sense.trigger.to and _may_suffer(clause, found, patient) else ()
    recipients = recipients or _one(clause, by_preposition(clause, found.at + 1, end, sense.trigger.to))
    actors = _one(clause, actor)
    if sense.trigger.blamed:
        return Parties((), actors)
    if not recipients and len(actors) > 1 and sense.trigger.type in ("CONSULT", "AGREE") and sense.tense != "":
        return Parties(actors[:1], actors[1:])
    return Parties(actors, recipients)


def _sender(clause: Clause, at: int, end: int) -> Span | None:
    """The named one from whom something comes («طائرة تحمل مساعدات من …»)."""
    for k in range(at, end - 1):
        if clause.word(k) == "من" and k + 1 in clause.tokens.names:
            return k + 1, clause.tokens.names[k + 1].end
    return None


def _may_suffer(clause: Clause, found: Found, span: Span | None) -> bool:
    """Whether a direct object is somebody, where only somebody can be threatened, asked or met."""
    if span is None or found.sense.trigger.type not in ("THREATEN", "REQUEST", "CONSULT"):
        return True
    return clause.acts(span) or clause.word(span[0]).startswith("ال")


def _before(clause: Clause, found: Found) -> Span | None:
    """What stands before the verb as its subject, or as what its relative clause is of."""
    k = found.at - 1
    while clause.word(k) in ("قد", "كان", "كانت", "لم", "لن", "لا", "ما"):
        k -= 1
    if clause.word(k) in RELATIVES:
        return clause.antecedent(k)
    return clause.before(found.at)


def _after(clause: Clause, found: Found, end: int) -> tuple[Span | None, Span | None]:
    """The first and the second noun phrase after the verb."""
    at = clause.skip(found.at + 1, end)
    first = clause.phrase(at, end)
    if first is None:
        return None, None
    k = first[1]
    if clause.word(k) in RELATIVES or clause.word(k) in _CLAUSES:
        return first, None
    at = clause.skip(_past_apposition(clause, k, end), end)
    if any(finite(clause.word(m)) or clause.word(m) in _CLAUSES for m in range(k, min(at + 1, end))):
        return first, None
    second = clause.phrase(at, end)
    if second and joint(clause.word(second[0])):
        return (first, None) if second[0] - first[1] > 1 else ((first[0], second[1]), None)  # «قتل سبعة جنود، ومهندس»
    return first, second


def _beside(clause: Clause, at: int, end: int) -> Span | None:
    """Those beside whom one blew oneself up: the first after a word of place who are somebody («فجر نفسه وسط حشد من الشرطة»)."""
    for k in range(at, end):
        if clause.word(k) in words("beside"):
            span = clause.phrase(k + 1, end)
            if span and clause.acts(span):
                return span
    return None


def _past_apposition(clause: Clause, at: int, end: int) -> int:
    """Past an apposition between commas («تركيا، العضو في الحلف، …»)."""
    if clause.word(at) in ("،", ",", "(") and clause.word(at + 1) in words("appositives"):
        for k in range(at + 1, min(end, at + 12)):
            if clause.word(k) in ("،", ",", ")"):
                return k + 1
    return at


def _passive(clause: Clause, found: Found, subject: Span | None, first: Span | None, second: Span | None) -> bool:
    """Whether a verb whose passive has the letters of its active is passive here."""
    start, stop = clause.tokens.place(found.at, found.at + 1)
    raw = clause.tokens.folded.source[start:stop]
    letters = raw[found.sense.prefix :]
    if len(letters) > 1 and letters[1] == "\u064f":
        return True
    if len(letters) > 1 and letters[1] == "\u064e":
        return False
    if found.sense.pronoun or found.sense.number == "we" or "obj" not in found.sense.trigger.to:
        return False
    if second is not None and first is not None:
        return False
    if subject is not None:
        return first is None
    return (first is None) if found.sense.number == "p" else first is not None


def _active(
    clause: Clause, found: Found, subject: Span | None, first: Span | None, second: Span | None
) -> tuple[Span | None, Span | None]:
    """Subject and object of an active verb."""
    sense = found.sense
    if subject and clause.subject and not clause.acts(subject):
        subject = clause.subject  # «أجرى الرئيس زيارة التقى خلالها …»
    if subject and first and second and clause.acts(first) and not clause.acts(subject):
        subject = None
    if sense.number == "we":
        return None, first
    if sense.use == "participle":
        return clause.owner(found.at) or subject, first
    if sense.pronoun and clause.word(found.at - 1) in RELATIVES:
        return first, subject
    if sense.pronoun and first and subject:
        return first, subject  # «المسؤولية تتحملها البلدية»
    if sense.pronoun:
        return subject or first, None
    return (subject, first) if subject is not None else _without_subject(clause, found, first, second)


def _without_subject(clause: Clause, found: Found, first: Span | None, second: Span | None) -> tuple[Span | None, Span | None]:
    """Subject and object of a verb before which no subject stands: after it, or left out after و and in the plural."""
    sense = found.sense
    if sense.number == "p" and sense.tense == "past":
        return clause.subject, first  # «وخطفوا سائقه»: a plural verb before its subject is singular
    if first and "obj" in sense.trigger.to and _of_a_deed(clause, found.at):
        return None, first
    if first is not None and second is None and sense.prefix and clause.subject and "obj" in sense.trigger.to:
        return (clause.subject, first) if not clause.acts(first) else (first, None)
    if sense.trigger.type == "AGREE" and first and second and clause.word(first[0]) in sense.trigger.need:
        return second, first  # «وقعت الاتفاق وزيرة المياه»
    if first is None and sense.prefix:
        return clause.subject or clause.first_named(found.at), None
    return first, second


def _of_a_deed(clause: Clause, at: int) -> bool:
    """Whether a verb is the clause of a noun of deed before it («انفجار قوي استهدف فندقا»): its subject is that deed."""
    for k in range(at - 1, max(clause.start, at - 4), -1):
        senses = triggers().get(clause.word(k), ())
        if any(sense.use == "noun" for sense in senses):
            return True
        if not adjective(clause.word(k)):
            return False
    return False


def agent(clause: Clause, at: int, end: int, *, by_hand: bool = True) -> Span | None:
    """The one by whom («على يد مسلحين»، «من قبل …»، «برصاص الجيش»); with `by_hand` false only by «من قبل» and the like."""
    for k in range(at, end):
        if (clause.word(k), clause.word(k + 1)) in _BY and (by_hand or clause.word(k) == "من"):
            return clause.phrase(k + 2, end)
        if by_hand and clause.word(k) in ("برصاص", "بنيران", "بايدي", "بصواريخ"):
            return clause.phrase(k + 1, end)
    return None


def by_preposition(clause: Clause, at: int, end: int, to: tuple[str, ...]) -> Span | None:
    """The phrase after one of the prepositions of a trigger, the first in the clause."""
    alone = {fold(one) for one in to if len(one) > 1 and one != "obj"}
    letters = tuple(one for one in to if len(one) == 1)
    for k in range(at, end):
        word = clause.word(k)
        if word in ("ان", "بان", "الذي", "التي", "بعدما", "حيث") or word in ("بعد", "قبل") or (k > at and finite(word)):
            return None
        if word in alone and (clause.word(k), clause.word(k + 1)) not in _BY:
            span = clause.phrase(clause.skip(k + 1, k + 1), end)
            if span and not _abstract(clause, span):
                return span
        if word[:1] in letters and len(word) > 2 and (clause.tokens.names.get(k) or word.startswith(("بال", "لل")) or hung(word)):
            return clause.hung_phrase(k, end)
    return None


def _hung(word: str) -> bool:
    from tawatur.annotate.events.phrases import hung

    return hung(word)


def _abstract(clause: Clause, span: Span) -> bool:
    """Whether a phrase is nobody: «على ضرورة», «على خلفية»."""
    return clause.word(span[0]) in joined_words("called") or clause.word(span[0]) in words("nobody")


def _one(clause: Clause, span: Span | None) -> tuple[Span, ...]:
    return clause.split(span) if span else ()
