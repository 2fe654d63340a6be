"""Inflections: the forms that a folded noun or verb may have besides its broken plurals (`arabic.plurals`), and what an inflected word may be of.

All of them are candidates: which are words, only a vocabulary can say. Source: W. Wright, A Grammar of the Arabic Language, 3rd ed., vol. I.
"""

import re

# sound plurals and duals, in both cases and before a genitive; the feminine ones take the place of a ta marbuta
_DUAL = ("ان", "ين", "ا")
_MASCULINE = ("ون", "و", "ي")
_FEMININE = ("ات", "تان", "تين", "تا", "تي")
_PERFECT = ("", "ت", "وا", "تا", "ا", "نا", "ن", "تم")
_IMPERFECT = ("", "ون", "وا", "ان", "ين", "ن")
# shapes of adjectives, participles and nouns of persons, whose feminine is the same word: فعيل, فاعل, مفعول, relative adjectives, and
# participles of five letters or more (متحد, مشترك). Others mean another thing with ه (مدرس, مدرسه; كتاب, كتابه)
_OF_PERSONS = re.compile(r"[^ا][^او]ي[^اوي]|[^ا]ا[^او][^او]|م[^ا][^ا]و[^او]|\w{2,}ي|م\w{4,}")
# the same without فاعل: جامعه is not a feminine of جامع, nor طايره of طاير
_FEMININE_OF = re.compile(r"[^ا][^او]ي[^اوي]|م[^ا][^ا]و[^او]|\w{3,}ي|م\w{4,}")


def sound(noun: str) -> frozenset[str]:
    """Give the sound plurals, the duals and, of adjectives and persons, the feminine of a folded singular."""
    if noun.endswith("ه") and len(noun) > 3:
        found = {noun[:-1] + ending for ending in _FEMININE}
        if noun.endswith("اه"):  # مباراه, مباريات; قناه, قنوات
            found |= {noun[:-2] + "يات", noun[:-2] + "وات", noun[:-2] + "اتان", noun[:-2] + "اتين"}
        return frozenset(found)
    found = {noun + ending for ending in _DUAL}
    if len(noun) > 3:  # قرار, قرارات; of عمل, عملات is another word
        found.add(noun + "ات")
    if noun.endswith(("ا", "ي")):  # مستشفي, مستشفيات; ذكري, ذكريات
        found |= {noun[:-1] + "يات", noun[:-1] + "وات"}
    if noun.startswith("م") and len(noun) > 3:  # a participle: معلم, معلمون
        found |= {noun + ending for ending in _MASCULINE}
    if _OF_PERSONS.fullmatch(noun):
        found |= {noun + "ه", *(noun + ending for ending in (*_MASCULINE, *_FEMININE))}
    return frozenset(found)


def uninflected(noun: str, with_ta: bool = False) -> frozenset[str]:
    """Give the singulars of which a folded noun may be a sound plural, a dual or a feminine; `with_ta` where its ه was written ة."""
    found = set()
    for ending in ("تان", "تين"):
        if noun.endswith(ending) and len(noun) >= 6:
            found.add(noun[:-3] + "ه")
    if noun.endswith("ات") and len(noun) >= 5:
        found |= {noun[:-2] + "ه", noun[:-2]}
    if noun.endswith(("يات", "وات")) and len(noun) >= 5:
        found |= {noun[:-3] + "اه", noun[:-3] + "ي", noun[:-3] + "ا"}
    if noun.endswith(("ون", "ين", "ان")) and len(noun) >= 5:
        found.add(noun[:-2])
    if noun.endswith("ه") and len(noun) >= 5 and with_ta and _FEMININE_OF.fullmatch(noun[:-1]):
        found.add(noun[:-1])
    return frozenset(found - {noun})


def perfect(stem: str) -> frozenset[str]:
    """Give the forms of the perfect of which `stem` is the third person («اعلن»)."""
    return frozenset(stem + ending for ending in _PERFECT)


def imperfect_stems(stem: str) -> frozenset[str]:
    """Give what may follow the prefix of the imperfect of a verb whose perfect is `stem`: «علن» of «اعلن», «قول» of «قال»."""
    found = {stem[1:] if stem.startswith("ا") and len(stem) >= 4 else stem}
    if len(stem) == 3 and stem[1] == "ا":
        found = {f"{stem[0]}{weak}{stem[2]}" for weak in "وي"}
    elif len(stem) == 4 and stem[0] == "ا" and stem[2] == "ا":  # اعاد, يعيد
        found = {f"{stem[1]}ي{stem[3]}"}
    elif len(stem) == 3 and stem[0] == "و":  # وصل, يصل
        found = {stem[1:]}
    elif len(stem) == 3 and stem.endswith("ا"):  # دعا, يدعو
        found = {stem[:2] + "و", stem[:2] + "ي"}
    return frozenset(found)


def perfects(imperfect: str) -> frozenset[str]:
    """Give the perfects of which a folded word («يعلن») may be the imperfect; none where it does not begin as one."""
    if imperfect[0] not in "يتن" or len(imperfect) < 3:
        return frozenset()
    stem = imperfect[1:]
    if len(imperfect) == 3:  # يصل, وصل
        return frozenset({f"و{stem}"})
    for ending in ("ون", "وا", "ان", "ين"):
        if stem.endswith(ending) and len(stem) >= 5:
            stem = stem[:-2]
            break
    if sum(letter in "اوي" for letter in stem) > len(stem) - 2:
        return frozenset()
    found = {stem, "ا" + stem}
    if len(stem) == 3 and stem[1] in "وي":
        found.add(f"{stem[0]}ا{stem[2]}")
    if len(stem) == 3 and stem[1] == "ي":  # يعيد, اعاد
        found.add(f"ا{stem[0]}ا{stem[2]}")
    if len(stem) == 3 and stem[2] in "وي":
        found.add(stem[:2] + "ا")
    return frozenset(found)


def imperfect(stems: frozenset[str]) -> frozenset[str]:
    """Give the forms of the imperfect with these stems."""
    return frozenset(
        prefix + stem + ending
        for stem in stems
        for prefix in ("يتنا" if len(stem) > 2 else "يتن")  # اصل is a noun before it is of وصل
        for ending in _IMPERFECT
    )
