"""Centuries and decades: «القرن التاسع عشر», «العقد الأول من القرن الحالي», «ثمانينات القرن الماضي»."""

from tawatur.annotate.dates.found import Found
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import relative
from tawatur.arabic import numerals


def which_one(w: Tokens, at: int) -> tuple[int, int] | None:
    """Read «الثالث» or «الأخير» (-1), and give the place after it."""
    if w.word(at) in ("الاخير", "الاخيره"):
        return -1, at + 1
    read = numerals.ordinal(w.window(at), 0) if w.word(at).startswith("ال") else None
    return (read.value, at + read.end) if read else None


def century(w: Tokens, at: int) -> Found | None:
    """Read «القرن التاسع عشر», «القرن الـ19»."""
    if w.entry(at).unit != "CEN" or not w.entry(at).definite or w.entry(at).count != 1:
        return None
    begin = at + 1 + (w.word(at + 1) == "ال")
    value, end = w.number(begin), begin + 1
    if value is None:
        read = numerals.ordinal(w.window(begin), 0) if w.word(begin).startswith("ال") else None
        if read is None:
            return None
        value, end = read.value, begin + read.end
    if not 1 <= value <= 22:
        return None
    if w.entry(end).function == "era_h":
        return None
    if (w.entry(end).function == "before" and w.word(end + 1) == "الميلاد") or w.words[end : end + 3] == ["ق", ".", "م"]:
        return Found({"kind": "bad", "reason": "before our era"}, end + 2)
    end += w.entry(end).function == "era_g"
    return Found({"kind": "century", "y": (value - 1) * 100}, end)


def decade_of_century(w: Tokens, at: int) -> Found | None:
    """«العقد الأول من القرن الحالي»."""
    which = which_one(w, at + 1) if w.entry(at).unit == "DEC" and w.entry(at).definite else None
    if which is None or not 1 <= which[0] <= 10 or w.word(which[1]) != "من" or w.entry(which[1] + 1).unit != "CEN":
        return None
    found = century(w, which[1] + 1)
    if found and found.meaning["kind"] == "century":
        return Found({"kind": "decade", "y": found.meaning["y"] + 10 * (which[0] - 1)}, found.end)
    step = relative(w, which[1] + 2)
    return Found({"kind": "decade", "y": 2000 + 100 * step[0] + 10 * (which[0] - 1)}, step[1]) if step else None


def decade(w: Tokens, at: int) -> Found | None:
    """Read «التسعينيات», «ثمانينات القرن الماضي»: of the twentieth century unless it says another."""
    tens = w.entry(at).decade
    begin = at + 1 + (w.word(at + 1) in ("من", "في"))
    found = century(w, begin)
    if found:
        return Found({"kind": "decade", "y": found.meaning["y"] + tens}, found.end)
    if w.entry(begin).unit == "CEN":
        step = relative(w, begin + 1)
        if step:  # «القرن الماضي» is the twentieth, «هذا القرن» the twenty-first
            return Found({"kind": "decade", "y": 2000 + 100 * step[0] + tens}, step[1])
    if not w.entry(at).definite or w.word(begin) in ("العمر", "عمره", "عمرها", "عمرهم", "اعمارهم"):
        return None
    step = relative(w, at + 1)
    return Found({"kind": "decade", "tens": tens}, step[1] if step and step[0] < 0 else at + 1)
