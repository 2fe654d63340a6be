"""Events: who did what to whom, read from the clauses of one article by a closed lexicon and rules of grammar."""

from tawatur.annotate.events.find import Reading, annotate, readings

__all__ = ["Reading", "annotate", "readings"]
