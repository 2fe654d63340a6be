"""Readings of a folded word: what it may be once the words written on to it (و، ال، ب، pronouns) are taken off."""

from tawatur.arabic.clitics import splits, without_pronoun

_LEAST = 3  # letters that stay; two after an article («اليد»)
_IMPERFECT = "يتنا"


def readings(word: str) -> list[str]:
    """Give what a folded word may be without its clitics, the whole word first, each once.

    Taken off are conjunctions, prepositions, the article, the س of the future, pronouns, and the alef of the accusative («صاروخا»). Which
    reading is right only a vocabulary can say.
    """
    found = dict.fromkeys([word])
    for _, preposition, article, stem, offset in splits(word):
        if offset and len(stem) < (_LEAST - 1 if article else _LEAST):
            continue
        found[stem] = None
        if article:
            continue
        if not preposition and stem[0] == "س" and stem[1] in _IMPERFECT and len(stem) > _LEAST + 1:
            found.update(dict.fromkeys(_endings(stem[1:])))
        found.update(dict.fromkeys(_endings(stem)))
    return list(found)


def _endings(stem: str) -> list[str]:
    """The stem with and without its pronoun or the alef of the accusative."""
    found = [one for one in without_pronoun(stem) if one == stem or len(one) >= _LEAST]
    if stem.endswith("ا") and len(stem) > _LEAST:
        found.append(stem[:-1])
    return found
