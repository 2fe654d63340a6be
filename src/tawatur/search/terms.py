"""The forms of a word that a vocabulary holds: with what is written on to it, its plurals and singulars, its dual, its feminine, and of verbs
both tenses.

Rules propose and the vocabulary decides: a word that takes an article as it stands («الكتاب») is a word of its own, and what looks like a
preposition or an ending of it is none.
"""

from collections.abc import Iterable
from functools import cache

from tawatur.arabic.clitics import CONJUNCTIONS, splits
from tawatur.arabic.fold import fold
from tawatur.arabic.inflections import imperfect, imperfect_stems, perfect, perfects, sound, uninflected
from tawatur.arabic.plurals import listed, plurals, singulars
from tawatur.arabic.readings import readings
from tawatur.arabic.words import words
from tawatur.records.search import Column, Term
from tawatur.resources import load
from tawatur.search.protocol import Index

# forms that are looked for: a word of the commonest roots has some 150 in 20,000 articles
_MOST = 400
_LONGEST = 64  # letters of a word that count, as in the index
_OTHER = {"ون": "ين", "ين": "ون"}
# a hamza before a long u stands on و or ي, as the writer was taught; folded both ways
_CARRIERS = (("وو", "يو"), ("يو", "وو"))
# of what the shapes of plurals propose for a word, so many are taken, if they are met a tenth as often as the first or more
_BEST, _SHARE = 2, 10
# what may follow the ن of a dual or plural is nothing: a word that takes one of these is no such form («قانونه», «لبنانيه»)
_AFTER = ("ه", "ها", "هم", "ي", "يه", "ات", "ك", "نا")


def folded(text: str) -> list[str]:
    """Give the words of a text as the index has them."""
    return [word.text.lower()[:_LONGEST] for word in words(text)]


@cache
def empty() -> frozenset[str]:
    """Words that say nothing of what is looked for beside others."""
    return frozenset(word for form in load("empty_words")["of"] for word in folded(form))


def phrase(text: str, column: Column | None = None) -> Term | None:
    """Give the term of words that must stand one after the other as they are, but for folding; None where there is no word."""
    found = folded(text)
    return Term(word=text, forms=tuple(found), phrase=True, column=column) if found else None


def term(word: str, index: Index, column: Column | None = None, typed: str | None = None) -> Term:
    """Give a folded word with all forms of it that the index holds; `typed` is the word as it was typed.

    Among the words that name a speaker it has no plurals and tenses: a name is not inflected.
    """
    forms = Forms(word, index, typed=typed or word, inflected=column != "speaker")
    found = sorted(forms.all())
    counts = index.units_with(found)
    kept = sorted((form for form in found if form in counts), key=lambda form: (form != word, -counts[form], form))[:_MOST]
    return Term(word=typed or word, forms=tuple(kept) or (word,), column=column, units=sum(counts[form] for form in kept))


class Forms:
    """The forms of one folded word."""

    def __init__(self, word: str, index: Index, typed: str = "", inflected: bool = True) -> None:
        self._word = word
        self._index = index
        self._with_ta = typed.rstrip().endswith("ة")
        self._carriers = _CARRIERS if set("ؤئ") & set(typed) else ()
        self._does_inflect = inflected
        # a name is not inflected, but for one that is a common noun too: it takes an article
        self._name = bool(index.named([word])) and not listed(word) and not index.units_with([f"ال{word}"])

    def all(self) -> set[str]:
        """Every word that is a form of it, as far as the index holds it; the word itself in any case."""
        if not self._word.isalpha() or self._word.isascii() or len(self._word) < 2:
            return {self._word}
        stems = {self._word}
        bases = self._bases()
        for base in [*bases, *(other for one in bases for other in self._spelled(one))]:
            stems |= {base} if not self._does_inflect or self._names(base) else self._inflected(base)
        of = self._index.words_of(stems - self._names_like_duals(stems))
        return {self._word, *self._without_strangers(of)}

    def _bases(self) -> list[str]:
        """What the word is without what is written on to it, as far as the vocabulary tells."""
        if len(self._word) < 4:
            return [self._word]
        rest = readings(self._word)[1:]
        if self._with_ta:
            rest = [one for one in rest if self._word.endswith(one)]  # a ta marbuta is no pronoun
        counts = self._index.units_with([self._word, f"ال{self._word}", *rest, *(f"ال{one}" for one in rest)])
        if f"ال{self._word}" in counts:
            return [self._word]
        own = counts.get(self._word, 0)
        found = [self._word]
        for one in rest:
            # what follows an article is a word
            certain = self._word.endswith("ال" + one) or self._word.endswith("لل" + one)
            held = counts.get(one, 0) + counts.get(f"ال{one}", 0)
            if certain or (held > own and not self._name):
                found.append(one)
        return found

    def _spelled(self, base: str) -> set[str]:
        """The word with its hamza on other carriers, where the vocabulary has it so: «مسؤول», «مسئول»."""
        return self._held({base.replace(a, b) for a, b in self._carriers if a in base} - {base})

    def _names_like_duals(self, stems: set[str]) -> set[str]:
        """Those that look like a dual and are names: «البحرين», «طالبان»; not a plural, which is met in ون too."""
        duals = {one for one in stems if one.endswith(("ان", "ين")) and one != self._word}
        names = self._index.named(f"{article}{one}" for one in duals for article in ("", "ال"))
        plurals = self._held(f"{one[:-2]}ون" for one in duals if one.endswith("ين"))
        return {one for one in duals if (one in names or f"ال{one}" in names) and f"{one[:-2]}ون" not in plurals}

    def _names(self, base: str) -> bool:
        """Whether the word without what is written on to it is a name: it is met without its article much less often, if at all."""
        if not self._name or listed(base):
            return False
        counts = self._index.units_with([base, self._word])
        return base == self._word or counts.get(base, 0) * _SHARE < counts.get(self._word, 0)

    def _inflected(self, base: str) -> set[str]:
        """Forms of a word without clitics: its singulars, and the plurals and other forms of these."""
        if len(base) < 3:
            return {base, *plurals(base)}
        verb = self._of_verb(base)
        if verb and not self._held([f"ال{base}"]):
            return {base, *verb}
        broken = {base, *self._best(singulars(base), base)}
        plain = self._plain(base)
        found = broken | plain
        for one in broken | plain:
            found |= sound(one)
        for one in broken if base.endswith("ه") else broken | plain:  # of عمليه, عملي is no noun that has a plural of its own
            found |= self._best(plurals(one), one)
        return found | verb

    def _plain(self, base: str) -> set[str]:
        """The singulars of which a word is a sound plural, a dual or a feminine, as far as the vocabulary has them."""
        if listed(base) or (base.endswith("ن") and self._held(base + ending for ending in _AFTER)):
            return set()
        plain = self._held(uninflected(base, self._with_ta))
        if base.endswith(("ون", "ين")) and self._held([base[:-2] + _OTHER[base[-2:]]]):
            plain.add(base[:-2])  # both cases of the plural are met, if the singular is not
        return self._rightly(plain, base[:-2])

    def _rightly(self, singulars: set[str], stem: str) -> set[str]:
        """Of two singulars of a plural in ات the one that takes an article: «طايره» rather than «طاير», «اجتماع» rather than «اجتماعه»."""
        both = {stem, f"{stem}ه"}
        if not both <= singulars:
            return singulars
        feminine = self._held([f"ال{stem}ه"])
        return singulars - ({stem} if feminine else {f"{stem}ه"})

    def _best(self, proposed: Iterable[str], of: str) -> set[str]:
        """Of broken plurals or singulars that shapes propose, those that are met most; what the list has stands.

        There are none for a word whose plural is in ات: of مطار there are مطارات, so امطار is the plural of another word.
        """
        if listed(of):
            return self._held(proposed)
        every = list(proposed)
        regular = f"{of[:-1] if of.endswith('ه') else of}ات"
        held = self._index.words_of([*every, regular, of])
        own = set(held.get(of, ()))  # «شركه» may be read as شرك with a pronoun
        counts = self._index.units_with(word for words in held.values() for word in words)
        met = {one: sum(counts.get(word, 0) for word in held.get(one, ()) if word not in own) for one in (*every, regular)}
        if not every or met[regular] * _SHARE > sum(counts.get(word, 0) for word in own):
            return set()
        ranked = sorted(every, key=lambda one: (-met[one], one))
        return {one for one in ranked[:_BEST] if met[one] and met[one] * _SHARE >= met[ranked[0]]}

    def _of_verb(self, base: str) -> set[str]:
        """Both tenses, where the vocabulary has an imperfect, and the perfect with an ending of its own or never with an article."""
        found: set[str] = set()
        for stem in {base, *self._perfect_of(base), *perfects(base)}:
            stems = imperfect_stems(stem)
            if len(stem) < 3 or stem.endswith("ه"):
                continue
            tenses = self._held([stem, f"{stem}ت", f"{stem}وا", f"ال{stem}", *(f"ي{one}" for one in stems)])
            perfect_too = (stem in tenses or stem == base) and (tenses & {f"{stem}ت", f"{stem}وا"} or f"ال{stem}" not in tenses)
            if perfect_too and any(f"ي{one}" in tenses for one in stems):
                found |= perfect(stem) | imperfect(frozenset(one for one in stems if f"ي{one}" in tenses))
        return found

    def _perfect_of(self, base: str) -> set[str]:
        """The third person of which a word may be another person («اعلنت»)."""
        return {base[: -len(ending)] for ending in ("ت", "وا", "تا") if base.endswith(ending) and len(base) - len(ending) >= 3}

    def _held(self, stems: Iterable[str]) -> set[str]:
        return set(self._index.words_of(stems))

    def _without_strangers(self, of: dict[str, list[str]]) -> set[str]:
        """The words of each stem, but for those that are words of their own: «كمال» is not ك + مال, for there is «الكمال»."""
        doubted = {
            (word, stem): _longer(word, stem)
            for stem, held in of.items()
            for word in held
            if word not in of and not _with_article(word, stem)
        }
        whole = {one for longer in doubted.values() for one in longer}
        own = self._held(f"ال{one}" for one in whole)
        names = self._index.named({*whole, *of})
        strangers = {
            (word, stem)
            for (word, stem), longer in doubted.items()
            if any(f"ال{one}" in own or (one in names and stem not in names) for one in longer)
        }
        return {word for stem, held in of.items() for word in held if (word, stem) not in strangers}


def _with_article(word: str, stem: str) -> bool:
    """Whether the stem stands in the word after an article, so that nothing else is written on to it."""
    return any(split.article and split.stem == stem for split in splits(word))


def _longer(word: str, stem: str) -> set[str]:
    """What stands in the word that is longer than the stem and may be a word of its own: with the letter before it, with its ending."""
    at = word.find(stem)
    if at < 0:
        return {word[1:] if word[:1] in CONJUNCTIONS else word}
    ends = at + len(stem)
    longer = {word[at:], word[max(0, at - 1) : ends], word[max(0, at - 1) :]} - {stem}
    return longer | {one[:-1] + "ه" for one in longer if one.endswith("ت")}


def spelling(text: str) -> str:
    """Give a name as it is looked up: its folded words with a space between."""
    return " ".join(folded(fold(text)))
