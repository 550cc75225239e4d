"""All sources brought together: rows, shapes, and what is different where the land is held by another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer_build import (
    admin,
    airports,
    checks,
    countries,
    curated,
    details,
    disputes,
    hygiene,
    languages,
    populated,
    postal,
    rivers,
    tables,
    towns,
)
from geomap.recognition.given_names import GIVEN_NAMES

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer_build.polygons import Feature
    from gazetteer_build.raw import Raw
    from gazetteer_build.rows import Row
    from gazetteer_build.units import Unit


@dataclass(slots=True, kw_only=True)
class Bundle:
    """All that is written.

    `shapes` are polygons (of rivers: lines) by row id, `outlines` polygons by country code, both as the
    United Nations see them. Where the land is held by another: `held` is the country code of the rows for
    which it differs, `held_shapes` the outline of the countries, by their row's id.
    """

    rows: list[Row]
    shapes: dict[str, BaseGeometry]
    demonyms: Mapping[str, Sequence[str]]
    held: dict[str, str]
    held_shapes: dict[str, BaseGeometry]
    outlines: dict[str, BaseGeometry]
    features: list[Feature]
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True, kw_only=True)
class Frame:
    """Units, their polygons and the countries' outlines: what every place is put into."""

    listed: list[Unit]
    joined: Mapping[int, Sequence[Feature]]
    left: Sequence[Feature]
    unit_shapes: dict[int, BaseGeometry]
    outlines: dict[str, BaseGeometry]
    held_outlines: dict[str, BaseGeometry]
    disputed: disputes.Disputes

    @property
    def admin1_ids(self) -> dict[str, int]:
        """GeoNames id by code of every admin1 unit."""
        return {unit.code: unit.geonames_id for unit in self.listed if unit.level == 1}

    @property
    def admin2_ids(self) -> dict[str, int]:
        """GeoNames id by code of every admin2 unit."""
        return {unit.code: unit.geonames_id for unit in self.listed if unit.level == 2}


def assemble(raw: Raw, folder: Path) -> Bundle:
    """Bring all sources to rows and polygons; `folder` holds the hand-written tables."""
    counts: Counter[str] = Counter()
    frame = _frame(raw)
    places = _settlements(raw, frame, counts)
    rows = _units_and_countries(raw, frame, places, folder, counts)
    lines, line_shapes = rivers.river_rows(raw.stretches, frame.outlines)
    rivers.count_rivers(len(raw.stretches), len(lines), counts)
    rows = _once([*rows, *places, *_airports(raw, frame, counts), *lines], counts)
    languages.add_translations(rows, raw.translations, counts)
    languages.add_names_of_features(rows, frame.joined, frame.left, counts)
    hygiene.drop_dubious_names(rows, counts)
    rows = checks.without_mistakes(rows, frame.outlines, counts)
    shapes = _shapes(rows, frame) | line_shapes
    continents = curated.continent_rows(raw.continents, counts)
    known = curated.known(rows, shapes, frame.outlines, continents)
    added, drawn = curated.add_curated(folder / curated.CURATED, known)
    rows += added
    return Bundle(
        rows=rows,
        shapes=_of_rows(rows, shapes | drawn),
        demonyms=tables.demonyms(folder / tables.DEMONYMS),
        held=frame.disputed.held(rows),
        held_shapes=_held_shapes(rows, frame),
        outlines=frame.outlines,
        features=raw.features,
        counts=counts,
    )


def _of_rows(rows: Iterable[Row], shapes: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The shapes of the rows that there are."""
    ids = {row.id for row in rows}
    return {id_: shape for id_, shape in shapes.items() if id_ in ids}


def _held_shapes(rows: Iterable[Row], frame: Frame) -> dict[str, BaseGeometry]:
    return {
        row.id: frame.held_outlines[row.country]
        for row in rows
        if row.kind == "country" and row.country in frame.held_outlines
    }


def _frame(raw: Raw) -> Frame:
    listed = [unit for unit in raw.unit_lines if unit is not None]
    joined, left = admin.join(raw.features, listed)
    drawn, areas = countries.outlines(raw.features), disputes.areas(raw.features)
    outlines = drawn | disputes.outlines_of_view(drawn, areas, held=False)
    return Frame(
        listed=listed,
        joined=joined,
        left=left,
        unit_shapes=admin.shapes_of_units(joined, listed),
        outlines=outlines,
        held_outlines=disputes.outlines_of_view(drawn, areas, held=True),
        disputed=disputes.Disputes(areas, outlines),
    )


def _settlements(raw: Raw, frame: Frame, counts: Counter[str]) -> list[Row]:
    """All settlements, each in the United Nations' country, with its units and its prominence."""
    admin1_ids, admin2_ids = frame.admin1_ids, frame.admin2_ids
    places = towns.geonames_towns(raw.cities, admin1_ids, counts)
    details.add_details(places, raw.details, admin2_ids)
    places += details.older_towns(raw.details, places, admin1_ids, admin2_ids, counts)
    _make_lawful(places, frame)
    added = [towns.world_city(city) for city in raw.world_cities]
    _make_lawful(added, frame)
    places += towns.add_world_cities(added, places, counts)
    _make_lawful([one.row for one in raw.populated], frame)
    places += populated.add_populated(raw.populated, places, counts)
    countries.mark_capitals(raw.countries, places)
    towns.set_prominence(places)
    places += _villages(raw, frame, places, counts)
    towns.place_in_listed_units(places, raw.units_of_towns, frame.listed)
    towns.place_in_units(places, frame.unit_shapes, frame.listed)
    return places


def _villages(raw: Raw, frame: Frame, places: Sequence[Row], counts: Counter[str]) -> list[Row]:
    held = postal.Held(
        towns=places,
        ids=frame.admin1_ids | frame.admin2_ids,
        shapes=frame.unit_shapes,
        words=raw.words | GIVEN_NAMES,
    )
    return postal.postal_rows(raw.postal, held, counts)


def _make_lawful(rows: Iterable[Row], frame: Frame) -> None:
    """The United Nations' country, and no unit of another country."""
    for row in rows:
        country = frame.disputed.lawful(row.country, row.latitude, row.longitude)
        if country != row.country:
            row.country, row.admin1, row.admin2 = country, None, None


def _units_and_countries(
    raw: Raw, frame: Frame, places: Sequence[Row], folder: Path, counts: Counter[str]
) -> list[Row]:
    held = _towns_by_unit(places, raw.units_of_towns)
    admin.add_seats(frame.listed, held, frame.admin1_ids)
    known = admin.Known(
        shapes=frame.unit_shapes, features=frame.joined, towns=held, admin1_ids=frame.admin1_ids
    )
    rows = admin.unit_rows(frame.listed, known, counts)
    rows += admin.feature_rows(frame.left, admin.levels_of_countries(frame.joined, frame.listed), counts)
    for row in rows:
        row.country = frame.disputed.lawful(row.country, row.latitude, row.longitude)
    names = tables.country_names(folder / tables.COUNTRY_NAMES)
    published = {
        "GeoNames' point, as we know it": tables.country_points(folder / tables.COUNTRY_POINTS),
        "the World Factbook's point": raw.factbook,
    }
    return rows + countries.country_rows(raw.countries, names, frame.outlines, published, counts)


def _airports(raw: Raw, frame: Frame, counts: Counter[str]) -> list[Row]:
    rows = airports.airport_rows(raw.airports, counts)
    _make_lawful(rows, frame)
    towns.place_in_units(rows, frame.unit_shapes, frame.listed)
    return rows


def _towns_by_unit(places: Sequence[Row], units_of_towns: dict[int, tuple[int, ...]]) -> dict[int, list[Row]]:
    """Settlements by the GeoNames id of every unit that holds them."""
    held: dict[int, list[Row]] = defaultdict(list)
    for town in places:
        own = set(units_of_towns.get(int(town.id[3:]), ())) if town.id.startswith("gn:") else set()
        own |= {int(unit[3:]) for unit in (town.admin1, town.admin2) if unit is not None}
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


def _shapes(rows: Iterable[Row], frame: Frame) -> dict[str, BaseGeometry]:
    """Polygon by place id."""
    shapes = {f"gn:{unit}": shape for unit, shape in frame.unit_shapes.items()}
    shapes |= {f"ne:{feature.attributes['adm1_code']}": feature.shape for feature in frame.left}
    return shapes | {row.id: frame.outlines[row.country or ""] for row in rows if row.kind == "country"}
