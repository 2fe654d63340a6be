"""Stories (one happening each), threads over time, and references back."""

from tawatur.stories.grouping import group
from tawatur.stories.threads import Threaded, thread

__all__ = ["Threaded", "group", "thread"]
