"""GeoNames' older dump of cities500: feature codes and admin2 codes, which the newer list leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gazetteer_build.rows import Row, kept_names, press_name, settlement_radius
from gazetteer_build.towns import TownFinder
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES

# Sections of towns, and places that stand no more, are not added from an old list.
_NOT_ADDED = frozenset({"PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A line of the dump; codes are GeoNames', `admin1` and `admin2` such as "IQ.18" and "IQ.18.90148"."""

    geonames_id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    feature_code: str
    country: str
    admin1: str
    admin2: str | None
    population: int | None


def read_details(text: str) -> dict[int, Detail]:
    """Every line of the dump by GeoNames id; https://download.geonames.org/export/dump/readme.txt."""
    lines = (_detail(line.split("\t")) for line in text.splitlines() if line)
    return {detail.geonames_id: detail for detail in lines}


def _detail(fields: Sequence[str]) -> Detail:
    admin1 = f"{fields[8]}.{fields[10]}"
    return Detail(
        geonames_id=int(fields[0]),
        name=fields[1],
        names=tuple(fields[3].split(",")),
        latitude=float(fields[4]),
        longitude=float(fields[5]),
        feature_code=fields[7],
        country=fields[8],
        admin1=admin1,
        admin2=f"{admin1}.{fields[11]}" if fields[11] else None,
        population=int(fields[14] or 0) or None,
    )


def add_details(towns: Iterable[Row], details: Mapping[int, Detail], admin2_ids: Mapping[str, int]) -> None:
    """Give GeoNames' towns their feature code and admin2 unit; both stay None where the dump has none."""
    for town in towns:
        detail = details.get(int(town.id.removeprefix("gn:")))
        if detail is not None:
            town.feature_code = detail.feature_code or None
            unit = admin2_ids.get(detail.admin2 or "")
            town.admin2 = f"gn:{unit}" if unit else None


def older_towns(
    details: Mapping[int, Detail],
    towns: Sequence[Row],
    admin1_ids: Mapping[str, int],
    admin2_ids: Mapping[str, int],
    counts: Counter[str],
) -> list[Row]:
    """Settlements of the older dump that the newer list has lost and that no town there stands for."""
    known = {town.id for town in towns}
    finder, added = TownFinder(towns), []
    for detail in details.values():
        if f"gn:{detail.geonames_id}" in known:
            continue
        row = _older_town(detail, admin1_ids, admin2_ids, counts)
        if detail.feature_code in _NOT_ADDED or finder.same(row) is not None:
            counts["town of GeoNames' older list: a newer row stands for it, or it is a part or gone"] += 1
        else:
            added.append(row)
    return added


def _older_town(
    detail: Detail, admin1_ids: Mapping[str, int], admin2_ids: Mapping[str, int], dropped: Counter[str]
) -> Row:
    shown = press_name(detail.name) if detail.country in ROMANISED_COUNTRIES else detail.name
    unit, part = admin1_ids.get(detail.admin1), admin2_ids.get(detail.admin2 or "")
    return Row(
        id=f"gn:{detail.geonames_id}",
        name=shown,
        latitude=detail.latitude,
        longitude=detail.longitude,
        country=detail.country,
        kind="settlement",
        feature_code=detail.feature_code,
        population=detail.population,
        radius_km=settlement_radius(detail.population),
        source="GeoNames cities500 of an older date",
        admin1=f"gn:{unit}" if unit else None,
        admin2=f"gn:{part}" if part else None,
        names=list(kept_names([shown, detail.name, *detail.names], dropped, codes_are_junk=True)),
    )
