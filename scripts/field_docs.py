"""Writes docs/fields.md: what each column of the events table, and so each property of the GeoJSON, means."""

from __future__ import annotations

from pathlib import Path

from geomap.tables import COLUMNS

TARGET = Path(__file__).parents[1] / "docs" / "fields.md"

_HEAD = """# The fields of an event

The columns of the events table (`geomap.events`) and the properties of `events.geojson`, in this order. The
geometry is a point in WGS 84 (EPSG:4326; longitude, latitude), or null where the place is unknown;
`geo_precision` and `radius_km` say how much of the map the point stands for. What is missing is unknown:
null in GeoJSON, never 0 and never "". Written by `scripts/field_docs.py`.

| field | type | meaning |
|---|---|---|
"""
_TYPES = {
    "string": "text",
    "datetime64[s]": "date",
    "float64": "number",
    "int64": "integer",
    "Int64": "integer",
    "object": "list",
}


def text() -> str:
    """The document, from the columns as the code has them."""
    rows = (f"| `{name}` | {_TYPES[dtype]} | {_cell(words)} |\n" for name, (dtype, words) in COLUMNS.items())
    return _HEAD + "".join(rows)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
