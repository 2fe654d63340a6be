"""Undertakings of many articles brought together: one commitment, with what later reports say of it."""

from tawatur.compare.promised.ledger import commitments

__all__ = ["commitments"]
