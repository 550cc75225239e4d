"""The hand-written tables of data/gazetteer/: countries' names, demonyms, and what the packages lack."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from gazetteer_build.rows import Row, settlement_radius
from geomap.model import PlaceKind
from geomap.names import fold

COUNTRY_NAMES = "country_names.tsv"
DEMONYMS = "demonyms.tsv"
CURATED = "curated.tsv"


def read_table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of each row of a tab-separated table with a header; # starts a comment line."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [(number, line) for number, line in enumerate(file, start=1) if not line.startswith("#")]
    reader = csv.DictReader((line for _, line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), row in zip(lines[1:], reader, strict=True):
        if None in row or None in row.values():
            wanted = len(reader.fieldnames or ())
            raise SystemExit(f"{path}, line {number}: it does not have the {wanted} fields of the header.")
        yield number, row


def listed(text: str) -> list[str]:
    """The items of a field that holds several, divided by "|"."""
    return [item.strip() for item in text.split("|") if item.strip()]


def country_names(path: Path) -> Mapping[str, tuple[str, list[str]]]:
    """Country code to its common name and its other names."""
    return {row["code"]: (row["name"], listed(row["aliases"])) for _, row in read_table(path)}


def demonyms(path: Path) -> Mapping[str, list[str]]:
    """Folded demonym or adjective to country codes."""
    found: dict[str, list[str]] = {}
    for _, row in read_table(path):
        for word in listed(row["demonyms"]):
            codes = found.setdefault(fold(word), [])
            codes.extend([row["code"]] if row["code"] not in codes else [])
    return found


def add_curated(path: Path, rows: Mapping[str, Row]) -> list[Row]:
    """New rows of curated.tsv; its alias rows put their names on the rows that they point at.

    A row with `like` takes the position of that package row. One without gives its own, is editorial, and
    has a radius of 10 km or more. Names of a row with the kind "alias" join the `like` row, whose shown
    name becomes the alias row's name.
    """
    added = []
    for number, row in read_table(path):
        like = rows.get(row["like"])
        if row["like"] and like is None:
            raise SystemExit(f"{path}, line {number}: no package row has the id {row['like']!r}.")
        if row["kind"] != "alias":
            added.append(_curated(f"{path}, line {number}", row, like))
        elif like is None:
            raise SystemExit(f"{path}, line {number}: an alias needs the id of a package row in `like`.")
        else:
            like.names[:0] = [
                name for name in (row["name"], *listed(row["aliases"])) if name not in like.names
            ]
            like.name = row["name"]
    return added


def _curated(where: str, row: Mapping[str, str], like: Row | None) -> Row:
    kind, radius = row["kind"], float(row["radius_km"] or 0)
    if kind not in get_args(PlaceKind):
        raise SystemExit(f"{where}: {kind!r} is no kind of place.")
    if like is None and radius < 10:
        raise SystemExit(f"{where}: an editorial position has a radius of 10 km or more.")
    base = Row(
        id=f"cur:{fold(row['name']).replace(' ', '-')}",
        name=row["name"],
        latitude=float(row["latitude"] or 0),
        longitude=float(row["longitude"] or 0),
        country=row["country"] or None,
        kind=kind,  # type: ignore[arg-type]  # held to PlaceKind just above
        radius_km=radius or settlement_radius(None),
        source="editorial",
        names=[row["name"], *listed(row["aliases"])],
    )
    if like is None:
        return base
    source = f"curated; position: {like.id} ({like.source})"
    return replace(
        base,
        latitude=like.latitude,
        longitude=like.longitude,
        admin1=like.admin1,
        source=source,
        prominence=1.0,
    )
