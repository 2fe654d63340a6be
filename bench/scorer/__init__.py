"""The scorer of the export contract, kept as it is given; see score.py."""
