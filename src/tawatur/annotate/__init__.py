"""Spans with values, found in one article without looking at any other."""
