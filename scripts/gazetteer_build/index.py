"""Rows to the files that the library maps: two tries, their postings, columns, names, and polygons."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import marisa_trie

from gazetteer_build.rows import Row
from geomap.gazetteer import alternates, boundaries, columns, layout
from geomap.gazetteer.geography import cell_of
from geomap.gazetteer.lookup import SHORTEST_LOOSE_KEY
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES
from geomap.names import fold, loose

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Sections = dict[str, tuple[str, bytes]]
#: Key -> row number -> MAIN_NAME where the key is the row's own name, else 0.
Held = dict[str, dict[int, int]]


class Bundle(Protocol):
    """What the index is written from."""

    rows: list[Row]
    shapes: dict[str, BaseGeometry]
    demonyms: Mapping[str, Sequence[str]]
    held: dict[str, str]
    held_shapes: dict[str, BaseGeometry]


def write_index(folder: Path, bundle: Bundle) -> None:
    """Write all index files but the basemap, which must stand already: its seal goes into the header."""
    rows = sorted(bundle.rows, key=lambda row: (row.country or "", row.id))
    numbers = {row.id: number for number, row in enumerate(rows)}
    exact, swings = _keys(rows, _exact_keys), _keys(rows, _loose_keys)
    tries = {
        "name": _write_trie(folder / layout.NAMES, exact),
        "loose": _write_trie(folder / layout.LOOSE_NAMES, swings),
    }
    country_keys, spans = _country_keys(rows, exact, swings, tries)
    tables, records = _records(rows, numbers)
    sections = {
        **_postings("name", rows, exact, tries["name"]),
        **_postings("loose", rows, swings, tries["loose"]),
        "country_keys": country_keys,
        **records,
        **_hierarchy(rows, numbers),
        **_cells(rows),
        **_names(folder / layout.ALTERNATES, rows),
        **_polygons(folder / layout.BOUNDARIES, numbers, bundle),
        **_held(numbers, bundle.held),
    }
    country_rows = {row.country: numbers[row.id] for row in rows if row.kind == "country"}
    demonyms = sorted(bundle.demonyms.items())
    header = {
        **tables,
        "country_rows": country_rows,
        "country_key_spans": spans,
        "demonyms": {word: [(country_rows | numbers)[code] for code in codes] for word, codes in demonyms},
        "files": {name: layout.seal(folder / name) for name in layout.BESIDE},
    }
    (folder / layout.INDEX).write_bytes(layout.encode(header, sections))


def _exact_keys(row: Row) -> Iterable[str]:
    return (fold(name) for name in (row.name, *row.names))


def _loose_keys(row: Row) -> Iterable[str]:
    if row.country not in ROMANISED_COUNTRIES or row.kind == "country":
        return ()
    # Each folded name once, the main one first: most names of a place fold alike.
    folded = dict.fromkeys(_exact_keys(row))
    keys = (loose(key) for key in folded if key.isascii())
    return (key for key in keys if len(key) >= SHORTEST_LOOSE_KEY)


def _keys(rows: Sequence[Row], keys_of: Callable[[Row], Iterable[str]]) -> Held:
    held: Held = {}
    for number, row in enumerate(rows):
        for order, key in enumerate(keys_of(row)):
            if key:
                main = layout.MAIN_NAME if order == 0 else 0
                held.setdefault(key, {}).setdefault(number, main)
    return held


def _write_trie(path: Path, held: Held) -> marisa_trie.Trie:
    trie = marisa_trie.Trie(sorted(held), order=marisa_trie.LABEL_ORDER)
    trie.save(str(path))
    return trie


def _postings(prefix: str, rows: Sequence[Row], held: Held, trie: marisa_trie.Trie) -> Sections:
    """The rows of each key, the most prominent first, by the trie's key number."""
    starts, postings = array("I", [0]), array("I")
    for _, key in sorted((trie[key], key) for key in held):
        ranked = sorted(
            held[key].items(), key=lambda pair: (-rows[pair[0]].prominence - (pair[1] > 0), pair[0])
        )
        postings.extend(number | main for number, main in ranked)
        starts.append(len(postings))
    return {f"{prefix}_key_starts": _section(starts), f"{prefix}_postings": _section(postings)}


def _country_keys(
    rows: Sequence[Row], exact: Held, swings: Held, tries: Mapping[str, marisa_trie.Trie]
) -> tuple[tuple[str, bytes], dict[str, tuple[int, int]]]:
    """Key numbers by country, for the search of near names, and the span of each country in them.

    Transliteration keys where names are romanised; elsewhere the places' own names in Latin letters.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    for key, held in swings.items():
        for number in held:
            numbers[rows[number].country or ""].add(tries["loose"][key])
    for key, held in exact.items():
        own = {rows[number].country or "" for number, main in held.items() if main and key.isascii()}
        for country in own - ROMANISED_COUNTRIES - {""}:
            numbers[country].add(tries["name"][key])
    listed, spans = array("I"), {}
    for country in sorted(numbers):
        spans[country] = (len(listed), len(listed) + len(numbers[country]))
        listed.extend(sorted(numbers[country]))
    return _section(listed), spans


def _hierarchy(rows: Sequence[Row], numbers: Mapping[str, int]) -> Sections:
    """The children of each row that is the smallest parent of another, the most prominent first."""
    countries = {row.country: number for number, row in enumerate(rows) if row.kind == "country"}
    children: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        holders = (numbers.get(row.admin2 or ""), numbers.get(row.admin1 or ""), countries.get(row.country))
        parent = next((holder for holder in holders if holder is not None and holder != number), None)
        if parent is not None and row.kind != "country":
            children[parent].append(number)
    parents, starts, listed = array("I", sorted(children)), array("I", [0]), array("I")
    for parent in parents:
        listed.extend(sorted(children[parent], key=lambda child: (-rows[child].prominence, child)))
        starts.append(len(listed))
    return {
        "parents": _section(parents),
        "children_starts": _section(starts),
        "children": _section(listed),
    }


def _cells(rows: Sequence[Row]) -> Sections:
    """Row numbers by cell of one degree."""
    cells: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        # The columns keep five decimals, and the cell must be that of the kept position.
        cells[cell_of(round(row.latitude, 5), round(row.longitude, 5))].append(number)
    held, starts, listed = array("I", sorted(cells)), array("I", [0]), array("I")
    for cell in held:
        listed.extend(cells[cell])
        starts.append(len(listed))
    return {"cells": _section(held), "cell_starts": _section(starts), "cell_rows": _section(listed)}


def _names(path: Path, rows: Sequence[Row]) -> Sections:
    """Write all names, by language where it is known, in deflated blocks."""
    starts, body = array("I", [0]), bytearray()
    told = ((list(dict.fromkeys((row.name, *row.names))), row.by_language) for row in rows)
    for block in alternates.encode(told):
        body.extend(block)
        starts.append(len(body))
    path.write_bytes(body)
    return {"alternate_starts": _section(starts)}


def _polygons(path: Path, numbers: Mapping[str, int], bundle: Bundle) -> Sections:
    """Write the polygons and lines, deflated one by one, in the order of the rows."""
    body = bytearray()
    sections: Sections = {}
    for prefix, shapes in (("boundary", bundle.shapes), ("held_boundary", bundle.held_shapes)):
        rows, starts, ends = array("I"), array("I"), array("I")
        for id_ in sorted(shapes.keys() & numbers.keys(), key=numbers.__getitem__):
            rows.append(numbers[id_])
            starts.append(len(body))
            body.extend(boundaries.encode(shapes[id_]))
            ends.append(len(body))
        sections |= {f"{prefix}_rows": _section(rows), f"{prefix}_starts": _section(starts)}
        sections[f"{prefix}_ends"] = _section(ends)
    path.write_bytes(body)
    return sections


def _held(numbers: Mapping[str, int], held: Mapping[str, str]) -> Sections:
    """Rows that another country holds than the one they are in by the United Nations; two letters each."""
    rows = sorted((numbers[id_], country) for id_, country in held.items() if id_ in numbers)
    codes = "".join(country for _, country in rows).encode("ascii")
    return {"held_rows": _section(array("I", [row for row, _ in rows])), "held_country": ("B", codes)}


def _records(rows: Sequence[Row], numbers: Mapping[str, int]) -> tuple[dict[str, list[str | None]], Sections]:
    """The tables that records point into; the records, their texts, and the rows in the order of ids."""
    tables: dict[str, list[str | None]] = {
        "kinds": _table(row.kind for row in rows),
        "feature_codes": _table(row.feature_code for row in rows),
        "countries": _table(row.country for row in rows),
        "sources": _table(row.source for row in rows),
    }
    places = {table: {value: place for place, value in enumerate(held)} for table, held in tables.items()}
    records, texts = bytearray(), bytearray()
    for row in rows:
        id_, name = row.id.encode(), row.name.encode()
        records += columns.RECORD.pack(
            round(row.latitude * 100_000),
            round(row.longitude * 100_000),
            layout.UNKNOWN if row.population is None else row.population,
            numbers.get(row.admin1 or "", layout.UNKNOWN),
            numbers.get(row.admin2 or "", layout.UNKNOWN),
            len(texts),
            len(id_),
            places["kinds"][row.kind],
            len(name),
            round(row.radius_km * 10),
            round(row.prominence * 1000),
            places["feature_codes"][row.feature_code],
            places["countries"][row.country],
            places["sources"][row.source],
        )
        texts += id_ + name
    order = array("I", sorted(range(len(rows)), key=lambda number: rows[number].id))
    sections = {"records": ("B", bytes(records)), "texts": ("B", bytes(texts)), "id_order": _section(order)}
    return tables, sections


def _table(values: Iterable[str | None]) -> list[str | None]:
    return sorted(set(values), key=lambda value: value or "")


def _section(values: array[int]) -> tuple[str, bytes]:
    if sys.byteorder != "little":
        values.byteswap()
    return values.typecode, values.tobytes()
