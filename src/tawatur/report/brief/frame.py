"""The frames of a brief's sentences: templates whose own words are ours, filled with words of spans, labels, counts and days."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from tawatur.arabic.words import words as split_words
from tawatur.records.brief import BriefSentence, Part
from tawatur.records.span import Span
from tawatur.report import labels
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.messages import Lang, messages, plural
from tawatur.report.wording import when
from tawatur.resources import load

_PLACE = re.compile(r"\{(\w+)\}")
_FEW = range(3, 11)  # numbers written as words; CLDR's «few» ends there too

_TWO = 2

Filling = Sequence[Part]


@cache
def template(frame: str, lang: Lang) -> tuple[str, ...]:
    """Give a frame cut at its places: own words at even numbers, names of places at odd ones. Raises KeyError for an unknown frame."""
    return tuple(_PLACE.split(_texts(lang)["frames"][frame]))


def frames(lang: Lang) -> tuple[str, ...]:
    """The names of all frames."""
    return tuple(_texts(lang)["frames"])


@cache
def own_words(lang: Lang) -> frozenset[str]:
    """The folded words of all frames, which may stand in a sentence without a source."""
    pieces = [piece for frame in frames(lang) for piece in template(frame, lang)[::2]]
    return frozenset(word.text for piece in pieces for word in split_words(piece))


def fill(frame: str, lang: Lang, *fillings: Filling | Part) -> tuple[Part, ...]:
    """Give the parts of a sentence. Every place of the frame has its filling, whose parts have its role; raises KeyError where one lacks."""
    given: dict[str, list[Part]] = {}
    for filling in fillings:
        for part in (filling,) if isinstance(filling, Part) else filling:
            given.setdefault(part.role, []).append(part)
    parts: list[Part] = []
    for number, piece in enumerate(template(frame, lang)):
        if number % 2:
            parts += given[piece]
        elif piece:
            parts.append(Part(kind="frame", text=piece))
    return tuple(parts)


def keeps_frame(sentence: BriefSentence, lang: Lang) -> bool:
    """Whether the sentence's own words are those of its frame, each place filled with parts of its role."""
    if sentence.frame not in _texts(lang)["frames"]:
        return False
    left = list(sentence.parts)
    for number, piece in enumerate(template(sentence.frame, lang)):
        if number % 2 == 0:
            if piece and (not left or left.pop(0) != Part(kind="frame", text=piece)):
                return False
        elif not _place_filled(piece, left, lang):
            return False
    return not left


def _place_filled(role: str, left: list[Part], lang: Lang) -> bool:
    """Take the parts of one place off `left`; a list of labels has the language's comma between them."""
    taken: list[Part] = []
    while left and left[0].role == role:
        taken.append(left.pop(0))
    comma = messages("report", lang)("comma")
    joints = [part.text for part in taken[1::2]]
    things = taken[::2]
    whole = len(taken) == 1 or (role == "labels" and len(taken) % 2 == 1)
    return whole and all(joint == comma for joint in joints) and all(part.kind == _KINDS[role] for part in things)


_KINDS = {
    "words": "words", "words2": "words", "speaker": "name", "label": "label", "label2": "label", "labels": "label",
    "number": "number", "number2": "number", "day": "day", "day2": "day", "kind": "term",
    "articles": "count", "origins": "count", "statements": "count", "promises": "count",
}  # fmt: skip


def words(span: Span, text: str, role: str = "words") -> Part:
    """Words as they stand in a span, on one line."""
    return Part(kind="words", text=one_line(text), role=role, span=span)


def name(span: Span, text: str, lang: Lang) -> Part:
    """A speaker's name as it stands in a span."""
    shown = one_line(text)
    return Part(kind="name", text=shown if lang == "ar" else isolated(shown), role="speaker", span=span)


def label(key: str, lang: Lang, role: str = "label") -> Part:
    """The name of an outlet or agency."""
    return Part(kind="label", text=label_text(key, lang), role=role, value=key)


def label_text(key: str, lang: Lang) -> str:
    """What an outlet or agency is called; isolated where the frame is English, for the name may be Arabic."""
    shown = one_line(labels.outlet(key, lang))
    return shown if lang == "ar" else isolated(shown)


def label_list(keys: Iterable[str], lang: Lang) -> list[Part]:
    """Names of outlets and agencies, with commas between them."""
    parts: list[Part] = []
    for key in keys:
        if parts:
            parts.append(Part(kind="frame", text=messages("report", lang)("comma"), role="labels"))
        parts.append(label(key, lang, "labels"))
    return parts


def count(role: str, number: int, lang: Lang) -> Part:
    """A count that we made, with the noun counted in the genitive."""
    return Part(kind="count", text=counted("counts", role, number, lang), role=role, value=str(number))


def number(value: str, role: str = "number") -> Part:
    """A number read from a span, in digits."""
    return Part(kind="number", text=value, role=role, value=value)


def day(value: str, lang: Lang, role: str = "day") -> Part:
    """A value of time in words."""
    return Part(kind="day", text=when(value, lang, weekday=lang == "ar"), role=role, value=value)


def term(key: str, lang: Lang) -> Part:
    """One of our own closed words, as what is counted in a toll."""
    return Part(kind="term", text=_texts(lang)["terms"][key], role="kind", value=key)


def counted(table: str, key: str, number: int, lang: Lang) -> str:
    """Give a number with its noun. `table` is `counts` (genitive in Arabic) or `alone`; three to ten are words of the noun's gender."""
    forms: dict[str, str] = _texts(lang)[table][key] if table else _texts(lang)[key]
    form = forms.get("two" if number == _TWO else plural(lang, number)) or forms["other"]
    few: list[str] = _texts(lang)["few_words"][forms["few_words"]]
    return form.format_map({"n": few[number - _FEW.start] if number in _FEW else number})


def _texts(lang: Lang) -> dict[str, Any]:
    texts: dict[str, Any] = load(f"messages/brief.{lang}")
    return texts
