"""Expressions of time: finding them, and resolving them once the day of writing is known."""
