"""The gazetteer in its files: names to places, best first, and places to what lies around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.gazetteer import layout
from geomap.gazetteer.alternates import Alternates, NamesByLanguage
from geomap.gazetteer.boundaries import Boundaries
from geomap.gazetteer.columns import Columns, View
from geomap.gazetteer.folders import folder
from geomap.gazetteer.fuzzy import Near
from geomap.gazetteer.geography import Geography
from geomap.gazetteer.lookup import Found, Keys, Names
from geomap.gazetteer.scan import scan
from geomap.model import Match, Place, PlaceKind
from geomap.names import fold, may_have_unit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: No name of the bundle has more words than this.
_LONGEST_NAME = 16


class Gazetteer:
    """The compiled gazetteer of a folder; fits ``geomap.stages.Gazetteer``.

    Its files are mapped, not read: opening is quick, and processes share their pages.
    """

    def __init__(self, path: Path, *, view: View = "un") -> None:
        """Open the index in the folder `path`; GazetteerError if a file is missing, broken or foreign.

        `view` says whose view of disputed areas to take: the United Nations' ("un"), or who holds the land
        ("held"); data/gazetteer/SOURCES.md lists where the two differ.
        """
        header, sections = layout.open_index(path)
        self._columns = Columns(header, sections, view)
        exact = Keys(path / layout.NAMES, sections["name_key_starts"], sections["name_postings"])
        loose = Keys(path / layout.LOOSE_NAMES, sections["loose_key_starts"], sections["loose_postings"])
        self._names = Names(exact, loose, self._columns.kind)
        self._near = Near(exact, loose, sections["country_keys"], header["country_key_spans"])
        self._country_rows: dict[str, int] = header["country_rows"]
        self._demonyms: dict[str, list[int]] = header["demonyms"]
        self._geography = Geography(self._columns, sections, self._country_rows)
        self._alternates = Alternates(path / layout.ALTERNATES, sections["alternate_starts"])
        self._boundaries = [
            Boundaries(path / layout.BOUNDARIES, *(sections[f"{own}_{part}"] for part in _BOUNDARY_PARTS))
            for own in (("held_boundary", "boundary") if view == "held" else ("boundary",))
        ]

    def __len__(self) -> int:
        """How many places it holds."""
        return len(self._columns)

    def __iter__(self) -> Iterator[Place]:
        """All places, by country."""
        return map(self._columns.place, range(len(self)))

    def __call__(self, name: str) -> tuple[Place, ...]:
        """The places of a name, best first; () for a name that it does not hold."""
        return tuple(match.place for match in self.matches(name))

    def matches(
        self, name: str, *, country: str | None = None, limit: int | None = None
    ) -> tuple[Match, ...]:
        """The places of a name with the quality of each match, best first.

        Tried in turn, until one finds something in `country` (ISO 3166-1 alpha-2; anywhere if None): the
        name (quality 1), the name without a unit word (0.97 to 0.6), without its article (0.9), another
        romanisation of it (0.75, in romanised countries only), and, where a country is given, a name that
        differs by a letter (below 0.5). Among equals, the more prominent place comes first: a country,
        then by population, capitals and main names ahead.
        """
        key = fold(name)
        if country is None and not may_have_unit(key):  # most names are known as they stand
            very_name = self._names.very_name(key, limit)
            if very_name.postings:
                return self._matched((very_name,), key, None, limit)
        for found in self._steps(key, country):
            matches = self._matched(found, key, country, limit)
            if matches:
                return matches
        return ()

    def holds(self, name: str) -> bool:
        """Whether the very name is known, case, diacritics and punctuation aside."""
        return fold(name) in self._names.exact

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
        return max((ends.get(len(key), 0) for key in self._names.exact.trie.prefixes(text)), default=0)

    def scan(self, text: str) -> Iterator[tuple[int, int]]:
        """Half-open ranges of every known name in a text, whatever its case, by start; they may overlap.

        Of the names that start at one word, the longest comes first.
        """
        return scan(text, self._names.exact.trie)

    def place(self, id: str) -> Place:  # noqa: A002 - it is an id, as everywhere
        """The place with an id; KeyError if there is none."""
        return self._columns.place(self._row(id))

    def names(self, place: Place) -> NamesByLanguage:
        """All names of a place by language code; under None those whose language no source tells.

        KeyError for a place of another gazetteer.
        """
        return self._alternates.read(self._row(place.id))

    def country(self, code: str) -> Place | None:
        """The country with an ISO 3166-1 alpha-2 code, or None."""
        row = self._country_rows.get(code.upper())
        return None if row is None else self._columns.place(row)

    def admin1(self, place: Place) -> Place | None:
        """The first-level unit that holds a place, or None."""
        row = self._columns.row(place.id)
        unit = None if row is None else self._columns.unit("admin1", row)
        return None if unit is None else self._columns.place(unit)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """The countries or regions of a demonym or adjective ("Iraqi", "Europeans"); () for other words."""
        return tuple(self._columns.place(row) for row in self._demonyms.get(fold(word), ()))

    def parents(self, place: Place) -> tuple[Place, ...]:
        """The admin2 unit, the admin1 unit and the country that hold a place, as far as they are known."""
        return tuple(map(self._columns.place, self._geography.parents(self._row(place.id))))

    def children(self, place: Place, *, kind: PlaceKind | None = None) -> tuple[Place, ...]:
        """What has the place as its smallest parent, most prominent first: a country's units, say."""
        return self._of_kind(self._geography.children(self._row(place.id)), kind)

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether one place lies in another: by their units, else by polygon, else by radius.

        A place contains itself. A unit or country that is known for the inner place decides; a river or a
        coast has no inside, so lines contain nothing.
        """
        known = self._known_holders(inner)
        if outer.id == inner.id or outer.id in {parent.id for parent in known}:
            return True
        if any(parent.kind == outer.kind for parent in known):
            return False
        shape = self.boundary(outer)
        if shape is None:
            return self._geography.reaches(outer, inner)
        import shapely  # noqa: PLC0415 - slow to import, and most lookups need no geometry

        inside = shape.area > 0 and shapely.intersects_xy(shape, inner.longitude, inner.latitude)
        return bool(inside) and inner.radius_km <= outer.radius_km

    def nearby(
        self,
        latitude: float,
        longitude: float,
        radius_km: float,
        *,
        kind: PlaceKind | None = None,
        limit: int | None = None,
    ) -> tuple[tuple[Place, float], ...]:
        """Places whose point lies within a radius of a position, with the distance in km, nearest first.

        WGS 84 degrees; distances are those of a sphere, within 0.6 % of the ellipsoid's.
        """
        near = self._geography.near(latitude, longitude, radius_km)
        places = ((self._columns.place(row), distance) for distance, row in near)
        return tuple(islice((pair for pair in places if kind in {None, pair[0].kind}), limit))

    def within(self, area: BaseGeometry | Place, *, kind: PlaceKind | None = None) -> tuple[Place, ...]:
        """Places whose point lies within a geometry, or in the polygon of a place, most prominent first.

        WGS 84, x is longitude and y latitude, in degrees. A place without a polygon holds nothing here.
        """
        shape = self.boundary(area) if isinstance(area, Place) else area
        return () if shape is None else self._of_kind(self._geography.within(shape), kind)

    def boundary(self, place: Place) -> BaseGeometry | None:
        """The polygon of a country, an admin unit, a region or a lake, the line of a river, or None.

        WGS 84, x is longitude and y latitude, in degrees. GazetteerError if the file cannot be read.
        """
        row = self._columns.row(place.id)
        if row is None:
            return None
        shapes = (boundaries.read(row) for boundaries in self._boundaries)
        return next((shape for shape in shapes if shape is not None), None)

    def _steps(self, key: str, country: str | None) -> Iterator[list[Found]]:
        yield from self._names.steps(key)
        if country is not None:
            yield self._near.find(key, country)

    def _row(self, id: str) -> int:  # noqa: A002
        row = self._columns.row(id)
        if row is None:
            raise KeyError(id)
        return row

    def _known_holders(self, place: Place) -> tuple[Place, ...]:
        """The parents of a place; none for one of another gazetteer."""
        return () if self._columns.row(place.id) is None else self.parents(place)

    def _of_kind(self, rows: Iterable[int], kind: PlaceKind | None) -> tuple[Place, ...]:
        return tuple(
            self._columns.place(row) for row in rows if kind is None or self._columns.kind(row) == kind
        )

    def _matched(
        self, found: Iterable[Found], key: str, country: str | None, limit: int | None
    ) -> tuple[Match, ...]:
        matches: list[Match] = []
        for postings, quality, step, how in found:
            for row, main in postings:
                if country is None or self._columns.country(row) == country:
                    place = self._columns.place(row)
                    matched = key if quality == 1.0 and not main else place.name
                    matches.append(
                        Match(place=place, quality=quality, step=step, matched_name=matched, how=how)
                    )
                    if len(matches) == limit:
                        return tuple(matches)
        return tuple(matches)


_BOUNDARY_PARTS = ("rows", "starts", "ends")


def open_gazetteer(path: Path | None = None, *, view: View = "un") -> Gazetteer:
    """The gazetteer of a folder, the bundled one if none is given; opened once a folder and view.

    Raises GazetteerError if a file is missing, broken, foreign, or of another format version.
    """
    return _opened(folder() if path is None else Path(path).resolve(), view)


@cache
def _opened(path: Path, view: View) -> Gazetteer:
    return Gazetteer(path, view=view)
