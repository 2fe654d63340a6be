"""Mentions of names and their types."""
