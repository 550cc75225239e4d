"""Rows to the files that the library maps: two tries, their postings, columns, and polygons."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie

from gazetteer_build.rows import Row
from geomap.gazetteer import boundaries, layout
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES
from geomap.names import fold, loose

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Sections = dict[str, tuple[str, bytes]]


def write_index(
    folder: Path,
    rows: Sequence[Row],
    shapes: Mapping[str, BaseGeometry],
    demonyms: Mapping[str, Sequence[str]],
) -> None:
    """Write all index files but the basemap, which must stand already: its size goes into the header."""
    rows = sorted(rows, key=lambda row: row.id)
    numbers = {row.id: number for number, row in enumerate(rows)}
    sections = {
        **_keys(folder / layout.NAMES, "name", rows, _exact_keys),
        **_keys(folder / layout.LOOSE_NAMES, "loose", rows, _loose_keys),
        **_polygons(folder / layout.BOUNDARIES, numbers, shapes),
    }
    tables, columns = _columns(rows, numbers)
    country_rows = {row.country: numbers[row.id] for row in rows if row.kind == "country"}
    header = {
        **tables,
        "country_rows": country_rows,
        "demonyms": {
            word: [country_rows[code] for code in codes] for word, codes in sorted(demonyms.items())
        },
        "files": {name: (folder / name).stat().st_size for name in layout.BESIDE},
    }
    (folder / layout.INDEX).write_bytes(layout.encode(header, {**sections, **columns}))


def _exact_keys(row: Row) -> Iterable[str]:
    return (fold(name) for name in (row.name, *row.names))


def _loose_keys(row: Row) -> Iterable[str]:
    if row.country not in ROMANISED_COUNTRIES or row.kind == "country":
        return ()
    # Each folded name once, the main one first: most names of a place fold alike.
    folded = dict.fromkeys(_exact_keys(row))
    keys = (loose(key) for key in folded if key.isascii())
    return (key for key in keys if len(key) > 3)


def _keys(path: Path, prefix: str, rows: Sequence[Row], keys_of: Callable[[Row], Iterable[str]]) -> Sections:
    """Write a trie of keys; the postings of each key, best first, by the trie's key number."""
    held: dict[str, dict[int, int]] = {}
    for number, row in enumerate(rows):
        for order, key in enumerate(keys_of(row)):
            if key:
                main = layout.MAIN_NAME if order == 0 else 0
                held.setdefault(key, {}).setdefault(number, main)
    trie = marisa_trie.Trie(sorted(held), order=marisa_trie.LABEL_ORDER)
    trie.save(str(path))
    starts, postings = array("I", [0]), array("I")
    for _, key in sorted((trie[key], key) for key in held):
        ranked = sorted(
            held[key].items(), key=lambda pair: (-rows[pair[0]].prominence - (pair[1] > 0), pair[0])
        )
        postings.extend(number | main for number, main in ranked)
        starts.append(len(postings))
    return {f"{prefix}_key_starts": _section(starts), f"{prefix}_postings": _section(postings)}


def _polygons(path: Path, numbers: Mapping[str, int], shapes: Mapping[str, BaseGeometry]) -> Sections:
    """Write the polygons, deflated one by one, in the order of the rows."""
    rows, starts, body = array("I"), array("I", [0]), bytearray()
    for id_ in sorted(shapes.keys() & numbers.keys(), key=numbers.__getitem__):
        body.extend(boundaries.encode(shapes[id_]))
        rows.append(numbers[id_])
        starts.append(len(body))
    path.write_bytes(body)
    return {"boundary_rows": _section(rows), "boundary_starts": _section(starts)}


def _columns(rows: Sequence[Row], numbers: Mapping[str, int]) -> tuple[dict[str, list[str | None]], Sections]:
    tables: dict[str, list[str | None]] = {}
    sections: Sections = {}
    for table, column, values in (
        ("kinds", "kind", [row.kind for row in rows]),
        ("feature_codes", "feature_code", [row.feature_code for row in rows]),
        ("countries", "country", [row.country for row in rows]),
        ("sources", "source", [row.source for row in rows]),
    ):
        tables[table] = sorted(set(values), key=lambda value: value or "")
        places = {value: place for place, value in enumerate(tables[table])}
        sections[column] = _section(array("H", [places[value] for value in values]))
    unknown = layout.UNKNOWN
    for column, code, numeric in (
        ("latitude", "i", [round(row.latitude * 100_000) for row in rows]),
        ("longitude", "i", [round(row.longitude * 100_000) for row in rows]),
        ("admin1", "I", [numbers.get(row.admin1 or "", unknown) for row in rows]),
        ("population", "I", [unknown if row.population is None else row.population for row in rows]),
        ("radius", "H", [round(row.radius_km * 10) for row in rows]),
        ("prominence", "H", [round(row.prominence * 1000) for row in rows]),
    ):
        sections[column] = _section(array(code, numeric))
    return tables, sections | _texts("id", [row.id for row in rows]) | _texts(
        "name", [row.name for row in rows]
    )


def _texts(column: str, texts: Iterable[str]) -> Sections:
    starts, body = array("I", [0]), bytearray()
    for text in texts:
        body.extend(text.encode())
        starts.append(len(body))
    return {f"{column}_starts": _section(starts), f"{column}_text": ("B", bytes(body))}


def _section(values: array[int]) -> tuple[str, bytes]:
    if sys.byteorder != "little":
        values.byteswap()
    return values.typecode, values.tobytes()
