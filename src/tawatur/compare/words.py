"""The reasons of findings, in Arabic and English."""

from collections.abc import Sequence

from tawatur.compare.named import Name
from tawatur.records.finding import Reason
from tawatur.records.story import Origin

# after a number the counted noun stands in the plural from 3 to 10, and in the singular from 11 to 102
_PLURAL = range(3, 11)
_HUNDRED = 100


def happening(documents: int, origins: Sequence[Origin], name: Name) -> Reason:
    """Why a happening counts as corroborated, or as told by one origin."""
    go_back = _verb(documents, "تعود", "تعودان")
    if len(origins) > 1:
        return Reason(
            ar=f"{_articles(documents)} {go_back} إلى {_independent(len(origins))}: {_listed_ar(origins, name)}",
            en=f"{documents} articles that go back to {len(origins)} independent origins: {_listed_en(origins, name)}",
        )
    return Reason(
        ar=f"{_articles(documents)} {go_back} إلى أصل واحد: {_listed_ar(origins, name)}",
        en=f"{documents} articles that all go back to one origin: {_listed_en(origins, name)}",
    )


def statement(documents: int, origins: Sequence[Origin], name: Name) -> Reason:
    """Why a sentence that several articles carry has one origin."""
    carry = _verb(documents, "تحمل", "تحملان")
    return Reason(
        ar=f"{_articles(documents)} {carry} هذه الجملة من نص واحد، فهي أصل واحد: {_listed_ar(origins, name)}",
        en=f"{documents} articles carry this sentence from one text, so it counts as one origin: {_listed_en(origins, name)}",
    )


def toll(kind: str, number: int, documents: int, origins: Sequence[Origin], name: Name) -> Reason:
    """Why a toll counts as corroborated, or as told by one origin."""
    ar, en = {"killed": ("القتلى", "killed"), "hurt": ("الجرحى", "hurt")}[kind]
    tell, go_back = _verb(documents, "تذكر", "تذكران"), _verb(documents, "تعود", "تعودان")
    told = _independent(len(origins)) if len(origins) > 1 else "أصل واحد"
    told_en = f"{len(origins)} independent origins" if len(origins) > 1 else "one origin"
    return Reason(
        ar=f"{_articles(documents)} {tell} أن عدد {ar} {number}، و{go_back} إلى {told}: {_listed_ar(origins, name)}",
        en=f"{documents} articles give {number} {en}; they go back to {told_en}: {_listed_en(origins, name)}",
    )


def _verb(count: int, many: str, two: str) -> str:
    """The verb after «مقالتان» or after any other count."""
    return two if count == 2 else many


def _articles(count: int) -> str:
    if count == 1:
        return "مقالة واحدة"
    if count == 2:
        return "مقالتان"
    return f"{count} مقالات" if count % _HUNDRED in _PLURAL else f"{count} مقالة"


def _independent(count: int) -> str:
    """The origins in the genitive, after «إلى»."""
    if count == 2:
        return "أصلين مستقلين"
    if count % _HUNDRED in _PLURAL:
        return f"{count} أصول مستقلة"
    return f"{count} أصلا مستقلا" if count % _HUNDRED > _PLURAL[-1] else f"{count} أصل مستقل"


def _listed_ar(origins: Sequence[Origin], name: Name) -> str:
    return "، ".join(_counted(name(one).ar, len(one.documents), _articles(len(one.documents))) for one in origins)


def _listed_en(origins: Sequence[Origin], name: Name) -> str:
    return ", ".join(_counted(name(one).en, len(one.documents), f"{len(one.documents)} articles") for one in origins)


def _counted(name: str, count: int, articles: str) -> str:
    """An origin of one article is named alone."""
    return name if count == 1 else f"{name} ({articles})"
