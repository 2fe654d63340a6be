"""Write resources/names/frequent_stems.txt: the stems of the words of frequent.txt, so that no program that runs has to find 95,000 stems first.

Usage: python genscripts/frequent_stems.py
A test compares it with the words and the stemmer, so it can fall behind neither.
"""

from pathlib import Path

from tawatur.arabic.stems import stem
from tawatur.resources import lines

STEMS = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "resources" / "names" / "frequent_stems.txt"


def stems_text() -> str:
    """The table: a band of five decibels and the stems of its words, a stem as often as it has words there."""
    rows = (line.split() for line in lines("names/frequent"))
    return "# the stems of frequent.txt\n" + "".join(f"{band} {' '.join(sorted(map(stem, words)))}\n" for band, *words in rows)


if __name__ == "__main__":
    STEMS.write_text(stems_text(), encoding="utf-8")
