"""Airports and air bases as facilities, from airportsdata."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from gazetteer_build.rows import Row
from geomap.names import fold

_MILITARY: Final = re.compile(
    r"\b(air ?base|air force|afb|army|naval|navy|nas|mcas|marine corps|military|raf|rnas|cfb|jrb|joint base"
    r"|air station|air guard|national guard|base aérea|bae|aeródromo militar)\b",
    re.IGNORECASE,
)
# Words after which a name needs no "Airport" to be one.
_FACILITY: Final = re.compile(
    r"airport|aeropuerto|air ?base|air ?field|air ?park|airstrip|aerodrome|heliport|seaplane|station|base"
    r"|strip|field|\b(raf|rnas|cfb|port|air facility)\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"\s*\([^)]*\)\s*")
#: Where more than so many rows of a country have no IATA code, they are private strips and farms.
PRIVATE: Final = 210
# How the press writes the same word otherwise; each pair stands for itself and its reverse.
_VARIANTS: Final = (
    (" Air Base", " Airbase"),
    (" Air Force Base", " Air Base"),
    (" Air Force Base", " AFB"),
    (" Army Air Field", " Army Airfield"),
    (" Military Airport", " Military Air Base"),
)
_RADIUS_KM: Final = 3.0


def read_airports(path: Path) -> list[dict[str, str]]:
    """The rows of airports.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def airport_rows(airports: Iterable[Mapping[str, str]], counts: Counter[str]) -> list[Row]:
    """Rows for airports with an IATA code, air bases, and all others where few strips are listed."""
    airports = list(airports)
    uncoded = Counter(one["country"] for one in airports if not one["iata"])
    of_city = Counter((one["country"], fold(one["city"])) for one in airports if one["iata"])
    rows = []
    for one in airports:
        private = uncoded[one["country"]] > PRIVATE and not one["iata"] and not _MILITARY.search(one["name"])
        if private:
            counts["airstrip without an IATA code, where a country lists hundreds of them"] += 1
        else:
            only = bool(one["iata"]) and of_city[one["country"], fold(one["city"])] == 1
            rows.append(_row(one, only_of_city=only))
    return rows


def _row(airport: Mapping[str, str], *, only_of_city: bool) -> Row:
    names = list(dict.fromkeys(_names(airport, only_of_city=only_of_city)))
    return Row(
        id=f"apt:{airport['icao']}",
        name=names[0],
        latitude=round(float(airport["lat"]), 5),
        longitude=round(float(airport["lon"]), 5),
        country=airport["country"] or None,
        kind="facility",
        feature_code="AIRB" if _MILITARY.search(airport["name"]) else "AIRP",
        radius_km=_RADIUS_KM,
        source="airportsdata",
        names=names,
        # Below 1, so below every settlement; among airports the one that more people use comes first.
        prominence=0.3 + 0.3 * bool(airport["iata"]) + 0.3 * ("International" in airport["name"]),
    )


def _names(airport: Mapping[str, str], *, only_of_city: bool) -> Iterator[str]:
    """The name and its variants, the shown one first; never the bare name of a town."""
    plain = _REMARK.sub(" ", airport["name"]).strip()
    name = plain if _FACILITY.search(plain) else f"{plain} Airport"
    yield name
    for long, short in _VARIANTS:
        if long in name:
            yield name.replace(long, short)
        elif name.endswith(short):
            yield name.replace(short, long)
    if " International " in name:
        yield name.replace(" International ", " ")
    if name.endswith((" Airfield", " Air Field")):
        yield name.removesuffix(" Airfield").removesuffix(" Air Field") + " Airport"
    if name.endswith((" Air Base", " Airbase")) and not airport["iata"]:
        yield name.replace(" Airbase", " Air Base").removesuffix(" Air Base") + " Airport"
    if only_of_city and airport["city"]:
        yield f"{airport['city']} Airport"
        if "International" in name:
            yield f"{airport['city']} International Airport"
