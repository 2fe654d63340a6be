"""Briefs: what is known of a story or a day in sentences, each with its sources, none that says more than they do."""

from tawatur.report.brief.build import head_of_story, of_day, of_story

__all__ = ["head_of_story", "of_day", "of_story"]
