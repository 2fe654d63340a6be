"""A table of events with the 61 columns of GDELT 2.0, for the tools that read those; what is not known here is left empty.

Only what is told as having happened is in it, for the columns cannot say that a deed was denied or planned. The program finds CAMEO's
root, so `EventCode` is the root's own code («18» is 180: not specified below). Goldstein's scale and the tone are not given.
"""

from collections.abc import Iterator, Mapping

from tawatur.export.job import Format, Job
from tawatur.export.parts.deeds import Place, places, split, told
from tawatur.export.parts.shelf import Shelved, iri, shelf
from tawatur.export.parts.times import day, prefix
from tawatur.export.parts.tsv import Cell, write_tsv
from tawatur.records.event import Event

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
# the GDELT Event Database, data format codebook 2.0 (2015)
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
# the codebook's types of places
_COUNTRY, _WORLD_CITY = 1, 4


def write(job: Job) -> Mapping[str, int]:
    """Write the events that happened, in the order of ids."""
    rows = _rows(job, places(job.source), shelf(job.source))
    return {"events.gdelt.tsv": write_tsv(job.folder / "events.gdelt.tsv", COLUMNS, rows)}


def _rows(job: Job, where: Mapping[str, Place], known: Mapping[str, Shelved]) -> Iterator[dict[str, Cell]]:
    for event in job.source.events():
        if event.status == "happened" and event.cameo:
            parties = _actor(1, event.actor_code, event.actor_name) | _actor(2, event.recipient_code, event.recipient_name)
            yield _dates(event) | parties | _deed(event, event.cameo, known) | _place(where.get(event.place or ""))


def _dates(event: Event) -> dict[str, Cell]:
    on, value = day(event.date), prefix(event.date)
    found: dict[str, Cell] = {"GLOBALEVENTID": event.id}
    if value:
        found["Year"] = int(value[:4])
    if value and len(value) >= 7:
        found["MonthYear"] = int(value[:4] + value[5:7])
    if on:
        # the codebook: the year and (month x 30 + day) / 365
        found |= {"SQLDATE": int(f"{on:%Y%m%d}"), "FractionDate": round(on.year + (on.month * 30 + on.day) / 365, 4)}
    return found


def _actor(number: int, code: str | None, name: str | None) -> dict[str, Cell]:
    state, part = split(code)
    found = {"Code": code, "Name": name, "CountryCode": state, "Type1Code": part}
    return {f"Actor{number}{column}": value for column, value in found.items()}


def _deed(event: Event, root: str, known: Mapping[str, Shelved]) -> dict[str, Cell]:
    found = told(event, known)
    address = known[found.first].address if found.first else None
    return {
        "EventCode": f"{root}0",
        "EventBaseCode": f"{root}0",
        "EventRootCode": root,
        "QuadClass": _quad(int(root)),
        "NumMentions": len(event.evidence),
        "NumSources": found.outlets,
        "NumArticles": found.articles,
        "SOURCEURL": address or (iri(found.first) if found.first else None),
    }


def _quad(root: int) -> int:
    """Verbal and material cooperation, verbal and material conflict (the codebook's QuadClass)."""
    return next(number for number, last in ((1, 5), (2, 8), (3, 13), (4, 20)) if root <= last)


def _place(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "ActionGeo_Type": None if not place.point else _COUNTRY if place.point.of == "capital" else _WORLD_CITY,
        "ActionGeo_FullName": place.name,
        "ActionGeo_Lat": place.point.latitude if place.point else None,
        "ActionGeo_Long": place.point.longitude if place.point else None,
    }


FORMAT = Format(name="gdelt", files=("events.gdelt.tsv",), write=write)
