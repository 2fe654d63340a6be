"""Why: the reasons that stages write in English, told in the reader's language, as gettext does it.

`resources/why.yaml` sets a translation beside every template that a stage writes. A reason is matched against the templates; what
stands in their places is told as people read it. The kind of a place is its name up to the first `_`:

  document   an id: what the caller calls the article
  day        an ISO day, in words
  value      any value of time, in words
  sentences  a number, counted with its noun
  number     a number
  field      the name of a field
  words      words of a text
  reasons    further reasons
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tawatur.report.clean_text import isolated
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when
from tawatur.resources import load

# what an article is called, by its id; None where it is not at hand
Called = Callable[[str], str | None]

_PLACE = re.compile(r"\{(\w+)\}")
_PATTERNS = {
    "document": r"\S+",
    "day": r"\d{4}-\d{2}-\d{2}",
    "value": r"[^\s;()]+",
    "sentences": r"\d+",
    "number": r"-?\d+",
    "field": r"[^;]+",
    "words": r".+?",
    "reasons": r".+",
}
_JOINT = "; "
_PARTS = 12  # joints tried in one reason: the longest that a stage writes, of weak dates, has fewer


class _Template(NamedTuple):
    pattern: re.Pattern[str]
    ar: str
    en: str
    shown: bool  # `en` is what people are told instead of the reason


def why(reason: str, lang: Lang, called: Called | None = None) -> str:
    """Tell a reason in the reader's language. One that has no translation is given in English, isolated from what is beside it.

    In English that is the reason itself, with Arabic words isolated and ids of articles replaced by what `called` says they are called.
    """
    told = translation(reason, lang, called)
    if told is not None:
        return told
    return reason if lang == "en" else isolated(reason)


def translation(reason: str, lang: Lang, called: Called | None = None) -> str | None:
    """Tell a reason as `why`; None where no template of the table made it."""
    return _told(reason, lang, called or _unknown, _PARTS)


def _unknown(document: str) -> None:
    return None


def _told(reason: str, lang: Lang, called: Called, left: int) -> str | None:
    found = _matched(reason)
    if found is not None:
        template, values = found
        return _filled(template, values, lang, called, left)
    for head, rest in _cut(reason) if left else ():
        first = _matched(head)
        second = _told(rest, lang, called, left - 1) if first else None
        if first and second is not None:
            return f"{_filled(*first, lang, called, left)}{messages('report', lang)('why_joint')}{second}"
    return None


def _cut(reason: str) -> Iterator[tuple[str, str]]:
    at = reason.find(_JOINT)
    for _ in range(_PARTS):
        if at < 0:
            return
        yield reason[:at], reason[at + len(_JOINT) :]
        at = reason.find(_JOINT, at + 1)


def _matched(reason: str) -> tuple[_Template, dict[str, str]] | None:
    """The template that made a reason, and what stands in its places; one without places goes before one with."""
    plain, open_ = _table()
    if reason in plain:
        return plain[reason], {}
    for template in open_:
        if match := template.pattern.fullmatch(reason):
            return template, match.groupdict()
    return None


@cache
def _table() -> tuple[dict[str, _Template], tuple[_Template, ...]]:
    plain: dict[str, _Template] = {}
    open_: list[_Template] = []
    for row in load("why"):
        template = _Template(_pattern(row["en"]), row["ar"], row.get("shown", row["en"]), "shown" in row)
        if _PLACE.search(row["en"]):
            open_.append(template)
        else:
            plain[row["en"]] = template
    return plain, tuple(open_)


def _pattern(en: str) -> re.Pattern[str]:
    pieces = _PLACE.split(en)
    parts = [re.escape(piece) if n % 2 == 0 else f"(?P<{piece}>{_PATTERNS[kind(piece)]})" for n, piece in enumerate(pieces)]
    return re.compile("".join(parts), re.DOTALL)


def kind(place: str) -> str:
    """Give the kind of a place by its name."""
    return place.partition("_")[0]


def _filled(template: _Template, values: dict[str, str], lang: Lang, called: Called, left: int) -> str:
    """The translation with its places filled; in English, times and numbers stay as the stage wrote them."""
    plain = lang == "en" and not template.shown

    def tell(match: re.Match[str]) -> str:
        place, value = match[1], values[match[1]]
        if plain and kind(place) in ("day", "value", "sentences"):
            return value
        return _place(place, value, lang, called, left)

    return _PLACE.sub(tell, template.ar if lang == "ar" else template.en)


def _place(place: str, value: str, lang: Lang, called: Called, left: int) -> str:
    match kind(place):
        case "day" | "value":
            words = when(value, lang, weekday=False)
            return words if words != value else isolated(value)
        case "document":
            return called(value) or (value if lang == "en" else isolated(value))
        case "sentences":
            return messages("report", lang).count("sentences", int(value))
        case "reasons":
            told = _told(value, lang, called, left - 1) if left else None
            return told or (value if lang == "en" else isolated(value))
        case "words" | "field":
            return isolated(value)
    return value
