"""Expressions of time: finding them, and resolving them once the day of writing is known.

`find` depends on one text alone; `resolve` is arithmetic against the day of publication; `read` is both. Decisions that
the rules of the labels leave open:

- an age («31 عاما») is a duration, like every number with a unit of time; vague amounts («عدة أشهر») are left out;
- what is counted from the narration («اليوم التالي», «الربع السابق», «بعد عامين» of a deed that is told) is left out;
- a bare part of the day («في الصباح») is left out; a bare hour takes the day that its sentence names, else the day of writing;
- «نهاية الأسبوع» and «نهاية يوم الأحد» are the week and the day with the modifier `end`;
- a Hijri month or year is the range of its Gregorian days; a half of a year is written H1, H2;
- two full dates joined by «إلى» are two records; a summer named alone is a date only where the clause shows past or future.

docs/dates.md tells all of it, with examples and figures.
"""

from tawatur.annotate.dates.find import find
from tawatur.annotate.dates.read import read
from tawatur.annotate.dates.reference import Prefer
from tawatur.annotate.dates.resolve import resolve

__all__ = ["Prefer", "find", "read", "resolve"]
