"""A sentence as the rules see it: its tokens, triggers, helping verbs, and who was last said to act."""

from itertools import pairwise
from typing import NamedTuple

from tawatur.annotate.events.codes import sector
from tawatur.annotate.events.lexicon import Sense, light, suffered, triggers, words
from tawatur.annotate.events.phrases import about, breaks, finite, hung, joint, phrase
from tawatur.annotate.events.states import nation, state
from tawatur.annotate.events.tokens import Tokens
from tawatur.arabic.fold import fold

THAT = frozenset({"ان", "بان", "لان", "وان", "لكن", "ولكن", "فان", "كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا"})
WITH_PRONOUN = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "لانه", "لانها"})
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "والتي", "والذي", "والذين"})
_SIGNS = frozenset('.!?؟؛;:«»“”"،,-–()')
_SIDE = frozenset({"جانب", "قبل", "طرف", "يد"})
_HARD = frozenset(".!?؟؛;:")
_SKIPPED = frozenset(
    {"قد", "لقد", "فقد", "وقد", "كان", "كانت", "كانوا", "سوف", "ايضا", "لم", "لن", "لا", "ما", "بدورها", "بدوره"}
)
_APART = 12  # tokens between a subject and its verb
_FAR = 20  # tokens between a helping verb and its noun
_REACH = 26  # tokens from a trigger in which its arguments are looked for


class Found(NamedTuple):
    """A trigger at token `at` in one of its readings."""

    at: int
    sense: Sense


class Parties(NamedTuple):
    """Who acts and who suffers, as phrases (first token, end); several where و joins them."""

    actors: tuple[tuple[int, int], ...] = ()
    recipients: tuple[tuple[int, int], ...] = ()


def _whole(word: str) -> bool:
    """Whether a verb's first letter is its own and no conjunction («فجر»، «وقع»)."""
    helping = [table[word] for table in (light(), suffered()) if word in table]
    return any(sense.prefix == 0 for sense in (*triggers().get(word, ()), *helping))


class Clause:
    """Tokens `start` to `end` (exclusive) of one sentence. `subject` is the last one who was said to act in it."""

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.tokens = tokens
        self.start, self.end = start, end
        self.subject: tuple[int, int] | None = None
        self.shown: frozenset[str] | None = None  # the features of the whole sentence, once a deed of it is weighed
        self.told: dict[str, bool] = {}  # whether its words tell an accident or an attack, once that was looked for

    def word(self, at: int) -> str:
        """The folded word at `at`, empty outside of the sentence."""
        return self.tokens.words[at] if self.start <= at < self.end else ""

    def reach(self, at: int) -> int:
        """The token before which the arguments of a trigger at `at` stand: a hard stop, or some tokens on."""
        for k in range(at + 1, min(self.end, at + _REACH)):
            if self.tokens.words[k] in _HARD:
                return k
        return min(self.end, at + _REACH)

    def phrase(self, at: int, end: int) -> tuple[int, int] | None:
        """The noun phrase that begins at `at`, or None."""
        stop = phrase(self.tokens, at, end) if at < end else at
        return (at, stop) if stop > at else None

    def text(self, span: tuple[int, int]) -> list[str]:
        """The folded words of a phrase."""
        return self.tokens.words[span[0] : span[1]]

    def skip(self, at: int, end: int, *, stop_at: frozenset[str] = frozenset()) -> int:
        """Past what stands between a verb and its subject or object: expressions of time, adverbs, prepositions with their phrases."""
        while at < end:
            word = self.tokens.words[at]
            if at in self.tokens.timed or word in ("(", "،", ",", '"', "«", "“"):
                at += 1
            elif (
                about(self.tokens, at)
                or word in stop_at
                or word in RELATIVES
                or word in THAT
                or word in WITH_PRONOUN
                or finite(word)
            ):
                return at
            elif at not in self.tokens.names and (word in words("ends") or hung(word)) and word not in _SIGNS:
                if hung(word) and word not in words("ends"):
                    at = self._hung_phrase(at, end)[1]
                else:
                    after = self.phrase(at + 1, end) if word in words("prepositions") else None
                    at = after[1] if after else at + 1
            else:
                return at
        return at

    def _hung_phrase(self, at: int, end: int) -> tuple[int, int]:
        """The phrase of a word with a preposition: the word, and what goes on it."""
        rest = self.phrase(at + 1, end)
        definite = self.word(at).startswith(("بال", "لل", "كال"))
        goes_on = rest is not None and (not definite or self.word(at + 1).startswith("ال"))
        return (at, rest[1]) if goes_on and rest else (at, at + 1)

    def hung_phrase(self, at: int, end: int) -> tuple[int, int]:
        """The whole phrase whose first word has a preposition on it («للجيش السوري»)."""
        k = at + 1
        named = self.tokens.names.get(at)
        if named:
            k = named.end
        rest = phrase(self.tokens, at, end) if not breaks(self.word(at)) or named else at
        if rest > k:
            return at, rest
        definite = self.word(at).startswith(("بال", "لل", "كال")) or named is not None
        while k < end and not breaks(self.word(k)) and k not in self.tokens.timed:
            word = self.word(k)
            if joint(word) or (definite and not word.startswith("ال") and k not in self.tokens.names):
                break
            if not definite and word.startswith("ال"):
                definite = True
            k = self.tokens.names[k].end if k in self.tokens.names else k + 1
        return at, min(k, end)

    def before(self, at: int) -> tuple[int, int] | None:
        """The noun phrase that stands before the verb at `at` as its subject («تركيا قد اشترت»), or None."""
        k = at
        if joint(self.word(at)) and not _whole(self.word(at)):
            return None
        while k > self.start and self.tokens.words[k - 1] in _SKIPPED:
            k -= 1
        if self.word(k - 1) in WITH_PRONOUN:
            return self.owner(at)
        for bound in self._bounds(k):
            first = bound
            while first < k and (self.word(first) in THAT or self.word(first) in _SIGNS or first in self.tokens.timed):
                first += 1
            if first >= k or self.word(first) in words("appositives"):
                continue
            if breaks(self.word(first)) and first not in self.tokens.names:
                continue
            if any(sense.use in ("active", "passive") for sense in triggers().get(self.word(first), ())):
                return None  # «قتل ستة في انفجار استهدف فندقا»: a verb opens the clause
            found = None if joint(self.word(first)) and first != self.start else self.phrase(first, k)
            if found and joint(self.word(first)) and not self.acts(found):
                return None  # «وردا على ذلك قصفت …»
            if (
                found
                and k - found[1] <= _APART
                and not any(self._parts(m) and not (m == found[1] and self._describes(m)) for m in range(found[1], k))
            ):
                return found
            return None
        return None

    def _parts(self, at: int) -> bool:
        """Whether a word between a phrase and a verb shows that they do not belong together."""
        word = self.word(at)
        return finite(word) or word in ("حيث", "فيما", "بينما", "بعدما", "عندما", "ان", "لكن", "ولكن", ":", "؛") or word in _HARD

    def _bounds(self, at: int) -> list[int]:
        """Where clauses may begin before `at`, the nearest first."""
        found = []
        for k in range(at - 1, max(self.start, at - _REACH) - 1, -1):
            word = self.tokens.words[k]
            if word in THAT or word in ("،", ",", "«", '"', "“", "فيما", "بينما", "ان") or word in _HARD:
                found.append(k + 1)
                if word in THAT or word in _HARD:
                    return found
            if finite(word) and not self._describes(k):
                return found
        if at - _REACH <= self.start:
            found.append(self.start)
        return found

    def _describes(self, at: int) -> bool:
        """Whether an imperfect verb is the clause of an indefinite noun before it («انتحاريا يقود شاحنة فجر نفسه»)."""
        before = self.word(at - 1)
        somebody = sector([before]) is not None or sector([before.removesuffix("ا")]) is not None
        indefinite = somebody and not before.startswith("ال") and at - 1 not in self.tokens.named
        return self.word(at)[0] in "يت" and indefinite

    def antecedent(self, relative: int) -> tuple[int, int] | None:
        """The noun phrase that a relative pronoun at `relative` goes back to."""
        low = max(self.start, relative - 8)
        best = None
        for first in range(relative - 1, low - 1, -1):
            if (breaks(self.word(first)) and first not in self.tokens.names) or self.word(first) in _SIDE:
                break
            stop = phrase(self.tokens, first, relative)
            if stop == relative:
                best = (first, relative)
        return best

    def helper(self, at: int) -> tuple[int, Sense, bool] | None:
        """The helping verb that governs the noun at `at`: its token, its reading, and whether its subject suffers."""
        for k in range(at - 1, max(self.start, at - _FAR) - 1, -1):
            word = self.tokens.words[k]
            if word in _HARD or word in THAT:
                return None
            if self.word(k - 1) in words("prepositions"):
                continue  # a noun with the verb's letters («إلى فرض عقوبات»)
            if word in suffered():
                return k, suffered()[word], True
            if word in light():
                return k, light()[word], False
            senses = triggers().get(word, ())
            if any(s.use in ("active", "passive") for s in senses) and not any(s.use == "noun" for s in senses):
                return None
        return None

    def owner(self, at: int) -> tuple[int, int] | None:
        """Whom a pronoun at `at` means: the last who was said to act, else the last one named before it in the sentence."""
        if self.subject:
            return self.subject
        for k in range(at - 1, self.start - 1, -1):
            named = self.tokens.names.get(k)
            if named and named.name.type in ("person", "country", "organization"):
                return k, named.end
        return None

    def first_named(self, at: int) -> tuple[int, int] | None:
        """The first person, body or state that the sentence names before `at`: whom a verb after و goes on with."""
        for k in range(self.start, at):
            named = self.tokens.names.get(k)
            if named and named.name.type in ("person", "country", "organization"):
                return k, named.end
        return None

    def acts(self, span: tuple[int, int]) -> bool:
        """Whether a phrase is somebody: a name of a person, body or state, or words of a part that is played."""
        named = self.tokens.names.get(span[0])
        if named is not None:
            return named.name.type in ("person", "organization", "country") or state(fold(named.name.text)) is not None
        return sector(self.text(span)) is not None or any(nation(word) for word in self.text(span)[:2])

    def split(self, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """The parts of a phrase that و joins, each a name or a definite or counted phrase."""
        cuts = [span[0]]
        cuts.extend(k for k in range(span[0] + 1, span[1]) if joint(self.word(k)) and not self._inside_name(k))
        return tuple((first, self._trimmed(first, last)) for first, last in pairwise([*cuts, span[1]]))

    def _trimmed(self, first: int, last: int) -> int:
        while last - 1 > first and self.tokens.words[last - 1] in ("،", ",", "(", "«", '"'):
            last -= 1
        return last

    def _inside_name(self, k: int) -> bool:
        return any(
            first < k < self.tokens.names[first].end for first in range(max(self.start, k - 8), k) if first in self.tokens.names
        )
