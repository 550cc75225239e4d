"""Places as packed records: a row of the index becomes a Place only when somebody asks for it."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Literal

from geomap.gazetteer.layout import UNKNOWN
from geomap.model import Place, PlaceKind

#: Whose view of disputed areas a gazetteer takes: the United Nations', or who holds the land.
View = Literal["un", "held"]

#: Latitude and longitude in 1e-5 degrees; population; the rows of the admin1 and the admin2 unit; where the
#: id and after it the name stand among the texts; the bytes of the id; the number of the kind; the bytes of
#: the name; the radius in hundreds of metres; the prominence in thousandths; the numbers of feature code,
#: country and source in the header's tables. A record lies in one place, for a cache miss costs the most.
RECORD: Final = struct.Struct("<iiIIIIBBHHHHHH2x")
_ADMIN1, _ADMIN2, _KIND, _PROMINENCE, _COUNTRY = 3, 4, 7, 10, 12
_UNITS: Final = {"admin1": _ADMIN1, "admin2": _ADMIN2}
Level = Literal["admin1", "admin2"]

#: A text names the same few hundred places again and again, and its places lie in few units.
_KEPT: Final = 16_384


class Columns:
    """The places of an index by row number; rows stand by country, then by id."""

    def __init__(
        self, header: Mapping[str, Any], sections: Mapping[str, memoryview[int]], view: View = "un"
    ) -> None:
        self._kinds: list[PlaceKind] = header["kinds"]
        self._codes: list[str | None] = header["feature_codes"]
        self._countries: list[str | None] = header["countries"]
        self._sources: list[str] = header["sources"]
        self._records, self._texts = sections["records"], sections["texts"]
        self._order = sections["id_order"]
        self._held = _overrides(sections) if view == "held" else {}
        self._unit_name: Callable[[int], str] = lru_cache(maxsize=_KEPT)(self.name)
        #: The row as a Place; the latest ones are kept.
        self.place: Callable[[int], Place] = lru_cache(maxsize=_KEPT)(self._place)

    def __len__(self) -> int:
        return len(self._order)

    def id(self, row: int) -> str:
        """The id of a row."""
        _, _, _, _, _, start, length, *_ = self._record(row)
        return str(self._texts[start : start + length], "utf-8")

    def name(self, row: int) -> str:
        """The name of a row."""
        _, _, _, _, _, start, id_length, _, length, *_ = self._record(row)
        return str(self._texts[start + id_length : start + id_length + length], "utf-8")

    def country(self, row: int) -> str | None:
        """ISO 3166-1 alpha-2 code, or None."""
        return self._held.get(row) or self._countries[self._record(row)[_COUNTRY]]

    def kind(self, row: int) -> PlaceKind:
        """The kind of a row."""
        return self._kinds[self._record(row)[_KIND]]

    def prominence(self, row: int) -> float:
        """How likely the place is meant by its name alone: about the order of magnitude of its population."""
        return self._record(row)[_PROMINENCE] / 1000

    def position(self, row: int) -> tuple[float, float]:
        """Latitude and longitude."""
        latitude, longitude, *_ = self._record(row)
        return latitude / 100_000, longitude / 100_000

    def unit(self, level: Level, row: int) -> int | None:
        """The row of the unit of that level which holds a row, or None."""
        unit = self._record(row)[_UNITS[level]]
        return None if unit == UNKNOWN else unit

    def row(self, id: str) -> int | None:  # noqa: A002 - it is an id, as everywhere
        """The row with an id, or None."""
        place = bisect_left(self._order, id, key=self.id)
        found = self._order[place] if place < len(self._order) else None
        return found if found is not None and self.id(found) == id else None

    def _record(self, row: int) -> tuple[int, ...]:
        return RECORD.unpack_from(self._records, row * RECORD.size)

    def _place(self, row: int) -> Place:
        record = RECORD.unpack_from(self._records, row * RECORD.size)
        latitude, longitude, population, admin1, admin2, start, id_length = record[:7]
        kind, name_length, radius, _, code, country, source = record[7:]
        text = bytes(self._texts[start : start + id_length + name_length])
        return Place(
            id=text[:id_length].decode(),
            name=text[id_length:].decode(),
            latitude=latitude / 100_000,
            longitude=longitude / 100_000,
            country=self._held.get(row) or self._countries[country],
            admin1=None if admin1 == UNKNOWN else self._unit_name(admin1),
            admin2=None if admin2 == UNKNOWN else self._unit_name(admin2),
            kind=self._kinds[kind],
            feature_code=self._codes[code],
            population=None if population == UNKNOWN else population,
            radius_km=radius / 10,
            source=self._sources[source],
        )


def _overrides(sections: Mapping[str, Sequence[int]]) -> dict[int, str]:
    """Row to the country that holds it, where that is not the one by the United Nations."""
    codes = sections["held_country"]
    return {
        row: chr(codes[2 * place]) + chr(codes[2 * place + 1])
        for place, row in enumerate(sections["held_rows"])
    }
