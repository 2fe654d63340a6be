"""Statements with kind, cue and speaker."""
