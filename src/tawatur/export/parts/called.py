"""What outlets and agencies are called: the registers' names, else the key itself."""

from typing import Literal

from tawatur.resources.registers import Called, agency_names, outlet_names

Lang = Literal["ar", "en"]


def outlet(key: str, lang: Lang) -> str:
    """Give an outlet's name; an outlet may be an agency's own site."""
    found = outlet_names().get(key) or agency_names().get(key) or Called(key, key)
    return found.ar if lang == "ar" else found.en


def agency(key: str, lang: Lang) -> str:
    """Give an agency's name."""
    found = agency_names().get(key, Called(key, key))
    return found.ar if lang == "ar" else found.en
