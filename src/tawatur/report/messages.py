"""The program's sentences for people, in Arabic and English: YAML files of one section and one language each."""

from functools import cache
from typing import Any, Literal

from tawatur.resources import load

Lang = Literal["ar", "en"]
LANGUAGES: tuple[Lang, ...] = ("ar", "en")


class Messages:
    """The texts of one section in one language; a missing key or place raises KeyError."""

    __slots__ = ("_texts", "lang", "section")

    def __init__(self, section: str, lang: Lang, texts: dict[str, Any]) -> None:
        self.section = section
        self.lang = lang
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of `key` with its places filled as by `str.format`."""
        text = self._texts[key]
        if not isinstance(text, str):
            raise KeyError(f"{self.section}.{self.lang}: {key} is not one text")
        return text.format_map(values) if values or "{" in text else text

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def keys(self) -> set[str]:
        """All keys."""
        return set(self._texts)

    def list(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, such as the months' names."""
        return tuple(self._texts[key])

    def count(self, key: str, number: int) -> str:
        """Give `number` with the thing counted, in the form that the language's grammar asks for (CLDR's plural rules)."""
        forms: dict[str, str] = self._texts[key]
        form = forms.get(plural(self.lang, number)) or forms["other"]
        return form.format_map({"n": number})


def plural(lang: Lang, number: int) -> str:
    """Give the plural category of a whole number: zero, one, two, few, many or other.

    Source: CLDR 46, supplemental/plurals. English `zero` is ours, for «no articles».
    """
    if number == 0:
        return "zero"
    if lang == "en":
        return "one" if number == 1 else "other"
    if number in (1, 2):
        return "one" if number == 1 else "two"
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


@cache
def messages(section: str, lang: Lang) -> Messages:
    """Give the texts of `resources/messages/SECTION.LANG.yaml`. Raises FileNotFoundError where there are none."""
    return Messages(section, lang, load(f"messages/{section}.{lang}"))
