"""Who does what a verbal noun says, and to whom: its genitive, its prepositions, and the verb that governs it."""

from tawatur.annotate.events.clause import Clause, Found, Parties
from tawatur.annotate.events.lexicon import Sense, light, words
from tawatur.annotate.events.phrases import adjective, counts
from tawatur.annotate.events.states import nation
from tawatur.annotate.events.verbs import agent, by_preposition

Span = tuple[int, int]

_THROUGH = frozenset({"علي", "في", "الي", "عن", "من", "قبل", "بعد", "خلال", "اثناء", "عقب", "اثر", "ضد", "بسبب", "منذ"})
_FAR = 20  # tokens between a helping verb and its noun

_FROM = frozenset({"THREATEN", "REQUEST", "ACCUSE", "SUPPORT", "AGREE", "CONSULT", "REJECT"})  # «تحذيرات من واشنطن»


def parties(clause: Clause, found: Found) -> Parties:
    """Give who acts and who suffers in a deed that a noun tells."""
    sense, end = found.sense, clause.reach(found.at)
    k, adjectives = _adjectives(clause, found.at + 1, end)
    genitive = None if sense.definite or sense.pronoun or adjectives else clause.phrase(k, end)
    if genitive and (clause.word(genitive[0]) in words("adjectives") or _somewhere(clause, found, genitive)):
        genitive = None
    at = genitive[1] if genitive else k
    by = agent(clause, at, end, by_hand=sense.trigger.type != "PROTEST")  # not of the protest: «احتجاجا على مقتل شاب على يد شرطي»
    actor = by or _by_verb_after(clause, at, end)
    recipient = by_preposition(clause, at, end, tuple(one for one in sense.trigger.to if one != "obj"))
    if genitive and not _counted_deed(clause, genitive):
        if sense.trigger.of == "o" or clause.word(found.at - 1) in ("تم", "يتم", "تمت", "جري", "جرت", "وتم"):
            recipient = genitive
        elif clause.acts(genitive) or counts(clause.word(genitive[0])):
            actor = actor or genitive  # not «مسيرة ضخمة»
    lam = None if actor else _after_lam(clause, found, at, end)
    if lam and sense.trigger.of == "o" and recipient in (None, lam):
        recipient = lam  # «قصف عنيف للمدينة»
    elif lam and lam != recipient:
        actor = lam
    actor, recipient = _between(clause, found, at, end, actor, recipient)
    actor = actor or next(((a, a + 1) for a in adjectives if nation(clause.word(a))), None)
    if actor is None:
        actor, recipient = _governed(clause, found, recipient)
    elif recipient is None:
        helper = clause.helper(found.at)
        if helper and helper[2]:
            recipient = _governed(clause, found, None)[1]  # «تعرض النزلاء للضرب من قبل الحراس»
    return (
        Parties(_parts(clause, actor), _parts(clause, recipient))
        if actor != recipient
        else Parties((), _parts(clause, recipient))
    )


def _adjectives(clause: Clause, at: int, end: int) -> tuple[int, list[int]]:
    """Past the adjectives of the noun, with their places."""
    found = []
    while at < end and (adjective(clause.word(at)) or nation(clause.word(at)) or clause.word(at) in words("of_deeds")):
        found.append(at)
        at += 1
    return at, found


def _somewhere(clause: Clause, found: Found, span: Span) -> bool:
    """Whether a genitive is the place of a deed and nobody who does it («قمة سوتشي»)."""
    named = clause.tokens.names.get(span[0])
    return named is not None and named.name.type == "place" and found.sense.trigger.of == "a"


def _counted_deed(clause: Clause, span: Span) -> bool:
    """Whether a genitive counts the deed or tells its means, and is nobody («هجوم بسيارة», «قصف مدفعية»)."""
    word = clause.word(span[0])
    return word[:1].isdigit() and span[1] - span[0] == 1 and not counts(word)


def _by_verb_after(clause: Clause, at: int, end: int) -> Span | None:
    """The subject of «تشنه», «نفذته», «نظمها» after the noun."""
    for k in range(at, min(end, at + 9)):
        sense = light().get(clause.word(k))
        if sense and sense.pronoun:
            return clause.phrase(clause.skip(k + 1, end), end)
        if sense and clause.word(k - 1) in ("التي", "الذي"):
            return clause.phrase(clause.skip(k + 1, end), end)
    for k in range(at, end):  # «اعتداء أسفر عن مقتل ثلاثة جنود وتبناه تنظيم …»
        sense = light().get(clause.word(k))
        if sense and sense.pronoun and clause.word(k)[sense.prefix :].startswith(tuple(words("claims"))):
            return clause.phrase(clause.skip(k + 1, end), end)
    return None


def _after_lam(clause: Clause, found: Found, at: int, end: int) -> Span | None:
    """«قصف جوي لقوات النظام على …»: the actor after ل; «تحذيرات من واشنطن»: after من."""
    word = clause.word(at)
    if word == "من" and found.sense.trigger.type in _FROM:
        who = clause.phrase(at + 1, end)
        return who if who and clause.acts(who) else None
    lam = word[:1] == "ل" and (at in clause.tokens.names or word.startswith("لل") or word[1:] in words("quantities"))
    lam = lam or (word[:1] == "ل" and _hung_part(word))
    if lam and "ل" not in found.sense.trigger.to:
        return clause.hung_phrase(at, end)
    return None


def _hung_part(word: str) -> bool:
    from tawatur.annotate.events.codes import sector
    from tawatur.annotate.events.phrases import hung

    return hung(word) and sector([word[1:]]) is not None


def _between(
    clause: Clause, found: Found, at: int, end: int, actor: Span | None, recipient: Span | None
) -> tuple[Span | None, Span | None]:
    """«قمة بين … و…»: the one and the other."""
    for k in range(at, min(end, at + 8)):
        if clause.word(k) in ("بين", "جمعت", "جمع") and found.sense.trigger.type in ("CONSULT", "AGREE", "ASSAULT", "COOPERATE"):
            span = clause.phrase(clause.skip(k + 1, end), end)
            if span is None or clause.word(span[0]) in ("شهري", "عامي", "يومي", "ساعتي"):
                return actor, recipient
            parts = clause.split(span)
            if len(parts) > 1:
                return parts[0], parts[1]
            other = by_preposition(clause, span[1], end, ("ب", "مع", "وبين"))
            return span, other
    return actor, recipient


def _governed(clause: Clause, found: Found, recipient: Span | None) -> tuple[Span | None, Span | None]:
    """The subject of the verb that governs the noun: who does it, or suffers it."""
    helper = clause.helper(found.at)
    if helper is None or not _takes(clause, found, helper):
        return (clause.owner(found.at) if found.sense.pronoun else None), recipient
    k, sense, suffers = helper
    subject = clause.before(k)
    after = clause.phrase(clause.skip(k + 1, found.at), found.at)
    who = subject or after or (clause.subject if sense.prefix or sense.number == "p" else None)
    if clause.word(k - 1) in ("التي", "الذي", "الذين"):
        who = clause.antecedent(k - 1) or who
    if suffers:
        return None, recipient or who
    clause.subject = who or clause.subject
    return who, recipient


def _takes(clause: Clause, found: Found, helper: tuple[int, Sense, bool]) -> bool:
    """Whether a helping verb takes the noun for its object: not through a preposition of another deed («أنهى العزل بالاجتماع»)."""
    k, sense, suffers = helper
    before = clause.word(found.at - 1)
    through = bool(found.sense.hung) or before in _THROUGH
    word = clause.word(k)
    if sense.pronoun:
        return False
    if found.sense.trigger.type == "ASSAULT" and word[sense.prefix :].startswith(tuple(words("sayings"))):
        return False
    if suffers:
        return through or not found.sense.definite
    if through:
        return word[1 if sense.prefix else 0 :].startswith(tuple(words("through")))
    return found.at - k <= _FAR


def _parts(clause: Clause, span: Span | None) -> tuple[Span, ...]:
    return clause.split(span) if span else ()
