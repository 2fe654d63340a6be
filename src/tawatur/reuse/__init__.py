"""Who copied from whom: candidate passages, alignment, drift, families, origin."""
