"""The same in SQLite: a table of folded names that is its own index, and a table of places."""

from __future__ import annotations

import sqlite3
import weakref
from pathlib import Path
from typing import Final

from geomap.model import Place
from geomap.names import fold
from stores.rows import FIELDS, Contents, Lookup, as_place

_COLUMNS: Final = ", ".join(f'"{field}"' for field in FIELDS)
_SCHEMA: Final = f"""
CREATE TABLE places (place INTEGER PRIMARY KEY, {_COLUMNS});
CREATE TABLE names (
  folded TEXT, standing INTEGER, place INTEGER, PRIMARY KEY (folded, standing)
) WITHOUT ROWID;
"""
_QUERY: Final = f"SELECT {_COLUMNS} FROM names JOIN places USING (place) WHERE folded = ? ORDER BY standing"  # noqa: S608 - our own fields


def build(path: Path, held: Contents) -> None:
    """Write the database."""
    marks = ", ".join("?" * (1 + len(FIELDS)))
    connection = sqlite3.connect(path)
    with connection:
        connection.executescript(_SCHEMA)
        numbered = ((number, *row) for number, row in enumerate(held.rows))
        connection.executemany(f"INSERT INTO places VALUES ({marks})", numbered)  # noqa: S608 - marks only
        postings = (
            (name, standing, number)
            for name, numbers in held.numbers.items()
            for standing, number in enumerate(numbers)
        )
        connection.executemany("INSERT INTO names VALUES (?, ?, ?)", postings)
    connection.execute("VACUUM")
    connection.close()


def open_store(path: Path) -> tuple[Lookup, Lookup]:
    """Two lookups: every place of a name, and the best of them."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)

    def found(name: str) -> tuple[Place, ...]:
        return tuple(as_place(row) for row in connection.execute(_QUERY, (fold(name),)))

    def best(name: str) -> tuple[Place, ...]:
        return tuple(as_place(row) for row in connection.execute(f"{_QUERY} LIMIT 1", (fold(name),)))

    # Two functions have no door to close: the connection goes with the first.
    weakref.finalize(found, connection.close)
    return found, best
