"""The order of the stages: the one room that knows it.

    read      ingest each input, keep its document                        one input at a time, in worker processes
    annotate  clean and annotate each new document                        one document at a time, in worker processes
    derive    reuse, settle, stories, compare over all of them            once; reuse only for what has changed
    refresh   the last two again, for what an older version made              with what has changed

Each step keeps what it has done as it goes, so a run that was ended goes on where it was, and a step whose input has
not changed does nothing.
"""

from tawatur.pipeline.annotating import annotate
from tawatur.pipeline.deriving import derive
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.pipeline.reading import ReadReport, read
from tawatur.pipeline.refreshing import Refreshed, refresh

__all__ = ["Progress", "ReadReport", "Refreshed", "annotate", "derive", "no_progress", "read", "refresh"]
