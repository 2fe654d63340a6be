"""Stories (one happening each), threads over time, and references back."""

from tawatur.stories.continued import longest
from tawatur.stories.grouping import Made, group
from tawatur.stories.threads import Hung, Threaded, thread

__all__ = ["Hung", "Made", "Threaded", "group", "longest", "thread"]
