"""From any source to a Document: one reader a file.

for raw in raws("folder", Options()):
    found = raw if isinstance(raw, Dropped) else document(raw)
"""

from tawatur.ingest.document import document
from tawatur.ingest.mapping import Mapping
from tawatur.ingest.mapping import parse as parse_mapping
from tawatur.ingest.opml import named_in
from tawatur.ingest.options import Bounds, Options, WebOptions
from tawatur.ingest.raw import Raw
from tawatur.ingest.read import File, inputs, raws, raws_of
from tawatur.ingest.reasons import Reason
from tawatur.ingest.source import Context, Reader, Source
from tawatur.ingest.together import all_raws
from tawatur.ingest.walk import is_there
from tawatur.ingest.web import Visit, Visits

__all__ = [
    "Bounds", "Context", "File", "Mapping", "Options", "Raw", "Reader", "Reason", "Source", "Visit", "Visits", "WebOptions",
    "all_raws", "document", "inputs", "is_there", "named_in", "parse_mapping", "raws", "raws_of",
]  # fmt: skip
