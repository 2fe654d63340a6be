"""What an origin is called in a sentence: the agency's name, else the outlet's where the text is one article's, else that nobody is credited."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tawatur.records.article import Article
from tawatur.records.story import Origin
from tawatur.resources.registers import Called, agency_names, outlet_names

Name = Callable[[Origin], Called]


def namer(articles: Mapping[str, Article]) -> Name:
    """Give the function that names an origin; `articles` tell who printed a text that no agency is credited for."""

    def name(origin: Origin) -> Called:
        if origin.name:
            return agency_names().get(origin.name, Called(origin.name, origin.name))
        outlets = {article.outlet for document in origin.documents if (article := articles.get(document))}
        outlet = outlets.pop() if len(outlets) == 1 else None
        if outlet:
            return outlet_names().get(outlet, Called(outlet, outlet))
        return Called("نص لا ينسب إلى وكالة", "a text that credits no agency")

    return name
