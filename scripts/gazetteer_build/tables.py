"""The hand-written tables: how they are read, countries' names and points, and demonyms."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from geomap.names import fold

COUNTRY_NAMES = "country_names.tsv"
COUNTRY_POINTS = "country_points.tsv"
DEMONYMS = "demonyms.tsv"


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


def country_points(path: Path) -> Mapping[str, tuple[float, float]]:
    """Country code to the latitude and longitude of GeoNames' own row."""
    return {row["code"]: (float(row["latitude"]), float(row["longitude"])) for _, row in read_table(path)}


def demonyms(path: Path) -> Mapping[str, list[str]]:
    """Folded demonym or adjective to country codes, or to ids of places that are no country."""
    found: dict[str, list[str]] = {}
    for _, row in read_table(path):
        for word in listed(row["demonyms"]):
            codes = found.setdefault(fold(word), [])
            codes.extend([row["code"]] if row["code"] not in codes else [])
    return found
