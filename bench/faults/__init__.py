"""Faults planted on purpose: runs that are killed at random moments, and what is left afterwards (docs/faults.md)."""
