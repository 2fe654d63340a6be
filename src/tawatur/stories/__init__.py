"""Stories (one happening each), threads over time, and references back."""

from tawatur.stories.group import group
from tawatur.stories.thread import Threaded, thread

__all__ = ["Threaded", "group", "thread"]
