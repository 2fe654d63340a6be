"""A capital that acts stands for its government: «قالت واشنطن», «العلاقات بين الرياض وواشنطن»."""

from collections.abc import Sequence
from itertools import pairwise

from tawatur.annotate.names.lexicon import CAPITAL, bands, capitals, folded
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

# verbs with which a government speaks
_SAYS = frozenset(fold(w) for w in ("قالت", "تقول", "أعلنت", "تعلن", "أكدت", "تؤكد", "ذكرت", "تذكر", "اتهمت", "تتهم", "حذرت", "تحذر", "دعت", "تدعو", "طالبت", "تطالب", "رفضت", "ترفض", "ترى", "تعتبر", "اعتبرت", "أعربت", "أبدت", "كشفت", "نفت", "تنفي", "أوضحت", "أضافت", "أشارت", "شددت", "تشدد", "أدانت", "نددت", "استنكرت", "أبلغت", "هددت", "تهدد", "تعهدت", "وافقت", "ردت", "عبرت", "تعتقد", "تصر", "أصرت", "وصفت", "تصف", "لفتت", "أقرت", "لوحت", "جددت", "تريد", "تأمل", "تشتبه"))  # fmt: skip
_THAT = frozenset(("ان", "لكن", "لان", "كانت", "بينما", "فيما"))
_VERB = 4  # letters of a verb in the feminine of the past
_NEAR = 4  # words between «العلاقات» and «بين»


def speaking(line: Line, guess: Guess) -> Guess:
    """A capital that speaks («قالت واشنطن») is its country."""
    if guess.kind != "place" or guess.cut or CAPITAL not in line.classes(guess.first) or not guess.first:
        return guess
    name = " ".join(line.words[guess.first : guess.last])
    return guess._replace(kind="country") if name in capitals() and _governs(line, guess) else guess


def _governs(line: Line, guess: Guess) -> bool:
    """Whether what stands beside a capital is a government's: «قالت واشنطن», «حرص واشنطن», «إن موسكو ترفض»."""
    before = line.words[guess.first - 1]
    if any(way.form in _SAYS or way.form in folded("beside", "governing") for way in bare(before)):
        return line.joined(guess.first - 1)
    if line.joined(guess.first - 1) and acted(line, guess.first - 1):
        return True
    says = any(way.form in _SAYS for way in bare(line.word(guess.last)))
    return says and line.joined(guess.last - 1) and any(way.form in _THAT for way in bare(before))


def acted(line: Line, at: int) -> bool:
    """Whether word `at` is a verb in the feminine that a government does: «شرعت الخرطوم», «بذلتها موسكو», «تسعى باريس»."""
    word = line.word(at).removeprefix("و") if line.word(at) not in bands() else line.word(at)
    if line.kind(at) or word in folded("beside", "of_towns"):
        return False
    past = word.removesuffix("ها").removesuffix("ه") if word.endswith(("تها", "ته")) else word
    done = past.endswith("ت") and not past.endswith("ات") and len(past) >= _VERB and past[:-1] in bands()
    return done and past not in folded("beside", "of_towns")


def between(line: Line, guesses: Sequence[Guess]) -> list[Guess]:
    """Two capitals with relations or talks between them are their countries: «العلاقات بين الرياض وواشنطن»."""
    kept = list(guesses)
    for k, (left, right) in enumerate(pairwise(guesses)):
        before = range(max(0, left.first - _NEAR), left.first)
        near = any(head(line.words[at], folded("beside", "relations")) is not None for at in before)
        pair = line.word(left.first - 1) == "بين" and right.first == left.last and line.words[right.first].startswith("و")
        names = [" ".join(line.words[g.first : g.last])[g.cut :] for g in (left, right)]
        if pair and near and all(name in capitals() for name in names):
            kept[k : k + 2] = [g._replace(kind="country") for g in (left, right)]
    return kept
