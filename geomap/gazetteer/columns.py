"""Places as columns: one row of the index becomes a Place only when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from geomap.gazetteer.layout import UNKNOWN
from geomap.model import Place, PlaceKind


class Columns:
    """The places of an index by row number; rows stand in the order of their ids."""

    def __init__(self, header: Mapping[str, Any], sections: Mapping[str, memoryview[int]]) -> None:
        self._sections = sections
        self._kinds: list[PlaceKind] = header["kinds"]
        self._codes: list[str | None] = header["feature_codes"]
        self._countries: list[str | None] = header["countries"]
        self._sources: list[str] = header["sources"]

    def __len__(self) -> int:
        return len(self._sections["latitude"])

    def id(self, row: int) -> str:
        """The id of a row."""
        return self._text("id", row)

    def name(self, row: int) -> str:
        """The name of a row."""
        return self._text("name", row)

    def country(self, row: int) -> str | None:
        """ISO 3166-1 alpha-2 code, or None."""
        return self._countries[self._sections["country"][row]]

    def kind(self, row: int) -> PlaceKind:
        """The kind of a row."""
        return self._kinds[self._sections["kind"][row]]

    def prominence(self, row: int) -> float:
        """How likely the place is meant by its name alone: about the order of magnitude of its population."""
        return self._sections["prominence"][row] / 1000

    def admin1(self, row: int) -> int | None:
        """The row of the admin1 unit that holds a row, or None."""
        unit = self._sections["admin1"][row]
        return None if unit == UNKNOWN else unit

    def row(self, id: str) -> int | None:  # noqa: A002 - it is an id, as everywhere
        """The row with an id, or None."""
        row = bisect_left(range(len(self)), id, key=self.id)
        return row if row < len(self) and self.id(row) == id else None

    def place(self, row: int) -> Place:
        """The row as a Place."""
        columns = self._sections
        unit, population = self.admin1(row), columns["population"][row]
        return Place(
            id=self.id(row),
            name=self.name(row),
            latitude=columns["latitude"][row] / 100_000,
            longitude=columns["longitude"][row] / 100_000,
            country=self.country(row),
            admin1=None if unit is None else self.name(unit),
            kind=self.kind(row),
            feature_code=self._codes[columns["feature_code"][row]],
            population=None if population == UNKNOWN else population,
            radius_km=columns["radius"][row] / 10,
            source=self._sources[columns["source"][row]],
        )

    def _text(self, column: str, row: int) -> str:
        starts = self._sections[f"{column}_starts"]
        return str(self._sections[f"{column}_text"][starts[row] : starts[row + 1]], "utf-8")
