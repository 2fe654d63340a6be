"""Figures: counts and measures, with what is counted, of whom, how bounded, as of when, and in whose statement."""

from tawatur.annotate.figures.find import annotate

__all__ = ["annotate"]
