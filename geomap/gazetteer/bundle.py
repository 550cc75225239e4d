"""The gazetteer in its files: names to places, best first, and places to polygons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.gazetteer import layout
from geomap.gazetteer.boundaries import Boundaries
from geomap.gazetteer.columns import Columns
from geomap.gazetteer.folders import folder
from geomap.gazetteer.lookup import Found, Keys, Kinds, steps
from geomap.model import Match, Place
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: No name of the bundle has more words than this.
_LONGEST_NAME = 16


class Gazetteer:
    """The compiled gazetteer of a folder; fits ``geomap.stages.Gazetteer``.

    Its files are mapped, not read: opening is quick, and processes share their pages.
    """

    def __init__(self, path: Path) -> None:
        """Open the index in the folder `path`; GazetteerError if a file is missing, cut short or foreign."""
        header, sections = layout.open_index(path)
        self._columns = Columns(header, sections)
        self._kinds = Kinds(sections["kind"], header["kinds"])
        self._exact = Keys(path / layout.NAMES, sections["name_key_starts"], sections["name_postings"])
        self._loose = Keys(
            path / layout.LOOSE_NAMES, sections["loose_key_starts"], sections["loose_postings"]
        )
        self._country_rows: dict[str, int] = header["country_rows"]
        self._demonyms: dict[str, list[int]] = header["demonyms"]
        self._boundaries = Boundaries(
            path / layout.BOUNDARIES, sections["boundary_rows"], sections["boundary_starts"]
        )

    def __len__(self) -> int:
        """How many places it holds."""
        return len(self._columns)

    def __call__(self, name: str) -> tuple[Place, ...]:
        """The places of a name, best first; () for a name that it does not hold."""
        return tuple(match.place for match in self.matches(name))

    def matches(
        self, name: str, *, country: str | None = None, limit: int | None = None
    ) -> tuple[Match, ...]:
        """The places of a name with the quality of each match, best first.

        Tried in turn, until one finds something in `country` (ISO 3166-1 alpha-2; anywhere if None): the
        name (quality 1), the name without a unit word (0.97 to 0.6), without its article (0.9), another
        romanisation of it (0.75, in romanised countries only). Among equals, the more prominent place comes
        first: a country, then by population, capitals and main names ahead.
        """
        for found in steps(name, self._exact, self._loose, self._kinds):
            inside = [one for one in found if country is None or self._columns.country(one.row) == country]
            if inside:
                best = sorted(inside, key=self._rank)
                return tuple(self._match(one, fold(name)) for one in best[:limit])
        return ()

    def holds(self, name: str) -> bool:
        """Whether the very name is known, case, diacritics and punctuation aside."""
        return fold(name) in self._exact

    def longest(self, words: Sequence[str]) -> int:
        """How many of the leading words make up the longest known name; 0 if none does."""
        ends: dict[int, int] = {}
        text = ""
        for count, word in enumerate(words[:_LONGEST_NAME], start=1):
            key = fold(word)
            if not key:  # a comma or a dash between two names belongs to neither
                break
            text = f"{text} {key}" if text else key
            ends[len(text)] = count
        return max((ends.get(len(key), 0) for key in self._exact.prefixes(text)), default=0)

    def place(self, id: str) -> Place:  # noqa: A002 - it is an id, as everywhere
        """The place with an id; KeyError if there is none."""
        return self._columns.place(self._row(id))

    def country(self, code: str) -> Place | None:
        """The country with an ISO 3166-1 alpha-2 code, or None."""
        row = self._country_rows.get(code.upper())
        return None if row is None else self._columns.place(row)

    def admin1(self, place: Place) -> Place | None:
        """The first-level unit that holds a place, or None."""
        row = self._columns.row(place.id)
        unit = None if row is None else self._columns.admin1(row)
        return None if unit is None else self._columns.place(unit)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """The countries of a demonym or adjective ("Iraqi", "Iraqis"); () for any other word."""
        return tuple(self._columns.place(row) for row in self._demonyms.get(fold(word), ()))

    def boundary(self, place: Place) -> BaseGeometry | None:
        """The polygon of a country or an admin unit, or None.

        WGS 84, x is longitude and y latitude, in degrees. GazetteerError if the file cannot be read.
        """
        row = self._columns.row(place.id)
        return None if row is None else self._boundaries.read(row)

    def _row(self, id: str) -> int:  # noqa: A002
        row = self._columns.row(id)
        if row is None:
            raise KeyError(id)
        return row

    def _rank(self, found: Found) -> tuple[float, float, int]:
        return (-found.quality, -self._columns.prominence(found.row) - found.main, found.row)

    def _match(self, found: Found, key: str) -> Match:
        place = self._columns.place(found.row)
        matched = key if found.quality == 1.0 and not found.main else place.name
        return Match(place=place, quality=found.quality, matched_name=matched, how=found.how)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer of a folder, the bundled one if none is given; opened once a folder.

    Raises GazetteerError if a file is missing, cut short, foreign, or of another format version.
    """
    return _opened(folder() if path is None else Path(path).resolve())


@cache
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(path)
