"""From a Document to an Article: lines and their kinds, title, byline, dateline, credit, publication date."""

from tawatur.clean.article import article, line_keys
from tawatur.clean.looked import DateReader
from tawatur.clean.outlet import named_outlet, outlet_key
from tawatur.clean.registers import agencies, outlets

__all__ = ["DateReader", "agencies", "article", "line_keys", "named_outlet", "outlet_key", "outlets"]
