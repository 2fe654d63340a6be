"""Demonstrators as those who act: what they break, throw, shout or block is the deed of a protest.

The verbs are of a closed list and say nothing by themselves («أشعل»، «حطم»): it is their subject that makes them a protest. It is known by
the order of the clause and by its letters («أشعل المتظاهرون الإطارات»، «المحتجون الذين حطموا الواجهات»).
"""

from functools import cache

from tawatur.annotate.events.clause import RELATIVES, Clause, Found, Parties
from tawatur.annotate.events.inflect import Form, clothed, verb
from tawatur.annotate.events.lexicon import Sense, Trigger, joined_words, triggers, words
from tawatur.annotate.events.phrases import counts, joint, phrase
from tawatur.arabic.fold import fold
from tawatur.resources import load

# the deed of demonstrators, whatever its verb
CROWD = Trigger(
    "PROTEST", "متظاهر", "riot", "14", ("obj",), "a", frozenset(), frozenset(), False, False, False, False, False, False
)
_BETWEEN = 8  # tokens between demonstrators and the verb after them («المتظاهرين من تلاميذ المدارس حطموا»)
_COUNTED = 4  # tokens of a phrase in which the word for demonstrators must stand («عدد كبير من المتظاهرين»)
_STOPS = frozenset(".!?؟؛;:")
_OPEN = frozenset({"قد", "وقد", "فقد", "لقد", "حيث", "فيما", "كما", "بينما", "عندما", "بعدما"})


@cache
def crowd(word: str) -> bool:
    """Whether a folded word is one of those who demonstrate, strike or sit in («المتظاهرون»، «محتج»)."""
    return word in _forms()


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for word in load("events/words")["protesters"] for form in clothed(fold(word)))


@cache
def _doing() -> dict[str, Form]:
    """Forms of the verbs of what demonstrators do."""
    rows = load("events/words")["crowds_do"]
    return {form.text: form for past, present in rows for form in verb(past, present, objects=False)}


def verb_of_crowd(clause: Clause, at: int) -> Found | None:
    """The verb at `at` whose subject are demonstrators, or None."""
    form = _doing().get(clause.word(at))
    if form is None or (at in clause.tokens.named and not crowd(clause.word(at + 1))) or subject(clause, at) is None:
        return None
    return Found(at, Sense(CROWD, "active", form.tense, form.prefix, gender=form.gender, number=form.number))


def subject(clause: Clause, at: int) -> tuple[int, int] | None:
    """The demonstrators whose verb stands at `at`: after it, or before it where it is a plural."""
    return _after(clause, at) or (_before(clause, at) if _plural(clause.word(at)) else None)


def _after(clause: Clause, at: int) -> tuple[int, int] | None:
    """Demonstrators right after a verb: in the nominative, or counted where the verb opens its clause."""
    word, first = clause.word(at), at + 1
    while first in clause.tokens.timed:
        first += 1
    after = clause.word(first)
    opens = at == clause.start or not clause.word(at - 1)[:1].isalnum() or clause.word(at - 1) in _OPEN or joint(word)
    counted = opens and (counts(after) or after in joined_words("throngs"))
    last = next((k for k in range(first, min(clause.end, first + _COUNTED)) if crowd(clause.word(k))), None)
    if last is None or not (counted or (last == first and after.endswith("ون"))):
        return None
    return first, max(last + 1, phrase(clause.tokens, first, clause.end))


@cache
def _plural(word: str) -> bool:
    form = _doing().get(word)
    return form is not None and form.number == "p"


def _before(clause: Clause, at: int) -> tuple[int, int] | None:
    """Demonstrators before a plural verb in its own clause, without a verb of their own between."""
    if joint(clause.word(at)):
        return None
    for k in range(at - 1, max(clause.start, at - _BETWEEN) - 1, -1):
        word = clause.word(k)
        if word in _STOPS or (word in triggers() and not crowd(word)) or _plural(word):
            return None
        if crowd(word):
            return None if _has_verb(clause, k) else _counted(clause, k, at)
    return None


def _has_verb(clause: Clause, k: int) -> bool:
    """Whether demonstrators at `k` are the subject of the word before them already, and no relative clause follows."""
    before = clause.word(k - 1)
    helping = before in _helping()
    return clause.word(k + 1) not in RELATIVES and not helping and (before in triggers() or before in _doing())


@cache
def _helping() -> frozenset[str]:
    return frozenset(
        form.text for past, present in load("events/words")["helping"] for form in verb(past, present, objects=False)
    )


def _counted(clause: Clause, k: int, end: int) -> tuple[int, int]:
    """The phrase of demonstrators at `k`, with what counts them."""
    first = k
    while first > clause.start and (counts(clause.word(first - 1)) or _of(clause, first - 1)):
        first -= 1
    return first, max(k + 1, min(end, phrase(clause.tokens, k, end)))


def _of(clause: Clause, k: int) -> bool:
    word = clause.word(k)
    return word in joined_words("throngs") or (
        word == "من" and (counts(clause.word(k - 1)) or clause.word(k - 1) in joined_words("throngs"))
    )


def parties(clause: Clause, found: Found) -> Parties:
    """Give the demonstrators, and the body or seat that they turn against."""
    who = subject(clause, found.at)
    start = who[1] if who and who[0] > found.at else found.at + 1
    end = clause.reach(found.at)
    first = clause.phrase(clause.skip(start, end), end)
    against = first if first and (clause.acts(first) or clause.word(first[0]) in joined_words("seats")) else None
    return Parties((who,) if who else (), (against,) if against else ())


def against(clause: Clause, found: Found, parties: Parties) -> Parties:
    """Parties of a protest with the one it turns against.

    That is somebody inside of what is protested («احتجاجا على قرارات الوزارة»: the ministry), else whose going is demanded, else the
    seat of power before which it is held («أمام السفارة»); a measure or a matter is nobody.
    """
    within = [inner for span in parties.recipients if (inner := _somebody(clause, span))]
    if within:
        return parties._replace(recipients=tuple(within))
    other = _to_go(clause, found.at) or _seat(clause, found.at)
    return parties._replace(recipients=(other,) if other else ())


def _somebody(clause: Clause, span: tuple[int, int]) -> tuple[int, int] | None:
    """The phrase itself where it is somebody or stands after ضد, else the first name or body in it."""
    if clause.word(span[0] - 1) == "ضد" and clause.word(span[0]).startswith("ال"):
        return span
    return next(((k, span[1]) for k in range(*span) if _acting(clause, k)), None)


def _acting(clause: Clause, k: int) -> bool:
    """Whether the word at `k` is itself the head of somebody, or of a seat."""
    if k in clause.tokens.names:
        return clause.acts((k, clause.tokens.names[k].end))
    return clause.acts((k, k + 1)) or clause.word(k) in joined_words("seats")


def _to_go(clause: Clause, at: int) -> tuple[int, int] | None:
    """Whose going is demanded («للمطالبة برحيل الحكومة»)."""
    end = clause.reach(at)
    for k in range(at + 1, end - 1):
        if clause.word(k) in joined_words("demanded"):
            return clause.phrase(k + 1, end)
    return None


def _seat(clause: Clause, at: int) -> tuple[int, int] | None:
    end = clause.reach(at)
    for k in range(at + 1, end - 1):
        if clause.word(k) in words("before_seats") and clause.word(k + 1) in joined_words("seats"):
            return clause.phrase(k + 1, end)
    return None
