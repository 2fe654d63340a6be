"""The reasons of findings, in Arabic and English."""

from collections.abc import Sequence

from tawatur.records.finding import Reason
from tawatur.records.story import Origin


def happening(documents: int, origins: Sequence[Origin]) -> Reason:
    """Why a happening counts as corroborated, or as told by one origin."""
    if len(origins) > 1:
        return Reason(
            ar=f"{_articles(documents)} تعود إلى {_independent(len(origins))}: {_listed_ar(origins)}",
            en=f"{documents} articles that go back to {len(origins)} independent origins: {_listed_en(origins)}",
        )
    return Reason(
        ar=f"{_articles(documents)} تعود كلها إلى مصدر واحد: {_listed_ar(origins)}",
        en=f"{documents} articles that all go back to one origin: {_listed_en(origins)}",
    )


def statement(documents: int, origins: Sequence[Origin]) -> Reason:
    """Why a sentence that several articles carry has one origin."""
    return Reason(
        ar=f"{_articles(documents)} تحمل هذه الجملة من نص واحد، فهي مصدر واحد: {_listed_ar(origins)}",
        en=f"{documents} articles carry this sentence from one text, so it counts as one origin: {_listed_en(origins)}",
    )


def toll(kind: str, number: int, documents: int, origins: Sequence[Origin]) -> Reason:
    """Why a toll counts as corroborated, or as told by one origin."""
    ar, en = {"killed": ("القتلى", "killed"), "hurt": ("الجرحى", "hurt")}[kind]
    told = "تعود إلى " + (_independent(len(origins)) if len(origins) > 1 else "مصدر واحد")
    return Reason(
        ar=f"{_articles(documents)} تذكر أن عدد {ar} {number}، {told}: {_listed_ar(origins)}",
        en=f"{documents} articles give {number} {en}; they go back to {len(origins)} origins: {_listed_en(origins)}",
    )


def _articles(count: int) -> str:
    if count == 1:
        return "مقالة واحدة"
    if count == 2:
        return "مقالتان"
    return f"{count} مقالات" if count <= 10 else f"{count} مقالة"


def _independent(count: int) -> str:
    if count == 2:
        return "مصدرين مستقلين"
    return f"{count} مصادر مستقلة" if count <= 10 else f"{count} مصدرا مستقلا"


def _listed_ar(origins: Sequence[Origin]) -> str:
    return "، ".join(f"{one.name or 'نص لا ينسب إلى وكالة'} ({len(one.documents)})" for one in origins)


def _listed_en(origins: Sequence[Origin]) -> str:
    return ", ".join(f"{one.name or 'a text that credits no agency'} ({len(one.documents)})" for one in origins)
